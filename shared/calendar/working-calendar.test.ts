import { describe, expect, it } from 'vitest';
import shipped from '../../assets/calendar/vn-2024-2027.json';
import { parseCalendarPack } from './calendar-pack.ts';
import { defaultOfficeHours } from './office-hours.ts';
import type { OfficeHours } from './office-hours.ts';
import {
  findRestReason,
  isUnofficialYear,
  isWorkingDay,
  openWorkingCalendar,
  sessionsOn,
} from './working-calendar.ts';

const parsed = parseCalendarPack(shipped);
if (!parsed.ok) throw new Error('the shipped calendar is invalid');
const { pack } = parsed;

const weekdays = openWorkingCalendar(pack, defaultOfficeHours());
const morning = [{ from: '07:30', to: '11:30' }];
const saturdays = openWorkingCalendar(pack, { ...defaultOfficeHours(), 6: morning });
const fullDay = [
  { from: 450, to: 690 },
  { from: 780, to: 1020 },
];

describe('an ordinary week', () => {
  it('works Monday to Friday', () => {
    expect(isWorkingDay(weekdays, '2026-11-23')).toBe(true);
    expect(sessionsOn(weekdays, '2026-11-23')).toEqual(fullDay);
    expect(findRestReason(weekdays, '2026-11-23')).toBeUndefined();
    expect(isWorkingDay(weekdays, '2026-11-28')).toBe(false);
    expect(sessionsOn(weekdays, '2026-11-28')).toEqual([]);
    expect(findRestReason(weekdays, '2026-11-29')).toEqual({ kind: 'weekend' });
  });

  it('a Saturday-morning desk is open, yet Saturday is no working day', () => {
    expect(sessionsOn(saturdays, '2026-11-28')).toEqual([{ from: 450, to: 690 }]);
    expect(isWorkingDay(saturdays, '2026-11-28')).toBe(false);
    expect(findRestReason(saturdays, '2026-11-28')).toEqual({ kind: 'weekend' });
  });

  it('a weekday the office keeps shut is no working day', () => {
    const noWednesday = openWorkingCalendar(pack, { ...defaultOfficeHours(), 3: [] });
    expect(isWorkingDay(noWednesday, '2026-11-25')).toBe(false);
    expect(findRestReason(noWednesday, '2026-11-25')).toEqual({ kind: 'officeClosed' });
  });
});

describe('days the notices name', () => {
  it('close the office, with their name', () => {
    expect(findRestReason(weekdays, '2026-11-24')).toEqual({
      kind: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
    });
    expect(findRestReason(weekdays, '2026-04-27')).toEqual({
      kind: 'makeup',
      name: 'Nghỉ bù Giỗ Tổ Hùng Vương',
    });
    expect(findRestReason(weekdays, '2026-08-31')).toMatchObject({ kind: 'swapOff' });
    expect(sessionsOn(weekdays, '2026-11-24')).toEqual([]);
  });

  it('close a Saturday desk at Tết', () => {
    expect(sessionsOn(saturdays, '2026-02-14')).toEqual([]);
    expect(sessionsOn(saturdays, '2026-02-07')).not.toEqual([]);
  });

  it('make a swapped Saturday a working day with the hours of the day off, or the office’s own', () => {
    expect(isWorkingDay(weekdays, '2026-08-22')).toBe(true);
    expect(sessionsOn(weekdays, '2026-08-22')).toEqual(fullDay);
    expect(isWorkingDay(saturdays, '2026-08-22')).toBe(true);
    expect(sessionsOn(saturdays, '2026-08-22')).toEqual([{ from: 450, to: 690 }]);
    // 31/8 is a Monday: the Saturday follows Monday's hours, not those of the Friday before it.
    const shortMonday: OfficeHours = { ...defaultOfficeHours(), 1: [{ from: '08:00', to: '10:00' }] };
    expect(sessionsOn(openWorkingCalendar(pack, shortMonday), '2026-08-22')).toEqual([
      { from: 480, to: 600 },
    ]);
  });
});

describe('years', () => {
  it('are unofficial when forecast or outside the pack, where only the weekly rest is known', () => {
    expect([2023, 2024, 2026, 2027, 2028].map((year) => isUnofficialYear(weekdays, year))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(isWorkingDay(weekdays, '2028-11-24')).toBe(true);
    expect(isWorkingDay(weekdays, '2028-11-25')).toBe(false);
  });
});

it('an unreadable pass-on hour is refused at once', () => {
  expect(() => openWorkingCalendar(pack, defaultOfficeHours(), { passOnAfter: '3 giờ' })).toThrow(RangeError);
});
