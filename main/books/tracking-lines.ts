import { trackingLine, trackingLineAt } from '../../shared/books/tracking.ts';
import type { TrackingLine } from '../../shared/books/tracking.ts';
import { isTaken } from '../../shared/dossier/state.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { livesAt } from './lives.ts';

/**
 * The tracking book's line of every dossier taken in, written with the row that changes it: a year of the book is then read from one
 * small table. Folding it from the journal meant opening every page its dossiers are sealed in, which took ten times as long.
 */
export const keepTrackingLine = (db: WritableDatabase, rowid: number, state: DossierState): void => {
  // The book is the counter's own: what another desk took in stands below 0, and in that desk's book.
  if (rowid <= 0) return;
  if (!isTaken(state)) {
    // Its intake was erased by law: nothing of it stays here either.
    db.prepare('DELETE FROM tracking_line WHERE rowid = ?').run([rowid]);
    return;
  }
  db.prepare(
    `INSERT INTO tracking_line (rowid, body) VALUES (?, ?)
     ON CONFLICT (rowid) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`,
  ).run([rowid, JSON.stringify(trackingLine(state))]);
};

const isLine = withKeys<TrackingLine>('code', 'receivedAt', 'notes', 'inTimeUntil');

/** Lines kept, and the first rows of the dossiers that have none: of a vault whose rebuild has not come by yet. */
const keptBetween = (db: ReadableDatabase, from: number, until: number) => {
  const lines: TrackingLine[] = [];
  const missing: number[] = [];
  const rows = db
    .prepare(
      `SELECT dossier.rowid AS pos, body FROM dossier LEFT JOIN tracking_line ON tracking_line.rowid = dossier.rowid
       WHERE status = 'accepted' AND received_at >= ? AND received_at < ? AND dossier.rowid > 0`,
    )
    .all<{ pos: number; body: string | null }>([from, until]);
  for (const { pos, body } of rows)
    if (body === null) missing.push(pos);
    else lines.push(readJson(body, isLine));
  return { lines, missing };
};

/** The lines of the dossiers taken in from `from` up to `until`, as they read at `now` (all milliseconds), in the book's order. */
export const trackingLinesBetween = (
  db: ReadableDatabase,
  from: number,
  until: number,
  now: number,
): TrackingLine[] => {
  const { lines, missing } = keptBetween(db, from, until);
  for (const { state } of livesAt(db, missing, { money: false, until: Number.MAX_SAFE_INTEGER }))
    lines.push(trackingLine(state));
  return lines
    .map((line) => trackingLineAt(line, now))
    .sort((one, other) => one.receivedAt - other.receivedAt || one.code.localeCompare(other.code));
};
