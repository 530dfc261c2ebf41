import type { Term } from '../catalogue/procedure.ts';
import type { Messages } from '../messages/index.ts';
import type { Deadline, StartShift } from './deadline.ts';
import {
  addDays,
  daysBetween,
  formatDate,
  formatMinute,
  formatShortDate,
  formatTime,
  localDateAt,
  parseClock,
  weekdayOf,
} from './vietnam-time.ts';
import type { LocalDate } from './vietnam-time.ts';
import type { RestReason } from './working-calendar.ts';

type Words = Messages['calendar'];

/** A receipt line holds this many runs of days off; the rest are counted. */
const RUNS_NAMED = 3;

/** "3 ngày làm việc", "2 giờ làm việc", "15 ngày", "1 tháng", "trong ngày": as a procedure sheet and the receipt state it. */
export const formatTerm = (term: Term, words: Words): string => {
  const text = words.terms[term.unit];
  return typeof text === 'string' ? text : text({ value: term.value });
};

/** "Ngày Văn hóa Việt Nam", "cuối tuần", "cơ quan không làm việc". */
export const formatRestReason = (reason: RestReason, words: Words): string => {
  switch (reason.kind) {
    case 'weekend':
      return words.weekend;
    case 'officeClosed':
      return words.officeClosed;
    case 'holiday':
    case 'makeup':
    case 'swapOff':
      return reason.name;
  }
};

const shiftText = (shift: StartShift, words: Words): string => {
  switch (shift.kind) {
    case 'beforeOpen':
      return words.shifts.beforeOpen;
    case 'atLunch':
      return words.shifts.atLunch;
    case 'afterClose':
      return words.shifts.afterClose;
    case 'afterCutoff':
      return words.shifts.afterCutoff({ time: formatMinute(parseClock(shift.cutoff) ?? 0) });
    case 'restDay':
      return words.shifts.restDay({ reason: formatRestReason(shift.rest, words) });
  }
};

/** Neighbouring days off of one name, with at most a weekend between them, are one run. */
const runsOf = (
  skipped: Deadline['skipped'],
  words: Words,
): { first: LocalDate; last: LocalDate; name: string }[] => {
  const runs: { first: LocalDate; last: LocalDate; name: string }[] = [];
  for (const { date, reason } of skipped) {
    const name = formatRestReason(reason, words);
    const run = runs.at(-1);
    const apart = run ? daysBetween(run.last, date) : 0;
    const joined = apart === 1 || (apart === 3 && run !== undefined && weekdayOf(addDays(run.last, 1)) === 6);
    if (run?.name === name && joined) run.last = date;
    else runs.push({ first: date, last: date, name });
  }
  return runs;
};

/** The one-line reason beside a due date, without warnings: "3 ngày làm việc, trừ thứ Ba 24/11 (Ngày Văn hóa Việt Nam)". */
export const deadlineReason = (deadline: Deadline, words: Words): string => {
  // The year is told only for days of another year than the due date's, which stands beside this line in full.
  const dueYear = localDateAt(deadline.dueAt).slice(0, 4);
  const dayText = (date: LocalDate) =>
    date.startsWith(dueYear) ? formatShortDate(date, words) : formatDate(date, words);

  const parts = [formatTerm(deadline.term, words)];
  if (deadline.shift) {
    const why = shiftText(deadline.shift, words);
    const from = `${formatTime(deadline.countedFrom)} ${dayText(localDateAt(deadline.countedFrom))}`;
    // Due at the close of the day: the hour counting began says nothing.
    if (deadline.rule === 'nextWorkingDay') parts.push(words.dueNextWorkingDay({ why }));
    else if (deadline.rule !== 'inDay') parts.push(words.countedFrom({ from, why }));
  }
  if (deadline.rolled) {
    const { from, reason } = deadline.rolled;
    parts.push(words.rolledFrom({ day: dayText(from), why: formatRestReason(reason, words) }));
  }
  const runs = runsOf(deadline.skipped, words);
  for (const { first, last, name } of runs.slice(0, RUNS_NAMED)) {
    const days = first === last ? dayText(first) : `${dayText(first)} – ${dayText(last)}`;
    parts.push(words.except({ days, name }));
  }
  if (runs.length > RUNS_NAMED) parts.push(words.moreDaysOff({ count: runs.length - RUNS_NAMED }));
  for (const { date } of deadline.workedWeekends.slice(0, RUNS_NAMED))
    parts.push(words.workedWeekend({ day: dayText(date) }));
  return parts.join(', ');
};

/** "lịch nghỉ 2027 chưa chính thức", or undefined when every year met is official. */
export const deadlineWarning = (deadline: Deadline, words: Words): string | undefined =>
  deadline.unofficialYears.length === 0
    ? undefined
    : words.unofficialYears({ years: deadline.unofficialYears.join(', ') });

/** Reason and warning in one line. */
export const explainDeadline = (deadline: Deadline, words: Words): string => {
  const warning = deadlineWarning(deadline, words);
  const reason = deadlineReason(deadline, words);
  return warning === undefined ? reason : `${reason}; ${warning}`;
};
