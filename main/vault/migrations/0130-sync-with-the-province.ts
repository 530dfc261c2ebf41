import type { Migration } from './migration.ts';

/**
 * What the province has shown this desk: the feed's place of each of its own rows, the rows of the office's other desks with theirs, and
 * the hub's receipts. What waits is no table: it is the rows of the journal not yet seen in the feed.
 */
export const syncWithTheProvince: Migration = {
  version: 130,
  name: 'sync-with-the-province',
  up: (db) => {
    db.exec(`
CREATE TABLE seen (
  pos      INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  verdict  TEXT NOT NULL,
  detail   TEXT NOT NULL
) STRICT;
CREATE INDEX seen_aside ON seen (verdict) WHERE verdict <> 'fact';

-- 'unverified': the province took the row in and this desk cannot prove it; it is kept and not folded.
CREATE TABLE pulled (
  position   INTEGER PRIMARY KEY,
  desk       INTEGER NOT NULL,
  epoch      TEXT NOT NULL,
  seq        INTEGER NOT NULL,
  id         TEXT NOT NULL,
  type       TEXT NOT NULL,
  subject    TEXT NOT NULL,
  verdict    TEXT NOT NULL,
  detail     TEXT NOT NULL,
  header     TEXT NOT NULL,
  salt       BLOB,
  payload    BLOB,
  commitment BLOB NOT NULL,
  hash       BLOB NOT NULL,
  signature  BLOB NOT NULL
) STRICT;
CREATE INDEX pulled_subject ON pulled (subject, position);
CREATE INDEX pulled_place ON pulled (epoch, seq);

-- Rows of a feed the province no longer has; kept until it has them again.
CREATE TABLE set_aside AS SELECT * FROM pulled;

CREATE TABLE other_clerk (
  desk  INTEGER NOT NULL,
  clerk TEXT NOT NULL,
  name  TEXT NOT NULL,
  keys  TEXT NOT NULL,
  PRIMARY KEY (desk, clerk)
) STRICT, WITHOUT ROWID;

-- Where the line of a dossier stands that another desk's row opened here; below 0, so that no row of the journal ever stands there.
CREATE TABLE other_line (
  subject TEXT PRIMARY KEY,
  line    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  epoch     TEXT NOT NULL,
  first     INTEGER NOT NULL,
  last      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (epoch, first, last)
) STRICT, WITHOUT ROWID;

-- Ends of pages read: where a desk and a restored hub may meet again.
CREATE TABLE feed_point (
  position INTEGER PRIMARY KEY,
  hash     TEXT NOT NULL
) STRICT;
`);
  },
};
