import type { Migration } from './migration.ts';

/**
 * What the lists of the day are asked by: papers waited for, results to be fetched, money still owed, transfers to be matched. Columns
 * of a projection, empty until the rebuild that a new projection version sets off. `due_at` is from here on the promise time runs
 * against: null while the clock stands still and once the work is done.
 */
export const listTheActs: Migration = {
  version: 30,
  name: 'list-the-acts',
  up: (db) => {
    db.exec(`
ALTER TABLE dossier ADD COLUMN business TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN money TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN owed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossier ADD COLUMN delivery TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN ready_since INTEGER;
ALTER TABLE dossier ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0;
-- A dossier only taken in is in none of these: an acceptance writes no page for them.
CREATE INDEX dossier_business ON dossier (business, received_at) WHERE open = 1 AND business <> 'accepted';
CREATE INDEX dossier_owed ON dossier (received_at) WHERE open = 0 AND owed > 0;
CREATE INDEX dossier_claimed ON dossier (received_at) WHERE money = 'claimed';
CREATE INDEX dossier_ready ON dossier (ready_since) WHERE ready_since IS NOT NULL;
CREATE INDEX dossier_holder ON dossier (holder, received_at) WHERE holder <> '';
CREATE INDEX dossier_conflicts ON dossier (received_at) WHERE conflicts > 0;
`);
  },
};
