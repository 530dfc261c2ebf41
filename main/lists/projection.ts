import { isListEvent, listSubject } from '../../shared/lists/events.ts';
import type { ListDrawn } from '../../shared/lists/events.ts';
import type { PaperOutcome } from '../../shared/dossier/events.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import type { Recorded } from '../journal/journal.ts';
import { readJson, withKeys } from '../journal/json.ts';
import { rowsAbout } from '../journal/read.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** A list as it was drawn, and how its paper fared. */
export interface KeptList {
  drawn: ListDrawn;
  witness: string;
  /** Of the last attempt; null before the first. */
  outcome: PaperOutcome | null;
  /** It was put into a hand before. */
  settled: boolean;
}

interface StoredList {
  [column: string]: string | number;
  witness: string;
  outcome: PaperOutcome | '';
  settled: number;
  body: string;
}

const isDrawn = withKeys<ListDrawn>('list', 'number', 'content');

const readList = ({ witness, outcome, settled, body }: StoredList): KeptList => ({
  drawn: readJson(body, isDrawn),
  witness,
  outcome: outcome === '' ? null : outcome,
  settled: settled === 1,
});

const columns = 'witness, outcome, settled, body';

export const findList = (db: ReadableDatabase, id: string): KeptList | undefined => {
  const row = db.prepare(`SELECT ${columns} FROM list_paper WHERE id = ?`).get<StoredList>([id]);
  return row && readList(row);
};

/** Lists of the business days from … to, both included, newest first. */
export const listsOfDays = (db: ReadableDatabase, from: string, to: string, limit: number): KeptList[] =>
  db
    .prepare(
      `SELECT ${columns} FROM list_paper WHERE day >= ? AND day <= ? ORDER BY day DESC, pos DESC LIMIT ?`,
    )
    .all<StoredList>([from, to, limit])
    .map(readList);

/** Lists drawn before a place in the journal of whose paper nobody knows the end, oldest first. */
export const listsInDoubt = (db: ReadableDatabase, before: number): KeptList[] =>
  db
    .prepare(
      `SELECT ${columns} FROM list_paper WHERE outcome IN ('', 'unsure') AND (outcome = 'unsure' OR pos < ?) ORDER BY pos`,
    )
    .all<StoredList>([before])
    .map(readList);

const inHand: readonly PaperOutcome[] = ['printed', 'saved', 'skipped'];

/** Brings the lists up with one row. A row this software does not know changes nothing: verification names it. */
export const projectList = (db: WritableDatabase, { event, row }: Recorded): void => {
  if (!isListEvent(event)) return;
  if (event.type === 'listDrawn') {
    const drawn = event.payload;
    db.prepare(
      `INSERT INTO list_paper (id, day, pos, witness, outcome, settled, body) VALUES (?, ?, ?, ?, '', 0, ?)
       ON CONFLICT (id) DO NOTHING`,
    ).run([drawn.list, drawn.businessDay, row.pos, witnessOf(row.hash), JSON.stringify(drawn)]);
    return;
  }
  const { list, outcome } = event.payload;
  db.prepare('UPDATE list_paper SET outcome = ?, settled = max(settled, ?) WHERE id = ?').run([
    outcome,
    inHand.includes(outcome) ? 1 : 0,
    list,
  ]);
};

/** Makes the lists again from their rows; inside the caller's transaction. */
export const projectListsAnew = (db: WritableDatabase): void => {
  db.exec('DELETE FROM list_paper');
  for (const read of rowsAbout(db, listSubject)) projectList(db, read);
};
