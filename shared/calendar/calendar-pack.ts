import * as z from 'zod';
import type { Problem } from '../text/problem.ts';
import { isLocalDate, weekdayOf } from './vietnam-time.ts';

/**
 * A calendar pack: the days off and the worked Saturdays of some years, as the government's yearly notices set them. Data, so a
 * new notice is a new pack and never a new program. Types come from the schema: the window imports them with `import type`.
 */
const localDate = z.iso.date().refine(isLocalDate);
const text = (max: number) => z.string().min(1).max(max);

export const calendarDayTypes = ['holiday', 'makeup', 'swap_off', 'working_weekend'] as const;

export const calendarDaySchema = z.strictObject({
  date: localDate,
  /** ISO weekday of `date`: says the date twice, so that a mistyped one is caught. */
  weekday: z.int().min(1).max(7),
  /** holiday: statutory rest; makeup: nghỉ bù; swap_off: weekday off, worked on `pairedWorkday`; working_weekend: that day. */
  type: z.enum(calendarDayTypes),
  name: text(120),
  pairedWorkday: localDate.nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  source: text(400),
});

export const calendarPackSchema = z.strictObject({
  kind: z.literal('calendar'),
  id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/),
  /** Rises with each issue; an older one is refused. */
  version: z.int().min(1).max(1_000_000),
  issued: localDate,
  title: text(200),
  /** First and last day the pack knows; outside them only the weekly rest is known. */
  coversFrom: localDate,
  coversTo: localDate,
  /** Years whose notice is not out: their dates are a forecast ("chưa chính thức"). */
  unofficialYears: z.array(z.int().min(1900).max(2199)).max(50),
  days: z.array(calendarDaySchema).max(5_000),
});

export type CalendarDay = z.infer<typeof calendarDaySchema>;
export type CalendarPack = z.infer<typeof calendarPackSchema>;
export type CalendarDayType = CalendarDay['type'];

export type CalendarPackProblemCode =
  | 'packShape'
  | 'coverageBackwards'
  | 'dayTwice'
  | 'dayOutsideCoverage'
  | 'weekdayMismatch'
  | 'restOnWeekend'
  | 'workOnWeekday'
  | 'pairMissing'
  | 'pairUnexpected'
  | 'pairTwice'
  | 'forecastNotMarked'
  | 'coverageGap';

export type CalendarPackResult =
  | { ok: true; pack: CalendarPack }
  | { ok: false; problems: Problem<CalendarPackProblemCode>[] };

const dayProblem = (
  index: number,
  code: CalendarPackProblemCode,
  date: string,
): Problem<CalendarPackProblemCode> => ({
  field: `days.${index}`,
  code,
  params: { date },
});

/** Every contradiction inside a well-shaped pack. */
export const findCalendarPackProblems = (pack: CalendarPack): Problem<CalendarPackProblemCode>[] => {
  const problems: Problem<CalendarPackProblemCode>[] = [];
  if (pack.coversFrom > pack.coversTo)
    problems.push({ field: 'coversTo', code: 'coverageBackwards', params: {} });
  const byDate = new Map<string, CalendarDay>();
  const pairedWith = new Set<string>();
  const report = (index: number, code: CalendarPackProblemCode, date: string) => {
    problems.push(dayProblem(index, code, date));
  };
  pack.days.forEach((day, index) => {
    if (byDate.has(day.date)) report(index, 'dayTwice', day.date);
    byDate.set(day.date, day);
    if (day.pairedWorkday === null) return;
    if (pairedWith.has(day.pairedWorkday)) report(index, 'pairTwice', day.pairedWorkday);
    pairedWith.add(day.pairedWorkday);
  });
  pack.days.forEach((day, index) => {
    const weekend = weekdayOf(day.date) > 5;
    if (weekdayOf(day.date) !== day.weekday) report(index, 'weekdayMismatch', day.date);
    if (day.date < pack.coversFrom || day.date > pack.coversTo) report(index, 'dayOutsideCoverage', day.date);
    if (day.confidence === 'low' && !pack.unofficialYears.includes(Number(day.date.slice(0, 4))))
      report(index, 'forecastNotMarked', day.date);
    if ((day.type === 'makeup' || day.type === 'swap_off') && weekend)
      report(index, 'restOnWeekend', day.date);
    if (day.type === 'working_weekend') {
      if (!weekend) report(index, 'workOnWeekday', day.date);
      if (!pairedWith.has(day.date)) report(index, 'pairMissing', day.date);
    }
    if (day.type === 'swap_off') {
      const worked = day.pairedWorkday === null ? undefined : byDate.get(day.pairedWorkday);
      if (worked?.type !== 'working_weekend') report(index, 'pairMissing', day.date);
    } else if (day.pairedWorkday !== null) report(index, 'pairUnexpected', day.date);
  });
  return problems;
};

/** Reads a parsed JSON value as a calendar pack, or says everything that is wrong with it. Never throws. */
export const parseCalendarPack = (input: unknown): CalendarPackResult => {
  const shaped = calendarPackSchema.safeParse(input);
  if (!shaped.success)
    return {
      ok: false,
      problems: shaped.error.issues
        .slice(0, 20)
        .map((issue) => ({ field: issue.path.map(String).join('.'), code: 'packShape', params: {} })),
    };
  const problems = findCalendarPackProblems(shaped.data);
  return problems.length === 0 ? { ok: true, pack: shaped.data } : { ok: false, problems };
};
