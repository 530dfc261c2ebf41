import type { DayState } from '../../shared/contract.ts';
import {
  DAY_MS,
  dayNumberAt,
  dayNumberOf,
  daysBetween,
  isLocalDate,
  localDateAt,
} from '../../shared/calendar/vietnam-time.ts';
import type { Fault } from '../../shared/faults.ts';
import type { ClockTrust } from '../../shared/journal/row.ts';

/**
 * The business day: what day it is at this counter, for codes, deadlines and registers (design §6). A dead clock battery never stops
 * a queue: the clerk says the day once, and the clock's hours run on from there.
 */
export interface BusinessClock {
  /** Added to the PC's clock since a clerk said which day it is, in milliseconds; forgotten when the vault is opened anew. */
  offset: number;
}

export const freshBusinessClock = (): BusinessClock => ({ offset: 0 });

/** Small steps back are the system setting its clock right. */
const toleranceMs = 2 * 60_000;
/** A long weekend is nothing; more days than these without a row ask for a look at the date. */
const quietDays = 3;

/** When it is at the counter, as far as we know. */
export const businessInstant = (business: BusinessClock, clock: number): number => clock + business.offset;

/** `last`: the latest time believed in the journal (its head's `at`), 0 in an empty one. */
export const judgeDay = (business: BusinessClock, clock: number, last: number): DayState => {
  const instant = businessInstant(business, clock);
  const day = localDateAt(instant);
  if (last === 0) return { state: 'ok', day, last: null, clock };
  const lastDay = localDateAt(last);
  if (instant < last - toleranceMs) return { state: 'behind', day: lastDay, last: lastDay, clock };
  if (daysBetween(lastDay, day) > quietDays) return { state: 'ahead', day, last: lastDay, clock };
  return { state: 'ok', day, last: lastDay, clock };
};

/**
 * The clock after a clerk said the day; undefined when what she said is no day, or a hundred years off. On the newest row's own
 * day its hour counts as well: a clock that fell back to midnight goes on from there, not from before the office opened.
 */
export const confirmDay = (day: string, clock: number, last: number): BusinessClock | undefined => {
  if (!isLocalDate(day) || day < '2020-01-01' || day > '2099-12-31') return undefined;
  const offset = (dayNumberOf(day) - dayNumberAt(clock)) * DAY_MS;
  const isEarlier = last > 0 && day === localDateAt(last) && clock + offset < last;
  return { offset: isEarlier ? last - clock : offset };
};

/** How far a row's time is believed. */
export const clockTrust = (business: BusinessClock, judged: DayState): ClockTrust => {
  if (judged.state !== 'ok') return 'suspect';
  return business.offset === 0 ? 'ok' : 'entered';
};

/** Why nothing may be dated or numbered now; undefined on a day that is believed. */
export const findDayFault = ({ state }: DayState): Fault | undefined => {
  if (state === 'restored') return { code: 'restoreUnconfirmed' };
  return state === 'ok' ? undefined : { code: 'dayUnconfirmed' };
};
