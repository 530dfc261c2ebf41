import type { DossierState } from '../../shared/dossier/state.ts';
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

const unsignedColumns = `a.dossier, a.hash, a.name, a.size, d.code, d.owner_name AS ownerName, a.created_at AS createdAt`;
/** Of dossiers that have ended nobody waits for a signature. */
const unsignedWhere = `FROM dossier AS d JOIN attachment AS a ON a.dossier = d.id
  WHERE d.open = 1 AND a.mime = 'application/pdf'
  AND NOT EXISTS (SELECT 1 FROM signed_file AS s WHERE s.dossier = a.dossier AND (s.hash = a.hash OR s.source = a.hash))
  AND NOT EXISTS (SELECT 1 FROM draft_file AS f WHERE f.dossier = a.dossier AND f.hash = a.hash)`;

/** Oldest first: who came first is served first. */
export const listUnsigned = (db: ReadableDatabase, most: number): Unsigned[] =>
  db
    .prepare(`SELECT ${unsignedColumns} ${unsignedWhere} ORDER BY a.created_at, d.code, a.name LIMIT ?`)
    .all<Unsigned>([most]);

export const countUnsigned = (db: ReadableDatabase): number =>
  db.prepare(`SELECT count(*) AS n ${unsignedWhere}`).get<{ n: number }>()?.n ?? 0;

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
