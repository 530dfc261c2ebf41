import { readChainPayload } from '../shared/journal/chain-payload.ts';
import type { Checkpoint } from '../shared/journal/report.ts';
import { signedMessage } from '../shared/journal/row.ts';
import type { Bytes, ChainCrypto, JournalRow, RowHeader } from '../shared/journal/row.ts';
import { followSigners } from '../shared/journal/signers.ts';
import { upcast } from '../shared/journal/upcast.ts';
import type { StoredEvent } from '../shared/journal/upcast.ts';
import type { FeedVerdict, Quarantine } from '../shared/sync/feed.ts';
import type { Expected } from './verify-ahead.ts';

/** A row that is kept and not yet admitted. */
export interface Waiting {
  desk: number;
  epoch: string;
  seq: number;
  hash: Buffer;
  header: string;
  payload: string | null;
  signature: Buffer;
  broken: boolean;
}

/** With its header as it reads. */
export interface ReadRow extends Waiting {
  read: RowHeader | undefined;
}

export interface Judged {
  row: ReadRow;
  header: RowHeader | undefined;
  event: StoredEvent | undefined;
  verdict: FeedVerdict;
  detail: string;
}

export type Keys = Checkpoint['keys'];

export const bytesOf = (buffer: Buffer): Bytes => new Uint8Array(buffer);

export const parsed = (payload: string | null): unknown => {
  try {
    return payload === null ? null : JSON.parse(payload);
  } catch {
    return undefined;
  }
};

/** Why a row by itself cannot be taken in; its signature is judged apart. */
const faultOf = (office: string, row: ReadRow): Quarantine | undefined => {
  const header = row.read;
  if (!header) return 'headerUnreadable';
  if (row.broken) return 'hashWrong';
  const own =
    header.office === office &&
    header.desk === row.desk &&
    header.epoch === row.epoch &&
    header.seq === row.seq;
  return own ? undefined : 'otherDesk';
};

/** The signatures the rows will be asked for, by the keys known so far. */
export const expectedOf = (rows: readonly ReadRow[], keys: Keys): Expected[] =>
  rows.flatMap(({ read, hash, signature }) =>
    (read ? (keys[read.clerk] ?? []) : []).map((publicKey) => ({
      publicKey,
      message: signedMessage(bytesOf(hash)),
      signature: bytesOf(signature),
    })),
  );

/**
 * Judges the rows of one desk by themselves. The last may wait: an epoch opened after a recovery is signed with a key only the next
 * row tells, and nothing before the founding can be judged at all. `newRoots`: a new vault may have taken the desk's number.
 */
export const judgeRows = (
  crypto: ChainCrypto,
  office: string,
  rows: readonly ReadRow[],
  keys: Keys,
  newRoots = false,
): { judged: Judged[]; keys: Keys } => {
  const faults = new Map<ReadRow, Quarantine>();
  const byPlace = new Map<number, ReadRow>();
  const signers = followSigners(
    crypto,
    keys,
    (row, code) => {
      const found = byPlace.get(row.pos);
      if (found) faults.set(found, code);
    },
    newRoots,
  );
  const judged: Judged[] = [];
  rows.forEach((row, at) => {
    const header = row.read;
    const fault = faultOf(office, row);
    if (fault) faults.set(row, fault);
    byPlace.set(at, row);
    if (header && !fault) {
      const asRow: JournalRow = {
        pos: at,
        header: row.header,
        salt: null,
        payload: row.payload,
        commitment: bytesOf(row.hash),
        hash: bytesOf(row.hash),
        signature: bytesOf(row.signature),
      };
      const signerFault = signers.judge(asRow, header, readChainPayload(header, row.payload));
      if (signerFault) faults.set(row, signerFault);
    }
    const event = header && upcast({ type: header.type, v: header.v, payload: parsed(row.payload) });
    judged.push({ row, header, event, verdict: 'fact', detail: '' });
  });
  let ready = judged;
  const [last] = judged.slice(-1);
  const unrooted = signers.unrooted();
  if (unrooted > 0) ready = judged.slice(0, -unrooted);
  else if (last?.header?.type === 'epochOpened' && !faults.has(last.row)) {
    const known = (signers.keys()[last.header.clerk] ?? []).some((key) =>
      crypto.verify(key, signedMessage(bytesOf(last.row.hash)), bytesOf(last.row.signature)),
    );
    if (!known) ready = judged.slice(0, -1);
  }
  if (ready.length === judged.length) signers.finish();
  return {
    judged: ready.map((one) => {
      const fault = faults.get(one.row);
      return fault ? { ...one, verdict: 'quarantined', detail: fault } : one;
    }),
    keys: signers.keys(),
  };
};
