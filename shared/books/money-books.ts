import { formatDay, instantOf, isLocalDate } from '../calendar/vietnam-time.ts';
import type { ActEvent } from '../dossier/acts/events.ts';
import type { OfficialReceipt } from '../dossier/acts/money-events.ts';
import { formNumber } from '../dossier/form-number.ts';
import type { Placed } from '../dossier/evolve.ts';
import type { Taken } from '../dossier/state.ts';
import type { StoredEvent } from '../journal/upcast.ts';
import { isDossierEvent } from '../journal/upcast.ts';
import type { Messages } from '../messages/index.ts';
import { moneyText } from './table.ts';
import type { BookShape, Cell } from './table.ts';

type MoneyWay = 'cash' | 'transfer' | 'refund';

interface MoneyLine {
  at: number;
  code: string;
  payer: string;
  procedure: string;
  way: MoneyWay;
  amount: number;
  clerk: string;
}

/** A line of the fee book: money that came or went back. */
export interface FeeLine extends MoneyLine {
  /** Number of the office's own slip; '' where there is none. */
  slip: string;
  /** The official receipt as known today: it may have been written later. */
  receipt: OfficialReceipt | null;
  bankDay: string;
  /** The bank's text, why more was taken, to whom and why it went back. */
  note: string;
}

/** A line of the book of official receipts: one biên lai. */
export interface ReceiptLine extends MoneyLine {
  receipt: OfficialReceipt;
}

type MoneyEvent = Extract<
  ActEvent,
  { type: 'feeCollected' | 'transferMatched' | 'feeRefunded' | 'feeReceiptRecorded' }
>;

const isMoneyEvent = (event: StoredEvent): event is MoneyEvent =>
  isDossierEvent(event) &&
  (event.type === 'feeCollected' ||
    event.type === 'transferMatched' ||
    event.type === 'feeRefunded' ||
    event.type === 'feeReceiptRecorded');

const moneyLine = ({ accepted }: Taken, event: MoneyEvent, way: MoneyWay, amount: number): MoneyLine => ({
  at: event.payload.at,
  code: accepted.code,
  payer: accepted.submitter.name,
  procedure: accepted.procedure.name,
  way,
  amount,
  clerk: event.payload.clerkName,
});

/** What one event of a dossier puts into the fee book. */
export const feeLines = (state: Taken, { id, event }: Placed<StoredEvent>): FeeLine[] => {
  if (!isMoneyEvent(event)) return [];
  const known = state.money.payments.find((payment) => payment.event === id)?.receipt ?? null;
  switch (event.type) {
    case 'feeCollected': {
      const { amount, beyond } = event.payload;
      return [
        {
          ...moneyLine(state, event, 'cash', amount),
          slip: formNumber('cash', event.payload),
          receipt: known,
          bankDay: '',
          note: beyond,
        },
      ];
    }
    case 'transferMatched': {
      const { amount, bankDate, reference } = event.payload;
      return [
        {
          ...moneyLine(state, event, 'transfer', amount),
          slip: '',
          receipt: known,
          bankDay: bankDate,
          note: reference,
        },
      ];
    }
    case 'feeRefunded': {
      const { amount, to, reason } = event.payload;
      return [
        {
          ...moneyLine(state, event, 'refund', amount),
          slip: '',
          receipt: null,
          bankDay: '',
          note: [to, reason].filter((part) => part !== '').join(': '),
        },
      ];
    }
    case 'feeReceiptRecorded':
      return [];
  }
};

/** The official receipts one event writes down. */
export const receiptLines = (state: Taken, { event }: Placed<StoredEvent>): ReceiptLine[] => {
  if (!isMoneyEvent(event) || event.type === 'feeRefunded') return [];
  const { receipt } = event.payload;
  if (!receipt) return [];
  if (event.type !== 'feeReceiptRecorded') {
    const way = event.type === 'feeCollected' ? 'cash' : 'transfer';
    return [{ ...moneyLine(state, event, way, event.payload.amount), receipt }];
  }
  const payment = state.money.payments.find((one) => one.event === event.payload.payment);
  return payment ? [{ ...moneyLine(state, event, payment.kind, payment.amount), receipt }] : [];
};

/** By form, series and number: a missing number shows. */
export const byReceiptNumber = ({ receipt: one }: ReceiptLine, { receipt: other }: ReceiptLine): number =>
  one.form.localeCompare(other.form, 'vi') ||
  one.series.localeCompare(other.series, 'vi') ||
  Number(one.number) - Number(other.number) ||
  one.number.localeCompare(other.number, 'vi');

const sumOf = (lines: readonly MoneyLine[], ...ways: MoneyWay[]): number =>
  lines.reduce((sum, { way, amount }) => (ways.includes(way) ? sum + amount : sum), 0);

const receiptText = (receipt: OfficialReceipt | null, { books }: Messages): string =>
  receipt ? books.fees.receipt(receipt) : '';

export const feeBook: BookShape<FeeLine> = {
  columns: [
    { key: 'no', kind: 'count', width: 6 },
    { key: 'at', kind: 'moment', width: 19 },
    { key: 'code', kind: 'text', width: 27 },
    { key: 'payer', kind: 'text', width: 26 },
    { key: 'procedure', kind: 'text', width: 36 },
    { key: 'way', kind: 'text', width: 14 },
    { key: 'slip', kind: 'text', width: 16 },
    { key: 'receipt', kind: 'text', width: 26 },
    { key: 'cash', kind: 'money', width: 13 },
    { key: 'transfer', kind: 'money', width: 13 },
    { key: 'refund', kind: 'money', width: 13 },
    { key: 'clerk', kind: 'text', width: 22 },
    { key: 'note', kind: 'text', width: 30 },
  ],
  cells: (line, no, words) => {
    const say = words.books.fees;
    const amountIf = (way: MoneyWay): Cell => (line.way === way ? line.amount : null);
    return [
      no,
      line.at,
      line.code,
      line.payer,
      line.procedure,
      say.ways[line.way],
      line.slip,
      receiptText(line.receipt, words),
      amountIf('cash'),
      amountIf('transfer'),
      amountIf('refund'),
      line.clerk,
      isLocalDate(line.bankDay)
        ? say.bank({ day: formatDay(line.bankDay), reference: line.note })
        : line.note,
    ];
  },
  totals: (lines, { books }) => [
    null,
    null,
    books.total,
    null,
    null,
    null,
    null,
    null,
    sumOf(lines, 'cash'),
    sumOf(lines, 'transfer'),
    sumOf(lines, 'refund'),
    null,
    books.fees.left({ amount: moneyText(sumOf(lines, 'cash', 'transfer') - sumOf(lines, 'refund')) }),
  ],
};

export const receiptBook: BookShape<ReceiptLine> = {
  columns: [
    { key: 'no', kind: 'count', width: 6 },
    { key: 'form', kind: 'text', width: 12 },
    { key: 'series', kind: 'text', width: 12 },
    { key: 'number', kind: 'text', width: 12 },
    { key: 'day', kind: 'day', width: 12 },
    { key: 'kind', kind: 'text', width: 18 },
    { key: 'amount', kind: 'money', width: 13 },
    { key: 'way', kind: 'text', width: 14 },
    { key: 'code', kind: 'text', width: 27 },
    { key: 'payer', kind: 'text', width: 26 },
    { key: 'procedure', kind: 'text', width: 36 },
    { key: 'at', kind: 'moment', width: 19 },
    { key: 'clerk', kind: 'text', width: 22 },
  ],
  cells: (line, no, words) => {
    const { form, series, number, date, kind } = line.receipt;
    return [
      no,
      form,
      series,
      number,
      isLocalDate(date) ? instantOf(date, 0) : null,
      words.acts.receiptKinds[kind],
      line.amount,
      words.books.fees.ways[line.way],
      line.code,
      line.payer,
      line.procedure,
      line.at,
      line.clerk,
    ];
  },
  totals: (lines, { books }) => [
    null,
    books.total,
    null,
    books.receipts.count({ count: lines.length }),
    null,
    null,
    lines.reduce((sum, { amount }) => sum + amount, 0),
    null,
    null,
    null,
    null,
    null,
    null,
  ],
};
