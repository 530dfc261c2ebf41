import type { SyncStanding } from '../../shared/dossier/acts/say-standing.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { findEnrolment } from './enrolment.ts';
import { isUnsettled } from './waiting.ts';

/**
 * How far one dossier has got with the province, by this desk's own rows about it. Kept aside counts before waiting, and goes on to after
 * somebody has told the province of it: it is not there all the same. What another desk wrote the province has by its nature.
 */
export const syncOfDossier = (db: ReadableDatabase, id: string): SyncStanding => {
  if (findEnrolment(db) === undefined) return 'local';
  const {
    waiting = 0,
    aside = 0,
    untold = 0,
  } = db
    .prepare(
      `SELECT count(*) FILTER (WHERE seen.pos IS NULL) AS waiting,
           count(*) FILTER (WHERE seen.verdict = 'quarantined') AS aside,
           count(*) FILTER (WHERE seen.verdict = 'quarantined' AND ${isUnsettled('journal.id')}) AS untold
         FROM journal LEFT JOIN seen ON seen.pos = journal.pos WHERE journal.subject = ?`,
    )
    .get<{ waiting: number; aside: number; untold: number }>([id]) ?? {};
  if (untold > 0) return 'refused';
  if (waiting > 0) return 'waiting';
  return aside > 0 ? 'reported' : 'received';
};
