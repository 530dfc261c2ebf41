import { describe, expect, it } from 'vitest';
import shipped from '../../../assets/calendar/vn-2024-2027.json';
import { parseCalendarPack } from '../../calendar/calendar-pack.ts';
import type { CalendarPack } from '../../calendar/calendar-pack.ts';
import { defaultOfficeHours } from '../../calendar/office-hours.ts';
import { weekdayOf } from '../../calendar/vietnam-time.ts';
import { openWorkingCalendar } from '../../calendar/working-calendar.ts';
import { listAffected } from './notice.ts';
import { begin, calendar, on, takenIn } from './testing-life.ts';

const wednesday = '2026-11-25 09:00';

describe('a later holiday notice', () => {
  /** The shipped calendar with one more day off. */
  const addHoliday = (date: string): CalendarPack => {
    const parsed = parseCalendarPack({
      ...shipped,
      days: [
        ...shipped.days,
        {
          date,
          weekday: weekdayOf(date),
          type: 'holiday',
          name: 'Nghỉ mẫu',
          pairedWorkday: null,
          confidence: 'high',
          source: 'mẫu',
        },
      ].sort((one, other) => one.date.localeCompare(other.date)),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.pack;
  };

  it('lists who is touched and moves nothing', () => {
    // Friday 27/11 becomes a day off: one promise falls on it, one term now needs another day, one is over before it.
    const withDay = openWorkingCalendar(addHoliday('2026-11-27'), defaultOfficeHours());
    const onIt = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    const acrossIt = begin(takenIn({ value: 4, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    const beforeIt = begin(takenIn({ value: 2, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    const over = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    over.act('recordResult', wednesday);
    const states = [acrossIt, over, beforeIt, onIt].map(({ state }) => state);
    const before = JSON.stringify(states);
    expect(
      listAffected(states, withDay).map(({ kind, promised, wouldBe }) => ({ kind, promised, wouldBe })),
    ).toEqual([
      { kind: 'closedThatDay', promised: on('2026-11-27 15:40'), wouldBe: on('2026-11-30 15:40') },
      { kind: 'later', promised: on('2026-11-30 15:40'), wouldBe: on('2026-12-01 15:40') },
    ]);
    expect(listAffected(states, calendar)).toEqual([]);
    expect(JSON.stringify(states)).toBe(before);
  });

  it('counts again through the pauses, and leaves a date given by hand where it was given', () => {
    const withDay = openWorkingCalendar(addHoliday('2026-12-02'), defaultOfficeHours());
    const paused = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    paused.act('requestSupplements', wednesday);
    paused.act('receiveSupplements', '2026-11-30 10:00');
    const extended = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    extended.act('extend', wednesday, { date: '2026-12-04' });
    expect(listAffected([paused.state, extended.state], withDay)).toMatchObject([
      { kind: 'closedThatDay', promised: on('2026-12-02 16:40'), wouldBe: on('2026-12-03 16:40') },
    ]);
  });
});
