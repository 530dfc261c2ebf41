import {
  addWorkingMinutes,
  closingOf,
  daysMet,
  findStart,
  findWorkingDay,
  instantOfPoint,
  pointAt,
  unofficialBetween,
  workedWeekendsMet,
  workingMinutesBetween,
} from './counting.ts';
import type { Point } from './counting.ts';
import { computeDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { dateOfDayNumber, dayNumberAt, dayNumberOf } from './vietnam-time.ts';
import type { LocalDate } from './vietnam-time.ts';
import { dayPlan } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What was left of a term when its clock stopped: working minutes, days of the calendar, or the whole of an in-the-day term. */
export interface TermLeft {
  unit: 'minutes' | 'days' | 'sameDay';
  value: number;
}

/** The last day of a calendar term before it was moved off a rest day. */
const lastDay = ({ rolled, dueAt }: Deadline): number =>
  rolled ? dayNumberOf(rolled.from) : dayNumberAt(dueAt);

/** What is left of a promise at `pausedAt`. Nothing is left of one already broken. */
export const termLeft = (deadline: Deadline, pausedAt: number, calendar: WorkingCalendar): TermLeft => {
  const broken = pausedAt > deadline.dueAt;
  switch (deadline.rule) {
    case 'inDay':
    case 'nextWorkingDay':
      return { unit: 'sameDay', value: broken ? 0 : 1 };
    case 'workingHours':
    case 'workingDays': {
      const from = pointAt(Math.max(pausedAt, deadline.countedFrom));
      return {
        unit: 'minutes',
        value: broken ? 0 : workingMinutesBetween(calendar, from, pointAt(deadline.dueAt)),
      };
    }
    case 'calendarDays':
    case 'calendarMonths':
      return { unit: 'days', value: Math.max(0, lastDay(deadline) - dayNumberAt(pausedAt)) };
  }
};

const isOpening = (calendar: WorkingCalendar, { day, minute }: Point): boolean =>
  dayPlan(calendar, day).sessions.some(({ from }) => from === minute);

/** The next opening, where a promise for an opening would otherwise end at the close before it: the same minute of work. */
const nextOpening = (calendar: WorkingCalendar, point: Point): Point => {
  const later = dayPlan(calendar, point.day).sessions.find(({ from }) => from >= point.minute);
  if (later) return { day: point.day, minute: later.from };
  const day = findWorkingDay(calendar, point.day + 1);
  return day === undefined ? point : { day, minute: dayPlan(calendar, day).sessions[0]?.from ?? 0 };
};

const isClose = (calendar: WorkingCalendar, { day, minute }: Point): boolean =>
  dayPlan(calendar, day).sessions.some(({ to }) => to === minute);

/** The promise moved to `due`, with what is met on the way there from `from`. */
const promiseFor = (deadline: Deadline, from: Point, due: Point, calendar: WorkingCalendar): Deadline => {
  const { term, rule } = deadline;
  return {
    dueAt: instantOfPoint(due),
    countedFrom: instantOfPoint(from),
    term,
    skipped: daysMet(calendar, from.day, due.day),
    workedWeekends: workedWeekendsMet(calendar, from.day, due.day),
    unofficialYears: unofficialBetween(calendar, from.day, due.day),
    rule,
  };
};

const resumeWorking = (
  deadline: Deadline,
  minutes: number,
  resumed: Point,
  calendar: WorkingCalendar,
): Deadline | undefined => {
  const start = findStart(calendar, resumed, calendar.passOnAfter);
  const reached = start && addWorkingMinutes(calendar, start, minutes);
  if (!reached) return undefined;
  const atOpening = isOpening(calendar, pointAt(deadline.dueAt)) && isClose(calendar, reached);
  const moved = promiseFor(deadline, start, atOpening ? nextOpening(calendar, reached) : reached, calendar);
  return start.shift ? { ...moved, shift: start.shift } : moved;
};

const resumeCalendar = (
  deadline: Deadline,
  days: number,
  resumed: Point,
  calendar: WorkingCalendar,
): Deadline | undefined => {
  const last = resumed.day + days;
  const day = findWorkingDay(calendar, last);
  if (day === undefined) return undefined;
  const due = { day, minute: closingOf(dayPlan(calendar, day)) };
  const { rest } = dayPlan(calendar, last);
  return {
    ...promiseFor(deadline, resumed, due, calendar),
    skipped: daysMet(calendar, last, day),
    workedWeekends: [],
    ...(rest ? { rolled: { from: dateOfDayNumber(last), to: dateOfDayNumber(day), reason: rest } } : {}),
  };
};

const resume = (
  deadline: Deadline,
  left: TermLeft,
  resumedAt: number,
  calendar: WorkingCalendar,
): Deadline | undefined => {
  switch (left.unit) {
    case 'sameDay': {
      const counted = computeDeadline(deadline.term, resumedAt, calendar);
      return counted.ok ? counted.deadline : undefined;
    }
    case 'minutes':
      return resumeWorking(deadline, left.value, pointAt(resumedAt), calendar);
    case 'days':
      return resumeCalendar(deadline, left.value, pointAt(resumedAt), calendar);
  }
};

/**
 * The promise after a pause: what was left of the term at the request is given again from the moment the supplements came, so that
 * time spent waiting for the citizen is never counted (QĐ 766/QĐ-TTg). Supplements that come outside hours count from the next
 * opening, as a dossier does. A promise already broken when the clock stopped stays as it was, and no promise ever moves forward.
 * Rules and examples: docs/deadlines.md.
 */
export const resumeDeadline = (
  deadline: Deadline,
  pausedAt: number,
  resumedAt: number,
  calendar: WorkingCalendar,
): { deadline: Deadline; left: TermLeft } => {
  const left = termLeft(deadline, pausedAt, calendar);
  if (pausedAt > deadline.dueAt) return { deadline, left };
  const moved = resume(deadline, left, Math.max(pausedAt, resumedAt), calendar);
  return { deadline: moved && moved.dueAt > deadline.dueAt ? moved : deadline, left };
};

export type ReappointFaultCode = 'dateNotLater' | 'deskClosedThatDay' | 'dateTooFar';

/** A year on: a later appointment is a typing error. */
const farthestDays = 366;

/** The one new appointment of form 04: due at the close of `date`, a day the desk is open on, later than the promise it replaces. */
export const reappoint = (
  deadline: Deadline,
  date: LocalDate,
  at: number,
  calendar: WorkingCalendar,
): { ok: true; deadline: Deadline } | { ok: false; code: ReappointFaultCode } => {
  const day = dayNumberOf(date);
  const plan = dayPlan(calendar, day);
  if (day > dayNumberAt(Math.max(at, deadline.dueAt)) + farthestDays)
    return { ok: false, code: 'dateTooFar' };
  const due = { day, minute: closingOf(plan) };
  if (instantOfPoint(due) <= Math.max(deadline.dueAt, at)) return { ok: false, code: 'dateNotLater' };
  if (plan.sessions.length === 0) return { ok: false, code: 'deskClosedThatDay' };
  const moved = promiseFor(deadline, pointAt(at), due, calendar);
  // From here on it is an hour of the office, no longer "in the day".
  const inDay = deadline.rule === 'inDay' || deadline.rule === 'nextWorkingDay';
  return { ok: true, deadline: inDay ? { ...moved, rule: 'workingDays' } : moved };
};
