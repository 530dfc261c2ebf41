import { uptime } from 'node:os';

/** Seconds to wait after 0, 1, 2 … wrong passwords in a row; the last one holds from there on. */
const waitSeconds = [0, 0, 0, 0, 5, 15, 60, 300, 900] as const;

/** Both clocks of one moment: the wall's in milliseconds since the epoch, and milliseconds since the machine was started. */
export interface Moment {
  readonly now: number;
  readonly sinceBoot: number;
}

export const momentNow = (): Moment => ({ now: Date.now(), sinceBoot: Math.floor(uptime() * 1000) });

/** What a slot remembers of wrong passwords. */
export interface Failures {
  readonly failed: number;
  /** Wall clock of the last one, for showing only. */
  readonly lastFailedAt: number;
  readonly lastFailedSinceBoot: number;
}

export const NO_FAILURES: Failures = { failed: 0, lastFailedAt: 0, lastFailedSinceBoot: 0 };

/**
 * Milliseconds still to wait, 0 when a guess may be made. Measured on the machine's running time, which nobody can set: the wall clock
 * put forward wins nothing, put back it locks nobody out. After a restart the time since then counts, so a wait never outlasts twice its length.
 */
export const remainingWait = (failures: Failures, moment: Moment): number => {
  const wait = (waitSeconds[Math.min(failures.failed, waitSeconds.length - 1)] ?? 0) * 1000;
  const restarted = moment.sinceBoot < failures.lastFailedSinceBoot;
  const passed = restarted ? moment.sinceBoot : moment.sinceBoot - failures.lastFailedSinceBoot;
  return Math.max(0, wait - passed);
};

/** Counts a guess as wrong before it is tried: whoever kills the program during the trial has used up the guess. */
export const countFailure = (failures: Failures, moment: Moment): Failures => ({
  failed: Math.min(failures.failed + 1, 1_000_000),
  lastFailedAt: moment.now,
  lastFailedSinceBoot: moment.sinceBoot,
});
