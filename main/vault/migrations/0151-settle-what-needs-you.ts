import type { Migration } from './migration.ts';

/**
 * What a clerk has looked at and told the province of, so that it asks for her no more; the row itself stays. Also the index that finds
 * the rows that could not be proved.
 */
export const settleWhatNeedsYou: Migration = {
  version: 151,
  name: 'settle-what-needs-you',
  up: (db) => {
    db.exec(`
CREATE TABLE settled (
  id    TEXT PRIMARY KEY,
  at    INTEGER NOT NULL,
  clerk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pulled_unverified ON pulled (position) WHERE verdict = 'unverified';
`);
  },
};
