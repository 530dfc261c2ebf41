import type { Remembered } from '../../shared/contract.ts';
import { actKinds } from '../../shared/dossier/acts/guards.ts';
import type { OfficialReceipt, ReceiptKind } from '../../shared/dossier/acts/money-events.ts';
import type { ActEvent } from '../../shared/dossier/acts/events.ts';
import type { ActKind } from '../../shared/dossier/acts/commands.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** Words of acts, kept to be offered again: a convenience beside the journal, not a projection of it. */
type What =
  | 'holder'
  | 'place'
  | 'signer'
  | 'basis'
  | 'ground'
  | 'decision'
  | 'symbol'
  | `reason.${ActKind}`
  | `receipt.${ReceiptKind}`;

/** More of one kind than anybody looks through. */
const mostOfAKind = 60;

const ofReceipt = (receipt: OfficialReceipt | null): [What, string, string][] =>
  receipt ? [[`receipt.${receipt.kind}`, receipt.form, receipt.series]] : [];

/** What an act's words are, and a second part that belongs to them. */
const wordsOf = ({ type, payload }: ActEvent): [What, string, string?][] => {
  switch (type) {
    case 'handedOver':
      return [['holder', payload.to.unit, payload.to.person]];
    case 'takenBack':
      return [['reason.takeBack', payload.reason]];
    case 'supplementsRequested':
      return [['reason.requestSupplements', payload.reason]];
    case 'deadlineExtended':
      return [
        ['reason.extend', payload.reason],
        ['signer', payload.signer],
      ];
    case 'processingStopped':
      return [
        ['reason.stop', payload.reason],
        ['basis', payload.basis],
        ['signer', payload.signer],
      ];
    case 'dossierWithdrawn':
      return [['reason.withdraw', payload.reason]];
    case 'resultSubmitted':
      return [['holder', payload.to.unit, payload.to.person]];
    case 'resultSentBack':
      return [['reason.sendBackResult', payload.reason]];
    case 'resultNumbered':
      return [
        ['signer', payload.signer],
        ['symbol', payload.taken ? payload.number.slice(payload.number.indexOf('/') + 1) : ''],
      ];
    case 'resultArrived':
      return [['signer', payload.signer]];
    case 'paperFileStored':
      return [['place', payload.place]];
    case 'dossierCorrected':
      return [['reason.correct', payload.reason]];
    case 'feeExempted':
      return [['ground', payload.ground]];
    case 'feeRefunded':
      return [['reason.refundFee', payload.reason]];
    case 'feeAmountSet':
      return [['decision', payload.decision]];
    case 'feeCollected':
    case 'transferMatched':
    case 'feeReceiptRecorded':
      return ofReceipt(payload.receipt);
    default:
      return [];
  }
};

/** Keeps the words of an act; inside its transaction. */
export const rememberWords = (db: WritableDatabase, event: ActEvent): void => {
  for (const [what, text, also = ''] of wordsOf(event)) {
    if (text === '') continue;
    db.prepare(
      `INSERT INTO remembered (what, text, also, used_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (what, text, also) DO UPDATE SET used_at = max(used_at, excluded.used_at)`,
    ).run([what, text, also, event.payload.at]);
    db.prepare(
      `DELETE FROM remembered WHERE what = ? AND used_at < (
         SELECT used_at FROM remembered WHERE what = ? ORDER BY used_at DESC LIMIT 1 OFFSET ${mostOfAKind - 1})`,
    ).run([what, what]);
  }
};

const receiptKinds: readonly ReceiptKind[] = ['electronic', 'ordered', 'selfPrinted'];

/** Everything to be offered again, newest first. */
export const rememberedIn = (db: ReadableDatabase): Remembered => {
  const rows = db
    .prepare('SELECT what, text, also FROM remembered ORDER BY used_at DESC, text')
    .all<{ what: string; text: string; also: string }>([]);
  const textsOf = (what: What): string[] => rows.flatMap((row) => (row.what === what ? [row.text] : []));
  return {
    holders: rows.flatMap(({ what, text, also }) =>
      what === 'holder' ? [{ unit: text, person: also }] : [],
    ),
    places: textsOf('place'),
    signers: textsOf('signer'),
    bases: textsOf('basis'),
    grounds: textsOf('ground'),
    decisions: textsOf('decision'),
    symbols: textsOf('symbol'),
    receipts: rows.flatMap(({ what, text, also }) =>
      receiptKinds.flatMap((kind) =>
        what === `receipt.${kind}` ? [{ kind, form: text, series: also }] : [],
      ),
    ),
    reasons: actKinds.flatMap((act) => textsOf(`reason.${act}`).map((text) => ({ act, text }))),
  };
};
