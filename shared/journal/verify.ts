import { z } from 'zod';
import { commitmentOf, fromHex, genesisHash, rowHash, signedMessage, toHex } from './row.ts';
import type { Bytes, ChainCrypto, JournalRow, RowHeader } from './row.ts';
import { readHeader } from './header.ts';

/** What can be wrong with a row; the first one found at a row is reported. */
export type RowFaultCode =
  | 'headerUnreadable'
  | 'sequenceBroken'
  | 'epochUnannounced'
  | 'parentUnknown'
  | 'hashWrong'
  | 'payloadAltered'
  | 'payloadMissing'
  | 'signerUnknown'
  | 'signatureWrong';

export interface RowFault {
  pos: number;
  code: RowFaultCode;
}

/** Everything needed to go on verifying after `pos` without reading what came before. */
export interface Checkpoint {
  pos: number;
  head: Head;
  /** Last row of every epoch seen, so that a child epoch's parent can be checked: epoch → head. */
  epochs: Record<string, Head>;
  /** Public keys by clerk id, every key the clerk has ever had. */
  keys: Record<string, string[]>;
}

export interface Head {
  epoch: string;
  seq: number;
  hash: string;
}

export interface JournalReport {
  mode: 'checkpoint' | 'full';
  rows: number;
  from: number;
  to: number;
  faults: RowFault[];
  /** Two epochs with one parent: a restored or copied vault; kept, not a fault. */
  forks: { parent: Head; children: string[] }[];
  head: Head | null;
}

export const emptyCheckpoint = (): Checkpoint => ({
  pos: 0,
  head: { epoch: '', seq: 0, hash: toHex(genesisHash) },
  epochs: {},
  keys: {},
});

const headSchema = z.object({ epoch: z.string(), seq: z.number(), hash: z.string() });
const clerkSchema = z.object({ id: z.string(), publicKey: z.string() });
/** Only what the chain itself needs from a payload: new keys, and an epoch's parent. */
const chainPayload = z.object({
  parent: headSchema.nullish(),
  founder: clerkSchema.optional(),
  clerk: z.union([clerkSchema, z.string()]).optional(),
  publicKey: z.string().optional(),
});
type ChainPayload = z.infer<typeof chainPayload>;

const keyTypes = new Set(['officeFounded', 'clerkEnrolled', 'clerkKeyReplaced']);

/** The part of a payload the chain reads; undefined when the row is of no concern to it, erased or unreadable. */
const readChainPayload = (header: RowHeader, payload: string | null): ChainPayload | undefined => {
  if (payload === null || !(header.type === 'epochOpened' || keyTypes.has(header.type))) return undefined;
  try {
    return chainPayload.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
};

const keysIn = (payload: ChainPayload): { clerk: string; key: string }[] => [
  ...(payload.founder ? [{ clerk: payload.founder.id, key: payload.founder.publicKey }] : []),
  ...(typeof payload.clerk === 'object' ? [{ clerk: payload.clerk.id, key: payload.clerk.publicKey }] : []),
  ...(typeof payload.clerk === 'string' && payload.publicKey
    ? [{ clerk: payload.clerk, key: payload.publicKey }]
    : []),
];

const sameHead = (a: Head | undefined, b: Head): boolean =>
  a !== undefined && a.epoch === b.epoch && a.seq === b.seq && a.hash === b.hash;

/**
 * Verifies rows in stored order, from `start` on: sequence, chain, payload against its commitment, clerk signatures.
 * Never stops at a fault: an auditor wants all of them, at most `limit`.
 *
 * Trust begins at the first rows: the founder's key is taken from `officeFounded`, and those rows must be signed by it.
 */
export const verifyJournal = (
  rows: Iterable<JournalRow>,
  crypto: ChainCrypto,
  start: Checkpoint,
  limit = 100,
): { report: Omit<JournalReport, 'mode'>; checkpoint: Checkpoint } => {
  const faults: RowFault[] = [];
  const keys = new Map(Object.entries(start.keys).map(([clerk, list]) => [clerk, [...list]]));
  const epochs = new Map(Object.entries(start.epochs));
  const families = new Map<string, { parent: Head; children: string[] }>();
  /** Rows before their signer's key was told: the very first ones. */
  const unsure: { row: JournalRow; clerk: string }[] = [];
  let head = start.head;
  let pos = start.pos;
  let count = 0;

  const fault = (row: JournalRow, code: RowFaultCode): void => {
    if (faults.length < limit) faults.push({ pos: row.pos, code });
  };
  const checkSignature = (row: JournalRow, clerk: string): void => {
    const message = signedMessage(row.hash);
    const known = keys.get(clerk) ?? [];
    if (known.length === 0) fault(row, 'signerUnknown');
    else if (!known.some((key) => crypto.verify(key, message, row.signature))) fault(row, 'signatureWrong');
  };
  /** The hash the row must continue; faults when the row opens an epoch wrongly or breaks its sequence. */
  const previousOf = (row: JournalRow, header: RowHeader, payload: ChainPayload | undefined): string => {
    if (header.epoch === head.epoch) {
      if (header.seq !== head.seq + 1) fault(row, 'sequenceBroken');
      return head.hash;
    }
    if (header.type !== 'epochOpened' || header.seq !== 1 || payload?.parent === undefined) {
      fault(row, 'epochUnannounced');
      return head.hash;
    }
    if (payload.parent === null) {
      if (epochs.size > 0) fault(row, 'parentUnknown');
      return toHex(genesisHash);
    }
    if (!sameHead(epochs.get(payload.parent.epoch), payload.parent)) fault(row, 'parentUnknown');
    const family = families.get(payload.parent.hash) ?? { parent: payload.parent, children: [] };
    family.children.push(header.epoch);
    families.set(payload.parent.hash, family);
    return payload.parent.hash;
  };

  for (const row of rows) {
    count += 1;
    pos = row.pos;
    const header = readHeader(row.header);
    if (!header) {
      fault(row, 'headerUnreadable');
      continue;
    }
    const payload = readChainPayload(header, row.payload);
    const previous = fromHex(previousOf(row, header, payload));
    if (!sameBytes(rowHash(crypto, previous, row.header, row.commitment), row.hash)) fault(row, 'hashWrong');
    if (row.payload !== null && row.salt !== null) {
      if (!sameBytes(commitmentOf(crypto, row.salt, row.payload), row.commitment))
        fault(row, 'payloadAltered');
    } else if (row.payload !== null || row.salt !== null) fault(row, 'payloadMissing');

    for (const { clerk, key } of payload ? keysIn(payload) : [])
      keys.set(clerk, [...(keys.get(clerk) ?? []), key]);
    if (keys.has(header.clerk)) checkSignature(row, header.clerk);
    else unsure.push({ row, clerk: header.clerk });

    head = { epoch: header.epoch, seq: header.seq, hash: toHex(row.hash) };
    epochs.set(header.epoch, head);
  }
  for (const { row, clerk } of unsure) checkSignature(row, clerk);
  return {
    report: {
      rows: count,
      from: start.pos + 1,
      to: pos,
      faults,
      forks: [...families.values()].filter((family) => family.children.length > 1),
      head: pos > 0 ? head : null,
    },
    checkpoint: { pos, head, epochs: Object.fromEntries(epochs), keys: Object.fromEntries(keys) },
  };
};

const sameBytes = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
