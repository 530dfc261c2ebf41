import type { EventEmitter } from 'node:events';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { IBackoff, IBackoffFactory } from 'cockatiel';
import { tellStrip } from '../desk/status.ts';
import { logFailure } from '../log.ts';
import { failureOf, needsHand } from './line.ts';
import type { Line } from './line.ts';
import { HubRefusal, LineFault } from './reach.ts';

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** Longer each time; from the beginning once something has come through: a line that breaks every hour is no line that is gone. */
const backOff = (hasCarried: () => boolean): IBackoffFactory<unknown> => {
  const first = new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: longestWaitMs });
  const after = (wait: IBackoff<unknown>): IBackoff<unknown> => ({
    duration: wait.duration,
    next: (failed) => after(hasCarried() ? first.next() : wait.next(failed)),
  });
  return { next: () => after(first.next()) };
};

/**
 * Does `work` over and over until the line is cut for good; waits between failures, longer each time, and starts at once when nudged. A wait
 * holds up neither a nudge nor the end: what is under way is never begun twice. `work` calls `carried` for what comes through.
 */
export const keepDoing = async <T extends Pick<Line, 'desk' | 'state' | 'session' | 'signal'>>(
  line: T,
  bell: EventEmitter,
  work: (line: T, carried: () => void) => Promise<void>,
  rest: () => Promise<void>,
): Promise<void> => {
  const { signal } = line;
  const later = () => !signal.aborted;
  while (later()) {
    const nudged = new AbortController();
    const onNudge = (): void => nudged.abort();
    bell.once('nudge', onNudge);
    const over = AbortSignal.any([signal, nudged.signal]);
    let working = false;
    let hasCarried = false;
    const policy = retry(handleWhen(later), {
      maxAttempts: Number.MAX_SAFE_INTEGER,
      backoff: backOff(() => hasCarried),
    }).dangerouslyUnref();
    // The policy's own waiting cannot be cut short.
    const woken = new Promise<boolean>((resolve) => {
      over.addEventListener('abort', () => {
        if (!working) resolve(false);
      });
    });
    try {
      const doing = policy.execute(async () => {
        if (over.aborted) return;
        working = true;
        hasCarried = false;
        try {
          await work(line, () => (hasCarried = true));
        } catch (error) {
          if (!later()) throw error;
          if (error instanceof HubRefusal || error instanceof LineFault) line.session = undefined;
          else logFailure('sync', error);
          line.state.failure = failureOf(error);
          line.state.phase = needsHand(line.state.failure) ? 'stopped' : 'retrying';
          tellStrip(line.desk);
          throw error;
        } finally {
          working = false;
        }
      }, over);
      if (await Promise.race([doing.then(() => true), woken])) await rest();
    } catch {
      // Nudged, or the vault was shut: the loop says which.
    }
    bell.off('nudge', onNudge);
  }
};
