import type { FeeFrozen } from '../events.ts';
import type { OfficialReceipt } from './money-events.ts';

/** Money received: cash at the counter, or a transfer seen at the bank. */
export interface Payment {
  event: string;
  kind: 'cash' | 'transfer';
  amount: number;
  at: number;
  businessDay: string;
  clerkName: string;
  receipt: OfficialReceipt | null;
  /** The bank statement's line it was found on. */
  bankLine?: string;
}

/** What the payer says she has sent; `matchedBy`: the event that found it at the bank. */
export interface Claim {
  event: string;
  amount: number;
  reference: string;
  at: number;
  matchedBy: string | null;
}

export interface Refund {
  event: string;
  amount: number;
  to: string;
  reason: string;
  at: number;
  clerkName: string;
}

/** All that is known of a dossier's money. Whole đồng, and nothing in it is ever negative. */
export interface MoneyLedger {
  /** As they stand today; the acceptance keeps what was printed. */
  lines: FeeFrozen[];
  payments: Payment[];
  claims: Claim[];
  refunds: Refund[];
}

export const emptyLedger: MoneyLedger = { lines: [], payments: [], claims: [], refunds: [] };

/** 'free': no fee; 'toBeSet': only amounts the province has yet to set; 'claimed': a transfer waits to be matched. */
export type MoneyState =
  | 'free'
  | 'toBeSet'
  | 'unpaid'
  | 'claimed'
  | 'partly'
  | 'cash'
  | 'matched'
  | 'exempt'
  | 'refunded';

export interface MoneyStanding {
  state: MoneyState;
  /** Sum of the lines whose amount is known. */
  due: number;
  /** Received and not given back. */
  held: number;
  owed: number;
  /** Held beyond what is due. */
  over: number;
  /** Announced transfers not yet seen at the bank. */
  claimed: number;
  refunded: number;
  /** Lines without an amount. */
  toBeSet: number;
}

const sum = (amounts: readonly { amount: number }[]): number =>
  amounts.reduce((total, { amount }) => total + amount, 0);

const paidState = ({ payments }: MoneyLedger): MoneyState =>
  payments.some(({ kind }) => kind === 'transfer') ? 'matched' : 'cash';

const stateOf = (ledger: MoneyLedger, figures: Omit<MoneyStanding, 'state'>): MoneyState => {
  const { due, held, claimed, refunded, toBeSet } = figures;
  if (held === 0 && refunded > 0) return 'refunded';
  if (due > 0 && held >= due && toBeSet === 0) return paidState(ledger);
  if (claimed > 0) return 'claimed';
  if (held > 0) return due === 0 && toBeSet === 0 ? paidState(ledger) : 'partly';
  if (due > 0) return 'unpaid';
  if (toBeSet > 0) return 'toBeSet';
  return ledger.lines.some(({ state }) => state === 'exempt') ? 'exempt' : 'free';
};

/** The money axis, and the figures behind it. */
export const moneyStanding = (ledger: MoneyLedger): MoneyStanding => {
  const due = ledger.lines.reduce((total, line) => total + (line.total ?? 0), 0);
  const refunded = sum(ledger.refunds);
  const held = Math.max(0, sum(ledger.payments) - refunded);
  const figures = {
    due,
    held,
    owed: Math.max(0, due - held),
    over: Math.max(0, held - due),
    claimed: sum(ledger.claims.filter(({ matchedBy }) => matchedBy === null)),
    refunded,
    toBeSet: ledger.lines.filter(({ state }) => state === 'toBeSet').length,
  };
  return { state: stateOf(ledger, figures), ...figures };
};

/** Whether a line can still be waived: it charges something, or will. */
export const isChargeable = (line: FeeFrozen): boolean =>
  line.state === 'toBeSet' || (line.state === 'known' && (line.total ?? 0) > 0);
