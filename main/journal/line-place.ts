import type { ReadableDatabase } from '../vault/database.ts';

/**
 * A dossier's line stands where its first row stands in the journal: found by its id without an index of its own. One that another
 * desk's row opened here has a place of its own.
 */
export const linePlace = (subject: string): string =>
  `SELECT coalesce((SELECT line FROM other_line WHERE subject = ${subject}),
     (SELECT min(pos) FROM journal WHERE subject = ${subject}))`;

/** Where a dossier's line stands; undefined when there is none. */
export const findLine = (db: ReadableDatabase, subject: string): number | undefined =>
  db.prepare(`SELECT (${linePlace('?')}) AS line`).get<{ line: number | null }>([subject, subject])?.line ??
  undefined;
