import type { CalendarPack } from './calendar-pack.ts';
import { minuteSessions } from './office-hours.ts';
import type { MinuteSession, OfficeHours } from './office-hours.ts';
import { dayNumberOf, parseClock, weekdayOf, weekdayOfDayNumber } from './vietnam-time.ts';
import type { LocalDate, Weekday } from './vietnam-time.ts';

/** Why a date is not a working day. A desk may still be open on a 'weekend': it receives and returns, terms do not run. */
export type RestReason =
  | { kind: 'weekend' }
  | { kind: 'officeClosed' }
  | { kind: 'holiday' | 'makeup' | 'swapOff'; name: string };

/** One day as the office lives it. */
export interface DayPlan {
  /** Counts in terms of working days and hours. */
  working: boolean;
  /** When the desk is open, in order; empty when it is not. A working day has at least one. */
  sessions: readonly MinuteSession[];
  /** Absent on a working day. */
  rest?: RestReason;
  /** A rest day worked in exchange for this date off. */
  workedFor?: LocalDate;
}

export interface CalendarOptions {
  /**
   * Office rule, 'HH:MM': a dossier received after it is passed on the next working day, so terms in working hours and working
   * days count from then. Off when absent: the law names such an hour only for results due in the day (docs/deadlines.md).
   */
  passOnAfter?: string | undefined;
}

/** The pack and the hours of one office, indexed once; read it through the functions below. */
export interface WorkingCalendar {
  readonly weekly: Readonly<Record<Weekday, DayPlan>>;
  readonly special: ReadonlyMap<number, DayPlan>;
  readonly unofficial: ReadonlySet<number>;
  /** Years known from first to last day. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly passOnAfter: number | undefined;
}

type PackYears = Pick<CalendarPack, 'coversFrom' | 'coversTo' | 'unofficialYears'>;

const knownYears = (pack: PackYears): { firstYear: number; lastYear: number } => ({
  firstYear: Number(pack.coversFrom.slice(0, 4)) + (pack.coversFrom.endsWith('-01-01') ? 0 : 1),
  lastYear: Number(pack.coversTo.slice(0, 4)) - (pack.coversTo.endsWith('-12-31') ? 0 : 1),
});

const weeklyPlan = (weekday: Weekday, hours: OfficeHours): DayPlan => {
  const sessions = minuteSessions(hours[weekday]);
  if (weekday > 5) return { working: false, sessions, rest: { kind: 'weekend' } };
  return sessions.length > 0
    ? { working: true, sessions }
    : { working: false, sessions, rest: { kind: 'officeClosed' } };
};

/** A worked Saturday keeps the office's own Saturday hours where it has any, else those of the day it stands in for. */
const workedWeekendPlan = (
  date: LocalDate,
  hours: OfficeHours,
  workedFor: LocalDate | undefined,
): DayPlan => {
  const own = minuteSessions(hours[weekdayOf(date)]);
  const sessions =
    own.length > 0 ? own : minuteSessions(workedFor === undefined ? [] : hours[weekdayOf(workedFor)]);
  if (sessions.length === 0) return { working: false, sessions, rest: { kind: 'officeClosed' } };
  return { working: true, sessions, ...(workedFor === undefined ? {} : { workedFor }) };
};

/**
 * Indexes a valid pack (parseCalendarPack) and valid hours (findHoursProblems) for one office: build it once, a question is then
 * one map look-up. Throws RangeError when `passOnAfter` is not 'HH:MM'.
 */
export const openWorkingCalendar = (
  pack: CalendarPack,
  hours: OfficeHours,
  options: CalendarOptions = {},
): WorkingCalendar => {
  const passOnAfter = options.passOnAfter === undefined ? undefined : parseClock(options.passOnAfter);
  if (options.passOnAfter !== undefined && passOnAfter === undefined)
    throw new RangeError(`not a time of day: ${options.passOnAfter.slice(0, 20)}`);

  const workedFor = new Map<LocalDate, LocalDate>();
  for (const day of pack.days) if (day.pairedWorkday !== null) workedFor.set(day.pairedWorkday, day.date);

  const special = new Map<number, DayPlan>();
  for (const { date, type, name } of pack.days) {
    const plan: DayPlan =
      type === 'working_weekend'
        ? workedWeekendPlan(date, hours, workedFor.get(date))
        : { working: false, sessions: [], rest: { kind: type === 'swap_off' ? 'swapOff' : type, name } };
    special.set(dayNumberOf(date), plan);
  }
  const week = (weekday: Weekday) => weeklyPlan(weekday, hours);
  return {
    weekly: { 1: week(1), 2: week(2), 3: week(3), 4: week(4), 5: week(5), 6: week(6), 7: week(7) },
    special,
    unofficial: new Set(pack.unofficialYears),
    ...knownYears(pack),
    passOnAfter,
  };
};

/** The plan of a day given as days since 1970-01-01: the form the arithmetic of terms works in. */
export const dayPlan = (calendar: WorkingCalendar, dayNumber: number): DayPlan =>
  calendar.special.get(dayNumber) ?? calendar.weekly[weekdayOfDayNumber(dayNumber)];

/** Whether the date counts in terms of working days. A Saturday-morning desk does not make Saturday one. */
export const isWorkingDay = (calendar: WorkingCalendar, date: LocalDate): boolean =>
  dayPlan(calendar, dayNumberOf(date)).working;

/** When the desk is open that day, in minutes of day. */
export const sessionsOn = (calendar: WorkingCalendar, date: LocalDate): readonly MinuteSession[] =>
  dayPlan(calendar, dayNumberOf(date)).sessions;

/** Why the date is not a working day; undefined when it is one. */
export const findRestReason = (calendar: WorkingCalendar, date: LocalDate): RestReason | undefined =>
  dayPlan(calendar, dayNumberOf(date)).rest;

/** A year whose days off are a forecast, or that the pack does not know from end to end. */
export const isUnofficialYear = (calendar: WorkingCalendar, year: number): boolean =>
  year < calendar.firstYear || year > calendar.lastYear || calendar.unofficial.has(year);

/** The years a pack speaks of, in order, and whether each is still a forecast. */
export const calendarYears = (pack: PackYears): { year: number; unofficial: boolean }[] => {
  const first = Number(pack.coversFrom.slice(0, 4));
  const last = Number(pack.coversTo.slice(0, 4));
  const { firstYear, lastYear } = knownYears(pack);
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = first + place;
    return { year, unofficial: year < firstYear || year > lastYear || pack.unofficialYears.includes(year) };
  });
};
