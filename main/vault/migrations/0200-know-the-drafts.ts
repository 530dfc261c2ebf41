import type { Migration } from './migration.ts';

/**
 * Files that were submitted for their signature: they wait for their leader and never in the desk's own list. A projection of the journal;
 * empty, for no older software submitted anything.
 */
export const knowTheDrafts: Migration = {
  version: 200,
  name: 'know-the-drafts',
  up: (db) => {
    db.exec(`
CREATE TABLE draft_file (
  dossier TEXT NOT NULL,
  hash    TEXT NOT NULL,
  PRIMARY KEY (dossier, hash)
) STRICT, WITHOUT ROWID;
`);
  },
};
