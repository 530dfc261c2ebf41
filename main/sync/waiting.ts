import type { ReadableDatabase } from '../vault/database.ts';
import { findSeen } from './take-page.ts';

/** What the province has not shown yet. */
export interface Waiting {
  /** Dossiers with such rows. */
  dossiers: number;
  /** The same, and the office's own affairs as one more. */
  things: number;
  rows: number;
  /** When the oldest of it was written, by this PC's clock. */
  since: number | null;
}

/** Subjects with rows behind `seen` and up to `upTo`, places in the journal. */
interface Counted {
  seen: number;
  upTo: number;
  things: number;
  dossiers: number;
}

const counted = new WeakMap<ReadableDatabase, Counted>();

const sinceOf = (db: ReadableDatabase, pos: number): number | null =>
  db
    .prepare("SELECT header ->> 'recordedAt' AS at FROM journal WHERE pos = ? AND json_valid(header)")
    .get<{ at: number }>([pos])?.at ?? null;

/** Dossiers have random ids, what is about the office and its registers has a name (shared/dossier/id.ts). */
const sums = `count(*) AS things, coalesce(sum(subject GLOB '????????-????-????-????-????????????'), 0) AS dossiers`;

type Sums = Pick<Counted, 'things' | 'dossiers'>;

const sumOf = (db: ReadableDatabase, sql: string, params: number[]): Sums =>
  db.prepare(sql).get<{ things: number; dossiers: number }>(params) ?? { things: 0, dossiers: 0 };

/** Condition: a row of the journal is its subject's first behind a place. */
export const isFirst = `NOT EXISTS (SELECT 1 FROM journal AS earlier
  WHERE earlier.subject = journal.subject AND earlier.pos > ? AND earlier.pos < journal.pos)`;

/** Those that come with the rows behind `upTo`. */
const coming = `SELECT ${sums} FROM journal WHERE pos > ? AND ${isFirst}`;

/** Those that are gone with the rows up to the new `seen`. */
const going = `SELECT ${sums} FROM journal WHERE pos > ? AND pos <= ? AND NOT EXISTS (SELECT 1 FROM journal AS later
  WHERE later.subject = journal.subject AND later.pos > journal.pos AND later.pos <= ?)`;

/** All of them, on the index of subjects: a fiftieth of the pages the rows themselves fill. */
const all = `SELECT ${sums} FROM (SELECT subject FROM journal INDEXED BY journal_subject WHERE pos > ? GROUP BY subject)`;
const rowsWorthTheIndex = 0.02;

const headOf = (db: ReadableDatabase): number =>
  db.prepare('SELECT max(pos) AS pos FROM journal').get<{ pos: number | null }>()?.pos ?? 0;

const countFrom = (db: ReadableDatabase, seen: number, upTo: number): Counted => ({
  seen,
  upTo,
  ...(upTo - seen > upTo * rowsWorthTheIndex ? sumOf(db, all, [seen]) : sumOf(db, coming, [seen, seen])),
});

/** Reads no more than the rows that have come since the last count, and those the feed has shown since. */
const countOn = (db: ReadableDatabase, last: Counted, seen: number, upTo: number): Counted => {
  const gone = seen > last.seen ? sumOf(db, going, [last.seen, seen, last.upTo]) : { things: 0, dossiers: 0 };
  const come = upTo > last.upTo ? sumOf(db, coming, [last.upTo, seen]) : { things: 0, dossiers: 0 };
  return {
    seen,
    upTo,
    things: last.things - gone.things + come.things,
    dossiers: last.dossiers - gone.dossiers + come.dossiers,
  };
};

/** Rows that have come or gone since the last count, up to which it is gone on with: walking through many costs more than the index. */
const rowsCountedOn = 1_000;

/** What waits. */
export const countWaiting = (db: ReadableDatabase): Waiting => {
  const seen = findSeen(db);
  const upTo = headOf(db);
  const last = counted.get(db);
  const count =
    last &&
    last.seen <= seen &&
    seen <= last.upTo &&
    last.upTo <= upTo &&
    seen - last.seen + upTo - last.upTo <= rowsCountedOn
      ? countOn(db, last, seen, upTo)
      : countFrom(db, seen, upTo);
  counted.set(db, count);
  const { things, dossiers } = count;
  return { dossiers, things, rows: upTo - seen, since: sinceOf(db, seen + 1) };
};

/** Condition: nobody has settled the row yet. */
export const isUnsettled = (id: string): string =>
  `NOT EXISTS (SELECT 1 FROM settled WHERE settled.id = ${id})`;

/** Condition: an own row the province keeps aside; said twice, so that the index of the exceptions serves. */
export const isAside = `verdict <> 'fact' AND verdict = 'quarantined' AND ${isUnsettled('journal.id')}`;

/** Own rows the province keeps aside, whether or not it was told of them since, and the dossiers they are about. */
export const countKeptAside = (db: ReadableDatabase): { rows: number; dossiers: number } =>
  db
    .prepare(
      `SELECT count(*) AS rows, count(DISTINCT dossier.id) AS dossiers
       FROM seen JOIN journal USING (pos) LEFT JOIN dossier ON dossier.id = journal.subject
       WHERE verdict <> 'fact' AND verdict = 'quarantined'`,
    )
    .get<{ rows: number; dossiers: number }>([]) ?? { rows: 0, dossiers: 0 };

/** Condition: another's row that could not be proved here. */
export const isUnverified = `verdict = 'unverified' AND ${isUnsettled('pulled.id')}`;

/** Own rows the province keeps aside, and others' rows that could not be proved here; without those somebody has settled. */
export const countAside = (db: ReadableDatabase): number =>
  db
    .prepare(
      `SELECT (SELECT count(*) FROM seen JOIN journal USING (pos) WHERE ${isAside}) +
         (SELECT count(*) FROM pulled WHERE ${isUnverified}) AS n`,
    )
    .get<{ n: number }>([])?.n ?? 0;
