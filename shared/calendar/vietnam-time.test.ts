import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import {
  addDays,
  addMonths,
  clockOf,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  everyWeekday,
  formatDate,
  formatDateTime,
  formatDay,
  formatShortDate,
  formatTime,
  instantOf,
  isLocalDate,
  localDateAt,
  minuteOfDayAt,
  parseClock,
  parseTypedDate,
  weekdayOf,
} from './vietnam-time.ts';

const vi = messagesIn('vi').calendar;
const en = messagesIn('en').calendar;

describe('local dates', () => {
  it('turn over at midnight in Vietnam, whatever the time zone of the PC', () => {
    expect(localDateAt(Date.UTC(2026, 10, 23, 16, 59, 59, 999))).toBe('2026-11-23');
    expect(localDateAt(Date.UTC(2026, 10, 23, 17, 0))).toBe('2026-11-24');
    expect(minuteOfDayAt(Date.UTC(2026, 10, 23, 2, 15, 59))).toBe(9 * 60 + 15);
    expect(instantOf('2026-11-23', 9 * 60 + 15)).toBe(Date.UTC(2026, 10, 23, 2, 15));
    expect(localDateAt(-8 * 3_600_000)).toBe('1969-12-31');
  });

  it('agree with the platform’s own Asia/Ho_Chi_Minh', () => {
    const platform = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
    fc.assert(
      fc.property(
        fc.integer({ min: instantOf('1976-01-01', 0), max: instantOf('2199-12-31', 0) }),
        (instant) => {
          const [year, month, day] = platform.format(instant).split('-');
          expect(localDateAt(instant)).toBe(`${year ?? ''}-${month ?? ''}-${day ?? ''}`);
          expect(instantOf(localDateAt(instant), minuteOfDayAt(instant))).toBe(
            instant - (((instant % 60_000) + 60_000) % 60_000),
          );
        },
      ),
    );
  });

  it('count days and weekdays without a gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 80_000 }),
        fc.integer({ min: -4_000, max: 4_000 }),
        (day, step) => {
          const date = dateOfDayNumber(day);
          expect(isLocalDate(date)).toBe(true);
          expect(dayNumberOf(date)).toBe(day);
          expect(daysBetween(date, addDays(date, step))).toBe(step);
          expect(weekdayOf(date)).toBe(((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
        },
      ),
    );
  });

  it('add months by the corresponding day, or the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('are refused when they do not exist', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '0999-01-01',
      '2026-11-31',
      '',
      '20261101x',
    ])
      expect(isLocalDate(text), text).toBe(false);
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(() => dayNumberOf('2026-02-30')).toThrow(RangeError);
  });
});

describe('times of day', () => {
  it('are read strictly', () => {
    expect(parseClock('07:30')).toBe(450);
    for (const text of ['7:30', '24:00', '07:60', '07.30', '07:30 ', '', '٠٧:٣٠'])
      expect(parseClock(text), text).toBeUndefined();
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => parseClock(clockOf(minute)) === minute),
    );
  });
});

describe('dates typed by a clerk', () => {
  it('are day first, with the year in full', () => {
    for (const text of ['5/1/2026', '05/01/2026', '5-1-2026', '05.1.2026', '05012026', '  5/1/2026 '])
      expect(parseTypedDate(text), text).toBe('2026-01-05');
  });

  it('are refused rather than guessed', () => {
    for (const text of [
      '',
      '5/1/26',
      '29/2/2026',
      '31/4/2026',
      '0/1/2026',
      '1/0/2026',
      '1/13/2026',
      '2026-01-05',
      '5/1-2026',
      '5 1 2026',
      '1/1/1849',
      '1/1/2200',
      '512026',
      '٥/١/٢٠٢٦',
      '5/1/2026x',
      '\u00005/1/2026',
    ])
      expect(parseTypedDate(text), JSON.stringify(text)).toBeUndefined();
  });

  it('come back from their printed form', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumberOf('1850-01-01'), max: dayNumberOf('2199-12-31') }), (day) => {
        const date = dateOfDayNumber(day);
        expect(parseTypedDate(formatDay(date))).toBe(date);
      }),
    );
  });
});

describe('printed forms', () => {
  const instant = instantOf('2026-11-27', 9 * 60 + 15);

  it('are the same words on screen and paper', () => {
    expect(formatDate('2026-11-26', vi)).toBe('thứ Năm 26/11/2026');
    expect(formatDate('2026-11-22', vi)).toBe('Chủ nhật 22/11/2026');
    expect(formatDay('2026-11-06')).toBe('6/11/2026');
    expect(formatShortDate('2026-11-24', vi)).toBe('thứ Ba 24/11');
    expect(formatTime(instantOf('2026-11-26', 0))).toBe('0:00');
    expect(formatDateTime(instant, vi)).toBe('9:15 thứ Sáu 27/11/2026');
    expect(formatDateTime(instant, en)).toBe('9:15 Friday 27/11/2026');
  });

  it('name seven different weekdays in each language', () => {
    for (const words of [vi, en])
      expect(new Set(everyWeekday.map((day) => words.weekdays[day])).size).toBe(7);
  });
});
