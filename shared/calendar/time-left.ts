import type { Deadline } from './deadline.ts';
import { dateOfDayNumber, dayNumberAt, weekdayOfDayNumber } from './vietnam-time.ts';

export type TimeLeft =
  | { kind: 'workingDays' | 'calendarDays' | 'late'; days: number }
  | { kind: 'today' | 'lateToday' };

const workingRules: readonly Deadline['rule'][] = ['inDay', 'nextWorkingDay', 'workingHours', 'workingDays'];

/**
 * How far the promised date is. A term counted in working time is told in working days, from the days off frozen with the
 * promise, so that it can never disagree with the paper the citizen holds; a calendar term in calendar days.
 */
export const timeLeft = (deadline: Deadline, now: number): TimeLeft => {
  const today = dayNumberAt(now);
  const dueDay = dayNumberAt(deadline.dueAt);
  if (now > deadline.dueAt)
    return today === dueDay ? { kind: 'lateToday' } : { kind: 'late', days: today - dueDay };
  if (today === dueDay) return { kind: 'today' };
  if (!workingRules.includes(deadline.rule)) return { kind: 'calendarDays', days: dueDay - today };
  const off = new Set(deadline.skipped.map(({ date }) => date));
  const worked = new Set(deadline.workedWeekends.map(({ date }) => date));
  // A desk may promise for a Saturday it is open on: the day promised always counts.
  worked.add(dateOfDayNumber(dueDay));
  let days = 0;
  for (let day = today + 1; day <= dueDay; day += 1) {
    const date = dateOfDayNumber(day);
    if (worked.has(date) || (weekdayOfDayNumber(day) <= 5 && !off.has(date))) days += 1;
  }
  return { kind: 'workingDays', days };
};
