import type { Migration } from './migration.ts';

/**
 * Closed days, one row a seal: made of the journal alone. A vault from before is sealed from here on; the first seal's hash holds what was
 * written earlier too, but years of it need not be listed on one page.
 */
export const sealTheDays: Migration = {
  version: 180,
  name: 'seal-the-days',
  up: (db) => {
    db.exec(`
CREATE TABLE seal (
  id         TEXT PRIMARY KEY,
  -- Its own row, and the last row it covers.
  pos        INTEGER NOT NULL,
  covered    INTEGER NOT NULL,
  -- Of the last attempt to print; '' before the first.
  outcome    TEXT NOT NULL,
  -- 1 once the page was put into a hand: the next one says that it is a copy.
  settled    INTEGER NOT NULL,
  -- 1: to be signed by hand.
  by_hand    INTEGER NOT NULL,
  -- The newest version of the signed page; '' where the hand signs.
  hash       TEXT NOT NULL,
  stamped_at INTEGER,
  proved     INTEGER NOT NULL,
  body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seal_pos ON seal (pos);

-- Not a projection: from which row on this vault's days are sealed.
CREATE TABLE seal_start (pos INTEGER NOT NULL) STRICT;
INSERT INTO seal_start SELECT coalesce(max(pos), 0) FROM journal;

-- 1: the file carries what its authorities said of revocation (PAdES-B-LT).
ALTER TABLE signed_file ADD COLUMN proved INTEGER NOT NULL DEFAULT 0;
CREATE INDEX signed_file_unproved ON signed_file (stamped_at) WHERE stamped_at IS NOT NULL AND proved = 0;
`);
  },
};
