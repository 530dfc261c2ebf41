import type { Migration } from './migration.ts';

/** Files that admitted rows name, what is on its way, and what is kept. Filled with what is admitted already. */
export const files: Migration = {
  version: 22,
  name: 'files',
  sql: `
CREATE TABLE named_file (
  office text NOT NULL,
  sha256 bytea NOT NULL,
  size   bigint NOT NULL,
  PRIMARY KEY (office, sha256)
);

-- One upload on its way; who holds the lease writes.
CREATE TABLE upload (
  id       text PRIMARY KEY,
  office   text NOT NULL,
  desk     int NOT NULL,
  sha256   bytea NOT NULL,
  begun_at bigint NOT NULL,
  lease    text,
  lease_until bigint NOT NULL DEFAULT 0
);
CREATE INDEX upload_desk ON upload (office, desk);

CREATE TABLE kept_file (
  office  text NOT NULL,
  sha256  bytea NOT NULL,
  size    bigint NOT NULL,
  -- Its name on the disk or in the bucket.
  place   text NOT NULL,
  receipt text NOT NULL,
  receipt_signature text NOT NULL,
  kept_at bigint NOT NULL,
  PRIMARY KEY (office, sha256)
);

CREATE FUNCTION pg_temp.files_of(payload text) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY SELECT jsonb_path_query(payload::jsonb, '$.**.files[*]');
EXCEPTION WHEN others THEN
  -- A desk may have written what is no JSON.
  RETURN;
END $$;
INSERT INTO named_file (office, sha256, size)
  SELECT DISTINCT ON (feed.office, file ->> 'hash') feed.office, decode(file ->> 'hash', 'hex'), (file ->> 'size')::bigint
  FROM feed JOIN journal_row AS row USING (office, desk, epoch, seq), pg_temp.files_of(row.payload) AS file
  WHERE feed.verdict <> 'quarantined' AND row.payload LIKE '%"files"%'
    AND file ->> 'hash' ~ '^[0-9a-f]{64}$' AND file ->> 'size' ~ '^[0-9]{1,12}$';
`,
};
