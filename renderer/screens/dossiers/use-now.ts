import { useEffect, useState } from 'react';
import type { DayState } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/calendar/vietnam-time.ts';
import { useDesk } from '../../desk-store.ts';

/** When each of main's clock readings arrived, by this window's running time. */
const arrivals = new WeakMap<DayState, number>();

const runOn = (day: DayState | undefined): number => {
  if (day === undefined) return Date.now();
  const arrived = arrivals.get(day) ?? performance.now();
  arrivals.set(day, arrived);
  return day.clock + performance.now() - arrived;
};

/**
 * Now, in milliseconds since the epoch, by main's clock (the trial clock in a trial vault) run on by this window; redraws twice
 * a minute, which is as fine as any date on screen.
 */
export const useNow = (): number => {
  const day = useDesk((desk) => desk.session?.day);
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => redraw((count) => count + 1), MINUTE_MS / 2);
    return () => window.clearInterval(timer);
  }, []);
  return runOn(day);
};
