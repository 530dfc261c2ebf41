import * as z from 'zod';
import type { Bytes, ChainCrypto } from '../journal/row.ts';
import { signed } from './claims.ts';

/** What the hub made of a row when it came to its turn; judged once, never again. */
export const verdict = z.enum(['fact', 'conflict', 'void', 'parked', 'quarantined']);
export type FeedVerdict = z.infer<typeof verdict>;

/** Why a row is kept aside: it folds into nothing, and blocks nothing. */
export const quarantine = z.enum([
  'headerUnreadable',
  'hashWrong',
  'signerUnknown',
  'signatureWrong',
  'otherDesk',
  'otherOffice',
]);
export type Quarantine = z.infer<typeof quarantine>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One place of the feed; `row` is the line of wire.ts and absent for what the asking desk wrote itself. */
export const feedEntry = z.strictObject({
  position: z.number().int().min(1),
  id: z.string(),
  verdict,
  /** The quarantine's reason, or the event a conflict is with. */
  detail: z.string(),
  hash,
  row: z.unknown().optional(),
});
export type FeedEntry = z.infer<typeof feedEntry>;

/** Where a reader stands: the last position and the rolling hash there. */
export const cursor = z.strictObject({ position: z.number().int().min(0), hash });
export type Cursor = z.infer<typeof cursor>;

/** In an address or a header. */
export const writeCursor = ({ position, hash: sum }: Cursor): string => `${position}:${sum}`;

export const feedStart: Cursor = { position: 0, hash: '0'.repeat(64) };

/**
 * `proof`: the hub's signed word on the end (feedClaim), absent from an empty page. `rewind` in place of entries: the reader's hash is of
 * another history; the last point both have.
 */
export const feedPage = z.union([
  z.strictObject({ entries: z.array(feedEntry), end: cursor, time: z.number(), proof: signed.optional() }),
  z.strictObject({ rewind: cursor, time: z.number() }),
]);
export type FeedPage = z.infer<typeof feedPage>;

/**
 * Entries behind `from` that a hub restored from an older backup has lost, given back to it by who read them. `proof` is its own signed
 * word on their end; `fromProof` on their beginning, where it no longer knows that either.
 */
export const lostStretch = z.strictObject({
  from: cursor,
  fromProof: signed.optional(),
  entries: z.array(feedEntry).min(1).max(2_000),
  proof: signed,
});
export type LostStretch = z.infer<typeof lostStretch>;

/** rolling = SHA-256( rolling before ‖ row hash ‖ verdict, line feed, detail ). */
export const roll = (
  crypto: ChainCrypto,
  before: Bytes,
  rowHash: Bytes,
  { verdict: judged, detail }: Pick<FeedEntry, 'verdict' | 'detail'>,
): Bytes => crypto.sha256([before, rowHash, `${judged}\n${detail}`]);
