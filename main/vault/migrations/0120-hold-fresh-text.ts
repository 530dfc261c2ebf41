import type { Migration } from './migration.ts';

/**
 * The words of dossiers that are not in the search index yet. FTS5 writes six pages for one dossier, each sealed anew while the
 * citizen waits; a row here shares one page with its neighbours, and an idle moment moves all of them at once.
 */
export const holdFreshText: Migration = {
  version: 120,
  name: 'hold-fresh-text',
  up: (db) => {
    db.exec(`
CREATE TABLE fresh_text (
  rowid INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  phone TEXT NOT NULL,
  code  TEXT NOT NULL,
  ids   TEXT NOT NULL
) STRICT;
`);
  },
};
