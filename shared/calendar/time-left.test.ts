import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { computeDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { isWorkingDay, openWorkingCalendar } from './working-calendar.ts';
import { addDays, instantOf, localDateAt } from './vietnam-time.ts';
import type { Term } from '../catalogue/procedure.ts';
import { timeLeft } from './time-left.ts';

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const calendar = openWorkingCalendar(
  {
    kind: 'calendar',
    id: 'sample',
    version: 1,
    issued: '2026-01-01',
    title: 'Sample',
    coversFrom: '2026-01-01',
    coversTo: '2027-12-31',
    unofficialYears: [],
    days: [
      {
        date: '2026-11-24',
        weekday: 2,
        type: 'holiday',
        name: 'Ngày nghỉ mẫu',
        pairedWorkday: null,
        confidence: 'high',
        source: 'mẫu',
      },
      {
        date: '2026-12-31',
        weekday: 4,
        type: 'swap_off',
        name: 'Hoán đổi mẫu',
        pairedWorkday: '2026-12-26',
        confidence: 'high',
        source: 'mẫu',
      },
      {
        date: '2026-12-26',
        weekday: 6,
        type: 'working_weekend',
        name: 'Làm bù mẫu',
        pairedWorkday: null,
        confidence: 'high',
        source: 'mẫu',
      },
      {
        date: '2027-01-01',
        weekday: 5,
        type: 'holiday',
        name: 'Tết Dương lịch',
        pairedWorkday: null,
        confidence: 'high',
        source: 'mẫu',
      },
    ],
  },
  { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
);

const deadlineOf = (term: Term, receivedAt: number): Deadline => {
  const result = computeDeadline(term, receivedAt, calendar);
  if (!result.ok) throw new Error(result.fault.code);
  return result.deadline;
};
const monday = instantOf('2026-11-23', 9 * 60 + 15);

describe('timeLeft', () => {
  test('leaves out the days off that were frozen with the promise', () => {
    const deadline = deadlineOf({ value: 3, unit: 'WORKING_DAY' }, monday);
    expect(localDateAt(deadline.dueAt)).toBe('2026-11-27');
    expect(timeLeft(deadline, monday)).toEqual({ kind: 'workingDays', days: 3 });
    expect(timeLeft(deadline, instantOf('2026-11-26', 600))).toEqual({ kind: 'workingDays', days: 1 });
  });

  test('the day itself, the hour past, the days past', () => {
    const deadline = deadlineOf({ value: 3, unit: 'WORKING_DAY' }, monday);
    expect(timeLeft(deadline, instantOf('2026-11-27', 8 * 60))).toEqual({ kind: 'today' });
    expect(timeLeft(deadline, instantOf('2026-11-27', 10 * 60))).toEqual({ kind: 'lateToday' });
    expect(timeLeft(deadline, instantOf('2026-11-30', 10 * 60))).toEqual({ kind: 'late', days: 3 });
  });

  test('a term in calendar days is told in calendar days', () => {
    const deadline = deadlineOf({ value: 15, unit: 'DAY' }, monday);
    expect(timeLeft(deadline, monday)).toEqual({ kind: 'calendarDays', days: 15 });
  });

  test('agrees with the calendar for any term received in working hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 80 }),
        (offset, value, later) => {
          const date = addDays('2026-02-02', offset);
          fc.pre(isWorkingDay(calendar, date));
          const receivedAt = instantOf(date, 9 * 60);
          const deadline = deadlineOf({ value, unit: 'WORKING_DAY' }, receivedAt);
          const today = addDays(date, later);
          const now = instantOf(today, 8 * 60);
          fc.pre(today < localDateAt(deadline.dueAt) && now >= receivedAt - 3_600_000);
          let expected = 0;
          for (let next = addDays(today, 1); next <= localDateAt(deadline.dueAt); next = addDays(next, 1))
            if (isWorkingDay(calendar, next)) expected += 1;
          expect(timeLeft(deadline, now)).toEqual({ kind: 'workingDays', days: expected });
        },
      ),
    );
  });
});
