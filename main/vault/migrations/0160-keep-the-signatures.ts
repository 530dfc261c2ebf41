import type { Migration } from './migration.ts';

/** Which file became which by a signature or a time stamp: what waits to be signed or stamped is read from here. Made of the journal alone. */
export const keepTheSignatures: Migration = {
  version: 160,
  name: 'keep-the-signatures',
  up: (db) => {
    db.exec(`
CREATE TABLE signed_file (
  dossier    TEXT NOT NULL,
  -- The file as it was, and as it now is.
  source     TEXT NOT NULL,
  hash       TEXT NOT NULL,
  name       TEXT NOT NULL,
  -- The field of the signature made last.
  field      TEXT NOT NULL,
  signed_at  INTEGER NOT NULL,
  -- When a time stamp authority saw it; NULL: chưa có dấu thời gian.
  stamped_at INTEGER,
  PRIMARY KEY (dossier, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX signed_file_source ON signed_file (dossier, source);
CREATE INDEX signed_file_unstamped ON signed_file (signed_at) WHERE stamped_at IS NULL;
`);
  },
};
