import * as z from 'zod';
import type { DossierRow } from '../../shared/contract.ts';
import { DAY_MS } from '../../shared/calendar/vietnam-time.ts';
import { linePlace } from '../journal/line-place.ts';
import { findSummary } from '../journal/projections.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** Two desks that were cut off from each other took the same request in within this time; later it is more likely a new one. */
const twinMs = 7 * DAY_MS;
/** Groups on Today at once. */
const mostGroups = 20;

const fromElsewhere = 'EXISTS (SELECT 1 FROM other_line WHERE other_line.subject = dossier.id)';

const idList = z.array(z.string());

const listed = (db: ReadableDatabase, ids: readonly string[]): DossierRow[] =>
  ids.flatMap((id) => findSummary(db, id) ?? []);

const isAtWork =
  "dossier.marks <> 0 AND dossier.open = 1 AND dossier.status = 'accepted' AND dossier.owner_id_number <> ''";

/** What other desks took in and is at work: their lines stand below 0, and the index of the marks has all of those. */
const theirs = `SELECT DISTINCT owner_id_number, procedure FROM
  (SELECT rowid AS at FROM dossier INDEXED BY dossier_marks WHERE marks <> 0 AND rowid < 0) AS line
  CROSS JOIN dossier ON dossier.rowid = line.at WHERE ${isAtWork}`;

/** Kept apart so that a test may look at its plan: an office with one desk reads no line at all. */
export const twinQuery = `SELECT json_group_array(dossier.id) AS ids FROM (${theirs}) AS asked
  CROSS JOIN dossier ON dossier.owner_id_number = asked.owner_id_number AND dossier.procedure = asked.procedure
  WHERE ${isAtWork}
  GROUP BY asked.owner_id_number, asked.procedure
  HAVING count(*) > 1 AND max(received_at) - min(received_at) <= ${twinMs} AND count(DISTINCT ${fromElsewhere}) = 2
  ORDER BY max(received_at) DESC LIMIT ${mostGroups}`;

/** Open dossiers of one person for one procedure that two desks of the office took in: one of them has to go. The newest first. */
export const twinGroups = (db: ReadableDatabase): DossierRow[][] =>
  db
    .prepare(twinQuery)
    .all<{ ids: string }>([])
    .map(({ ids }) => listed(db, idList.parse(JSON.parse(ids))).sort((a, b) => a.receivedAt - b.receivedAt));

/** Kept apart so that a test may look at its plan: from the one dossier to those of its owner, never the other way about. */
export const twinsOfQuery = `SELECT other.id FROM dossier CROSS JOIN dossier AS other
    ON other.owner_id_number = dossier.owner_id_number AND other.procedure = dossier.procedure AND other.id <> dossier.id
  WHERE dossier.rowid = (${linePlace('?')}) AND dossier.id = ? AND other.owner_id_number <> '' AND dossier.status = 'accepted' AND other.status = 'accepted'
    AND abs(other.received_at - dossier.received_at) <= ${twinMs}
    AND ${fromElsewhere} <> EXISTS (SELECT 1 FROM other_line WHERE other_line.subject = other.id)
  ORDER BY other.received_at LIMIT 5`;

/** The same request as another desk took it in, whatever became of it: each page leads to the other's paper. */
export const twinsOf = (db: ReadableDatabase, id: string): DossierRow[] =>
  listed(
    db,
    db
      .prepare(twinsOfQuery)
      .all<{ id: string }>([id, id, id])
      .map((other) => other.id),
  );
