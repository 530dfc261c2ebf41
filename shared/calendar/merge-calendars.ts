import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import { findCalendarPackProblems } from './calendar-pack.ts';
import type { CalendarPack } from './calendar-pack.ts';
import { addDays } from './vietnam-time.ts';

/** Of each id the newest version; the one issued last stands last, and of one day the one named later. */
export const calendarsInForce = (packs: readonly CalendarPack[]): CalendarPack[] => {
  const newest = new Map<string, CalendarPack>();
  for (const pack of packs) {
    const before = newest.get(pack.id);
    if (before === undefined || before.version <= pack.version) newest.set(pack.id, pack);
  }
  return packs
    .filter((pack) => newest.get(pack.id) === pack)
    .sort((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0));
};

const yearsOf = ({ coversFrom, coversTo }: CalendarPack): number[] => {
  const first = Number(coversFrom.slice(0, 4)) + (coversFrom.endsWith('-01-01') ? 0 : 1);
  const last = Number(coversTo.slice(0, 4)) - (coversTo.endsWith('-12-31') ? 0 : 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
};

/** One pack laid over another: what it covers is its own to say, a year it covers from end to end also whether it is a forecast. */
const layOver = (below: CalendarPack, above: CalendarPack): CalendarPack => {
  const whole = new Set(yearsOf(above));
  const isCovered = (date: string): boolean => date >= above.coversFrom && date <= above.coversTo;
  const unofficial = [...below.unofficialYears.filter((year) => !whole.has(year)), ...above.unofficialYears];
  return {
    ...below,
    coversFrom: below.coversFrom < above.coversFrom ? below.coversFrom : above.coversFrom,
    coversTo: below.coversTo > above.coversTo ? below.coversTo : above.coversTo,
    unofficialYears: [...new Set(unofficial)].sort((a, b) => a - b),
    days: [...below.days.filter(({ date }) => !isCovered(date)), ...above.days].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    ),
  };
};

/** All calendars as one: the shipped one, and over it the notices of single years in the order they were issued. Throws on none at all. */
export const mergeCalendars = (packs: readonly CalendarPack[]): CalendarPack => {
  const [first, ...rest] = calendarsInForce(packs);
  if (first === undefined) throw new RangeError('no calendar to merge');
  return rest.reduce(layOver, first);
};

const overlap = (a: CalendarPack, b: CalendarPack): boolean =>
  a.coversFrom <= b.coversTo && b.coversFrom <= a.coversTo;

/**
 * Whether a well-formed calendar may come beside or in the place of what is installed. Faults: packOlder (a version or an issue not newer than one it would
 * speak over), packInvalid (a gap in the years, or days that contradict the ones around them). Nothing is changed here.
 */
export const admitCalendar = (pack: CalendarPack, installed: readonly CalendarPack[]): Result<null> => {
  const newer = installed.find(
    (other) =>
      (other.id === pack.id && other.version >= pack.version) ||
      (other.issued > pack.issued && overlap(other, pack)),
  );
  if (newer) return fail('packOlder', { id: pack.id, version: pack.version, installed: newer.version });
  const others = installed.filter(({ id }) => id !== pack.id);
  const around = others.length > 0 ? mergeCalendars(others) : pack;
  const gap = pack.coversFrom > addDays(around.coversTo, 1) || pack.coversTo < addDays(around.coversFrom, -1);
  const problems = gap
    ? [
        {
          field: 'coversFrom',
          code: 'coverageGap',
          params: { from: around.coversFrom, to: around.coversTo },
        },
      ]
    : findCalendarPackProblems(mergeCalendars([...others, pack]));
  return problems.length > 0 ? fail('packInvalid', { reason: 'content' }, problems) : succeed(null);
};
