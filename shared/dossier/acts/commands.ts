import type { LocalDate } from '../../calendar/vietnam-time.ts';
import type { AttachmentRef, ComponentEntry, DeliveryMethod } from '../form.ts';
import type { CorrectableField, Holder, MissingPaper, NotifyWay, SignatureKind } from './events.ts';
import type { SigningWay } from '../signing/events.ts';
import type { OfficialReceipt } from './money-events.ts';

/** Who came, as the clerk says it. A proxy names herself and the paper that lets her. */
export type RecipientInput =
  | { kind: 'owner' }
  | { kind: 'submitter' }
  | { kind: 'proxy'; name: string; idNumber: string; paper: string };

/** What was shown, as it was read. `key` null: the printed code alone was read. */
export type ShownInput =
  | { by: 'receipt'; code: string; key: string | null }
  | { by: 'card'; idNumber: string }
  | { by: 'statement'; idNumber: string }
  | { by: 'sent'; waybill: string };

/** The acts after the intake and what each needs; `command` in ActCommand makes asking twice harmless. */
export interface ActInputs {
  requestSupplements: { missing: MissingPaper[]; reason: string; respondBy: LocalDate | null };
  receiveSupplements: { components: ComponentEntry[]; note: string };
  handOver: { to: Holder; batch: string; note: string };
  takeBack: { reason: string };
  /** `date`: the new appointment, due at the close of that working day. */
  extend: { date: LocalDate; reason: string; signer: string };
  stop: { reason: string; basis: string; signer: string };
  withdraw: { to: RecipientInput; reason: string; originals: number[] };
  recordResult: {
    approved: boolean;
    number: string;
    date: LocalDate;
    summary: string;
    signer: string;
    files: AttachmentRef[];
    /** Says that the result already here was entered wrongly. */
    replaces: boolean;
  };
  /** A drafted result on its way to whoever signs it. */
  submitResult: {
    to: Holder;
    way: SigningWay;
    approved: boolean;
    summary: string;
    files: AttachmentRef[];
    note: string;
  };
  sendBackResult: { reason: string };
  /** `number` '': the next of this desk's own series, with `symbol` behind it. `signer` '': as on the signature. */
  numberResult: { number: string; symbol: string; signer: string };
  notifyCitizen: { how: NotifyWay; reached: boolean; to: string; note: string };
  returnResult: {
    to: RecipientInput;
    way: DeliveryMethod;
    shown: ShownInput;
    originals: number[];
    kept: string;
    signature: SignatureKind | null;
    satisfaction: number | null;
  };
  handBackPapers: {
    to: RecipientInput;
    shown: ShownInput;
    originals: number[];
    signature: SignatureKind | null;
  };
  storePaperFile: { place: string };
  correct: { changes: { field: CorrectableField; after: string }[]; reason: string };
  closeConflict: {
    conflict: { event: string; with: string };
    stands: 'event' | 'with' | 'both';
    ruling: string;
  };
  reportReceiptLost: { by: string; note: string };

  /** `beyond`: why more than what is owed is taken; '' otherwise. */
  collectFee: { amount: number; beyond: string; receipt: OfficialReceipt | null };
  claimTransfer: { amount: number; reference: string };
  matchTransfer: {
    claim: string | null;
    amount: number;
    bankDate: LocalDate;
    reference: string;
    receipt: OfficialReceipt | null;
    /** Main's to say, from a statement it has read; a window never does. */
    bankLine?: string;
  };
  exemptFee: { line: number; ground: string };
  refundFee: { amount: number; to: string; reason: string };
  recordFeeReceipt: { payment: string; receipt: OfficialReceipt };
  setFeeAmount: { line: number; amount: number; decision: string };
}

export type ActKind = keyof ActInputs;

/** `command`: a random id made where the act was begun. The same id again is answered without doing it again. */
export type ActCommand<K extends ActKind = ActKind> = {
  [T in K]: { kind: T; command: string } & ActInputs[T];
}[K];

/** Reads one of the commands in what was put together for an act known only by a variable. */
export const isActCommand = (made: object): made is ActCommand => 'kind' in made && 'command' in made;
