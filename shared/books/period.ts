import { addDays, addMonths, formatDay, instantOf, isLocalDate } from '../calendar/vietnam-time.ts';
import type { LocalDate } from '../calendar/vietnam-time.ts';
import type { Messages } from '../messages/index.ts';

/** Days a book covers, both included. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

export const periodKinds = ['day', 'month', 'quarter', 'year', 'range'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
const quarterOf = (day: LocalDate): number => Math.ceil(monthOf(day) / 3);

const monthsFrom = (first: LocalDate, months: number): Period => ({
  from: first,
  to: addDays(addMonths(first, months), -1),
});

/** The day, month, quarter or year a day lies in. */
export const periodAround = (kind: Exclude<PeriodKind, 'range'>, day: LocalDate): Period => {
  const year = day.slice(0, 4);
  switch (kind) {
    case 'day':
      return { from: day, to: day };
    case 'month':
      return monthsFrom(`${day.slice(0, 7)}-01`, 1);
    case 'quarter':
      return monthsFrom(`${year}-${String(quarterOf(day) * 3 - 2).padStart(2, '0')}-01`, 3);
    case 'year':
      return monthsFrom(`${year}-01-01`, 12);
  }
};

/** The period of the same kind before or after. */
export const stepPeriod = (kind: Exclude<PeriodKind, 'range'>, { from, to }: Period, by: 1 | -1): Period =>
  periodAround(kind, by > 0 ? addDays(to, 1) : addDays(from, -1));

/** What a period is by its days: a whole month is a month, however it was chosen. */
export const kindOfPeriod = (period: Period): PeriodKind => {
  const isAll = (kind: Exclude<PeriodKind, 'range'>): boolean => {
    const { from, to } = periodAround(kind, period.from);
    return from === period.from && to === period.to;
  };
  const whole = (['day', 'month', 'quarter', 'year'] as const).find(isAll);
  return whole ?? 'range';
};

/** Longer than any book is kept in one piece: a year typed with a digit too few. */
const mostYears = 10;

export const isPeriod = ({ from, to }: Period): boolean =>
  isLocalDate(from) && isLocalDate(to) && from <= to && to < addMonths(from, mostYears * 12);

/** First instant of the period, and the first after it. */
export const instantsOf = ({ from, to }: Period): { from: number; until: number } => ({
  from: instantOf(from, 0),
  until: instantOf(addDays(to, 1), 0),
});

const roman = ['I', 'II', 'III', 'IV'];

/** "tháng 11 năm 2026" */
export const periodText = (period: Period, { books }: Messages): string => {
  const { from, to } = period;
  const year = from.slice(0, 4);
  switch (kindOfPeriod(period)) {
    case 'day':
      return books.period.day({ day: formatDay(from) });
    case 'month':
      return books.period.month({ month: monthOf(from), year });
    case 'quarter':
      return books.period.quarter({ quarter: roman[quarterOf(from) - 1] ?? '', year });
    case 'year':
      return books.period.year({ year });
    case 'range':
      return books.period.range({ from: formatDay(from), to: formatDay(to) });
  }
};

/** "2026-11", "2026-quy-4", "2026-11-01_2026-11-15": a period in a file's name. */
export const periodSlug = (period: Period): string => {
  const { from, to } = period;
  switch (kindOfPeriod(period)) {
    case 'day':
      return from;
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${from.slice(0, 4)}-quy-${quarterOf(from)}`;
    case 'year':
      return from.slice(0, 4);
    case 'range':
      return `${from}_${to}`;
  }
};
