import { describe, expect, it } from 'vitest';
import shipped from '../../assets/calendar/vn-2024-2027.json';
import { messagesIn } from '../messages/index.ts';
import { parseCalendarPack } from './calendar-pack.ts';
import type { CalendarDay, CalendarPack } from './calendar-pack.ts';
import { calendarYears } from './working-calendar.ts';
import { weekdayOf } from './vietnam-time.ts';

const day = (date: string, type: CalendarDay['type'], more: Partial<CalendarDay> = {}): CalendarDay => ({
  date,
  weekday: weekdayOf(date),
  type,
  name: 'Ngày nghỉ mẫu',
  pairedWorkday: null,
  confidence: 'high',
  source: 'Thông báo mẫu',
  ...more,
});

const pack = (days: CalendarDay[], more: Partial<CalendarPack> = {}): CalendarPack => ({
  kind: 'calendar',
  id: 'mau',
  version: 1,
  issued: '2026-01-01',
  title: 'Lịch mẫu',
  coversFrom: '2026-01-01',
  coversTo: '2026-12-31',
  unofficialYears: [],
  days,
  ...more,
});

const codesOf = (input: unknown) => {
  const result = parseCalendarPack(input);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};

describe('the shipped calendar', () => {
  const parsed = parseCalendarPack(shipped);

  it('is valid', () => {
    expect(parsed).toMatchObject({ ok: true });
  });

  it('knows the closed weekdays of 2026 and its two worked Saturdays', () => {
    const of2026 = shipped.days.filter(({ date }) => date.startsWith('2026'));
    expect(
      of2026
        .filter(({ type, weekday }) => type !== 'working_weekend' && weekday <= 5)
        .map(({ date }) => date),
    ).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
      '2026-11-24',
    ]);
    expect(of2026.filter(({ type }) => type === 'working_weekend').map(({ date }) => date)).toEqual([
      '2026-01-10',
      '2026-08-22',
    ]);
  });

  it('rests the days fixed by law in every year, on the day or made up', () => {
    for (const year of [2024, 2025, 2026, 2027])
      for (const fixed of ['01-01', '04-30', '05-01', '09-02'])
        expect(
          shipped.days.some(({ date, type }) => date === `${year}-${fixed}` && type === 'holiday'),
          `${year}-${fixed}`,
        ).toBe(true);
  });

  it('rests five weekdays at Tết and two at Quốc khánh each year', () => {
    for (const year of ['2024', '2025', '2026', '2027']) {
      const weekdays = (name: string) =>
        shipped.days.filter(
          (one) => one.name.startsWith(name) && one.date.startsWith(year) && one.weekday <= 5,
        ).length;
      expect(weekdays('Tết Nguyên đán'), year).toBe(5);
      expect(weekdays('Quốc khánh'), year).toBe(2);
    }
  });

  it('marks 2027 as a forecast', () => {
    if (!parsed.ok) throw new Error('invalid');
    expect(calendarYears(parsed.pack)).toEqual([
      { year: 2024, unofficial: false },
      { year: 2025, unofficial: false },
      { year: 2026, unofficial: false },
      { year: 2027, unofficial: true },
    ]);
  });
});

describe('a year known in part', () => {
  it('is not official', () => {
    expect(calendarYears(pack([], { coversFrom: '2025-06-01', coversTo: '2027-12-30' }))).toEqual([
      { year: 2025, unofficial: true },
      { year: 2026, unofficial: false },
      { year: 2027, unofficial: true },
    ]);
  });
});

describe('a calendar pack is refused when', () => {
  const swapOff = day('2026-08-31', 'swap_off', { pairedWorkday: '2026-08-22' });
  const worked = day('2026-08-22', 'working_weekend');

  it.each<[string, unknown, string[]]>([
    ['it is not one', { kind: 'catalogue' }, []],
    ['it is null', null, []],
    ['a date does not exist', pack([day('2026-11-24', 'holiday', { date: '2026-02-30' })]), []],
    ['a key is unknown', { ...pack([]), script: 'x' }, []],
  ])('%s', (_name, input) => {
    expect(new Set(codesOf(input))).toEqual(new Set(['packShape']));
  });

  it('a day is given twice, in the wrong week or outside its years', () => {
    expect(codesOf(pack([day('2026-11-24', 'holiday'), day('2026-11-24', 'makeup')]))).toEqual(['dayTwice']);
    expect(codesOf(pack([day('2026-11-24', 'holiday', { weekday: 3 })]))).toEqual(['weekdayMismatch']);
    expect(codesOf(pack([day('2027-11-24', 'holiday')]))).toEqual(['dayOutsideCoverage']);
    expect(codesOf(pack([], { coversFrom: '2026-12-31', coversTo: '2026-01-01' }))).toEqual([
      'coverageBackwards',
    ]);
  });

  it('a swap does not have both its ends', () => {
    expect(codesOf(pack([swapOff, worked]))).toEqual([]);
    expect(codesOf(pack([swapOff]))).toEqual(['pairMissing']);
    expect(codesOf(pack([worked]))).toEqual(['pairMissing']);
    expect(codesOf(pack([{ ...swapOff, pairedWorkday: null }, worked]))).toEqual([
      'pairMissing',
      'pairMissing',
    ]);
    expect(
      codesOf(pack([swapOff, worked, day('2026-08-28', 'swap_off', { pairedWorkday: '2026-08-22' })])),
    ).toEqual(['pairTwice']);
    expect(
      codesOf(pack([swapOff, worked, day('2026-08-28', 'holiday', { pairedWorkday: '2026-08-29' })])),
    ).toEqual(['pairUnexpected']);
  });

  it('rest and work are on the wrong side of the week', () => {
    expect(codesOf(pack([day('2026-11-28', 'makeup')]))).toEqual(['restOnWeekend']);
    expect(
      codesOf(pack([{ ...swapOff, pairedWorkday: '2026-08-26' }, day('2026-08-26', 'working_weekend')])),
    ).toEqual(['workOnWeekday']);
  });

  it('a forecast is passed off as official', () => {
    const forecast = day('2026-11-24', 'holiday', { confidence: 'low' });
    expect(codesOf(pack([forecast]))).toEqual(['forecastNotMarked']);
    expect(codesOf(pack([forecast], { unofficialYears: [2026] }))).toEqual([]);
  });
});

it('every pack problem has words that name its date', () => {
  const words = messagesIn('vi').calendar.packProblems;
  expect(words.pairMissing({ date: '22/8/2026' })).toContain('22/8/2026');
});
