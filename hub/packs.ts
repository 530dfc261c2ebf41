import type { StatusAnswer } from '../shared/sync/messages.ts';
import type { Queryable } from './database.ts';

/** The newest of each pack the province has published. */
export const listPacks = async (
  db: Queryable,
): Promise<(StatusAnswer['packs'][number] & { publishedAt: number })[]> =>
  (
    await db.query<StatusAnswer['packs'][number] & { publishedAt: number }>(
      `SELECT DISTINCT ON (kind, id) kind, id, version, sha256, published_at AS "publishedAt" FROM pack
       ORDER BY kind, id, version DESC`,
    )
  ).rows;

/** A pack as it was signed; the desk checks the signature itself. */
export const findPack = async (
  db: Queryable,
  kind: string,
  id: string,
  version: number,
): Promise<string | undefined> =>
  (
    await db.query<{ text: string }>('SELECT text FROM pack WHERE kind = $1 AND id = $2 AND version = $3', [
      kind,
      id,
      version,
    ])
  ).rows[0]?.text;
