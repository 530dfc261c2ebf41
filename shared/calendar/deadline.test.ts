import { describe, expect, it } from 'vitest';
import shipped from '../../assets/calendar/vn-2024-2027.json';
import type { Term } from '../catalogue/procedure.ts';
import { messagesIn } from '../messages/index.ts';
import { parseCalendarPack } from './calendar-pack.ts';
import { computeDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { deadlineReason, deadlineWarning, explainDeadline } from './explain-deadline.ts';
import { defaultOfficeHours } from './office-hours.ts';
import type { OfficeHours } from './office-hours.ts';
import { formatDateTime, instantOf, parseClock } from './vietnam-time.ts';
import { openWorkingCalendar } from './working-calendar.ts';
import type { CalendarOptions } from './working-calendar.ts';

const vi = messagesIn('vi').calendar;
const en = messagesIn('en').calendar;
const parsed = parseCalendarPack(shipped);
if (!parsed.ok) throw new Error('the shipped calendar is invalid');
const { pack } = parsed;

const open = (hours: Partial<OfficeHours> = {}, options: CalendarOptions = {}) =>
  openWorkingCalendar(pack, { ...defaultOfficeHours(), ...hours }, options);
const office = open();
const at = (date: string, clock: string) => instantOf(date, parseClock(clock) ?? NaN);

const deadlineOf = (term: Term, receivedAt: number, calendar = office): Deadline => {
  const result = computeDeadline(term, receivedAt, calendar);
  if (!result.ok) throw new Error(result.fault.code);
  return result.deadline;
};
const dueOf = (term: Term, receivedAt: number, calendar = office) =>
  formatDateTime(deadlineOf(term, receivedAt, calendar).dueAt, vi);

describe('a deadline', () => {
  it('keeps all that explains it, as plain JSON', () => {
    const term: Term = { value: 3, unit: 'WORKING_DAY' };
    const deadline = deadlineOf(term, at('2026-11-23', '17:20'));
    expect(deadline).toEqual({
      dueAt: at('2026-11-30', '07:30'),
      countedFrom: at('2026-11-25', '07:30'),
      shift: { kind: 'afterClose' },
      term,
      skipped: [{ date: '2026-11-24', reason: { kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' } }],
      workedWeekends: [],
      unofficialYears: [],
      rule: 'workingDays',
    });
    expect(JSON.parse(JSON.stringify(deadline))).toEqual(deadline);
  });

  it('drops the seconds', () => {
    const exact = at('2026-11-25', '09:15');
    expect(deadlineOf({ value: 1, unit: 'HOUR' }, exact + 59_999).dueAt).toBe(exact + 3_600_000);
    expect(dueOf({ value: 1, unit: 'SAME_DAY', cutoff: '15:00' }, at('2026-11-25', '15:00') + 59_999)).toBe(
      '17:00 thứ Tư 25/11/2026',
    );
  });

  it('is the close of the day when received in the last minute, and the next opening at closing time', () => {
    expect(dueOf({ value: 1, unit: 'SAME_DAY' }, at('2026-11-25', '16:59'))).toBe('17:00 thứ Tư 25/11/2026');
    expect(dueOf({ value: 1, unit: 'SAME_DAY' }, at('2026-11-25', '17:00'))).toBe('17:00 thứ Năm 26/11/2026');
    expect(dueOf({ value: 1, unit: 'WORKING_DAY' }, at('2026-11-25', '11:30'))).toBe(
      '13:00 thứ Năm 26/11/2026',
    );
  });

  it('moves a kept clock time into a shorter day', () => {
    const shortFriday = open({ 5: [{ from: '08:00', to: '11:00' }] });
    const day: Term = { value: 1, unit: 'WORKING_DAY' };
    expect(dueOf(day, at('2026-11-26', '07:40'), shortFriday)).toBe('8:00 thứ Sáu 27/11/2026');
    expect(dueOf(day, at('2026-11-26', '15:00'), shortFriday)).toBe('11:00 thứ Sáu 27/11/2026');
  });

  it('is carried over sessions that touch, and over a day of three sessions', () => {
    const touching = open({
      3: [
        { from: '08:00', to: '12:00' },
        { from: '12:00', to: '14:00' },
        { from: '15:00', to: '16:00' },
      ],
    });
    expect(dueOf({ value: 2, unit: 'HOUR' }, at('2026-11-25', '11:00'), touching)).toBe(
      '13:00 thứ Tư 25/11/2026',
    );
    expect(dueOf({ value: 4, unit: 'HOUR' }, at('2026-11-25', '11:00'), touching)).toBe(
      '16:00 thứ Tư 25/11/2026',
    );
  });

  it('counts a worked Saturday and says so', () => {
    const deadline = deadlineOf({ value: 1, unit: 'WORKING_DAY' }, at('2026-08-21', '14:00'));
    expect(deadline.workedWeekends).toEqual([{ date: '2026-08-22', insteadOf: '2026-08-31' }]);
    expect(explainDeadline(deadline, vi)).toBe('1 ngày làm việc, tính cả thứ Bảy 22/8 làm bù');
  });
});

describe('cut-offs', () => {
  it('of the term come before the office’s', () => {
    const passing = open({}, { passOnAfter: '15:00' });
    const received = at('2026-11-25', '15:30');
    expect(dueOf({ value: 1, unit: 'WORKING_DAY', cutoff: '16:00' }, received, passing)).toBe(
      '15:30 thứ Năm 26/11/2026',
    );
    expect(dueOf({ value: 1, unit: 'WORKING_DAY' }, received, passing)).toBe('7:30 thứ Sáu 27/11/2026');
    expect(deadlineOf({ value: 1, unit: 'HOUR' }, received, passing).shift).toEqual({
      kind: 'afterCutoff',
      cutoff: '15:00',
    });
  });

  it('of the office never delay a result due in the day, nor calendar terms', () => {
    const passing = open({}, { passOnAfter: '15:00' });
    const received = at('2026-11-25', '15:30');
    expect(dueOf({ value: 1, unit: 'SAME_DAY' }, received, passing)).toBe('17:00 thứ Tư 25/11/2026');
    expect(dueOf({ value: 1, unit: 'DAY' }, received, passing)).toBe('17:00 thứ Năm 26/11/2026');
  });
});

describe('terms and clocks that make no sense', () => {
  const received = at('2026-11-25', '09:00');

  it.each<[Term, string]>([
    [{ value: 0, unit: 'DAY' }, 'termTooShort'],
    [{ value: -3, unit: 'HOUR' }, 'termTooShort'],
    [{ value: 1.5, unit: 'WORKING_DAY' }, 'termNotWhole'],
    [{ value: NaN, unit: 'MONTH' }, 'termNotWhole'],
    [{ value: Infinity, unit: 'MONTH' }, 'termNotWhole'],
    [{ value: 2, unit: 'SAME_DAY' }, 'termTooLong'],
    [{ value: 121, unit: 'MONTH' }, 'termTooLong'],
    [{ value: 3_654, unit: 'DAY' }, 'termTooLong'],
    [{ value: 2_611, unit: 'WORKING_DAY' }, 'termTooLong'],
    [{ value: 20_881, unit: 'HOUR' }, 'termTooLong'],
    [{ value: 1, unit: 'SAME_DAY', cutoff: '3pm' }, 'cutoffUnreadable'],
  ])('%j is refused', (term, code) => {
    expect(computeDeadline(term, received, office)).toEqual({ ok: false, fault: { code } });
    expect(Object.keys(vi.deadlineFaults)).toContain(code);
  });

  it.each([NaN, Infinity, -Infinity, 0, at('1999-12-31', '23:59'), instantOf('2200-01-01', 0)])(
    'received at %d',
    (instant) => {
      expect(computeDeadline({ value: 1, unit: 'DAY' }, instant, office)).toEqual({
        ok: false,
        fault: { code: 'receivedAtUnusable' },
      });
    },
  );

  it('an office that never opens promises nothing, in any unit', () => {
    const shut = open({ 1: [], 2: [], 3: [], 4: [], 5: [] });
    const saturdayDesk = open({ 1: [], 2: [], 3: [], 4: [], 5: [], 6: [{ from: '07:30', to: '11:30' }] });
    for (const calendar of [shut, saturdayDesk])
      for (const unit of ['SAME_DAY', 'HOUR', 'WORKING_DAY', 'DAY', 'MONTH'] as const)
        expect(computeDeadline({ value: 1, unit }, at('2028-11-22', '09:00'), calendar), unit).toEqual({
          ok: false,
          fault: { code: 'neverOpen' },
        });
  });

  it('the longest terms still have a date', () => {
    expect(dueOf({ value: 120, unit: 'MONTH' }, received)).toBe('17:00 thứ Ba 25/11/2036');
    expect(deadlineOf({ value: 20_880, unit: 'HOUR' }, received).unofficialYears).toContain(2036);
  });
});

describe('the reason in words', () => {
  it('is one line in both languages', () => {
    const deadline = deadlineOf({ value: 3, unit: 'WORKING_DAY' }, at('2026-11-23', '09:15'));
    expect(formatDateTime(deadline.dueAt, vi)).toBe('9:15 thứ Sáu 27/11/2026');
    expect(explainDeadline(deadline, vi)).toBe('3 ngày làm việc, trừ thứ Ba 24/11 (Ngày Văn hóa Việt Nam)');
    expect(explainDeadline(deadline, en)).toBe(
      '3 working days, except Tuesday 24/11 (Ngày Văn hóa Việt Nam)',
    );
    expect(deadlineWarning(deadline, vi)).toBeUndefined();
  });

  it('warns of a forecast year apart from the reason', () => {
    const deadline = deadlineOf({ value: 3, unit: 'MONTH' }, at('2026-11-23', '09:15'));
    expect(deadlineReason(deadline, vi)).toBe('3 tháng');
    expect(deadlineWarning(deadline, vi)).toBe('lịch nghỉ 2027 chưa chính thức');
    expect(explainDeadline(deadline, en)).toBe('3 months; days off of 2027 not yet official');
  });

  it('warns only of years whose days off had a say: a calendar term looks at its last day alone', () => {
    const received = at('2023-12-28', '09:00');
    expect(deadlineOf({ value: 20, unit: 'DAY' }, received).unofficialYears).toEqual([]);
    expect(deadlineOf({ value: 10, unit: 'WORKING_DAY' }, received).unofficialYears).toEqual([2023]);
  });

  it('tells the year of a day off that is not in the due year', () => {
    const deadline = deadlineOf({ value: 5, unit: 'WORKING_DAY' }, at('2025-12-30', '09:00'));
    expect(explainDeadline(deadline, vi)).toContain('trừ thứ Năm 1/1 (Tết Dương lịch)');
    const over = deadlineOf({ value: 30, unit: 'WORKING_DAY' }, at('2026-11-23', '17:30'));
    expect(explainDeadline(over, vi)).toContain(
      'tính từ 7:30 thứ Tư 25/11/2026 (nhận sau giờ làm việc), trừ thứ Ba 24/11/2026',
    );
  });

  it('joins Tết across its weekend and keeps a long list short', () => {
    const tet = deadlineOf({ value: 10, unit: 'WORKING_DAY' }, at('2024-02-05', '09:00'));
    expect(explainDeadline(tet, vi)).toBe(
      '10 ngày làm việc, trừ thứ Năm 8/2 – thứ Tư 14/2 (Tết Nguyên đán Giáp Thìn)',
    );
    const year = deadlineOf({ value: 200, unit: 'WORKING_DAY' }, at('2026-01-05', '09:00'));
    expect(explainDeadline(year, vi)).toContain('và 3 đợt nghỉ khác');
  });
});
