import type { EpochEnd, Head, JournalReport } from '../../../shared/journal/report.ts';
import { readHeader } from '../../../shared/journal/header.ts';
import { toHex, witnessOf } from '../../../shared/journal/row.ts';
import type { JournalRow } from '../../../shared/journal/row.ts';
import { emptyCheckpoint, verifyJournal } from '../../../shared/journal/verify.ts';
import { readSealText } from '../../../shared/seals/seal-text.ts';
import type { SealNamed } from '../../../shared/seals/seal-text.ts';
import { chainCrypto } from '../../journal/chain-crypto.ts';
import type { SignatureVerdict } from '../../signing/verify-pdf.ts';
import type { ReceiptNamed } from './read-receipt.ts';

/** In the order in which they are asked; the answer is yes when every one holds. */
export const checkNames = [
  'signature',
  'sealText',
  'journal',
  'sealed',
  'receipt',
  'covered',
  'listed',
] as const;
export type CheckName = (typeof checkNames)[number];

/** Why a check does not hold; each has its sentence in the messages. */
export type ReasonCode =
  | 'unsigned'
  | 'sealAltered'
  | 'sealUntrusted'
  | 'sealRevoked'
  | 'sealUnknown'
  | 'notASeal'
  | 'journalAltered'
  | 'journalOther'
  | 'headMissing'
  | 'receiptMissing'
  | 'witnessOther'
  | 'notSealedYet'
  | 'notListed'
  | 'notAsked';

export interface Check {
  check: CheckName;
  holds: boolean;
  reason?: ReasonCode;
  params?: Record<string, string | number>;
}

export interface ReceiptVerdict {
  genuine: boolean;
  checks: Check[];
  receipt: ReceiptNamed;
  seal: SealNamed | null;
  /** The acceptance's row, where it was found. */
  row: { pos: number; at: number } | null;
  signatures: SignatureVerdict[];
}

interface Found {
  pos: number;
  epoch: string;
  seq: number;
  at: number;
  code: string | null;
  witness: string;
}

interface Read {
  report: Omit<JournalReport, 'mode'>;
  epochs: Record<string, EpochEnd>;
  /** Rows a receipt could be of: by its code, or by its witness where the content was left out. */
  found: Found[];
  /** Hash of the row the seal names, as it stands in this journal. */
  atHead: string | undefined;
  offices: Set<string>;
}

const codeOf = (payload: string | null): string | null => {
  if (payload === null) return null;
  try {
    const read: unknown = JSON.parse(payload);
    return typeof read === 'object' && read !== null && 'code' in read && typeof read.code === 'string'
      ? read.code
      : null;
  } catch {
    return null;
  }
};

/** One pass over a journal that may be larger than memory. */
const readJournal = (
  rows: Iterable<JournalRow>,
  receipt: ReceiptNamed,
  seal: SealNamed | undefined,
): Read => {
  const found: Found[] = [];
  const offices = new Set<string>();
  let atHead: string | undefined;
  function* watched(): Generator<JournalRow> {
    for (const row of rows) {
      const header = readHeader(row.header);
      if (header) {
        const { epoch, seq, at } = header;
        offices.add(header.office);
        if (seal && epoch === seal.head.epoch && seq === seal.head.seq) atHead = toHex(row.hash);
        if (header.type === 'dossierAccepted') {
          const [code, witness] = [codeOf(row.payload), witnessOf(row.hash)];
          if (code === receipt.code || (code === null && witness === receipt.witness))
            found.push({ pos: row.pos, epoch, seq, at, code, witness });
        }
      }
      yield row;
    }
  }
  const { report, checkpoint } = verifyJournal(watched(), chainCrypto, emptyCheckpoint());
  return { report, epochs: checkpoint.epochs, found, atHead, offices };
};

/** Whether a row is among those the head's hash holds: in its own epoch before it, or in one it goes on from. */
const isHeldBy = (row: Pick<Found, 'epoch' | 'seq'>, head: Head, epochs: Read['epochs']): boolean => {
  // A forged journal may lead round in a circle.
  const seen = new Set<string>();
  for (let at: Head | null = head; at && !seen.has(at.epoch); at = epochs[at.epoch]?.parent ?? null) {
    if (at.epoch === row.epoch) return row.seq <= at.seq;
    seen.add(at.epoch);
  }
  return false;
};

const judgeSignature = (signatures: readonly SignatureVerdict[]): Omit<Check, 'check'> => {
  const [first] = signatures;
  if (!first) return { holds: false, reason: 'unsigned' };
  const reasonOf = (one: SignatureVerdict): ReasonCode | undefined => {
    if (one.valid) return undefined;
    if (one.integrity === 'broken' || one.coverage === 'contentChanged' || one.coverage === 'unsound')
      return 'sealAltered';
    if (one.chain !== 'trusted') return 'sealUntrusted';
    return one.revocation === 'revoked' ? 'sealRevoked' : 'sealUnknown';
  };
  const reason = signatures.map(reasonOf).find((one) => one !== undefined);
  return reason === undefined
    ? { holds: true, params: { signer: first.signer?.subject.replaceAll('\n', ', ') ?? '' } }
    : { holds: false, reason };
};

/** The paper's own order: code, number, time, witness. */
const isListed = (words: string, { code, witness }: ReceiptNamed): boolean => {
  const plain = words.replace(/\s+/g, '').toUpperCase();
  for (let at = plain.indexOf(code); at >= 0; at = plain.indexOf(code, at + 1))
    if (plain.slice(at, at + code.length + 40).includes(witness.toUpperCase())) return true;
  return false;
};

/**
 * Judges a receipt by a journal and a seal, from what anybody may have: no key, no vault, no line. Every question is answered, so that a
 * no says all that is wrong.
 */
export const judgeReceipt = (given: {
  receipt: ReceiptNamed;
  rows: Iterable<JournalRow>;
  /** The seal's words, a text a page. */
  words: readonly string[];
  signatures: SignatureVerdict[];
}): ReceiptVerdict => {
  const { receipt, signatures } = given;
  const words = given.words.join('\n');
  const seal = readSealText(words);
  const { report, epochs, found, atHead, offices } = readJournal(given.rows, receipt, seal);
  const row = found.find(({ witness }) => witness === receipt.witness);
  const [other] = found;
  const checks: Check[] = [{ check: 'signature', ...judgeSignature(signatures) }];
  const add = (check: CheckName, holds: boolean, reason: ReasonCode, params?: Check['params']): void => {
    checks.push({ check, holds, ...(holds ? {} : { reason }), ...(params ? { params } : {}) });
  };
  add('sealText', seal !== undefined, 'notASeal', seal && { number: seal.number, to: seal.to });
  const upTo = seal?.to ?? Infinity;
  const faults = report.faults.filter(({ pos }) => pos <= upTo);
  add('journal', faults.length === 0 && report.rows > 0, 'journalAltered', {
    rows: report.rows,
    pos: faults[0]?.pos ?? 0,
  });
  if (seal && !offices.has(seal.office)) add('sealed', false, 'journalOther', { office: seal.office });
  else
    add(
      'sealed',
      seal !== undefined && atHead === seal.head.hash,
      atHead === undefined ? 'headMissing' : 'journalAltered',
      { rows: report.rows, pos: seal?.to ?? 0 },
    );
  add('receipt', row !== undefined, other ? 'witnessOther' : 'receiptMissing', {
    code: receipt.code,
    pos: (row ?? other)?.pos ?? 0,
  });
  const isCovered = row !== undefined && seal !== undefined && isHeldBy(row, seal.head, epochs);
  add('covered', isCovered, row ? 'notSealedYet' : 'notAsked', { pos: row?.pos ?? 0, to: seal?.to ?? 0 });
  // An earlier seal lists it; this one's hash holds it all the same.
  const isEarlier = isCovered && row.pos < seal.from;
  add('listed', isEarlier || (isCovered && isListed(words, receipt)), isCovered ? 'notListed' : 'notAsked');
  return {
    genuine: checks.every(({ holds }) => holds),
    checks,
    receipt,
    seal: seal ?? null,
    row: row ? { pos: row.pos, at: row.at } : null,
    signatures,
  };
};
