import type { DossierState } from '../../shared/dossier/state.ts';
import { linePlace } from '../journal/line-place.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** Writes a dossier's signed files from its state; inside the transaction of the row that changed it. */
export const keepSignatures = (db: WritableDatabase, { id, signings, stamps }: DossierState): void => {
  const write = db.prepare(
    `INSERT INTO signed_file (dossier, source, hash, name, field, signed_at, stamped_at, proved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (dossier, hash) DO NOTHING`,
  );
  for (const { source, file, field, at } of signings)
    write.run([id, source, file.hash, file.name, field, at, null, 0]);
  for (const { source, file, field, at, stampedAt, proved } of stamps)
    write.run([id, source, file.hash, file.name, field, at, stampedAt, proved === true ? 1 : 0]);
};

/** Writes the files a dossier's drafts were submitted with; inside the transaction of the row that changed it. */
export const keepDrafts = (db: WritableDatabase, { id, submissions }: DossierState): void => {
  const write = db.prepare('INSERT INTO draft_file (dossier, hash) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const { files } of submissions) for (const { hash } of files) write.run([id, hash]);
};

/** Of dossiers that have ended nobody waits for a signature. */
const unsigned = `SELECT a.hash, a.created_at FROM attachment AS a WHERE a.dossier = ? AND a.mime = 'application/pdf'
  AND EXISTS (SELECT 1 FROM dossier WHERE rowid = (${linePlace('a.dossier')}) AND open = 1)
  AND NOT EXISTS (SELECT 1 FROM signed_file AS s WHERE s.dossier = a.dossier AND (s.hash = a.hash OR s.source = a.hash))
  AND NOT EXISTS (SELECT 1 FROM draft_file AS f WHERE f.dossier = a.dossier AND f.hash = a.hash)`;

/** Brings the list of what waits for a signature up with one dossier: after its line, its files or their signatures have changed. */
export const keepUnsigned = (db: WritableDatabase, dossier: string): void => {
  db.prepare(
    `INSERT INTO unsigned_file (dossier, hash, created_at) SELECT ?, hash, created_at FROM (${unsigned}) WHERE true
     ON CONFLICT (dossier, hash) DO NOTHING`,
  ).run([dossier, dossier]);
  db.prepare(
    `DELETE FROM unsigned_file WHERE dossier = ? AND hash NOT IN (SELECT hash FROM (${unsigned}))`,
  ).run([dossier, dossier]);
};

/** A PDF of a dossier at work that this office has not signed, and that waits for no leader. */
export type Unsigned = {
  dossier: string;
  hash: string;
  name: string;
  size: number;
  code: string;
  ownerName: string;
  createdAt: number;
};

/** "trang 2" before "trang 10". */
const byNumber = new Intl.Collator('vi', { numeric: true });

/** Oldest first: who came first is served first. The first of them are found on the index alone; only theirs are read. */
export const listUnsigned = (db: ReadableDatabase, most: number): Unsigned[] =>
  db
    .prepare(
      `SELECT a.dossier, a.hash, a.name, a.size, d.code, d.owner_name AS ownerName, a.created_at AS createdAt
       FROM (SELECT dossier, hash FROM unsigned_file ORDER BY created_at, rowid LIMIT ?) AS page
       CROSS JOIN attachment AS a ON a.dossier = page.dossier AND a.hash = page.hash
       CROSS JOIN dossier AS d ON d.rowid = (${linePlace('page.dossier')})`,
    )
    .all<Unsigned>([most])
    .sort(
      (one, other) =>
        one.createdAt - other.createdAt ||
        byNumber.compare(one.code, other.code) ||
        byNumber.compare(one.name, other.name),
    );

export const countUnsigned = (db: ReadableDatabase): number =>
  db.prepare('SELECT count(*) AS n FROM unsigned_file').get<{ n: number }>()?.n ?? 0;

export type Unstamped = {
  dossier: string;
  hash: string;
  name: string;
  field: string;
  signedAt: number;
};

/** Signed files whose last signature no authority has seen, oldest first; one signed anew is stamped in its newest version alone. */
export const listUnstamped = (db: ReadableDatabase, most: number): Unstamped[] =>
  db
    .prepare(
      `SELECT dossier, hash, name, field, signed_at AS signedAt FROM signed_file AS f WHERE stamped_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM signed_file AS s WHERE s.dossier = f.dossier AND s.source = f.hash)
       ORDER BY signed_at LIMIT ?`,
    )
    .all<Unstamped>([most]);

export type Unlasting = Omit<Unstamped, 'signedAt'> & { stampedAt: number | null };

/** Signed files without a time stamp, or without proofs of revocation, oldest first, in their newest version alone. */
export const listUnlasting = (db: ReadableDatabase, most: number): Unlasting[] =>
  db
    .prepare(
      `SELECT dossier, hash, name, field, stamped_at AS stampedAt FROM signed_file AS f
       WHERE (stamped_at IS NULL OR proved = 0)
       AND NOT EXISTS (SELECT 1 FROM signed_file AS s WHERE s.dossier = f.dossier AND s.source = f.hash)
       ORDER BY stamped_at IS NOT NULL, signed_at LIMIT ?`,
    )
    .all<Unlasting>([most]);
