import type { Term, TermUnit } from '../catalogue/procedure.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  closingOf,
  daysMet,
  findStart,
  findWorkingDay,
  instantOfPoint,
  openingOf,
  startWithin,
  unofficialBetween,
  workedWeekendsMet,
} from './counting.ts';
import type { Point, Start } from './counting.ts';
import { dayPlan } from './working-calendar.ts';
import type { RestReason, WorkingCalendar } from './working-calendar.ts';
import {
  addMonths,
  dateOfDayNumber,
  dayNumberAt,
  dayNumberOf,
  instantOf,
  instantOfDayNumber,
  minuteOfDayAt,
  parseClock,
} from './vietnam-time.ts';
import type { LocalDate } from './vietnam-time.ts';

/** Which way of counting gave the date; docs/deadlines.md has a worked example of each. */
export type DeadlineRule =
  | 'inDay'
  | 'nextWorkingDay'
  | 'workingHours'
  | 'workingDays'
  | 'calendarDays'
  | 'calendarMonths';

/** Why counting did not begin at the minute of receipt. */
export type StartShift =
  | { kind: 'beforeOpen' | 'atLunch' | 'afterClose' }
  | { kind: 'afterCutoff'; cutoff: string }
  | { kind: 'restDay'; rest: RestReason };

/** A promised date with everything that explains it. JSON-safe: frozen in the acceptance event and never recomputed. */
export interface Deadline {
  /** Always within, or at the close of, a session of the office. */
  dueAt: number;
  /** The instant the term runs from: the receipt itself, or the next working opening. */
  countedFrom: number;
  /** Absent when counting began at the receipt. */
  shift?: StartShift;
  term: Term;
  /** Weekdays between receipt and due date that did not count; plain Saturdays and Sundays are not listed. */
  skipped: { date: LocalDate; reason: RestReason }[];
  /** Worked Saturdays that did count, each with the day off it stands in for. */
  workedWeekends: { date: LocalDate; insteadOf: LocalDate }[];
  /** The last day of a calendar term was a rest day. */
  rolled?: { from: LocalDate; to: LocalDate; reason: RestReason };
  /** Years met on the way whose days off are not official. */
  unofficialYears: number[];
  rule: DeadlineRule;
}

export type DeadlineFaultCode =
  | 'receivedAtUnusable'
  | 'termNotWhole'
  | 'termTooShort'
  | 'termTooLong'
  | 'cutoffUnreadable'
  | 'neverOpen';

export type DeadlineResult =
  | { ok: true; deadline: Deadline }
  | { ok: false; fault: { code: DeadlineFaultCode } };

/** Ten years of each unit: anything longer is a typing error in a catalogue. */
const longest: Readonly<Record<TermUnit, number>> = {
  SAME_DAY: 1,
  HOUR: 20_880,
  WORKING_DAY: 2_610,
  DAY: 3_653,
  MONTH: 120,
};
/** A receipt outside these is a broken clock, not a date to count from. */
const firstReceipt = instantOf('2000-01-01', 0);
const lastReceipt = instantOf('2200-01-01', 0);

interface Counting {
  calendar: WorkingCalendar;
  term: Term;
  received: Point;
  cutoff: number | undefined;
}

const neverOpen = { ok: false, fault: { code: 'neverOpen' } } as const satisfies DeadlineResult;

const inWorkingTime = (
  { calendar, term, received }: Counting,
  start: Start,
  due: Point,
  rule: DeadlineRule,
): DeadlineResult => ({
  ok: true,
  deadline: {
    dueAt: instantOfPoint(due),
    countedFrom: instantOfPoint(start),
    ...(start.shift ? { shift: start.shift } : {}),
    term,
    skipped: daysMet(calendar, received.day, due.day),
    workedWeekends: workedWeekendsMet(calendar, received.day, due.day),
    unofficialYears: unofficialBetween(calendar, received.day, due.day),
    rule,
  },
});

/** Due at the close of the day the desk took it, a Saturday desk's too; past the cut-off, at the close of the next working day. */
const countSameDay = (counting: Counting): DeadlineResult => {
  const { calendar, received, cutoff } = counting;
  const plan = dayPlan(calendar, received.day);
  const open = plan.sessions.length > 0;
  const within = open ? startWithin(plan, received, cutoff) : undefined;
  if (within && 'minute' in within)
    return inWorkingTime(counting, within, { day: received.day, minute: closingOf(plan) }, 'inDay');
  const day = findWorkingDay(calendar, received.day + 1);
  if (day === undefined) return neverOpen;
  const next = dayPlan(calendar, day);
  const shift = within ?? { kind: 'restDay', rest: plan.rest ?? { kind: 'weekend' } };
  const start = { day, minute: openingOf(next), shift };
  return inWorkingTime(counting, start, { day, minute: closingOf(next) }, 'nextWorkingDay');
};

const countWorkingTime = (counting: Counting, unit: 'HOUR' | 'WORKING_DAY'): DeadlineResult => {
  const { calendar, term, received, cutoff } = counting;
  const start = findStart(calendar, received, cutoff);
  if (!start) return neverOpen;
  const hours = unit === 'HOUR';
  const due = hours
    ? addWorkingMinutes(calendar, start, term.value * 60)
    : addWorkingDays(calendar, start, term.value);
  return due ? inWorkingTime(counting, start, due, hours ? 'workingHours' : 'workingDays') : neverOpen;
};

/**
 * The day of receipt is not counted and the term ends with its last day, or with the next working day when that is a rest day
 * (Bộ luật Dân sự 2015, Điều 147(2), 148(1), (3), (5)). So the hour of receipt has no say, and the due hour is the office's close.
 */
const countCalendarTime = ({ calendar, term, received }: Counting, unit: 'DAY' | 'MONTH'): DeadlineResult => {
  const last =
    unit === 'DAY'
      ? received.day + term.value
      : dayNumberOf(addMonths(dateOfDayNumber(received.day), term.value));
  const day = findWorkingDay(calendar, last);
  if (day === undefined) return neverOpen;
  const { rest } = dayPlan(calendar, last);
  return {
    ok: true,
    deadline: {
      dueAt: instantOfDayNumber(day, closingOf(dayPlan(calendar, day))),
      countedFrom: instantOfPoint(received),
      term,
      skipped: daysMet(calendar, last, day),
      workedWeekends: [],
      ...(rest ? { rolled: { from: dateOfDayNumber(last), to: dateOfDayNumber(day), reason: rest } } : {}),
      unofficialYears: unofficialBetween(calendar, last, day),
      rule: unit === 'DAY' ? 'calendarDays' : 'calendarMonths',
    },
  };
};

const findFault = (term: Term, receivedAt: number): DeadlineFaultCode | undefined => {
  if (!(receivedAt >= firstReceipt && receivedAt < lastReceipt)) return 'receivedAtUnusable';
  if (!Number.isInteger(term.value)) return 'termNotWhole';
  if (term.value < 1) return 'termTooShort';
  if (term.value > longest[term.unit]) return 'termTooLong';
  if (term.cutoff !== undefined && parseClock(term.cutoff) === undefined) return 'cutoffUnreadable';
  return undefined;
};

/**
 * When the result of a dossier received at `receivedAt` (ms since the epoch; seconds are dropped) is due. Pure and never throws;
 * a term or a clock that makes no sense is a coded fault. A cut-off on the term comes before the office's own pass-on hour, which
 * never touches results due in the day. Rules, sources and examples: docs/deadlines.md.
 */
export const computeDeadline = (
  term: Term,
  receivedAt: number,
  calendar: WorkingCalendar,
): DeadlineResult => {
  const code = findFault(term, receivedAt);
  if (code !== undefined) return { ok: false, fault: { code } };
  const received = { day: dayNumberAt(receivedAt), minute: minuteOfDayAt(receivedAt) };
  const cutoff = term.cutoff === undefined ? undefined : parseClock(term.cutoff);
  const counting = { calendar, term, received, cutoff };
  switch (term.unit) {
    case 'SAME_DAY':
      return countSameDay(counting);
    case 'HOUR':
    case 'WORKING_DAY':
      return countWorkingTime({ ...counting, cutoff: cutoff ?? calendar.passOnAfter }, term.unit);
    case 'DAY':
    case 'MONTH':
      return countCalendarTime(counting, term.unit);
  }
};
