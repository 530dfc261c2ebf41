import type { Migration } from './migration.ts';

/**
 * What acts leave behind beside the journal: words offered again, official receipts by their number so that none is entered for two
 * payments, and which dossiers have a paper of an act that nobody knows the end of.
 */
export const rememberTheActs: Migration = {
  version: 40,
  name: 'remember-the-acts',
  up: (db) => {
    db.exec(`
CREATE TABLE remembered (
  what TEXT NOT NULL,
  text TEXT NOT NULL,
  also TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (what, text, also)
) STRICT, WITHOUT ROWID;
-- A projection. The number is compared as a number: 0000001 and 1 are one receipt.
CREATE TABLE official_receipt (
  form TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  dossier TEXT NOT NULL,
  payment TEXT NOT NULL,
  PRIMARY KEY (form, series, number)
) STRICT, WITHOUT ROWID;
ALTER TABLE dossier ADD COLUMN papers_in_doubt INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dossier_papers_in_doubt ON dossier (received_at) WHERE papers_in_doubt > 0;
`);
  },
};
