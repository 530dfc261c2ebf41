import type { LocalDate } from '../../calendar/vietnam-time.ts';
import type { Acted, FormNumber } from './events.ts';

/** How a state fee receipt comes about (NĐ 123/2020/NĐ-CP): electronic, ordered from a printer, printed by the office. */
export type ReceiptKind = 'electronic' | 'ordered' | 'selfPrinted';

/** The official biên lai, as it stands on the paper. The application never invents one. */
export interface OfficialReceipt {
  form: string;
  series: string;
  number: string;
  date: LocalDate;
  kind: ReceiptKind;
}

/** Cash. `number` is that of the office's own Phiếu thu tiền (không thay biên lai). Amounts are whole đồng throughout. */
export interface FeeCollected extends Acted, FormNumber {
  amount: number;
  /** What was owed before. */
  owed: number;
  /** Why more than that was taken; '' when it was not. */
  beyond: string;
  receipt: OfficialReceipt | null;
}

/** The payer says she has transferred; nobody has seen the money yet. */
export interface TransferClaimed extends Acted {
  amount: number;
  reference: string;
}

/** Seen on the bank's list. */
export interface TransferMatched extends Acted {
  /** Event id of the claim it answers; null where nobody had announced it. */
  claim: string | null;
  amount: number;
  owed: number;
  bankDate: LocalDate;
  reference: string;
  receipt: OfficialReceipt | null;
  /** Mark of the bank statement's line it was found on; absent where it was typed by hand. */
  bankLine?: string;
}

export interface FeeExempted extends Acted {
  /** Position in the dossier's fee lines. */
  line: number;
  label: string;
  /** What the line stood at; null when it was still to be set. */
  waived: number | null;
  ground: string;
}

export interface FeeRefunded extends Acted {
  amount: number;
  to: string;
  reason: string;
}

/** An official receipt written after the payment. */
export interface FeeReceiptRecorded extends Acted {
  /** Event id of the payment. */
  payment: string;
  receipt: OfficialReceipt;
}

/** A line the province sets, now known. */
export interface FeeAmountSet extends Acted {
  line: number;
  label: string;
  amount: number;
  quantity: number;
  total: number;
  decision: string;
}

export interface MoneyEvents {
  feeCollected: FeeCollected;
  transferClaimed: TransferClaimed;
  transferMatched: TransferMatched;
  feeExempted: FeeExempted;
  feeRefunded: FeeRefunded;
  feeReceiptRecorded: FeeReceiptRecorded;
  feeAmountSet: FeeAmountSet;
}
