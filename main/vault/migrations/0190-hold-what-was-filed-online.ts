import type { Migration } from './migration.ts';

/** What citizens filed online and no counter has taken in: where its row stands among those the province showed. */
export const holdWhatWasFiledOnline: Migration = {
  version: 190,
  name: 'hold-what-was-filed-online',
  up: (db) => {
    db.exec(`
CREATE TABLE online_waiting (
  dossier  TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO online_waiting (dossier, position)
  SELECT CAST(payload AS TEXT) ->> 'dossier', position FROM pulled
  WHERE subject = 'online' AND type = 'submissionReceived' AND verdict = 'fact' AND json_valid(CAST(payload AS TEXT))
    AND CAST(payload AS TEXT) ->> 'dossier' IS NOT NULL;
`);
  },
};
