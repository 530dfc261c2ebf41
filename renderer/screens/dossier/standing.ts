import { timeLeft } from '../../../shared/calendar/time-left.ts';
import type { TimeLeft } from '../../../shared/calendar/time-left.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import { formNumber, intakeOf, isPaperSettled, mainPaper } from '../../../shared/dossier/summary.ts';
import type { Messages } from '../../../shared/messages/index.ts';

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
