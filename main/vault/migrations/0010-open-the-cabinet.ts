import type { Migration } from './migration.ts';

/**
 * The first shape. Instants are milliseconds, days 'YYYY-MM-DD', money đồng. Tables are STRICT: the driver binds a large whole number
 * as a float, and a STRICT column stores it as the integer it is or refuses it.
 */
export const openTheCabinet: Migration = {
  version: 10,
  name: 'open-the-cabinet',
  up: (db) => {
    db.exec(`
-- The truth. Rows are only ever added; erasing by law blanks salt and payload alone.
CREATE TABLE journal (
  pos        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  type       TEXT NOT NULL,
  subject    TEXT NOT NULL,
  epoch      TEXT NOT NULL,
  seq        INTEGER NOT NULL,
  header     TEXT NOT NULL,
  salt       BLOB,
  payload    BLOB,
  commitment BLOB NOT NULL,
  hash       BLOB NOT NULL,
  signature  BLOB NOT NULL,
  UNIQUE (epoch, seq)
) STRICT;
CREATE INDEX journal_subject ON journal (subject, pos);

-- How far the chain has been verified: "hash" is that row's, "body" all that verification needs to go on from there.
CREATE TABLE checkpoint (
  pos         INTEGER PRIMARY KEY,
  hash        BLOB NOT NULL,
  verified_at INTEGER NOT NULL,
  body        TEXT NOT NULL
) STRICT;

-- Projections from here on: disposable, rebuilt from the journal.
-- A code is not unique here: if two ever meet, both dossiers stay and are flagged.
CREATE TABLE dossier (
  rowid           INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  code            TEXT NOT NULL,
  received_at     INTEGER NOT NULL,
  due_at          INTEGER,
  business_day    TEXT NOT NULL,
  procedure       TEXT NOT NULL,
  owner_name      TEXT NOT NULL,
  owner_fold      TEXT NOT NULL,
  owner_id_number TEXT NOT NULL,
  phone           TEXT NOT NULL,
  status          TEXT NOT NULL,
  open            INTEGER NOT NULL,
  receipt_key     TEXT NOT NULL,
  printed         INTEGER NOT NULL,
  summary         TEXT NOT NULL,
  changed_pos     INTEGER NOT NULL
) STRICT;
CREATE INDEX dossier_code ON dossier (code);
-- Holds all the list filters by: it is read through without touching the table.
CREATE INDEX dossier_received ON dossier (received_at, status, procedure);
CREATE INDEX dossier_unprinted ON dossier (received_at) WHERE printed = 0 AND open = 1;
CREATE INDEX dossier_due ON dossier (due_at, procedure, received_at) WHERE open = 1;
CREATE INDEX dossier_owner ON dossier (owner_id_number, procedure) WHERE owner_id_number <> '';

-- Text is folded (shared/text/fold.ts) before it comes here and before it is asked for: unicode61 knows every mark but đ.
CREATE VIRTUAL TABLE dossier_text USING fts5 (
  name, phone, code, ids,
  content = '', contentless_delete = 1,
  prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- Merging waits for idle moments (main/desk/chores.ts): an acceptance must not pay for it.
INSERT INTO dossier_text (dossier_text, rank) VALUES ('automerge', 0);
INSERT INTO dossier_text (dossier_text, rank) VALUES ('crisismerge', 256);

CREATE TABLE office_state (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The counter's own: never rebuilt from the journal.
CREATE TABLE draft (
  id            TEXT PRIMARY KEY,
  command_state TEXT NOT NULL,
  body          TEXT NOT NULL,
  clerk         TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL
) STRICT;

-- "next" is the first number not yet given out, "until" the last one the guard file already covers.
CREATE TABLE number_block (
  day       TEXT NOT NULL,
  lane_from INTEGER NOT NULL,
  next      INTEGER NOT NULL,
  until     INTEGER NOT NULL,
  PRIMARY KEY (day, lane_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE form_series (
  form TEXT NOT NULL,
  year INTEGER NOT NULL,
  desk TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (form, year, desk)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack (
  kind         TEXT NOT NULL,
  version      TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  body         BLOB NOT NULL,
  installed_at INTEGER NOT NULL,
  PRIMARY KEY (kind, version)
) STRICT;

-- Who viewed, searched by ID, exported, printed: its own hash chain beside the legal one.
CREATE TABLE access_log (
  pos     INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  clerk   TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail  TEXT NOT NULL,
  hash    BLOB NOT NULL
) STRICT;

-- The same scan may belong to two dossiers.
CREATE TABLE attachment (
  hash       TEXT NOT NULL,
  dossier    TEXT NOT NULL,
  name       TEXT NOT NULL,
  size       INTEGER NOT NULL,
  mime       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (hash, dossier)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_dossier ON attachment (dossier);

-- This machine alone: chosen printer, window size. Not journalled.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
  },
};
