import { isDossierId } from '../../shared/dossier/id.ts';
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

interface Counted {
  seen: number;
  upTo: number;
  subjects: Set<string>;
  dossiers: number;
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
    known?.seen === seen
      ? known
      : { seen, upTo: seen, subjects: new Set(), dossiers: 0, since: sinceOf(db, seen + 1) };
  const more = db
    .prepare('SELECT pos, subject FROM journal WHERE pos > ? ORDER BY pos')
    .all<{ pos: number; subject: string }>([count.upTo]);
  for (const { pos, subject } of more) {
    if (!count.subjects.has(subject) && isDossierId(subject)) count.dossiers += 1;
    count.subjects.add(subject);
    count.upTo = pos;
  }
  count.since ??= sinceOf(db, seen + 1);
  counted.set(db, count);
  return {
    dossiers: count.dossiers,
    things: count.subjects.size,
    rows: count.upTo - seen,
    since: count.since,
  };
};

/** Own rows the province keeps aside, and others' rows that could not be proved here; without those somebody has settled. */
export const countAside = (db: ReadableDatabase): number =>
  db
    .prepare(
      `SELECT
         (SELECT count(*) FROM seen JOIN journal USING (pos) WHERE verdict = 'quarantined' AND journal.id NOT IN (SELECT id FROM settled)) +
         (SELECT count(*) FROM pulled WHERE verdict = 'unverified' AND id NOT IN (SELECT id FROM settled)) AS n`,
    )
    .get<{ n: number }>([])?.n ?? 0;
