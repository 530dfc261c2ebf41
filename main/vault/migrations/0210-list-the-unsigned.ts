import type { Migration } from './migration.ts';

/**
 * The files that wait for this office's signature, kept as they come and go: found by looking through every open dossier they took half a
 * second of a hundred thousand, each time Today was drawn. Filled here from what older software kept, with that one look.
 */
export const listTheUnsigned: Migration = {
  version: 210,
  name: 'list-the-unsigned',
  up: (db) => {
    db.exec(`
CREATE TABLE unsigned_file (
  dossier    TEXT NOT NULL,
  hash       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (dossier, hash)
) STRICT;
-- Small: what is waiting is counted and paged on it.
CREATE INDEX unsigned_file_oldest ON unsigned_file (created_at);

INSERT INTO unsigned_file (dossier, hash, created_at)
  SELECT a.dossier, a.hash, a.created_at FROM dossier AS d JOIN attachment AS a ON a.dossier = d.id
  WHERE d.open = 1 AND a.mime = 'application/pdf'
    AND NOT EXISTS (SELECT 1 FROM signed_file AS s WHERE s.dossier = a.dossier AND (s.hash = a.hash OR s.source = a.hash))
    AND NOT EXISTS (SELECT 1 FROM draft_file AS f WHERE f.dossier = a.dossier AND f.hash = a.hash)
  ORDER BY a.created_at, d.code, a.name;
`);
  },
};
