import { certificationSubject } from '../../shared/certification/events.ts';
import { listSubject } from '../../shared/lists/events.ts';
import { sealSubject } from '../../shared/seals/events.ts';
import { lightTransaction, transaction } from '../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { officeSubject } from './journal.ts';
import type { Recorded } from './journal.ts';
import { linePlace } from './line-place.ts';
import { project, projectAnew } from './projections.ts';

/**
 * A dossier taken in is a row of the journal, and durable, before its line and words are written: those can be made from the row at any
 * time, and cost twice what the row does. They are written in the turn after the answer, at the latest before anything else reads the
 * vault (`getCabinet`); what a cut left out, at the next opening.
 */
const waiting = new WeakMap<ReadableDatabase, readonly Recorded[]>();

/** Leaves the lines of dossiers that these rows open for later. */
export const projectLater = (db: ReadableDatabase, opening: readonly Recorded[]): void => {
  waiting.set(db, [...(waiting.get(db) ?? []), ...opening]);
};

/** Writes what waits; nothing to do in most calls. Throws a storage fault; then it goes on waiting. */
export const projectWaiting = (db: WritableDatabase): void => {
  const rows = waiting.get(db);
  if (!rows) return;
  const stands = db.prepare('SELECT 1 AS one FROM dossier WHERE rowid = ?');
  lightTransaction(db, () => {
    for (const one of rows)
      // A rebuild or the province's feed may have come by already.
      if (stands.get([one.row.pos])) projectAnew(db, one.header.subject);
      else project(db, one, null);
  });
  waiting.delete(db);
};

/** Dossiers opened since the newest line was written: lines are written in the order of their first rows. */
const unfinished = `SELECT DISTINCT subject FROM journal AS row
  WHERE pos > (SELECT max(0, coalesce(max(rowid), 0)) FROM dossier) AND subject NOT IN (?, ?, ?, ?)
    AND NOT EXISTS (SELECT 1 FROM dossier WHERE rowid = (${linePlace('row.subject')}))`;

/** Writes the lines a cut left out. */
export const projectUnfinished = (db: WritableDatabase): void => {
  const found = db
    .prepare(unfinished)
    .all<{ subject: string }>([officeSubject, certificationSubject, listSubject, sealSubject]);
  if (found.length === 0) return;
  transaction(db, () => {
    for (const { subject } of found) projectAnew(db, subject);
  });
};
