import type { Migration } from './migration.ts';

/** Files that a record was reported without, since they had not come up from their desk: it is sent again once they are here. */
export const filesLeftOut: Migration = {
  version: 40,
  name: 'files-left-out',
  sql: `
CREATE TABLE exchange_left_out (
  office  text NOT NULL,
  sha256  bytea NOT NULL,
  dossier text NOT NULL REFERENCES exchange_dossier (dossier),
  PRIMARY KEY (office, sha256, dossier)
);
`,
};
