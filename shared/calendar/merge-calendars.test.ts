import { describe, expect, it } from 'vitest';
import { parseCalendarPack } from './calendar-pack.ts';
import type { CalendarDay, CalendarPack } from './calendar-pack.ts';
import { admitCalendar, mergeCalendars } from './merge-calendars.ts';
import { defaultOfficeHours } from './office-hours.ts';
import { weekdayOf } from './vietnam-time.ts';
import { calendarYears, isWorkingDay, openWorkingCalendar } from './working-calendar.ts';

const day = (date: string, change: Partial<CalendarDay> = {}): CalendarDay => ({
  date,
  weekday: weekdayOf(date),
  type: 'holiday',
  name: `Ngày nghỉ ${date}`,
  pairedWorkday: null,
  confidence: 'high',
  source: 'Thông báo mẫu',
  ...change,
});

const pack = (change: Partial<CalendarPack> = {}): CalendarPack => ({
  kind: 'calendar',
  id: 'vn-lich-mau',
  version: 1,
  issued: '2026-11-01',
  title: 'Lịch mẫu',
  coversFrom: '2026-01-01',
  coversTo: '2027-12-31',
  unofficialYears: [2027],
  days: [day('2026-04-30'), day('2027-02-05', { confidence: 'low' }), day('2027-04-30')],
  ...change,
});

/** The notice of one year. */
const notice = (year: number, change: Partial<CalendarPack> = {}): CalendarPack =>
  pack({
    id: `vn-lich-${year}`,
    issued: '2026-12-10',
    coversFrom: `${year}-01-01`,
    coversTo: `${year}-12-31`,
    unofficialYears: [],
    days: [day(`${year}-02-08`), day(`${year}-04-30`)],
    ...change,
  });

const dates = (merged: CalendarPack) => merged.days.map(({ date }) => date);

describe('calendars laid over each other', () => {
  it('let a year’s notice make its forecast official, and leave the other years', () => {
    const merged = mergeCalendars([pack(), notice(2027)]);
    expect(dates(merged)).toEqual(['2026-04-30', '2027-02-08', '2027-04-30']);
    expect(calendarYears(merged)).toEqual([
      { year: 2026, unofficial: false },
      { year: 2027, unofficial: false },
    ]);
    const calendar = openWorkingCalendar(merged, defaultOfficeHours());
    expect(isWorkingDay(calendar, '2027-02-05')).toBe(true);
    expect(isWorkingDay(calendar, '2027-02-08')).toBe(false);
    expect(parseCalendarPack(merged).ok).toBe(true);
  });

  it('count the newest version of an id, wherever it stands, and the last issue of a day', () => {
    const newer = pack({ version: 3, days: [day('2026-09-02')] });
    expect(dates(mergeCalendars([newer, pack({ version: 2 })]))).toEqual(['2026-09-02']);
    // A shipped calendar issued after a notice already holds what that said.
    const later = pack({ issued: '2027-03-01', unofficialYears: [], days: [day('2027-05-01')] });
    expect(dates(mergeCalendars([later, notice(2027)]))).toEqual(['2027-05-01']);
  });

  it('grow by a following year, and keep a half-covered year a forecast', () => {
    const grown = mergeCalendars([pack(), notice(2028)]);
    expect(grown).toMatchObject({ coversFrom: '2026-01-01', coversTo: '2028-12-31' });
    const half = notice(2027, { coversTo: '2027-06-30' });
    expect(calendarYears(mergeCalendars([pack(), half]))[1]).toEqual({ year: 2027, unofficial: true });
  });
});

describe('a calendar to install', () => {
  it('is taken when it is newer, of its own id or over others', () => {
    expect(admitCalendar(notice(2027), [pack()])).toEqual({ ok: true, value: null });
    expect(admitCalendar(pack({ version: 2 }), [pack()]).ok).toBe(true);
    expect(admitCalendar(notice(2027, { version: 2 }), [pack(), notice(2027)]).ok).toBe(true);
  });

  it('is refused when it would speak over something newer', () => {
    expect(admitCalendar(pack(), [pack()])).toMatchObject({ fault: { code: 'packOlder' } });
    expect(admitCalendar(pack(), [pack({ version: 2 })])).toMatchObject({
      fault: { code: 'packOlder', params: { installed: 2 } },
    });
    expect(admitCalendar(notice(2027, { issued: '2026-10-01' }), [pack()])).toMatchObject({
      fault: { code: 'packOlder' },
    });
  });

  it('is refused when years between are missing, or its days contradict those around it', () => {
    expect(admitCalendar(notice(2030), [pack()])).toMatchObject({
      fault: { code: 'packInvalid', problems: [{ field: 'coversFrom', code: 'coverageGap' }] },
    });
    const paired = pack({
      days: [
        day('2026-12-31', { type: 'swap_off', pairedWorkday: '2027-01-02' }),
        day('2027-01-02', { type: 'working_weekend' }),
      ],
    });
    expect(parseCalendarPack(paired).ok).toBe(true);
    expect(admitCalendar(notice(2027), [paired])).toMatchObject({
      fault: { code: 'packInvalid', problems: [{ code: 'pairMissing' }] },
    });
  });
});
