import type { Migration } from './migration.ts';

/**
 * Every list of the day from one small index: what a dossier still asks of the office, as bits (shared/dossier/marks.ts), and the instant
 * its place in the list goes by. Dossiers that are done are not in it. It takes the place of an index a list. Empty until the rebuild that a new projection version sets off.
 */
export const markWhatIsToDo: Migration = {
  version: 90,
  name: 'mark-what-is-to-do',
  up: (db) => {
    db.exec(`
ALTER TABLE dossier ADD COLUMN marks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossier ADD COLUMN marked_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dossier_marks ON dossier (marks, marked_at, received_at, procedure) WHERE marks <> 0;
DROP INDEX dossier_business;
DROP INDEX dossier_owed;
DROP INDEX dossier_ready;
DROP INDEX dossier_conflicts;
`);
  },
};
