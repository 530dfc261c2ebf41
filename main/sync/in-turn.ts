import { setImmediate as turn } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Sync does one short stretch at a time on the counter's thread, whichever of its loops it is of, and whoever stands at the counter comes
 * in between: an acceptance waits for one stretch, and never for all that came together. Throws what `work` throws.
 */
export const inTurn = <T>(work: () => T): Promise<T> => {
  const mine = last.then(() => turn()).then(work);
  last = mine.catch(() => undefined);
  return mine;
};
