import type { Migration } from './migration.ts';

/** Desks, their rows as they came, and the feed they are admitted to. Hashes and keys are bytes; instants are milliseconds. */
export const receiveAndOrder: Migration = {
  version: 10,
  name: 'receive-and-order',
  sql: `
CREATE TABLE hub (
  id  text PRIMARY KEY,
  key bytea NOT NULL
);

CREATE TABLE desk (
  office       text NOT NULL,
  desk         int NOT NULL,
  name         text NOT NULL,
  key          bytea NOT NULL,
  lanes        jsonb NOT NULL,
  state        text NOT NULL CHECK (state IN ('pending', 'confirmed', 'revoked')),
  enrolled_at  bigint NOT NULL,
  confirmed_at bigint,
  seen_at      bigint,
  -- The desk's clock less the hub's, as last measured.
  clock_offset bigint,
  application  text NOT NULL,
  waiting      int NOT NULL DEFAULT 0,
  waiting_since bigint,
  -- Public keys by clerk, as its own admitted rows have told them.
  clerks       jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (office, desk)
);

-- A code is kept as its hash, and used once.
CREATE TABLE enrolment (
  code       bytea PRIMARY KEY,
  office     text NOT NULL,
  desk       int NOT NULL,
  lane_from  int NOT NULL,
  lane_to    int NOT NULL,
  expires_at bigint NOT NULL,
  used_at    bigint
);

CREATE TABLE challenge (
  nonce      text PRIMARY KEY,
  expires_at bigint NOT NULL
);

CREATE TABLE session (
  token      bytea PRIMARY KEY,
  office     text NOT NULL,
  desk       int NOT NULL,
  expires_at bigint NOT NULL
);

-- One opening of a desk's vault: how far its rows are held, and how far they are admitted.
CREATE TABLE epoch (
  office     text NOT NULL,
  desk       int NOT NULL,
  epoch      text NOT NULL,
  arrival    bigint GENERATED ALWAYS AS IDENTITY,
  parent_epoch text,
  parent_seq int,
  held       int NOT NULL DEFAULT 0,
  held_hash  bytea NOT NULL,
  admitted   int NOT NULL DEFAULT 0,
  PRIMARY KEY (office, desk, epoch)
);
CREATE INDEX epoch_waiting ON epoch (office, arrival) WHERE admitted < held;

-- What a desk vouched for, and what it was answered.
CREATE TABLE batch (
  office      text NOT NULL,
  desk        int NOT NULL,
  epoch       text NOT NULL,
  first       int NOT NULL,
  last        int NOT NULL,
  claim       text NOT NULL,
  signature   text NOT NULL,
  receipt     text NOT NULL,
  receipt_signature text NOT NULL,
  received_at bigint NOT NULL,
  PRIMARY KEY (office, desk, epoch, first, last)
);

-- The exact texts that were hashed. Wide rows stay where they are: a second table behind this one costs more than the space.
CREATE TABLE journal_row (
  office     text NOT NULL,
  desk       int NOT NULL,
  epoch      text NOT NULL,
  seq        int NOT NULL,
  hash       bytea NOT NULL,
  header     text NOT NULL,
  payload    text,
  salt       bytea,
  commitment bytea NOT NULL,
  signature  bytea NOT NULL,
  broken     boolean NOT NULL,
  PRIMARY KEY (office, desk, epoch, seq)
) WITH (toast_tuple_target = 8160);

-- Another row where one is held: a vault that was copied or rewritten. Kept whole, beside it.
CREATE TABLE fork (
  office     text NOT NULL,
  desk       int NOT NULL,
  epoch      text NOT NULL,
  seq        int NOT NULL,
  hash       bytea NOT NULL,
  line       text NOT NULL,
  claim      text NOT NULL,
  noticed_at bigint NOT NULL,
  PRIMARY KEY (office, desk, epoch, seq, hash)
);

-- Its row is the lease: who holds it admits.
CREATE TABLE office (
  office   text PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0,
  rolling  bytea NOT NULL
);

CREATE TABLE feed (
  office   text NOT NULL,
  position bigint NOT NULL,
  desk     int NOT NULL,
  epoch    text NOT NULL,
  seq      int NOT NULL,
  id       text NOT NULL,
  subject  text NOT NULL,
  type     text NOT NULL,
  verdict  text NOT NULL,
  detail   text NOT NULL,
  rolling  bytea NOT NULL,
  PRIMARY KEY (office, position)
);
CREATE INDEX feed_subject ON feed (office, subject, position);
`,
};
