import type { DayState } from '../../shared/contract.ts';
import {
  DAY_MS,
  dayNumberAt,
  dayNumberOf,
  daysBetween,
  isLocalDate,
  localDateAt,
} from '../../shared/calendar/vietnam-time.ts';
import type { ClockTrust } from '../../shared/journal/row.ts';

/**
 * The business day: what day it is at this counter, for codes, deadlines and registers (design §6). A dead clock battery never stops
 * a queue: the clerk says the day once, and the clock's hours run on from there.
 */
export interface BusinessClock {
  /** Whole days added to the PC's clock since a clerk confirmed the day; forgotten when the vault is opened anew. */
  offsetDays: number;
  /** A clerk has said which day it is since the vault was opened. */
  confirmed: boolean;
}

export const freshBusinessClock = (): BusinessClock => ({ offsetDays: 0, confirmed: false });

/** Small steps back are the system setting its clock right. */
const toleranceMs = 2 * 60_000;
/** A long weekend is nothing; more days than these without a row ask for a look at the date. */
const quietDays = 3;

/** When it is at the counter, as far as we know. */
export const businessInstant = (business: BusinessClock, clock: number): number =>
  clock + business.offsetDays * DAY_MS;

/** `last`: when the newest row happened, 0 in an empty journal. */
export const judgeDay = (business: BusinessClock, clock: number, last: number): DayState => {
  const instant = businessInstant(business, clock);
  const day = localDateAt(instant);
  if (last === 0) return { state: 'ok', day, last: null, clock };
  const lastDay = localDateAt(last);
  if (instant < last - toleranceMs) return { state: 'behind', day: lastDay, last: lastDay, clock };
  if (!business.confirmed && daysBetween(lastDay, day) > quietDays)
    return { state: 'ahead', day, last: lastDay, clock };
  return { state: 'ok', day, last: lastDay, clock };
};

/** The clock after a clerk said the day; undefined when what she said is no day, or a hundred years off. */
export const confirmDay = (day: string, clock: number): BusinessClock | undefined => {
  if (!isLocalDate(day) || day < '2020-01-01' || day > '2099-12-31') return undefined;
  return { offsetDays: dayNumberOf(day) - dayNumberAt(clock), confirmed: true };
};

/** How far a row's time is believed. */
export const clockTrust = (business: BusinessClock, judged: DayState): ClockTrust => {
  if (judged.state !== 'ok') return 'suspect';
  return business.offsetDays === 0 ? 'ok' : 'entered';
};
