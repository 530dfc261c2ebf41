import type { Migration } from './migration.ts';

/**
 * The tracking book's line of each dossier, under the number of the dossier's own line. Empty until the rebuild that a new projection
 * version sets off; until then the book is read from the journal.
 */
export const keepTheTrackingLines: Migration = {
  version: 220,
  name: 'keep-the-tracking-lines',
  up: (db) => {
    db.exec('CREATE TABLE tracking_line (rowid INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  },
};
