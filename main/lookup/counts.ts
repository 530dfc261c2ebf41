import type { ListCounts } from '../../shared/contract.ts';
import { isTimed, workLists } from '../../shared/dossier/lists.ts';
import type { TimedList } from '../../shared/dossier/lists.ts';
import { marks } from '../../shared/dossier/marks.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { DayEdges } from './day-edges.ts';

/** Grouped in the order the index has: no sort, and never a page of the table. Kept apart so that a test may look at its plan. */
export const countQuery = 'SELECT marks, count(*) AS n FROM dossier WHERE marks <> 0 GROUP BY marks';

const dueQuery = 'SELECT count(*) AS n FROM dossier WHERE open = 1 AND due_at >= ? AND due_at < ?';

/** How many every list of the day has. */
export const countLists = (db: ReadableDatabase, { now, tomorrow, near }: DayEdges): ListCounts => {
  const groups = db.prepare(countQuery).all<{ marks: number; n: number }>([]);
  const due = db.prepare(dueQuery);
  const between: Record<TimedList, [number, number]> = {
    late: [0, now],
    dueToday: [now, tomorrow],
    dueSoon: [now, near],
  };
  const counts: ListCounts = { ...noCounts };
  for (const list of workLists)
    counts[list] = isTimed(list)
      ? (due.get<{ n: number }>(between[list])?.n ?? 0)
      : groups.reduce((sum, group) => sum + ((group.marks & marks[list]) === 0 ? 0 : group.n), 0);
  return counts;
};

const noCounts: ListCounts = {
  counter: 0,
  officer: 0,
  toSign: 0,
  toIssue: 0,
  papers: 0,
  dueToday: 0,
  dueSoon: 0,
  late: 0,
  untold: 0,
  told: 0,
  owed: 0,
  claimed: 0,
  held: 0,
  conflict: 0,
  unprinted: 0,
};
