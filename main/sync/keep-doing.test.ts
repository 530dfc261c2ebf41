import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { openTestDesk } from '../testing-desk.ts';
import { keepDoing } from './keep-doing.ts';
import { LineFault } from './reach.ts';
import { beginState } from './state.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** How often a line that always breaks is tried in ten minutes of a clock of the test's own. */
const triesInTenMinutes = async (carries: boolean): Promise<number> => {
  const desk = openTestDesk();
  const cut = new AbortController();
  const line = { desk: desk.desk, state: beginState(desk.desk), session: undefined, signal: cut.signal };
  let tries = 0;
  vi.useFakeTimers();
  const doing = keepDoing(
    line,
    new EventEmitter(),
    (_line, carried) => {
      tries += 1;
      if (carries) carried();
      return Promise.reject(new LineFault('offline'));
    },
    () => Promise.resolve(),
  );
  await vi.advanceTimersByTimeAsync(600_000);
  cut.abort();
  await doing;
  vi.useRealTimers();
  desk.close();
  return tries;
};

it('waits longer and longer for a line that is gone, and not for one that breaks after it has carried something', async () => {
  // First waits are a second or so; those for a line that is gone come to a minute.
  expect(await triesInTenMinutes(false)).toBeLessThan(40);
  expect(await triesInTenMinutes(true)).toBeGreaterThan(200);
});
