import { localDateAt } from '../calendar/vietnam-time.ts';
import { findWorkEnd, onTime } from '../dossier/acts/clock.ts';
import type { Taken } from '../dossier/state.ts';
import type { BookShape, Cell } from './table.ts';

/** One procedure's dossiers in a period. Carried + received = early + on time + late + open. */
export interface OnTimeLine {
  code: string;
  name: string;
  /** Taken in before the period and still open when it began. */
  carried: number;
  received: number;
  /** Work ended before the promised day, on it, and too late by QĐ 766. */
  early: number;
  onTime: number;
  late: number;
  openInTime: number;
  openOverdue: number;
}

const blankLine = (code: string, name: string): OnTimeLine => ({
  code,
  name,
  carried: 0,
  received: 0,
  early: 0,
  onTime: 0,
  late: 0,
  openInTime: 0,
  openOverdue: 0,
});

type Outcome = 'early' | 'onTime' | 'late' | 'openInTime' | 'openOverdue';

/** Where a dossier counts, as things stood at `asOf`; the verdict is QĐ 766's own (acts/clock.ts). */
const outcomeOf = (state: Taken, asOf: number): Outcome => {
  const verdict = onTime(state, asOf);
  if (findWorkEnd(state) === undefined) return verdict?.onTime === true ? 'openInTime' : 'openOverdue';
  if (verdict?.onTime !== true) return 'late';
  return localDateAt(verdict.judgedAt) < localDateAt(verdict.dueAt) ? 'early' : 'onTime';
};

/** When the work was done, for the period it counts in: the paper came or the end was said, whenever the clock had stopped. */
export const endedAt = (state: Taken): number | undefined => {
  const stands = ({ event }: { event: string }): boolean => !state.overruled.includes(event);
  return state.results.find(stands)?.at ?? state.endings.find(stands)?.at;
};

/**
 * The figures of a period, by procedure in the order of their codes. `states` as they stood at `asOf`, its end or now when it is not
 * over: what happens later never changes the figures of a month gone by.
 */
export const countOnTime = (states: Iterable<Taken>, from: number, asOf: number): OnTimeLine[] => {
  const lines = new Map<string, OnTimeLine>();
  for (const state of states) {
    const ended = endedAt(state);
    const { procedure, receivedAt } = state.accepted;
    if (receivedAt >= asOf || (ended !== undefined && ended < from)) continue;
    const line = lines.get(procedure.code) ?? blankLine(procedure.code, procedure.name);
    lines.set(procedure.code, line);
    line[receivedAt < from ? 'carried' : 'received'] += 1;
    line[outcomeOf(state, asOf)] += 1;
  }
  return [...lines.values()].sort((one, other) => one.code.localeCompare(other.code, 'vi'));
};

const figures = ['carried', 'received', 'early', 'onTime', 'late', 'openInTime', 'openOverdue'] as const;

/** Null where nothing was solved: no share of nothing. */
const shareOf = ({ early, onTime: inTime, late }: OnTimeLine): Cell => {
  const solved = early + inTime + late;
  return solved === 0 ? null : (early + inTime) / solved;
};

export const onTimeBook: BookShape<OnTimeLine> = {
  columns: [
    { key: 'no', kind: 'count', width: 6 },
    { key: 'code', kind: 'text', width: 13 },
    { key: 'procedure', kind: 'text', width: 40 },
    { key: 'carried', kind: 'count', width: 12 },
    { key: 'received', kind: 'count', width: 12 },
    { key: 'early', kind: 'count', width: 12 },
    { key: 'onTime', kind: 'count', width: 12 },
    { key: 'late', kind: 'count', width: 12 },
    { key: 'openInTime', kind: 'count', width: 12 },
    { key: 'openOverdue', kind: 'count', width: 12 },
    { key: 'share', kind: 'share', width: 12 },
  ],
  cells: (line, no) => [no, line.code, line.name, ...figures.map((figure) => line[figure]), shareOf(line)],
  totals: (lines, { books }) => {
    const sum = blankLine('', '');
    for (const line of lines) for (const figure of figures) sum[figure] += line[figure];
    return [null, null, books.total, ...figures.map((figure) => sum[figure]), shareOf(sum)];
  },
};
