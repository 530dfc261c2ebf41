import type { Migration } from './migration.ts';

/** The register of certified copies, as lists read it. Projections: rebuilt from the rows about the register. */
export const keepTheRegister: Migration = {
  version: 50,
  name: 'keep-the-register',
  up: (db) => {
    db.exec(`
CREATE TABLE certification_pile (
  id      TEXT PRIMARY KEY,
  state   TEXT NOT NULL,
  day     TEXT NOT NULL,
  pos     INTEGER NOT NULL,
  witness TEXT NOT NULL,
  -- Fee slips known to have come out: the next one says it is a copy.
  slips   INTEGER NOT NULL,
  body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX certification_pile_day ON certification_pile (day, pos);
CREATE INDEX certification_pile_waiting ON certification_pile (pos) WHERE state = 'waiting';

CREATE TABLE certification_line (
  year   INTEGER NOT NULL,
  number INTEGER NOT NULL,
  day    TEXT NOT NULL,
  pile   TEXT NOT NULL,
  body   TEXT NOT NULL,
  PRIMARY KEY (year, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX certification_line_day ON certification_line (day, number);
`);
  },
};
