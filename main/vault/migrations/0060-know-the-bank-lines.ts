import type { Migration } from './migration.ts';

/** Lines of bank statements that a payment was found on, so that none counts twice. A projection; empty until somebody matches one. */
export const knowTheBankLines: Migration = {
  version: 60,
  name: 'know-the-bank-lines',
  up: (db) => {
    db.exec(`
CREATE TABLE bank_line (
  line TEXT PRIMARY KEY,
  dossier TEXT NOT NULL,
  payment TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
  },
};
