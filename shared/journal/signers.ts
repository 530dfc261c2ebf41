import { signedMessage } from './row.ts';
import type { Bytes, ChainCrypto, JournalRow, RowHeader } from './row.ts';
import type { ChainPayload } from './chain-payload.ts';
import type { Checkpoint, JournalReport, RowFaultCode } from './report.ts';

type SignerFault = Extract<RowFaultCode, 'signerUnknown' | 'signatureWrong'>;

/** A row whose signer can only be judged by a row still to come. */
interface Deferred {
  row: JournalRow;
  header: RowHeader;
}

export interface Signers {
  /** Judges the row's signature and takes in the key it brings. Undefined: sound, or to be judged by a later row. */
  judge(row: JournalRow, header: RowHeader, payload: ChainPayload | undefined): SignerFault | undefined;
  /** Whether the row's clerk signed this hash with any of her keys. */
  hasSigned(header: RowHeader, hash: Bytes, signature: Bytes): boolean;
  /** Rows so far that only a founding still to come can vouch for. */
  unrooted(): number;
  /** Judges what no later row came for. */
  finish(): void;
  keys(): Checkpoint['keys'];
  readonly recoveries: JournalReport['recoveries'];
}

/**
 * Who may sign. A key is known from the row that brings it, and that row must itself be signed by a key known before. Two
 * rows vouch for themselves: `officeFounded`, the root of all trust, once; and the replacement of a clerk's own key after the
 * printed recovery code opened the vault. The epoch she opened just before that row is signed with the new key as well.
 * `newRoots`: a new vault took the place of the one before it under the same number: its first epoch and its founding are a root again.
 */
export const followSigners = (
  crypto: ChainCrypto,
  start: Checkpoint['keys'],
  report: (row: JournalRow, code: SignerFault) => void,
  newRoots = false,
): Signers => {
  const known = new Map(Object.entries(start).map(([clerk, keys]) => [clerk, [...keys]]));
  const recoveries: JournalReport['recoveries'] = [];
  /** Rows before the founding. */
  let unrooted: Deferred[] = [];
  let opening: Deferred | undefined;
  let isRooted = known.size > 0;

  const signedBy = (key: string, hash: Bytes, signature: Bytes): boolean =>
    crypto.verify(key, signedMessage(hash), signature);
  const hasSigned = (header: RowHeader, hash: Bytes, signature: Bytes): boolean =>
    (known.get(header.clerk) ?? []).some((key) => signedBy(key, hash, signature));
  const faultOf = ({ row, header }: Deferred): SignerFault | undefined => {
    if (!known.has(header.clerk)) return 'signerUnknown';
    return hasSigned(header, row.hash, row.signature) ? undefined : 'signatureWrong';
  };
  const learn = (clerk: string, key: string): void => {
    known.set(clerk, [...(known.get(clerk) ?? []), key]);
  };
  const settle = (deferred: readonly Deferred[]): void => {
    for (const one of deferred) {
      const fault = faultOf(one);
      if (fault) report(one.row, fault);
    }
  };
  const settleOpening = (): void => {
    if (opening) settle([opening]);
    opening = undefined;
  };

  const judgeUnrooted = (one: Deferred, payload: ChainPayload | undefined): SignerFault | undefined => {
    if (payload?.kind !== 'root' || payload.clerk !== one.header.clerk) {
      unrooted.push(one);
      return undefined;
    }
    learn(payload.clerk, payload.key);
    isRooted = true;
    settle(unrooted);
    unrooted = [];
    return faultOf(one);
  };

  /** True for the row by which a clerk replaces her own key, signed with the new one. */
  const isRecovery = ({ row, header }: Deferred, payload: Extract<ChainPayload, { kind: 'key' }>): boolean =>
    payload.own &&
    payload.clerk === header.clerk &&
    known.has(header.clerk) &&
    signedBy(payload.key, row.hash, row.signature);

  const judgeRooted = (one: Deferred, payload: ChainPayload | undefined): SignerFault | undefined => {
    if (payload?.kind === 'key' && isRecovery(one, payload)) {
      learn(payload.clerk, payload.key);
      recoveries.push({ pos: one.row.pos, clerk: payload.clerk });
      settleOpening();
      return undefined;
    }
    settleOpening();
    const fault = faultOf(one);
    if (fault === 'signatureWrong' && payload?.kind === 'epoch') {
      opening = one;
      return undefined;
    }
    if (payload?.kind === 'key' && !fault) learn(payload.clerk, payload.key);
    return fault;
  };

  return {
    judge: (row, header, payload) => {
      const begins = payload?.kind === 'root' || (payload?.kind === 'epoch' && payload.parent === null);
      if (newRoots && begins) isRooted = false;
      return (isRooted ? judgeRooted : judgeUnrooted)({ row, header }, payload);
    },
    unrooted: () => unrooted.length,
    hasSigned,
    finish: () => {
      settleOpening();
      settle(unrooted);
      unrooted = [];
    },
    keys: () => Object.fromEntries(known),
    recoveries,
  };
};
