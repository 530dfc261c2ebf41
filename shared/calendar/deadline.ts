import type { Term, TermUnit } from '../catalogue/procedure.ts';
import { dayPlan, isUnofficialYear } from './working-calendar.ts';
import type { DayPlan, RestReason, WorkingCalendar } from './working-calendar.ts';
import type { MinuteSession } from './office-hours.ts';
import {
  addMonths,
  clockOf,
  DAY_MS,
  dateOfDayNumber,
  dayNumberAt,
  dayNumberOf,
  instantOf,
  instantOfDayNumber,
  minuteOfDayAt,
  parseClock,
  weekdayOfDayNumber,
} from './vietnam-time.ts';
import type { LocalDate } from './vietnam-time.ts';

/** Which way of counting gave the date; docs/deadlines.md has a worked example of each. */
export type DeadlineRule =
  'inDay' | 'nextWorkingDay' | 'workingHours' | 'workingDays' | 'calendarDays' | 'calendarMonths';

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
  'receivedAtUnusable' | 'termNotWhole' | 'termTooShort' | 'termTooLong' | 'cutoffUnreadable' | 'neverOpen';

export type DeadlineResult =
  { ok: true; deadline: Deadline } | { ok: false; fault: { code: DeadlineFaultCode } };

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
/** No run of closed days is this long; beyond it the office never opens. */
const SEARCH_DAYS = 400;

/** A minute of a day. */
interface Point {
  day: number;
  minute: number;
}

interface Start extends Point {
  shift?: StartShift;
}

const instantOfPoint = ({ day, minute }: Point) => instantOfDayNumber(day, minute);
const openingOf = (plan: DayPlan) => plan.sessions[0]?.from ?? 0;
const closingOf = (plan: DayPlan) => plan.sessions.at(-1)?.to ?? 0;

/** The first working day on or after `day`; undefined when the office never opens. */
const findWorkingDay = (calendar: WorkingCalendar, day: number): number | undefined => {
  for (let next = day; next < day + SEARCH_DAYS; next += 1) if (dayPlan(calendar, next).working) return next;
  return undefined;
};

/** The first session that is not over at `minute`: the running one, or the next to open. */
const findSession = (sessions: readonly MinuteSession[], minute: number): MinuteSession | undefined =>
  sessions.find(({ to }) => minute < to);

/** Where counting begins on the day of receipt itself, or why it cannot. `cutoff` is in minutes; "after" begins a minute later. */
const startWithin = (plan: DayPlan, received: Point, cutoff: number | undefined): Start | StartShift => {
  const session = findSession(plan.sessions, received.minute);
  if (!session) return { kind: 'afterClose' };
  if (cutoff !== undefined && received.minute > cutoff)
    return { kind: 'afterCutoff', cutoff: clockOf(cutoff) };
  if (received.minute >= session.from) return received;
  const kind = session === plan.sessions[0] ? 'beforeOpen' : 'atLunch';
  return { day: received.day, minute: session.from, shift: { kind } };
};

/** Where a term in working time begins: at the receipt, at the next session that day, or at the next working opening. */
const findStart = (
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
const addWorkingDays = (calendar: WorkingCalendar, start: Point, count: number): Point | undefined => {
  let day = start.day;
  for (let left = count; left > 0; left -= 1) {
    const next = findWorkingDay(calendar, day + 1);
    if (next === undefined) return undefined;
    day = next;
  }
  return { day, minute: fitInto(dayPlan(calendar, day), start.minute) };
};

/** The minute at which `minutes` of working sessions have passed; a term that ends with a session ends at its close. */
const addWorkingMinutes = (calendar: WorkingCalendar, start: Point, minutes: number): Point | undefined => {
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

/** Weekdays off in the days after `from` up to, not including, `to`. */
const daysMet = (calendar: WorkingCalendar, from: number, to: number) => {
  const skipped: Deadline['skipped'] = [];
  for (let day = from + 1; day < to; day += 1) {
    const { rest } = dayPlan(calendar, day);
    if (rest && weekdayOfDayNumber(day) <= 5) skipped.push({ date: dateOfDayNumber(day), reason: rest });
  }
  return skipped;
};

const workedWeekendsMet = (calendar: WorkingCalendar, from: number, to: number) => {
  const worked: Deadline['workedWeekends'] = [];
  for (let day = from + 1; day <= to; day += 1) {
    const { workedFor } = dayPlan(calendar, day);
    if (workedFor !== undefined) worked.push({ date: dateOfDayNumber(day), insteadOf: workedFor });
  }
  return worked;
};

const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();

const unofficialBetween = (calendar: WorkingCalendar, from: number, to: number): number[] => {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    if (isUnofficialYear(calendar, year)) years.push(year);
  return years;
};

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
