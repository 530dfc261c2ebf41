import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultyTokens } from '../main/token/testing-desk.ts';
import { tokenPins } from '../main/signing/testing-tokens.ts';
import { foldersIn, launch, pullThePlug } from './clerk/application.ts';
import type { Counter } from './clerk/application.ts';
import { watchLag, worstLag } from './clerk/event-loop.ts';
import { signIn } from './clerk/session.ts';
import { chooseCertificate, openSigningSettings } from './clerk/sign.ts';
import { foundVault } from './founded.ts';

/** How long the driver of the measurement takes to start, in milliseconds. */
const startMs = 5_000;

/**
 * The longest the window's event loop is kept, in milliseconds, on the page where a clerk chooses her certificate: with no driver at all for
 * as long, then while she chooses, of a driver that starts at once and of one that takes five seconds. What they differ by is the driver's.
 */
export const measureSlowDriver = async (wish: {
  root: string;
  executable: string;
  sandbox: readonly string[];
  env: NodeJS.ProcessEnv;
}): Promise<{ none: number; quick: number; slow: number }> => {
  const { driver, env, fault } = faultyTokens(wish.root);
  const label = 'ALICE-RSA';
  // Each with a vault of its own: what was chosen once is not offered again.
  const during = async (
    name: string,
    more: NodeJS.ProcessEnv,
    work: (counter: Counter) => Promise<void>,
  ): Promise<number> => {
    const root = join(wish.root, name);
    mkdirSync(root);
    await foundVault(root);
    const counter = await launch({
      executable: wish.executable,
      folders: foldersIn(root),
      sandbox: wish.sandbox,
      env: { ...wish.env, ...more },
      at: '2026-11-23T09:15:00+07:00',
    });
    try {
      await signIn(counter.page);
      await watchLag(counter.page);
      await work(counter);
      return await worstLag(counter.page);
    } finally {
      await pullThePlug(counter);
    }
  };
  const choose = (counter: Counter) =>
    chooseCertificate(counter, { module: driver, token: label, pin: tokenPins[label] });
  const none = await during('none', {}, async ({ page }) => {
    await openSigningSettings(page);
    await page.waitForTimeout(startMs);
  });
  const quick = await during('quick', env, choose);
  fault('init_delay_ms', startMs);
  return { none, quick, slow: await during('slow', env, choose) };
};
