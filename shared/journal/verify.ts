import { readChainPayload } from './chain-payload.ts';
import type { ChainPayload } from './chain-payload.ts';
import { readHeader } from './header.ts';
import type { Checkpoint, EpochEnd, Head, JournalReport, RowFault, RowFaultCode } from './report.ts';
import { commitmentOf, fromHex, genesisHash, rowHash, sameBytes, toHex } from './row.ts';
import type { Bytes, ChainCrypto, JournalRow, RowHeader } from './row.ts';
import { followSigners } from './signers.ts';

export { emptyCheckpoint } from './report.ts';
export type { Checkpoint, Head, JournalReport, RowFault, RowFaultCode } from './report.ts';

/** What a store keeps beside a row to find it by: a second copy of what the header says, and not covered by the hash. */
export type RowColumns = Pick<RowHeader, 'id' | 'type' | 'subject' | 'epoch' | 'seq'>;

/** A row as it was read; `columns` where the store has them. */
export interface StoredRow extends JournalRow {
  columns?: RowColumns;
}

const columnNames = ['id', 'type', 'subject', 'epoch', 'seq'] as const;

const sameHead = (a: Head, b: Head): boolean => a.epoch === b.epoch && a.seq === b.seq && a.hash === b.hash;

/** Where a row stands: the hash it must continue, the parent when it opens an epoch, and what is wrong with that. */
interface Standing {
  previous: string;
  parent?: Head | null;
  fault?: RowFaultCode;
}

/** Contents against commitment. Salt and payload may only be missing together. */
const judgeContent = (crypto: ChainCrypto, row: JournalRow): RowFaultCode | undefined => {
  if (row.payload === null || row.salt === null)
    return row.payload === row.salt ? undefined : 'payloadMissing';
  return sameBytes(commitmentOf(crypto, row.salt, row.payload), row.commitment)
    ? undefined
    : 'payloadAltered';
};

const isErased = (row: JournalRow): boolean => row.payload === null && row.salt === null;

/** Where a row stands that continues no known end: it must open an epoch, and name its parent. */
const standAtOpening = (
  header: RowHeader,
  payload: ChainPayload | undefined,
  end: Head,
  epochs: ReadonlyMap<string, EpochEnd>,
): Standing => {
  if (header.epoch === end.epoch || epochs.has(header.epoch))
    return { previous: end.hash, fault: 'sequenceBroken' };
  if (payload?.kind !== 'epoch' || header.seq !== 1) return { previous: end.hash, fault: 'epochUnannounced' };
  const { parent } = payload;
  if (parent === null) {
    const previous = toHex(genesisHash);
    return epochs.size > 0 ? { previous, parent, fault: 'parentUnknown' } : { previous, parent };
  }
  const known = epochs.get(parent.epoch);
  return known && sameHead({ epoch: parent.epoch, ...known }, parent)
    ? { previous: parent.hash, parent }
    : { previous: parent.hash, parent, fault: 'parentUnknown' };
};

const forksAmong = (epochs: ReadonlyMap<string, EpochEnd>): JournalReport['forks'] => {
  const families = new Map<string, JournalReport['forks'][number]>();
  for (const [epoch, { parent }] of epochs) {
    if (!parent) continue;
    const family = families.get(parent.hash) ?? { parent, children: [] };
    family.children.push(epoch);
    families.set(parent.hash, family);
  }
  return [...families.values()].filter(({ children }) => children.length > 1);
};

/**
 * Verifies rows in stored order, from `start` on: positions, sequence, chain, contents against their commitments, clerks'
 * signatures, the store's own columns. Never stops at a fault: an auditor wants all of them, named up to `limit`. A row
 * altered by itself is reported by itself: the chain is taken up again behind it.
 *
 * Trust begins at the first rows: the founder's key is taken from `officeFounded`, and those rows must be signed by it.
 */
export const verifyJournal = (
  rows: Iterable<StoredRow>,
  crypto: ChainCrypto,
  start: Checkpoint,
  limit = 100,
): { report: Omit<JournalReport, 'mode'>; checkpoint: Checkpoint } => {
  const faults = new Map<number, RowFaultCode>();
  const epochs = new Map(Object.entries(start.epochs));
  let head = start.head;
  /** The row at the head is faulty: its own word about its place is worth nothing, but what is chained to its hash follows it. */
  let doubted = false;
  let pos = start.pos;
  let count = 0;
  let erased = 0;

  const fault = (row: JournalRow, code: RowFaultCode): void => {
    if (!faults.has(row.pos)) faults.set(row.pos, code);
  };
  const signers = followSigners(crypto, start.keys, fault);

  const stand = (row: JournalRow, header: RowHeader, payload: ChainPayload | undefined): Standing => {
    if (header.epoch === head.epoch && header.seq === head.seq + 1) return { previous: head.hash };
    if (doubted && sameBytes(rowHash(crypto, fromHex(head.hash), row.header, row.commitment), row.hash))
      return { previous: head.hash, ...(payload?.kind === 'epoch' ? { parent: payload.parent } : {}) };
    return standAtOpening(header, payload, head, epochs);
  };
  /** The hash the next row will have been chained to: where the stored one is wrong, the one that was signed. */
  const chainedHash = (row: JournalRow, header: RowHeader, computed: Bytes): Bytes =>
    !signers.hasSigned(header, row.hash, row.signature) && signers.hasSigned(header, computed, row.signature)
      ? computed
      : row.hash;

  for (const row of rows) {
    count += 1;
    if (row.pos !== pos + 1) fault(row, 'sequenceBroken');
    pos = row.pos;
    if (isErased(row)) erased += 1;
    const header = readHeader(row.header);
    if (!header) {
      fault(row, 'headerUnreadable');
      head = { epoch: head.epoch, seq: head.seq + 1, hash: toHex(row.hash) };
      doubted = true;
      continue;
    }
    const contentFault = judgeContent(crypto, row);
    if (contentFault) fault(row, contentFault);
    const payload = readChainPayload(header, row.payload);
    const standing = stand(row, header, payload);
    if (standing.fault) fault(row, standing.fault);
    const computed = rowHash(crypto, fromHex(standing.previous), row.header, row.commitment);
    const isChained = sameBytes(computed, row.hash);
    if (!isChained) fault(row, 'hashWrong');
    const signerFault = signers.judge(row, header, payload);
    if (signerFault) fault(row, signerFault);
    if (row.columns && columnNames.some((name) => row.columns?.[name] !== header[name]))
      fault(row, 'columnsDiffer');

    const { epoch, seq } = header;
    const hash = toHex(isChained ? row.hash : chainedHash(row, header, computed));
    head = { epoch, seq, hash };
    doubted = !isChained || standing.fault !== undefined;
    epochs.set(epoch, { seq, hash, parent: standing.parent ?? epochs.get(epoch)?.parent ?? null });
  }
  signers.finish();

  const ordered: RowFault[] = [...faults]
    .map(([at, code]) => ({ pos: at, code }))
    .sort((a, b) => a.pos - b.pos);
  return {
    report: {
      rows: count,
      from: start.pos + 1,
      to: pos,
      faulty: ordered.length,
      faults: ordered.slice(0, limit),
      forks: forksAmong(epochs),
      erased,
      recoveries: signers.recoveries,
      head: pos > 0 ? head : null,
    },
    checkpoint: {
      pos,
      head,
      epochs: Object.fromEntries(epochs),
      keys: signers.keys(),
    },
  };
};
