import { certificationSubject } from '../../shared/certification/events.ts';
import { listSubject } from '../../shared/lists/events.ts';
import { sealSubject } from '../../shared/seals/events.ts';
import { projectRegisterAnew } from '../certification/projection.ts';
import { projectListsAnew } from '../lists/projection.ts';
import { projectSealsAnew } from '../seals/projection.ts';
import { transaction } from '../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { mergeText } from './dossier-text.ts';
import { findHead, officeSubject } from './journal.ts';
import { linePlace } from './line-place.ts';
import { projectAnew, projectOfficeAnew } from './projections.ts';

/** Raise when what a projection holds changes: every vault then rebuilds its own from the journal, off the start path. */
export const projectionVersion = '5';

/** Kept among the projections, so that a database salvaged without them has none. */
const marker = 'projectionVersion';

/** True for a vault whose projections are not, or not wholly, of this software's making. */
export const needsRebuild = (db: ReadableDatabase): boolean =>
  db.prepare('SELECT body FROM office_state WHERE name = ?').get<{ body: string }>([marker])?.body !==
  projectionVersion;

/** Says that the projections are whole and of this software's making; inside the caller's transaction. */
export const markProjections = (db: WritableDatabase): void => {
  db.prepare('INSERT OR REPLACE INTO office_state (name, body) VALUES (?, ?)').run([
    marker,
    projectionVersion,
  ]);
};

const firstRows = `SELECT pos, subject FROM journal AS row WHERE pos > ? AND pos <= ?
  AND subject NOT IN ('${officeSubject}', '${certificationSubject}', '${listSubject}', '${sealSubject}')
  AND NOT EXISTS (SELECT 1 FROM journal WHERE subject = row.subject AND pos < row.pos) ORDER BY pos LIMIT ?`;

/** Pages of the search index joined after each transaction: without, every search reads the pieces all of them have left. */
const mergePages = 64;

/** Positions swept at a time. */
const stretch = 5000;

/** Takes away lines and words that no row speaks of, and lines that do not stand where their dossier's first row does. */
function* sweep(db: WritableDatabase): Generator<number> {
  const highest = (table: string): number =>
    db.prepare(`SELECT max(rowid) AS r FROM ${table}`).get<{ r: number | null }>()?.r ?? 0;
  const end = Math.max(...['dossier', 'dossier_text', 'fresh_text', 'tracking_line'].map(highest));
  for (let from = 0; from < end; from += stretch) {
    const range = [from, from + stretch];
    transaction(db, () => {
      db.prepare(
        `DELETE FROM dossier WHERE rowid > ? AND rowid <= ?
         AND (rowid IS NOT (SELECT min(pos) FROM journal WHERE subject = dossier.id)
           OR id IN (SELECT subject FROM other_line))`,
      ).run(range);
      db.prepare(
        'DELETE FROM dossier_text WHERE rowid > ? AND rowid <= ? AND rowid NOT IN (SELECT rowid FROM dossier)',
      ).run(range);
      db.prepare(
        'DELETE FROM tracking_line WHERE rowid > ? AND rowid <= ? AND rowid NOT IN (SELECT rowid FROM dossier)',
      ).run(range);
      db.prepare(
        'DELETE FROM fresh_text WHERE rowid > ? AND rowid <= ? AND rowid NOT IN (SELECT rowid FROM dossier)',
      ).run(range);
    });
    yield from;
  }
  db.prepare(
    `DELETE FROM unsigned_file WHERE NOT EXISTS (SELECT 1 FROM dossier WHERE rowid = (${linePlace('unsigned_file.dossier')}))`,
  ).run();
}

/** Dossiers that other desks of the office opened. */
function* rebuildOthers(db: WritableDatabase, page: number): Generator<number> {
  const select = db.prepare('SELECT subject FROM other_line WHERE subject > ? ORDER BY subject LIMIT ?');
  let after = '';
  for (;;) {
    const found = select.all<{ subject: string }>([after, page]);
    const last = found.at(-1);
    if (!last) return;
    transaction(db, () => {
      for (const { subject } of found) projectAnew(db, subject);
    });
    after = last.subject;
    yield 0;
  }
}

/**
 * Makes the projections again from the journal, `page` dossiers a transaction. Yields the position reached after each, so that
 * work goes on between: a dossier's line depends on its own rows alone, so it does not matter which of the two wrote it last.
 * Nothing is emptied first; a cut leaves what was there and the next start begins again.
 */
export function* rebuildProjections(db: WritableDatabase, page = 100): Generator<number> {
  transaction(db, () => {
    db.prepare('DELETE FROM office_state WHERE name = ?').run([marker]);
    projectOfficeAnew(db);
    projectRegisterAnew(db);
    projectListsAnew(db);
    projectSealsAnew(db);
  });
  // What is recorded from here on is projected as it comes.
  const end = findHead(db)?.pos ?? 0;
  const select = db.prepare(firstRows);
  let pos = 0;
  for (;;) {
    const found = select.all<{ pos: number; subject: string }>([pos, end, page]);
    const last = found.at(-1);
    if (!last) break;
    transaction(db, () => {
      for (const { subject } of found) projectAnew(db, subject);
    });
    mergeText(db, mergePages);
    pos = last.pos;
    yield pos;
  }
  yield* rebuildOthers(db, page);
  yield* sweep(db);
  transaction(db, () => markProjections(db));
}
