import { dayNumberAt } from '../../../shared/calendar/vietnam-time.ts';
import type { DossierRow } from '../../../shared/contract.ts';

/** Rows each list of the page shows. */
export const LIST_ROWS = 8;
/** As many as the working set is filled with: from here on it may not hold everything, and main is asked for the figures. */
export const FULL_WORKING_SET = 1800;

export interface DayView {
  received: number;
  unprinted: number;
  dueToday: number;
  late: number;
  /** Not late yet, soonest first. */
  next: DossierRow[];
  /** Received on this business day, newest first. */
  recent: DossierRow[];
}

export const isDueOn = (dueAt: number | null, now: number): boolean =>
  dueAt !== null && dueAt >= now && dayNumberAt(dueAt) === dayNumberAt(now);

const isOpen = (row: DossierRow): row is DossierRow & { dueAt: number } =>
  row.status === 'accepted' && row.dueAt !== null;

/** The day at one glance. `day` is the business day in force, `now` milliseconds since the epoch. */
export const dayView = (rows: readonly DossierRow[], day: string, now: number): DayView => {
  const open = rows.filter(isOpen);
  const ahead = open.filter(({ dueAt }) => dueAt >= now);
  const recent = rows.filter((row) => row.businessDay === day);
  return {
    received: recent.filter(({ status }) => status === 'accepted').length,
    unprinted: rows.filter(({ status, printed }) => status === 'accepted' && !printed).length,
    dueToday: ahead.filter(({ dueAt }) => isDueOn(dueAt, now)).length,
    late: open.length - ahead.length,
    next: ahead.sort((a, b) => a.dueAt - b.dueAt).slice(0, LIST_ROWS),
    recent: recent.sort((a, b) => b.receivedAt - a.receivedAt).slice(0, LIST_ROWS),
  };
};
