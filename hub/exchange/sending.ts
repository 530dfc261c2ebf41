import { setTimeout as rest } from 'node:timers/promises';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { Logger } from '../log.ts';
import { queueForFiles } from './queue.ts';
import { sendNext } from './send.ts';
import type { Sending } from './send.ts';

/** How often an empty queue is looked at, and how long a line that fails is left alone, longer each time. */
const lookMs = 1_000;
const backoff = { initialDelay: 1_000, maxDelay: 5 * 60_000 };

/** Sends what waits until it is told to stop; several instances share the work, a dossier at a time. */
export const startSending = (sending: Sending, log: Logger): (() => Promise<void>) => {
  const stop = new AbortController();
  const going = (): boolean => !stop.signal.aborted;
  const run = async (): Promise<void> => {
    while (going()) {
      await retry(handleWhen(going), {
        maxAttempts: Number.MAX_SAFE_INTEGER,
        backoff: new ExponentialBackoff(backoff),
      })
        .execute(async () => {
          try {
            await queueForFiles(sending.db);
            while (going() && (await sendNext(sending)));
          } catch (error) {
            log.warn({ err: error }, 'exchange failed');
            throw error;
          }
        }, stop.signal)
        .catch(() => undefined);
      await rest(lookMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    stop.abort();
    await running;
  };
};
