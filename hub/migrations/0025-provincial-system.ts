import type { Migration } from './migration.ts';

/** The provincial system: accounts of its own kind, and what it posted. Its rows stand in the journal as those of desk 0, the hub's own. */
export const provincialSystem: Migration = {
  version: 25,
  name: 'provincial-system',
  sql: `
ALTER TABLE operator DROP CONSTRAINT operator_role_check;
ALTER TABLE operator ADD CONSTRAINT operator_role_check CHECK (role IN ('viewer', 'operator', 'admin', 'system'));

-- Posted again under the same reference it is answered as before; its content stands in the row it became.
CREATE TABLE provincial_post (
  system    text NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('submission', 'result')),
  reference text NOT NULL,
  digest    bytea NOT NULL,
  office    text NOT NULL,
  dossier   text NOT NULL,
  event     text NOT NULL,
  at        bigint NOT NULL,
  PRIMARY KEY (system, kind, reference)
);
`,
};
