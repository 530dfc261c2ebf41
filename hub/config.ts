import { join, resolve } from 'node:path';
import * as z from 'zod';
import { exchangeSettings, readExchange } from './exchange/settings.ts';
import type { Exchange } from './exchange/settings.ts';
import type { Bucket } from './shelf.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const settings = z.object({
  /** Where PostgreSQL is; without it the hub keeps one of its own in HUB_DATA. */
  DATABASE_URL: z.string().optional(),
  HUB_DATA: z.string().default('hub-data'),
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_PORT: port.default(8787),
  /** What the desks show as the province's name. */
  HUB_NAME: z.string().max(200).default('Trung tâm dữ liệu tỉnh'),
  /** PEM files; without them a proxy in front speaks TLS. */
  HUB_TLS_CERT: z.string().optional(),
  HUB_TLS_KEY: z.string().optional(),
  /** The province's Ed25519 key (PKCS#8 PEM); made on the first start where there is none. */
  HUB_KEY_FILE: z.string().optional(),
  /** How long a client may take over a request's head; a body has five minutes. */
  HUB_HEADERS_SECONDS: z.coerce.number().min(1).max(60).default(15),
  /** Where files lie; a shared volume where there are several instances. */
  HUB_FILES: z.string().optional(),
  /** In their place a bucket of S3-compatible storage; its keys are the AWS client's own variables. */
  HUB_S3_BUCKET: z.string().optional(),
  HUB_S3_ENDPOINT: z.url().optional(),
  HUB_S3_REGION: z.string().default('us-east-1'),
  /** Addresses of proxies whose word on a caller's address counts, divided by commas. */
  HUB_PROXIES: z.string().default(''),
  /** The newest release of the application the province gives its offices; their desks say where theirs is older. */
  HUB_RELEASE: z.string().max(60).optional(),
  HUB_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  databaseUrl: string | undefined;
  data: string;
  host: string;
  port: number;
  name: string;
  tls: { cert: string; key: string } | undefined;
  keyFile: string;
  headersSeconds: number;
  files: string;
  bucket: Bucket | undefined;
  proxies: string[];
  /** The national exchange; undefined: off. */
  exchange: Exchange | undefined;
  release: string | undefined;
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Reads the environment; throws with every fault named. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const read = settings.safeParse(environment);
  if (!read.success) throw new Error(`hub: settings\n${z.prettifyError(read.error)}`);
  const exchange = exchangeSettings.safeParse({ HUB_EXCHANGE: 'off', ...environment });
  if (!exchange.success) throw new Error(`hub: settings\n${z.prettifyError(exchange.error)}`);
  const { HUB_TLS_CERT: cert, HUB_TLS_KEY: key, ...rest } = read.data;
  if ((cert === undefined) !== (key === undefined))
    throw new Error('hub: HUB_TLS_CERT and HUB_TLS_KEY go together');
  const data = resolve(rest.HUB_DATA);
  return {
    databaseUrl: rest.DATABASE_URL,
    data,
    host: rest.HUB_HOST,
    port: rest.HUB_PORT,
    name: rest.HUB_NAME,
    tls: cert !== undefined && key !== undefined ? { cert, key } : undefined,
    keyFile: rest.HUB_KEY_FILE ?? join(data, 'hub-key.pem'),
    headersSeconds: rest.HUB_HEADERS_SECONDS,
    files: resolve(rest.HUB_FILES ?? join(data, 'files')),
    bucket:
      rest.HUB_S3_BUCKET === undefined
        ? undefined
        : { name: rest.HUB_S3_BUCKET, endpoint: rest.HUB_S3_ENDPOINT, region: rest.HUB_S3_REGION },
    proxies: rest.HUB_PROXIES.split(',').flatMap((address) => address.trim() || []),
    exchange: readExchange(exchange.data),
    release: rest.HUB_RELEASE,
    log: rest.HUB_LOG,
  };
};
