import type { Migration } from './migration.ts';

/** A code gives a desk all its lanes again; rows the hub admitted before it was restored come back whatever has become of their desk. */
export const comeBack: Migration = {
  version: 35,
  name: 'come-back',
  sql: `
ALTER TABLE enrolment ADD COLUMN lanes jsonb;
UPDATE enrolment SET lanes = jsonb_build_array(jsonb_build_object('from', lane_from, 'to', lane_to));
ALTER TABLE enrolment
  ALTER COLUMN lanes SET NOT NULL,
  DROP COLUMN lane_from,
  DROP COLUMN lane_to;

-- Where a history goes on from, or parts.
CREATE INDEX epoch_parent ON epoch (office, desk, parent_epoch);

-- Enrolled anew: the founding of a new vault under this number is believed, once.
ALTER TABLE desk ADD COLUMN awaits_root boolean NOT NULL DEFAULT false;

-- Up to here its rows are admitted even if their desk is revoked or unknown by now.
ALTER TABLE epoch ADD COLUMN due int NOT NULL DEFAULT 0;
`,
};
