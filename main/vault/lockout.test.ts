import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failures, Moment } from './lockout.ts';
import { NO_FAILURES, countFailure, remainingWait } from './lockout.ts';

const moment = (sinceBoot: number, now = 1_795_000_000_000): Moment => ({ now, sinceBoot });
const afterFailures = (count: number, at: Moment): Failures => {
  let failures = NO_FAILURES;
  for (let i = 0; i < count; i++) failures = countFailure(failures, at);
  return failures;
};

describe('the lock-out', () => {
  it('grows: three slips are free, then 5 s, 15 s, 1, 5 and 15 minutes', () => {
    const start = moment(10_000_000);
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map((count) =>
      remainingWait(afterFailures(count, start), start),
    );
    expect(waits).toEqual([0, 0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000, 900_000]);
  });

  it('is not shortened by any wall clock, forward or back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(899_999), (clock, passed) => {
        const failures = afterFailures(9, moment(5_000_000));
        expect(remainingWait(failures, moment(5_000_000 + passed, clock))).toBe(900_000 - passed);
      }),
    );
  });

  it('survives a restart of the machine and still ends', () => {
    const failures = afterFailures(9, moment(5_000_000));
    expect(remainingWait(failures, moment(30_000))).toBe(870_000);
    expect(remainingWait(failures, moment(900_000))).toBe(0);
  });

  it('never lasts more than twice its length, whatever came before', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 10), fc.nat(60), (failedAt, count) => {
        const failures = afterFailures(count, moment(failedAt));
        const sinceRestart = [0, 900_000, 1_800_000].map((time) => remainingWait(failures, moment(time)));
        expect(Math.min(...sinceRestart)).toBe(0);
      }),
    );
  });
});
