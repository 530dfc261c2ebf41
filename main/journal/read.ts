import type { ReadableDatabase } from '../vault/database.ts';
import type { JournalRow } from '../../shared/journal/row.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import { readHeader } from '../../shared/journal/header.ts';
import { upcast } from '../../shared/journal/upcast.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import type { Recorded } from './journal.ts';
import type { Placed } from '../../shared/dossier/evolve.ts';

interface StoredRow {
  [column: string]: string | number | Uint8Array<ArrayBuffer> | null;
  pos: number;
  header: string;
  salt: Uint8Array<ArrayBuffer> | null;
  payload: Uint8Array<ArrayBuffer> | null;
  commitment: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

const columns = 'pos, header, salt, payload, commitment, hash, signature';
const decoder = new TextDecoder('utf-8');

const rowOf = (stored: StoredRow): JournalRow => ({
  ...stored,
  payload: stored.payload === null ? null : decoder.decode(stored.payload),
});

/** Rows after `pos` in stored order, read in pages so that a long journal never sits in memory at once. */
export function* rowsAfter(db: ReadableDatabase, pos: number, page = 500): Generator<JournalRow> {
  const select = db.prepare(`SELECT ${columns} FROM journal WHERE pos > ? ORDER BY pos LIMIT ?`);
  let last = pos;
  for (;;) {
    const rows = select.all<StoredRow>([last, page]);
    for (const row of rows) {
      last = row.pos;
      yield rowOf(row);
    }
    if (rows.length < page) return;
  }
}

/** Reads a stored row; throws on a header that cannot be read: the vault is damaged. */
export const readRow = (row: JournalRow): Recorded => {
  const header = readHeader(row.header);
  if (!header) throw new Error(`journal: row ${row.pos} has no readable header`);
  const payload: unknown = row.payload === null ? null : JSON.parse(row.payload);
  return { row, header, event: upcast({ type: header.type, v: header.v, payload }) };
};

/** Every row about one subject, oldest first. */
export const rowsAbout = (db: ReadableDatabase, subject: string): Recorded[] =>
  db
    .prepare(`SELECT ${columns} FROM journal WHERE subject = ? ORDER BY pos`)
    .all<StoredRow>([subject])
    .map((stored) => readRow(rowOf(stored)));

export const placedOf = ({ row, header, event }: Recorded): Placed<StoredEvent> => ({
  id: header.id,
  subject: header.subject,
  at: header.at,
  witness: witnessOf(row.hash),
  event,
});
