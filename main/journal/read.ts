import { isUtf8 } from 'node:buffer';
import type { ReadableDatabase } from '../vault/database.ts';
import type { JournalRow, RowHeader } from '../../shared/journal/row.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import { isDossierId } from '../../shared/dossier/id.ts';
import { readHeader } from '../../shared/journal/header.ts';
import { upcast } from '../../shared/journal/upcast.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import type { RowColumns, StoredRow } from '../../shared/journal/verify.ts';
import type { Recorded } from './journal.ts';
import type { Placed } from '../../shared/dossier/evolve.ts';

type Blob = Uint8Array<ArrayBuffer>;

interface SavedRow {
  [column: string]: string | number | Blob | null;
  pos: number;
  header: Blob;
  salt: Blob | null;
  payload: Blob | null;
  commitment: Blob;
  hash: Blob;
  signature: Blob;
}

type IndexedRow = SavedRow & RowColumns;

// The header's own bytes: read as text, a damaged one would come back mended with replacement characters.
const columns = 'pos, CAST(header AS BLOB) AS header, salt, payload, commitment, hash, signature';
const withIndex = `${columns}, id, type, subject, epoch, seq`;

/** Exactly what the bytes say, or '' where they are no UTF-8: no header and no payload was ever empty, so that shows. */
const textOf = (bytes: Blob): string =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : '';

const rowOf = ({ pos, header, salt, payload, commitment, hash, signature }: SavedRow): JournalRow => ({
  pos,
  header: textOf(header),
  salt,
  payload: payload === null ? null : textOf(payload),
  commitment,
  hash,
  signature,
});

/** Reads in pages, so that a long journal never sits in memory at once. */
function* pagesAfter<Row extends SavedRow>(
  db: ReadableDatabase,
  pos: number,
  page: number,
  wanted: string,
): Generator<Row> {
  const select = db.prepare(`SELECT ${wanted} FROM journal WHERE pos > ? ORDER BY pos LIMIT ?`);
  let last = pos;
  for (;;) {
    const rows = select.all<Row>([last, page]);
    for (const row of rows) {
      last = row.pos;
      yield row;
    }
    if (rows.length < page) return;
  }
}

/** Rows after `pos` in stored order. */
export function* rowsAfter(db: ReadableDatabase, pos: number, page = 500): Generator<JournalRow> {
  for (const saved of pagesAfter<SavedRow>(db, pos, page, columns)) yield rowOf(saved);
}

/** Rows after `pos` with the columns they are found by, which no hash covers. */
export function* rowsToVerify(db: ReadableDatabase, pos: number, page = 500): Generator<StoredRow> {
  for (const saved of pagesAfter<IndexedRow>(db, pos, page, withIndex)) {
    const { id, type, subject, epoch, seq } = saved;
    yield { ...rowOf(saved), columns: { id, type, subject, epoch, seq } };
  }
}

const parsePayload = (payload: string | null): unknown => {
  try {
    return payload === null ? null : JSON.parse(payload);
  } catch {
    return undefined;
  }
};

/** Stands for a header that cannot be read: what the columns still say, in a version nobody knows, so that it parks its dossier alone. */
const standIn = ({ id, type, subject, epoch, seq }: RowColumns): RowHeader => ({
  id,
  type,
  v: 0,
  subject,
  office: '',
  desk: 0,
  epoch,
  seq,
  clerk: '',
  role: 'auditor',
  at: 0,
  recordedAt: 0,
  clock: 'suspect',
  rules: { catalogue: '', calendar: '', forms: '' },
});

const readSaved = (saved: IndexedRow): Recorded => {
  const row = rowOf(saved);
  const header = readHeader(row.header) ?? standIn(saved);
  return {
    row,
    header,
    event: upcast({ type: header.type, v: header.v, payload: parsePayload(row.payload) }),
  };
};

/** Every row this desk wrote about one subject, oldest first. Total: a damaged row is verification's to name, here it is an unknown event. */
export const ownRowsAbout = (db: ReadableDatabase, subject: string): Recorded[] =>
  db
    .prepare(`SELECT ${withIndex} FROM journal WHERE subject = ? ORDER BY pos`)
    .all<IndexedRow>([subject])
    .map(readSaved);

/** The last rows this desk wrote before a place in the journal, oldest first. */
export const ownRowsBefore = (db: ReadableDatabase, pos: number, limit: number): Recorded[] =>
  db
    .prepare(`SELECT ${withIndex} FROM journal WHERE pos < ? ORDER BY pos DESC LIMIT ?`)
    .all<IndexedRow>([pos, limit])
    .map(readSaved)
    .reverse();

/** Rows of other desks stand at no place of this journal. */
const elsewhere = 0;

/**
 * Every row about one dossier: those the province has put in order, its other desks' among them, then this desk's own that the feed
 * has not shown yet.
 */
export const rowsAbout = (db: ReadableDatabase, subject: string): Recorded[] => {
  const own = ownRowsAbout(db, subject);
  // Each desk keeps its own office and registers: what another wrote about its own changes nothing here.
  if (!isDossierId(subject)) return own;
  const others = db
    .prepare(
      `SELECT ${elsewhere} AS pos, position, ${withIndex.replace('pos, ', '')},
         (SELECT name FROM other_clerk WHERE desk = pulled.desk AND clerk = pulled.header ->> 'clerk') AS clerk_name
       FROM pulled WHERE subject = ? AND verdict NOT IN ('quarantined', 'unverified') ORDER BY position`,
    )
    .all<IndexedRow & { position: number; clerk_name: string | null }>([subject]);
  if (others.length === 0) return own;
  const place = db.prepare('SELECT position FROM seen WHERE pos = ?');
  const ordered = [
    ...own.map((read) => ({
      read,
      position: place.get<{ position: number }>([read.row.pos])?.position ?? Infinity,
    })),
    ...others.map((saved) => ({
      read: { ...readSaved(saved), clerkName: saved.clerk_name ?? '' },
      position: saved.position,
    })),
  ];
  // Stable: rows not seen yet keep the journal's order.
  return ordered
    .sort((a, b) => (a.position === b.position ? 0 : a.position - b.position))
    .map(({ read }) => read);
};

/** Whether any row, this desk's or another's, speaks of a subject. */
export const isKnown = (db: ReadableDatabase, subject: string): boolean =>
  db
    .prepare(
      'SELECT 1 AS one FROM journal WHERE subject = ? UNION ALL SELECT 1 FROM pulled WHERE subject = ? LIMIT 1',
    )
    .get([subject, subject]) !== undefined;

export const placedOf = ({ row, header, event }: Recorded): Placed<StoredEvent> => ({
  id: header.id,
  subject: header.subject,
  at: header.at,
  witness: witnessOf(row.hash),
  event,
});
