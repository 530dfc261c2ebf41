import type { ForeignFile } from '../../../shared/contract/sync.ts';
import { linePlace } from '../../journal/line-place.ts';
import type { ReadableDatabase, WritableDatabase } from '../../vault/database.ts';

/**
 * Files named by rows of other desks behind a position of the feed; inside the caller's transaction. A row may hold anything: what is no
 * JSON, and what is no file, is passed over.
 */
export const noteForeignFiles = (db: WritableDatabase, after: number): void => {
  db.prepare(
    `INSERT OR IGNORE INTO foreign_file (position, dossier, hash, name)
     SELECT position, subject, one ->> 'hash', one ->> 'name'
     FROM (
       SELECT position, subject, CASE WHEN file.type = 'object' THEN file.value ELSE '{}' END AS one
       FROM pulled,
         json_tree(CASE WHEN json_valid(CAST(payload AS TEXT)) THEN CAST(payload AS TEXT) ELSE '{}' END) AS list,
         json_each(CASE
           WHEN list.key = 'files' AND list.type = 'array' THEN list.value
           WHEN list.key = 'file' AND list.type = 'object' THEN json_array(json(list.value))
           ELSE '[]' END) AS file
       WHERE position > ? AND verdict NOT IN ('quarantined', 'unverified'))
     WHERE one ->> 'hash' IS NOT NULL AND one ->> 'name' IS NOT NULL`,
  ).run([after]);
};

const notHere = `FROM foreign_file CROSS JOIN dossier ON dossier.rowid = (${linePlace('foreign_file.dossier')})
  WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.hash = foreign_file.hash AND attachment.dossier = foreign_file.dossier)`;

/** The newest files of the office's other desks that are not on this PC, and how many there are. */
export const listForeignFiles = (
  db: ReadableDatabase,
  most: number,
): { files: ForeignFile[]; count: number } => ({
  files: db
    .prepare(
      `SELECT foreign_file.dossier, foreign_file.hash, foreign_file.name, dossier.code, dossier.owner_name AS ownerName
       ${notHere} ORDER BY foreign_file.position DESC LIMIT ?`,
    )
    .all<ForeignFile & Record<string, string>>([most]),
  count: db.prepare(`SELECT count(*) AS n ${notHere}`).get<{ n: number }>([])?.n ?? 0,
});
