import { findWorkingDay } from '../../shared/calendar/counting.ts';
import { dayNumberAt, instantOfDayNumber } from '../../shared/calendar/vietnam-time.ts';
import { businessInstant } from '../desk/business-day.ts';
import type { Cabinet } from '../desk/desk.ts';

/** Where today ends and where "near" does, in milliseconds. */
export interface DayEdges {
  now: number;
  tomorrow: number;
  /** The end of the next working day: due by then is near (shared/dossier/acts/clock.ts). */
  near: number;
}

export const edgesAt = (calendar: Cabinet['calendar'], now: number): DayEdges => {
  const today = dayNumberAt(now);
  const next = findWorkingDay(calendar, today + 1) ?? today + 1;
  return { now, tomorrow: instantOfDayNumber(today + 1, 0), near: instantOfDayNumber(next + 1, 0) };
};

/** By the counter's time, not the PC's. */
export const edgesNow = (cabinet: Cabinet, clock: number): DayEdges =>
  edgesAt(cabinet.calendar, businessInstant(cabinet.business, clock));
