import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
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

const textOf = async (body: Buffer): Promise<string> => {
  try {
    // A small body may unpack to gigabytes: it is cut off at the limit, not after it.
    const bytes = await unzip(body, { maxOutputLength: batchLimits.bytes });
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new Refused(code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'malformed');
  }
};

/** Chains the rows from the hash the desk says they continue to the one it vouches for. */
const chain = (claim: BatchClaim, lines: readonly string[]): PlacedRow[] => {
  let previous: Bytes = fromHex(claim.previous);
  const rows = lines.map((text) => {
    const sent = readSentRow(text);
    if (!sent) throw new Refused('malformed');
    const placed = placeRow(crypto, previous, sent);
    previous = placed.hash;
    return placed;
  });
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
  const lines = (await textOf(body)).trimEnd().split('\n');
  if (lines.length !== claim.last - claim.first + 1) throw new Refused('malformed');
  return { claim, signed, rows: chain(claim, lines) };
};
