import type { ReadableDatabase } from '../vault/database.ts';
import { findSeen } from './take-page.ts';

/** Dossiers with something the province has not shown yet. */
export interface Waiting {
  dossiers: number;
  rows: number;
  /** When the oldest of it was written, by this PC's clock. */
  since: number | null;
}

interface Counted {
  seen: number;
  upTo: number;
  subjects: Set<string>;
  since: number | null;
}

const counted = new WeakMap<ReadableDatabase, Counted>();

const sinceOf = (db: ReadableDatabase, pos: number): number | null =>
  db
    .prepare("SELECT header ->> 'recordedAt' AS at FROM journal WHERE pos = ? AND json_valid(header)")
    .get<{ at: number }>([pos])?.at ?? null;

/** What waits. Only rows behind the last count are read, unless the feed has moved since. */
export const countWaiting = (db: ReadableDatabase): Waiting => {
  const seen = findSeen(db);
  const known = counted.get(db);
  const count: Counted =
    known?.seen === seen ? known : { seen, upTo: seen, subjects: new Set(), since: sinceOf(db, seen + 1) };
  const more = db
    .prepare('SELECT pos, subject FROM journal WHERE pos > ? ORDER BY pos')
    .all<{ pos: number; subject: string }>([count.upTo]);
  for (const { pos, subject } of more) {
    count.subjects.add(subject);
    count.upTo = pos;
  }
  count.since ??= sinceOf(db, seen + 1);
  counted.set(db, count);
  return { dossiers: count.subjects.size, rows: count.upTo - seen, since: count.since };
};

/** Own rows the province keeps aside, and others' rows that could not be proved here. */
export const countAside = (db: ReadableDatabase): number =>
  db
    .prepare(
      `SELECT (SELECT count(*) FROM seen WHERE verdict = 'quarantined') +
         (SELECT count(*) FROM pulled WHERE verdict = 'unverified') AS n`,
    )
    .get<{ n: number }>([])?.n ?? 0;
