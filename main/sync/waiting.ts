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
  /** The last row about each subject. */
  subjects: Map<string, number>;
  dossiers: number;
  since: number | null;
}

const counted = new WeakMap<ReadableDatabase, Counted>();

const sinceOf = (db: ReadableDatabase, pos: number): number | null =>
  db
    .prepare("SELECT header ->> 'recordedAt' AS at FROM journal WHERE pos = ? AND json_valid(header)")
    .get<{ at: number }>([pos])?.at ?? null;

const subjectsIn = (db: ReadableDatabase, after: number, upTo: number): { pos: number; subject: string }[] =>
  db
    .prepare('SELECT pos, subject FROM journal WHERE pos > ? AND pos <= ? ORDER BY pos')
    .all<{ pos: number; subject: string }>([after, upTo]);

/** Leaves out what the feed has shown since. */
const moveTo = (db: ReadableDatabase, count: Counted, seen: number): void => {
  for (const { subject } of subjectsIn(db, count.seen, seen)) {
    if ((count.subjects.get(subject) ?? Infinity) > seen) continue;
    count.subjects.delete(subject);
    if (isDossierId(subject)) count.dossiers -= 1;
  }
  count.seen = seen;
  count.since = null;
};

/** What waits. Only rows written or shown since the last count are read: a week's backlog is counted again with every page of the feed. */
export const countWaiting = (db: ReadableDatabase): Waiting => {
  const seen = findSeen(db);
  const known = counted.get(db);
  const count: Counted =
    known && known.seen <= seen && seen <= known.upTo
      ? known
      : { seen, upTo: seen, subjects: new Map(), dossiers: 0, since: null };
  if (count.seen < seen) moveTo(db, count, seen);
  for (const { pos, subject } of subjectsIn(db, count.upTo, Number.MAX_SAFE_INTEGER)) {
    if (!count.subjects.has(subject) && isDossierId(subject)) count.dossiers += 1;
    count.subjects.set(subject, pos);
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
