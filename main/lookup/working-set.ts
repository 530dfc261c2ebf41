import type { DossierRow, WorkingSet } from '../../shared/contract.ts';
import { readSummary } from '../journal/projections.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';

/** Rows the counter keeps at hand: open dossiers by due date, at most 2,000, and everything received on the last days. */
const atMost = 2000;
/** The newest of them, which keep their place however many older ones are open. */
const newest = 200;
/** And at most as many of those no clock runs for: waiting for the citizen's papers, or for her to fetch the result. */
const still = 600;
/** What is neither goes to those whose clock runs. */
const running = `${atMost - newest} - (SELECT count(*) FROM (SELECT 1 FROM dossier WHERE open = 1 AND due_at IS NULL LIMIT ${still}))`;

export const summariesOf = (db: ReadableDatabase, sql: string, params: (string | number)[]): DossierRow[] =>
  db
    .prepare(sql)
    .all<{ summary: string }>(params)
    .map((row) => readSummary(row.summary));

/** A numbered snapshot; deltas with higher numbers follow. */
export const workingSetOf = (desk: Desk): WorkingSet => {
  const cabinet = getCabinet(desk);
  return {
    version: cabinet.version,
    rows: summariesOf(
      cabinet.db,
      `SELECT summary FROM (
         SELECT rowid, summary FROM (SELECT rowid, summary FROM dossier WHERE open = 1 AND due_at IS NOT NULL
           ORDER BY due_at LIMIT ${running})
         UNION SELECT rowid, summary FROM (SELECT rowid, summary FROM dossier WHERE open = 1 AND due_at IS NULL
           ORDER BY received_at DESC LIMIT ${still})
         UNION SELECT rowid, summary FROM (SELECT rowid, summary FROM dossier ORDER BY rowid DESC LIMIT ${newest}))
       LIMIT ${atMost}`,
      [],
    ),
  };
};

/** Tells every window what changed, numbered so that a gap is noticed; `pos` where it is told later than it happened. */
export const tellRows = (
  desk: Desk,
  rows: DossierRow[],
  pos: number = getCabinet(desk).journal.head.pos,
): void => {
  const cabinet = getCabinet(desk);
  cabinet.version += 1;
  desk.tell({ kind: 'delta', version: cabinet.version, pos, rows, gone: [] });
};
