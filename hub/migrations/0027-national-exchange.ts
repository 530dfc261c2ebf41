import type { Migration } from './migration.ts';

/** What is reported to the national exchange: for whom, which dossiers, and every message in its order. No content: it is made of the feed. */
export const nationalExchange: Migration = {
  version: 27,
  name: 'national-exchange',
  sql: `
-- Off where no line says otherwise; what was received before it was switched on is not reported.
CREATE TABLE exchange_scope (
  office    text NOT NULL,
  -- '*' for every procedure of the office.
  procedure text NOT NULL,
  since     bigint NOT NULL,
  PRIMARY KEY (office, procedure)
);

CREATE TABLE exchange_dossier (
  dossier  text PRIMARY KEY,
  office   text NOT NULL,
  code     text NOT NULL,
  -- Whether this hub's own insertion was answered, or found again, as done.
  inserted boolean NOT NULL DEFAULT false,
  -- Failures since the last success: what fails again and again does not stand in the way of the rest.
  failures int NOT NULL DEFAULT 0,
  -- Who holds it sends.
  lease       text,
  lease_until bigint NOT NULL DEFAULT 0
);

CREATE TABLE exchange_message (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dossier   text NOT NULL REFERENCES exchange_dossier (dossier),
  -- The record as it stood at this place of the feed, or the step taken there.
  position  bigint NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('record', 'progress')),
  -- 'begun': it may have come through; it is looked up before anything is sent again.
  state     text NOT NULL CHECK (state IN ('waiting', 'begun', 'sent', 'refused', 'dropped')),
  reason    text NOT NULL DEFAULT '',
  queued_at bigint NOT NULL,
  sent_at   bigint,
  UNIQUE (dossier, position, kind)
);
CREATE INDEX exchange_message_open ON exchange_message (dossier, id) WHERE state IN ('waiting', 'begun', 'refused');
`,
};
