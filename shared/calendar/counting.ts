import type { Deadline, StartShift } from './deadline.ts';
import type { MinuteSession } from './office-hours.ts';
import {
  clockOf,
  DAY_MS,
  dateOfDayNumber,
  dayNumberAt,
  instantOfDayNumber,
  minuteOfDayAt,
  weekdayOfDayNumber,
} from './vietnam-time.ts';
import { dayPlan, isUnofficialYear } from './working-calendar.ts';
import type { DayPlan, WorkingCalendar } from './working-calendar.ts';

/** The steps that terms are counted in, over days and minutes of the office: deadline.ts and resume.ts put them together. */

/** No run of closed days is this long; beyond it the office never opens. */
const SEARCH_DAYS = 400;

/** A minute of a day. */
export interface Point {
  day: number;
  minute: number;
}

export interface Start extends Point {
  shift?: StartShift;
}

/** The minute an instant falls in; seconds are dropped. */
export const pointAt = (instant: number): Point => ({
  day: dayNumberAt(instant),
  minute: minuteOfDayAt(instant),
});

export const instantOfPoint = ({ day, minute }: Point) => instantOfDayNumber(day, minute);
export const openingOf = (plan: DayPlan) => plan.sessions[0]?.from ?? 0;
export const closingOf = (plan: DayPlan) => plan.sessions.at(-1)?.to ?? 0;

/** The first working day on or after `day`; undefined when the office never opens. */
export const findWorkingDay = (calendar: WorkingCalendar, day: number): number | undefined => {
  for (let next = day; next < day + SEARCH_DAYS; next += 1) if (dayPlan(calendar, next).working) return next;
  return undefined;
};

/** The first session that is not over at `minute`: the running one, or the next to open. */
export const findSession = (sessions: readonly MinuteSession[], minute: number): MinuteSession | undefined =>
  sessions.find(({ to }) => minute < to);

/** Where counting begins on the day of receipt itself, or why it cannot. `cutoff` is in minutes; "after" begins a minute later. */
export const startWithin = (
  plan: DayPlan,
  received: Point,
  cutoff: number | undefined,
): Start | StartShift => {
  const session = findSession(plan.sessions, received.minute);
  if (!session) return { kind: 'afterClose' };
  if (cutoff !== undefined && received.minute > cutoff)
    return { kind: 'afterCutoff', cutoff: clockOf(cutoff) };
  if (received.minute >= session.from) return received;
  const kind = session === plan.sessions[0] ? 'beforeOpen' : 'atLunch';
  return { day: received.day, minute: session.from, shift: { kind } };
};

/** Where a term in working time begins: at the receipt, at the next session that day, or at the next working opening. */
export const findStart = (
  calendar: WorkingCalendar,
  received: Point,
  cutoff: number | undefined,
): Start | undefined => {
  const plan = dayPlan(calendar, received.day);
  const within: Start | StartShift = plan.working
    ? startWithin(plan, received, cutoff)
    : { kind: 'restDay', rest: plan.rest ?? { kind: 'weekend' } };
  if ('minute' in within) return within;
  const day = findWorkingDay(calendar, received.day + 1);
  return day === undefined ? undefined : { day, minute: openingOf(dayPlan(calendar, day)), shift: within };
};

/** The clock time kept on another day, moved into its sessions: opening, afternoon start or close, whichever is nearest on. */
const fitInto = (plan: DayPlan, minute: number): number => {
  const session = findSession(plan.sessions, minute);
  return session ? Math.max(minute, session.from) : closingOf(plan);
};

/** The same clock time `count` working days later (8:00 Monday and one day give 8:00 Tuesday). */
export const addWorkingDays = (calendar: WorkingCalendar, start: Point, count: number): Point | undefined => {
  let day = start.day;
  for (let left = count; left > 0; left -= 1) {
    const next = findWorkingDay(calendar, day + 1);
    if (next === undefined) return undefined;
    day = next;
  }
  return { day, minute: fitInto(dayPlan(calendar, day), start.minute) };
};

/** The minute at which `minutes` of working sessions have passed; a term that ends with a session ends at its close. */
export const addWorkingMinutes = (
  calendar: WorkingCalendar,
  start: Point,
  minutes: number,
): Point | undefined => {
  let left = minutes;
  let from = start.minute;
  let day: number | undefined = start.day;
  while (day !== undefined) {
    for (const session of dayPlan(calendar, day).sessions) {
      const begin = Math.max(from, session.from);
      if (begin >= session.to) continue;
      if (left <= session.to - begin) return { day, minute: begin + left };
      left -= session.to - begin;
    }
    from = 0;
    day = findWorkingDay(calendar, day + 1);
  }
  return undefined;
};

/** Minutes of working sessions between two points; 0 when the second is not later. */
export const workingMinutesBetween = (calendar: WorkingCalendar, from: Point, to: Point): number => {
  let minutes = 0;
  for (let { day } = from; day <= to.day; day += 1) {
    const { working, sessions } = dayPlan(calendar, day);
    if (!working) continue;
    for (const session of sessions) {
      const begin = Math.max(session.from, day === from.day ? from.minute : 0);
      const end = Math.min(session.to, day === to.day ? to.minute : session.to);
      minutes += Math.max(0, end - begin);
    }
  }
  return minutes;
};

/** Weekdays off in the days after `from` up to, not including, `to`. */
export const daysMet = (calendar: WorkingCalendar, from: number, to: number) => {
  const skipped: Deadline['skipped'] = [];
  for (let day = from + 1; day < to; day += 1) {
    const { rest } = dayPlan(calendar, day);
    if (rest && weekdayOfDayNumber(day) <= 5) skipped.push({ date: dateOfDayNumber(day), reason: rest });
  }
  return skipped;
};

export const workedWeekendsMet = (calendar: WorkingCalendar, from: number, to: number) => {
  const worked: Deadline['workedWeekends'] = [];
  for (let day = from + 1; day <= to; day += 1) {
    const { workedFor } = dayPlan(calendar, day);
    if (workedFor !== undefined) worked.push({ date: dateOfDayNumber(day), insteadOf: workedFor });
  }
  return worked;
};

const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();

export const unofficialBetween = (calendar: WorkingCalendar, from: number, to: number): number[] => {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    if (isUnofficialYear(calendar, year)) years.push(year);
  return years;
};
