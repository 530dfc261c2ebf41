import type { Migration } from './migration.ts';

/** Where each dossier stands, folded from the feed as it grows; disposable: without its rows it is made anew. */
export const dossierStanding: Migration = {
  version: 26,
  name: 'dossier-standing',
  sql: `
-- How far an office's feed has been followed; its row is the lease.
CREATE TABLE followed (
  office   text PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0
);

CREATE TABLE dossier_standing (
  dossier     text PRIMARY KEY,
  office      text NOT NULL,
  code        text NOT NULL,
  procedure   text NOT NULL,
  received_at bigint NOT NULL,
  -- When the work was done, for the period it counts in; null while it goes on.
  ended_at    bigint,
  business    text NOT NULL,
  -- The feed's place of the last row that is in it.
  position    bigint NOT NULL
);
CREATE INDEX dossier_standing_period ON dossier_standing (office, received_at);
`,
};
