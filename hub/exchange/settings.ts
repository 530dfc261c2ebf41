import * as z from 'zod';
import type { ExchangeAdapter } from './adapter.ts';
import { openNationalAxis } from './national-axis.ts';
import { openProvincialAdapter } from './provincial-adapter.ts';

const path = z.string().regex(/^[\w./-]{1,200}$/u);
const common = {
  /** Where the other end fetches files: this hub as it is reached from outside. */
  HUB_PUBLIC_URL: z.url(),
  HUB_EXCHANGE_URL: z.url(),
  HUB_EXCHANGE_UNIT: z.string().min(1),
  HUB_EXCHANGE_PASSWORD: z.string().min(1),
};

/** The environment's part on the national exchange; without HUB_EXCHANGE nothing is ever sent, whatever is switched on. */
export const exchangeSettings = z.discriminatedUnion('HUB_EXCHANGE', [
  z.object({ HUB_EXCHANGE: z.literal('off') }),
  z.object({
    HUB_EXCHANGE: z.literal('axis'),
    ...common,
    HUB_EXCHANGE_USERNAME: z.string().min(1),
    HUB_EXCHANGE_DESTINATION: z.string().min(1),
    HUB_EXCHANGE_AUTH: path,
    HUB_EXCHANGE_INTEGRATION: path,
    HUB_EXCHANGE_SHARE: path,
  }),
  z.object({ HUB_EXCHANGE: z.literal('adapter'), ...common }),
]);

export interface Exchange {
  publicUrl: string;
  open: () => ExchangeAdapter;
}

const bare = (url: string): string => url.replace(/\/+$/u, '');

export const readExchange = (settings: z.infer<typeof exchangeSettings>): Exchange | undefined => {
  if (settings.HUB_EXCHANGE === 'off') return undefined;
  const { HUB_EXCHANGE_UNIT: unit, HUB_EXCHANGE_PASSWORD: password } = settings;
  const url = bare(settings.HUB_EXCHANGE_URL);
  const publicUrl = bare(settings.HUB_PUBLIC_URL);
  if (settings.HUB_EXCHANGE === 'adapter')
    return { publicUrl, open: () => openProvincialAdapter({ url, unit, token: password }) };
  const axis = {
    url,
    unit,
    password,
    username: settings.HUB_EXCHANGE_USERNAME,
    destination: settings.HUB_EXCHANGE_DESTINATION,
    auth: settings.HUB_EXCHANGE_AUTH,
    integration: settings.HUB_EXCHANGE_INTEGRATION,
    share: settings.HUB_EXCHANGE_SHARE,
  };
  return { publicUrl, open: () => openNationalAxis(axis) };
};
