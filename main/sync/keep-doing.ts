import type { EventEmitter } from 'node:events';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { tellStrip } from '../desk/status.ts';
import { logFailure } from '../log.ts';
import { failureOf, needsHand } from './line.ts';
import type { Line } from './line.ts';
import { HubRefusal, LineFault } from './reach.ts';

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/**
 * Does `work` over and over until the line is cut for good; waits between failures, longer each time, and starts at once when nudged. A wait
 * holds up neither a nudge nor the end: what is under way is never begun twice.
 */
export const keepDoing = async (
  line: Line,
  bell: EventEmitter,
  work: (line: Line) => Promise<void>,
  rest: () => Promise<void>,
): Promise<void> => {
  const { signal } = line;
  const later = () => !signal.aborted;
  while (later()) {
    const nudged = new AbortController();
    const onNudge = (): void => nudged.abort();
    bell.once('nudge', onNudge);
    const over = AbortSignal.any([signal, nudged.signal]);
    const policy = retry(handleWhen(later), {
      maxAttempts: Number.MAX_SAFE_INTEGER,
      backoff: new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: longestWaitMs }),
    }).dangerouslyUnref();
    let working = false;
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
        try {
          await work(line);
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
