import { cursor as cursorShape } from '../../shared/sync/feed.ts';
import type { Cursor, FeedEntry, LostStretch } from '../../shared/sync/feed.ts';
import { feedRowOf } from '../../shared/sync/wire.ts';
import * as z from 'zod';
import { toHex } from '../../shared/journal/row.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { note } from '../log.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { HubRefusal, askJson } from './reach.ts';
import type { Reach } from './reach.ts';

interface Point {
  position: number;
  hash: string;
  text: string | null;
  signature: string | null;
}

type Blob = Uint8Array<ArrayBuffer>;

interface ReadEntry {
  position: number;
  id: string;
  verdict: FeedEntry['verdict'];
  detail: string;
  hash: Blob;
  header: string;
  payload: Blob | null;
  salt: Blob | null;
  commitment: Blob;
  signature: Blob;
}

// One's own among the others: a province that has them in the order of its feed admits them as it did before.
const entriesSql = `
SELECT position, id, coalesce(judged, verdict) AS verdict, detail, hash, header, payload, salt, commitment, signature
FROM pulled WHERE position > ? AND position <= ?
UNION ALL
SELECT position, journal.id, verdict, detail, hash, header, payload, salt, commitment, signature
FROM seen JOIN journal USING (pos) WHERE position > ? AND position <= ?
ORDER BY position`;

const entriesBetween = (db: ReadableDatabase, after: number, last: number): FeedEntry[] =>
  db
    .prepare(entriesSql)
    .all<ReadEntry & Record<string, string | number | Blob | null>>([after, last, after, last])
    .map(({ position, id, verdict, detail, hash, header, payload, ...rest }) => {
      const text = payload && Buffer.from(payload).toString('utf8');
      const row = feedRowOf(chainCrypto, { ...rest, header, payload: text, hash });
      return { position, id, verdict, detail, hash: toHex(hash), row };
    });

/** What was read behind the last point the province still knows, page by page as it was read; each ends where it had signed. */
function* lostStretches(db: ReadableDatabase, common: Cursor): Generator<LostStretch> {
  const points = db
    .prepare(
      `SELECT position, hash, proof_text AS text, proof_signature AS signature FROM feed_point
       WHERE position > ? AND proof_text IS NOT NULL ORDER BY position`,
    )
    .all<Point & Record<string, string | number | null>>([common.position]);
  let from: LostStretch['from'] = common;
  let fromProof: LostStretch['fromProof'];
  for (const { text, signature, ...at } of points) {
    if (text === null || signature === null) continue;
    const proof = { text, signature };
    const entries = entriesBetween(db, from.position, at.position);
    if (entries.length === at.position - from.position)
      yield { from, entries, proof, ...(fromProof ? { fromProof } : {}) };
    from = cursorShape.parse(at);
    fromProof = proof;
  }
}

const given = z.object({ rows: z.number() });

/** Refusals of this stretch and no other: it stays set aside here, and the next is tried. */
const ofStretch: readonly string[] = [
  'chainBroken',
  'signatureWrong',
  'malformed',
  'tooLarge',
  'parentUnknown',
  'ahead',
  'fork',
];

/**
 * Gives a province that was restored from an older backup what this desk has read of its feed since, in its order: its own rows and the
 * other desks'. Throws as `callHub` does: then everything is given again.
 */
export const giveBack = async (
  db: ReadableDatabase,
  { reach, url, token, signal }: { reach: Reach; url: string; token: string; signal: AbortSignal },
  common: Cursor,
): Promise<void> => {
  const headers = { authorization: `Bearer ${token}` };
  for (const stretch of lostStretches(db, common)) {
    const about = { from: stretch.from.position, entries: stretch.entries.length };
    try {
      const { rows } = await askJson(reach, `${url}/v1/returned`, given, stretch, signal, headers);
      note('feed given back', { ...about, rows });
    } catch (error) {
      if (!(error instanceof HubRefusal) || !ofStretch.includes(error.reason)) throw error;
      note('feed not taken back', { ...about, reason: error.reason });
    }
  }
};
