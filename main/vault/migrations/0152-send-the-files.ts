import type { Migration } from './migration.ts';

/** The hub's signed word for each attachment it keeps, and where an upload that was cut goes on. */
export const sendTheFiles: Migration = {
  version: 152,
  name: 'send-the-files',
  up: (db) => {
    db.exec(`
CREATE TABLE file_receipt (
  hash      TEXT PRIMARY KEY,
  text      TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE upload (
  hash TEXT PRIMARY KEY,
  url  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
  },
};
