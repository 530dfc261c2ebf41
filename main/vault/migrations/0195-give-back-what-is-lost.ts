import type { Migration } from './migration.ts';

/**
 * The province's signed word on each end of its feed that was read here, and the verdict it gave where this desk could not prove a row:
 * with both a province restored from an older backup takes its own feed back. Also which files other desks took in.
 */
export const giveBackWhatIsLost: Migration = {
  version: 195,
  name: 'give-back-what-is-lost',
  up: (db) => {
    db.exec(`
ALTER TABLE feed_point ADD COLUMN proof_text TEXT;
ALTER TABLE feed_point ADD COLUMN proof_signature TEXT;
-- What the hub judged, where 'verdict' says that it could not be proved here.
ALTER TABLE pulled ADD COLUMN judged TEXT;
ALTER TABLE set_aside ADD COLUMN judged TEXT;
CREATE INDEX set_aside_hash ON set_aside (hash);

-- Files that other desks' rows name; their bytes are here once 'attachment' has them too.
CREATE TABLE foreign_file (
  position INTEGER NOT NULL,
  dossier  TEXT NOT NULL,
  hash     TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (dossier, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX foreign_file_newest ON foreign_file (position);
INSERT OR IGNORE INTO foreign_file (position, dossier, hash, name)
SELECT position, subject, one ->> 'hash', one ->> 'name'
FROM (
  SELECT position, subject, CASE WHEN file.type = 'object' THEN file.value ELSE '{}' END AS one
  FROM pulled,
    json_tree(CASE WHEN json_valid(CAST(payload AS TEXT)) THEN CAST(payload AS TEXT) ELSE '{}' END) AS list,
    json_each(CASE WHEN list.key = 'files' AND list.type = 'array' THEN list.value ELSE '[]' END) AS file
  WHERE verdict NOT IN ('quarantined', 'unverified'))
WHERE one ->> 'hash' IS NOT NULL AND one ->> 'name' IS NOT NULL;
`);
  },
};
