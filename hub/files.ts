import { createHash, randomBytes } from 'node:crypto';
import type { FileReceiptClaim, Signed } from '../shared/sync/claims.ts';
import type { FilesAnswer } from '../shared/sync/messages.ts';
import type { Queryable } from './database.ts';
import type { Identity } from './identity.ts';
import { Refused } from './refused.ts';
import type { Caller } from './sessions.ts';
import type { Shelf } from './shelf.ts';

/** Uploads one desk may have on their way at once. */
const mostUploads = 20;
/** An upload that is not whole after this is given up. */
const longestMs = 7 * 86_400_000;

/** How each hash stands with the office; the receipt of what is kept. */
export const standingOf = async (
  db: Queryable,
  office: string,
  hashes: readonly string[],
): Promise<FilesAnswer> => {
  const { rows } = await db.query<{
    sha256: string;
    named: boolean;
    text: string | null;
    signature: string | null;
  }>(
    `SELECT asked.sha256, named.sha256 IS NOT NULL AS named, kept.receipt AS text, kept.receipt_signature AS signature
     FROM unnest($2::text[]) WITH ORDINALITY AS asked (sha256, at)
       LEFT JOIN named_file AS named ON named.office = $1 AND named.sha256 = decode(asked.sha256, 'hex')
       LEFT JOIN kept_file AS kept ON kept.office = $1 AND kept.sha256 = decode(asked.sha256, 'hex')
     ORDER BY at`,
    [office, hashes],
  );
  return {
    files: rows.map(({ sha256, named, text, signature }) => {
      if (text !== null && signature !== null) return { sha256, state: 'held', receipt: { text, signature } };
      return { sha256, state: named ? 'wanted' : 'unknown' };
    }),
  };
};

/** Opens an upload of a file that a row of the office names; its random id. */
export const beginUpload = async (
  db: Queryable,
  { office, desk }: Pick<Caller, 'office' | 'desk'>,
  wish: { sha256: string; size: number; now: number },
): Promise<string> => {
  const id = randomBytes(16).toString('hex');
  const { rows } = await db.query<{ size: number; begun: number }>({
    name: 'begin-upload',
    text: `WITH named AS (
       SELECT size, (SELECT count(*) FROM upload WHERE upload.office = $1 AND desk = $3) AS begun
       FROM named_file WHERE office = $1 AND sha256 = decode($2, 'hex')),
     opened AS (
       INSERT INTO upload (id, office, desk, sha256, begun_at)
       SELECT $4, $1, $3, decode($2, 'hex'), $5 FROM named WHERE size = $6 AND begun < $7)
     SELECT size, begun FROM named`,
    values: [office, wish.sha256, desk, id, wish.now, wish.size, mostUploads],
  });
  const [named] = rows;
  if (!named) throw new Refused('fileUnknown');
  if (named.size !== wish.size) throw new Refused('tooLarge');
  if (named.begun >= mostUploads) throw new Refused('tooMany');
  return id;
};

/** Refuses another desk's upload as if there were none. */
export const checkUpload = async (
  db: Queryable,
  { office, desk }: Pick<Caller, 'office' | 'desk'>,
  id: string,
): Promise<void> => {
  const { rowCount } = await db.query('SELECT 1 FROM upload WHERE id = $1 AND office = $2 AND desk = $3', [
    id,
    office,
    desk,
  ]);
  if (rowCount !== 1) throw new Refused('fileUnknown');
};

const digestOf = async (shelf: Shelf, place: string): Promise<{ sha256: string; size: number }> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of await shelf.read(place, 0)) {
    if (!Buffer.isBuffer(part)) throw new Error('storage: not bytes');
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest('hex'), size };
};

export const dropUpload = async (db: Queryable, shelf: Shelf, id: string): Promise<void> => {
  await shelf.remove(id);
  await db.query('DELETE FROM upload WHERE id = $1', [id]);
};

/** Reads what is stored, proves its hash and keeps it; the hub's word for it. Undefined: other bytes, and they are gone. */
export const finishUpload = async (
  db: Queryable,
  shelf: Shelf,
  identity: Identity,
  id: string,
  now: number,
): Promise<Signed | undefined> => {
  const { rows } = await db.query<{ office: string; sha256: string }>(
    "SELECT office, encode(sha256, 'hex') AS sha256 FROM upload WHERE id = $1",
    [id],
  );
  const [upload] = rows;
  if (!upload) return undefined;
  await shelf.settle(id);
  const { sha256, size } = await digestOf(shelf, id);
  if (sha256 !== upload.sha256) {
    await dropUpload(db, shelf, id);
    return undefined;
  }
  const { office } = upload;
  const receipt = identity.sign('file', {
    hub: identity.hub,
    office,
    sha256,
    size,
    keptAt: now,
  } satisfies FileReceiptClaim);
  const kept = await db.query(
    `WITH kept AS (
       INSERT INTO kept_file (office, sha256, size, place, receipt, receipt_signature, kept_at)
       VALUES ($1, decode($2, 'hex'), $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING place)
     DELETE FROM upload USING kept WHERE id = kept.place`,
    [office, sha256, size, id, receipt.text, receipt.signature, now],
  );
  // Another desk of the office was first with the same bytes.
  if (kept.rowCount === 0) await dropUpload(db, shelf, id);
  return receipt;
};

export const findKept = async (
  db: Queryable,
  office: string,
  sha256: string,
): Promise<{ place: string; size: number } | undefined> => {
  const { rows } = await db.query<{ place: string; size: number }>(
    "SELECT place, size FROM kept_file WHERE office = $1 AND sha256 = decode($2, 'hex')",
    [office, sha256],
  );
  return rows[0];
};

/** Gives up uploads that were begun long ago. */
export const sweepUploads = async (db: Queryable, shelf: Shelf, now: number): Promise<void> => {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM upload WHERE begun_at < $1 AND lease_until < $2',
    [now - longestMs, now],
  );
  for (const { id } of rows) await dropUpload(db, shelf, id);
};
