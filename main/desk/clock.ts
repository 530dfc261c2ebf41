/** What the PC says the time is, in milliseconds since the epoch. Never trusted on its own: see business-day.ts. */
export interface Clock {
  now(): number;
}

export const wallClock: Clock = { now: () => Date.now() };

/** A clock set to `at` that ticks on from there: demo, training and tests, in trial vaults only (design §8). */
export const trialClock = (at: number): Clock => {
  const started = performance.now();
  return { now: () => Math.round(at + performance.now() - started) };
};
