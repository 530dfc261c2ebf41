import type { Migration } from './migration.ts';

/** Which office opened a dossier: no other writes on it. Filled from what is admitted already, first come first. */
export const holdingOffice: Migration = {
  version: 20,
  name: 'holding-office',
  sql: `
CREATE TABLE holder (
  dossier text PRIMARY KEY,
  office  text NOT NULL
);
INSERT INTO holder (dossier, office)
  SELECT DISTINCT ON (feed.subject) feed.subject, feed.office
  FROM feed JOIN epoch USING (office, desk, epoch)
  WHERE feed.verdict <> 'quarantined' AND feed.type IN ('dossierAccepted', 'intakeGuided', 'intakeRefused')
  ORDER BY feed.subject, epoch.arrival;
`,
};
