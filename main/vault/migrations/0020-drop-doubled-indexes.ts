import type { WritableDatabase } from '../database.ts';
import type { Migration } from './migration.ts';

/**
 * Takes a UNIQUE out of a table and drops the index behind it. SQLite has no statement for that; copying the table instead would, at
 * 100,000 dossiers, write 400 MB and need as much free disk. The index is first made an ordinary one by name, which changes nothing
 * on disk, then dropped as such (https://www.sqlite.org/lang_altertable.html, section 7, on PRAGMA writable_schema).
 */
const dropUnique = (
  db: WritableDatabase,
  table: string,
  { said, left, columns }: { said: string; left: string; columns: string },
): void => {
  const former = `${table}_former`;
  db.exec('PRAGMA writable_schema = ON');
  try {
    const { changes: tables } = db
      .prepare(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ? AND instr(sql, ?) > 0",
      )
      .run([said, left, table, said]);
    const { changes: indexes } = db
      .prepare(
        "UPDATE sqlite_schema SET name = ?, sql = ? WHERE type = 'index' AND name = ? AND tbl_name = ? AND sql IS NULL",
      )
      .run([
        former,
        `CREATE UNIQUE INDEX ${former} ON ${table} (${columns})`,
        `sqlite_autoindex_${table}_1`,
        table,
      ]);
    if (tables !== 1 || indexes !== 1) throw new Error(`vault: ${table} is not as migration 10 left it`);
  } finally {
    // Reads the schema anew and takes the licence back.
    db.exec('PRAGMA writable_schema = RESET');
  }
  db.exec(`DROP INDEX ${former}`);
};

/** Bytes of a page of the search index: with SQLCipher's 80 reserved ones, one row of 3,950 still fits a database page whole. */
const textPage = 3_950;

/**
 * Each index is a page sealed anew at every acceptance. (epoch, seq) only said again what the chain says and verification proves, and its random
 * epochs split its pages; a dossier stands where its first row stands, so `journal_subject` finds it by id. FTS5's own page, 4,050 bytes,
 * lies in two pages of a database that reserves 80 bytes in each: reading and writing the search index cost double.
 */
export const dropDoubledIndexes: Migration = {
  version: 20,
  name: 'drop-doubled-indexes',
  up: (db) => {
    db.exec(`INSERT INTO dossier_text (dossier_text, rank) VALUES ('pgsz', ${textPage})`);
    dropUnique(db, 'journal', {
      said: 'signature  BLOB NOT NULL,\n  UNIQUE (epoch, seq)\n',
      left: 'signature  BLOB NOT NULL\n',
      columns: 'epoch, seq',
    });
    dropUnique(db, 'dossier', { said: 'TEXT NOT NULL UNIQUE', left: 'TEXT NOT NULL', columns: 'id' });
  },
};
