import type { Messages } from '../messages/index.ts';

/**
 * Instants (milliseconds since the epoch) and local dates ('YYYY-MM-DD') of Vietnam: UTC+7 all year, no summer time since
 * 1975, so plain arithmetic is exact and the PC's own time zone never matters.
 */

/** 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. */
export type LocalDate = string;
/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Words = Messages['calendar'];

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1_440;
const OFFSET_MS = 7 * 60 * MINUTE_MS;
/** Dates a clerk may type: the oldest living citizen's birth to the end of any term. */
const TYPED_YEARS = { first: 1850, last: 2199 } as const;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** All seven, Monday first. */
export const everyWeekday: readonly Weekday[] = weekdays;

const two = (value: number) => String(value).padStart(2, '0');

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number) =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** Days since 1970-01-01 of a day of the Gregorian calendar; `month` 1 to 12. */
const dayNumberOfParts = (year: number, month: number, day: number) =>
  Math.round(Date.UTC(year, month - 1, day) / DAY_MS);

/** Year, month (1–12) and day of a local date. Throws RangeError on text that is not a real 'YYYY-MM-DD'. */
const partsOf = (date: LocalDate): { year: number; month: number; day: number } => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  if (!isLocalDate(date)) throw new RangeError(`not a local date: ${date.slice(0, 40)}`);
  return { year, month, day };
};

const formOf = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Whether the text is a day that exists, written 'YYYY-MM-DD', year 1000 or later. */
export const isLocalDate = (text: string): boolean => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
};

/** Days since 1970-01-01. Throws RangeError on text that is not a real date. */
export const dayNumberOf = (date: LocalDate): number => {
  const { year, month, day } = partsOf(date);
  return dayNumberOfParts(year, month, day);
};

/** The date `dayNumber` days after 1970-01-01. */
export const dateOfDayNumber = (dayNumber: number): LocalDate => {
  const day = new Date(dayNumber * DAY_MS);
  return formOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
};

export const weekdayOfDayNumber = (dayNumber: number): Weekday =>
  // 1970-01-01 was a Thursday.
  weekdays[(((dayNumber + 3) % 7) + 7) % 7] ?? 1;

export const weekdayOf = (date: LocalDate): Weekday => weekdayOfDayNumber(dayNumberOf(date));

/** Days since 1970-01-01 of the local day an instant falls in. */
export const dayNumberAt = (instant: number): number => Math.floor((instant + OFFSET_MS) / DAY_MS);

export const localDateAt = (instant: number): LocalDate => dateOfDayNumber(dayNumberAt(instant));

/** Whole minutes since local midnight, 0 to 1439: what the clock on the wall shows. */
export const minuteOfDayAt = (instant: number): number =>
  Math.floor((instant + OFFSET_MS - dayNumberAt(instant) * DAY_MS) / MINUTE_MS);

/** The instant of a minute of a local day; minute 1440 is the next midnight. */
export const instantOfDayNumber = (dayNumber: number, minute: number): number =>
  dayNumber * DAY_MS + minute * MINUTE_MS - OFFSET_MS;

export const instantOf = (date: LocalDate, minute: number): number =>
  instantOfDayNumber(dayNumberOf(date), minute);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOfDayNumber(dayNumberOf(date) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from);

/** The corresponding day of a later month, or that month's last day when it has none (Bộ luật Dân sự 2015, Điều 148(3)). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return formOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
};

/** Minutes of day of 'HH:MM' in 24 hours, or undefined when it is anything else. */
export const parseClock = (text: string): number | undefined => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return undefined;
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
};

/** 'HH:MM' of a minute of day, as data keeps it. */
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/**
 * A date as a clerk types it: d/m/yyyy with '/', '-' or '.' throughout, or eight digits ddmmyyyy. Day first, always; the year
 * in full, since "26" may be a child or a great-grandmother. Undefined when it is no real day between 1850 and 2199.
 */
export const parseTypedDate = (text: string): LocalDate | undefined => {
  const found =
    /^(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})$/.exec(text.trim()) ??
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/.exec(text.trim());
  const groups = found?.groups;
  if (!groups) return undefined;
  const year = Number(groups['year']);
  if (year < TYPED_YEARS.first || year > TYPED_YEARS.last) return undefined;
  const date = formOf(year, Number(groups['month']), Number(groups['day']));
  return isLocalDate(date) ? date : undefined;
};

/** An instant or a local date: whatever the caller holds. */
type Moment = number | LocalDate;

const dateOf = (moment: Moment): LocalDate => (typeof moment === 'number' ? localDateAt(moment) : moment);

/** 9:15, 24 hours, no leading zero. */
export const formatMinute = (minute: number): string => `${Math.floor(minute / 60)}:${two(minute % 60)}`;

/** 9:15 */
export const formatTime = (instant: number): string => formatMinute(minuteOfDayAt(instant));

/** 26/11/2026 */
export const formatDay = (moment: Moment): string => {
  const { year, month, day } = partsOf(dateOf(moment));
  return `${day}/${month}/${year}`;
};

/** 26/11: only where the year is plain from what stands beside it. */
export const formatShortDay = (moment: Moment): string => {
  const { month, day } = partsOf(dateOf(moment));
  return `${day}/${month}`;
};

/** thứ Năm 26/11/2026 */
export const formatDate = (moment: Moment, words: Words): string =>
  `${words.weekdays[weekdayOf(dateOf(moment))]} ${formatDay(moment)}`;

/** thứ Năm 26/11 */
export const formatShortDate = (moment: Moment, words: Words): string =>
  `${words.weekdays[weekdayOf(dateOf(moment))]} ${formatShortDay(moment)}`;

/** 9:15 thứ Sáu 27/11/2026 */
export const formatDateTime = (instant: number, words: Words): string =>
  `${formatTime(instant)} ${formatDate(instant, words)}`;
