import type { SyncStanding } from '../../shared/dossier/acts/say-standing.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { findEnrolment } from './enrolment.ts';

/**
 * How far one dossier has got with the province, by this desk's own rows about it. Kept aside counts before waiting, until somebody
 * has settled it. What another desk wrote the province has by its nature.
 */
export const syncOfDossier = (db: ReadableDatabase, id: string): SyncStanding => {
  if (findEnrolment(db) === undefined) return 'local';
  const { waiting = 0, aside = 0 } =
    db
      .prepare(
        `SELECT count(*) FILTER (WHERE seen.pos IS NULL) AS waiting,
           count(*) FILTER (WHERE seen.verdict = 'quarantined' AND journal.id NOT IN (SELECT id FROM settled)) AS aside
         FROM journal LEFT JOIN seen ON seen.pos = journal.pos WHERE journal.subject = ?`,
      )
      .get<{ waiting: number; aside: number }>([id]) ?? {};
  if (aside > 0) return 'refused';
  return waiting > 0 ? 'waiting' : 'received';
};
