import type { Migration } from './migration.ts';

/** People of the province, what they did, and what they published. */
export const consoleAccounts: Migration = {
  version: 24,
  name: 'console',
  sql: `
ALTER TABLE desk
  -- Why a revoked desk is: 'stolen', 'retired' or 'replaced'.
  ADD COLUMN ended text;

CREATE TABLE operator (
  name     text PRIMARY KEY,
  role     text NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
  salt     bytea NOT NULL,
  password bytea NOT NULL
);

CREATE TABLE operator_session (
  token      bytea PRIMARY KEY,
  operator   text NOT NULL REFERENCES operator (name) ON DELETE CASCADE,
  -- Stands in every form of the page: another site cannot know it.
  form_key   text NOT NULL,
  expires_at bigint NOT NULL
);

-- Who did what to which desk; never changed.
CREATE TABLE deed (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       bigint NOT NULL,
  operator text NOT NULL,
  action   text NOT NULL,
  about    jsonb NOT NULL
);

CREATE TABLE pack (
  kind    text NOT NULL,
  id      text NOT NULL,
  version int NOT NULL,
  sha256  text NOT NULL,
  text    text NOT NULL,
  published_at bigint NOT NULL,
  PRIMARY KEY (kind, id, version)
);
`,
};
