import type { Migration } from './migration.ts';

/**
 * Papers over several dossiers as they were drawn, and how the last fee slip of a pile fared. Projections: rebuilt from the rows about
 * the lists and the register. A vault from before has no list, and of its old slips nothing is asked.
 */
export const keepTheLists: Migration = {
  version: 140,
  name: 'keep-the-lists',
  up: (db) => {
    db.exec(`
CREATE TABLE list_paper (
  id      TEXT PRIMARY KEY,
  day     TEXT NOT NULL,
  pos     INTEGER NOT NULL,
  witness TEXT NOT NULL,
  -- Of the last attempt; '' before the first.
  outcome TEXT NOT NULL,
  -- 1 once it was put into a hand: the next one says that it is a copy.
  settled INTEGER NOT NULL,
  body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX list_paper_day ON list_paper (day, pos);
CREATE INDEX list_paper_doubt ON list_paper (pos) WHERE outcome IN ('', 'unsure');

ALTER TABLE certification_pile ADD COLUMN slip_outcome TEXT NOT NULL DEFAULT '';
CREATE INDEX certification_pile_doubt ON certification_pile (pos) WHERE slip_outcome = 'unsure';
`);
  },
};
