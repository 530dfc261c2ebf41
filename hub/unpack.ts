import { isUtf8 } from 'node:buffer';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { fromHex, toHex } from '../shared/journal/row.ts';
import type { Bytes } from '../shared/journal/row.ts';
import { batchClaim, openSigned } from '../shared/sync/claims.ts';
import type { BatchClaim, Signed } from '../shared/sync/claims.ts';
import { batchLimits } from '../shared/sync/messages.ts';
import { placeRow, readSentRow } from '../shared/sync/wire.ts';
import type { PlacedRow } from '../shared/sync/wire.ts';
import { crypto } from './crypto.ts';
import type { Identity } from './identity.ts';
import { Refused } from './refused.ts';
import type { Caller } from './sessions.ts';

const unzip = promisify(gunzip);

export interface Batch {
  claim: BatchClaim;
  /** As it was sent and signed. */
  signed: Signed;
  rows: PlacedRow[];
}

/**
 * Room for all of it in one piece, since each piece is a way to the pool of threads and back: its size as gzip's own last four bytes have
 * it (RFC 1952, 2.3.1), believed no further than the limit.
 */
const roomFor = (body: Buffer): number =>
  Math.min(batchLimits.bytes, Math.max(1_024, body.length < 4 ? 0 : body.readUInt32LE(body.length - 4)) + 1);

/** A counter's own few rows are unpacked where they came: in the pool of threads they would stand behind the backlogs. */
const few = { sent: 8 * 1024, unpacked: 64 * 1024 };

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const unzipFew = (body: Buffer): Buffer | undefined => {
  try {
    return body.length > few.sent ? undefined : gunzipSync(body, { maxOutputLength: few.unpacked });
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
};

/** Proved to be UTF-8. */
const bytesIn = async (body: Buffer): Promise<Buffer> => {
  try {
    // A small body may unpack to gigabytes: it is cut off at the limit, not after it.
    const most = { maxOutputLength: batchLimits.bytes, chunkSize: roomFor(body) };
    const bytes = unzipFew(body) ?? (await unzip(body, most));
    if (isUtf8(bytes)) return bytes;
  } catch (error) {
    if (isTooLarge(error)) throw new Refused('tooLarge');
  }
  throw new Refused('malformed');
};

/** Line by line: as one text a backlog would be megabytes that only a full collection of garbage frees. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    const next = bytes.indexOf('\n', from);
    const to = next === -1 ? bytes.length : next;
    yield bytes.toString('utf8', from, to);
    from = to + 1;
  }
}

/** Rows between two turns of the thread that answers everybody: some 1 ms. */
const chunk = 25;

/** Chains the rows from the hash the desk says they continue to the one it vouches for. */
const chain = async (claim: BatchClaim, lines: Iterable<string>): Promise<PlacedRow[]> => {
  const many = claim.last - claim.first + 1;
  let previous: Bytes = fromHex(claim.previous);
  const rows: PlacedRow[] = [];
  for (const text of lines) {
    const sent = readSentRow(text);
    if (!sent || rows.length === many) throw new Refused('malformed');
    const placed = placeRow(crypto, previous, sent);
    previous = placed.hash;
    rows.push(placed);
    if (rows.length % chunk === 0) await turn();
  }
  if (rows.length !== many) throw new Refused('malformed');
  if (toHex(previous) !== claim.hash) throw new Refused('chainBroken');
  return rows;
};

/** Everything about a batch that can be judged without looking at what is held. */
export const unpack = async (
  identity: Identity,
  caller: Caller,
  signed: Signed,
  body: Buffer,
): Promise<Batch> => {
  const claim = openSigned(crypto, 'batch', batchClaim, caller.key, signed);
  if (!claim) throw new Refused('signatureWrong');
  if (claim.hub !== identity.hub) throw new Refused('otherHub');
  if (claim.office !== caller.office || claim.desk !== caller.desk) throw new Refused('unknownDesk');
  if (claim.last < claim.first) throw new Refused('malformed');
  if (claim.last - claim.first >= batchLimits.rows) throw new Refused('tooLarge');
  if (toHex(crypto.sha256([new Uint8Array(body)])) !== claim.digest) throw new Refused('digestWrong');
  return { claim, signed, rows: await chain(claim, linesOf(await bytesIn(body))) };
};
