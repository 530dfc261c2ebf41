import { faultyTokens } from '../main/token/testing-desk.ts';
import { tokenPins } from '../main/signing/testing-tokens.ts';
import { foldersIn, launch, pullThePlug } from './clerk/application.ts';
import { watchLag, worstLag } from './clerk/event-loop.ts';
import { signIn } from './clerk/session.ts';
import { chooseCertificate } from './clerk/sign.ts';
import { foundVault } from './founded.ts';

/**
 * The longest the window's event loop is kept, in milliseconds, while a clerk chooses her certificate: first of a driver that starts at
 * once, then of one that takes five seconds. What the two differ by is the driver's.
 */
export const measureSlowDriver = async (wish: {
  root: string;
  executable: string;
  sandbox: readonly string[];
  env: NodeJS.ProcessEnv;
}): Promise<{ quick: number; slow: number }> => {
  await foundVault(wish.root);
  const { driver, env, fault } = faultyTokens(wish.root);
  const label = 'ALICE-RSA';
  const folders = foldersIn(wish.root);
  const once = async (): Promise<number> => {
    const counter = await launch({
      executable: wish.executable,
      folders,
      sandbox: wish.sandbox,
      env: { ...wish.env, ...env },
      at: '2026-11-23T09:15:00+07:00',
    });
    try {
      await signIn(counter.page);
      await watchLag(counter.page);
      await chooseCertificate(counter, { module: driver, token: label, pin: tokenPins[label] });
      return await worstLag(counter.page);
    } finally {
      await pullThePlug(counter);
    }
  };
  const quick = await once();
  fault('init_delay_ms', 5_000);
  return { quick, slow: await once() };
};
