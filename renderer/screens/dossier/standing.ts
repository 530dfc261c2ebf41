import type { Deadline } from '../../../shared/calendar/deadline.ts';
import {
  dateOfDayNumber,
  dayNumberAt,
  formatDateTime,
  weekdayOfDayNumber,
} from '../../../shared/calendar/vietnam-time.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import { formNumber, intakeOf, isPaperSettled, mainPaper } from '../../../shared/dossier/summary.ts';
import type { Messages } from '../../../shared/messages/index.ts';

export type TimeLeft =
  { kind: 'workingDays' | 'calendarDays' | 'late'; days: number } | { kind: 'today' | 'lateToday' };

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

const leftText = (left: TimeLeft, words: Messages): string => {
  const say = words.dossiers.page.standing;
  switch (left.kind) {
    case 'workingDays':
      return say.workingDaysLeft({ days: left.days });
    case 'calendarDays':
      return say.daysLeft({ days: left.days });
    case 'today':
      return say.dueToday;
    case 'lateToday':
      return say.lateToday;
    case 'late':
      return say.late({ days: left.days });
  }
};

const outcomeLine = (state: DossierState, now: number, words: Messages): string => {
  const say = words.dossiers.page.standing;
  const { accepted, guided, refused } = state;
  if (accepted)
    return say.accepted({
      due: formatDateTime(accepted.deadline.dueAt, words.calendar),
      left: leftText(timeLeft(accepted.deadline, now), words),
    });
  if (guided)
    return say.guided({
      when: formatDateTime(guided.receivedAt, words.calendar),
      number: formNumber('guidance', guided.number, guided.year),
    });
  if (refused)
    return say.refused({
      when: formatDateTime(refused.receivedAt, words.calendar),
      number: formNumber('refusal', refused.number, refused.year),
    });
  return say.unknown;
};

/** "Đã nhận, hẹn trả 9:15 thứ Sáu 27/11/2026, còn 3 ngày làm việc." and what else needs a hand, in one line. */
export const standingLine = (state: DossierState, now: number, words: Messages): string => {
  const say = words.dossiers.page.standing;
  const parts = [outcomeLine(state, now, words)];
  const settled = isPaperSettled(state, mainPaper(state));
  if (!settled && state.papers.at(-1)?.outcome === 'unsure') parts.push(say.unsurePaper);
  else if (!settled && state.accepted) parts.push(say.unprinted);
  if (intakeOf(state)?.components.some(({ held }) => held)) parts.push(say.held);
  return parts.join(' ');
};
