import { formatDay } from '../calendar/vietnam-time.ts';
import type { FeeCollected, OfficialReceipt, TransferMatched } from '../dossier/acts/money-events.ts';
import type { Done, Taken } from '../dossier/state.ts';
import { formatMoney, isAmount, moneyInWords } from '../fees/money.ts';
import type { Result } from '../faults.ts';
import type { Messages } from '../messages/index.ts';
import { actPaper, commonNeeds, numberText, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { feeLines } from './fee-rows.ts';
import type { FeeRow } from './fee-rows.ts';
import { momentWords } from './head.ts';
import { transferCode } from './transfer-code.ts';
import type { TransferCode } from './transfer-code.ts';
import { paragraphsOf } from './values.ts';

export type CashSlipValues = ActPaper & {
  /** Of the office; '' where it has not given one. */
  taxCode: string;
  desk: string;
  paidAt: string;
  /** "Tiền mặt", or the transfer with its bank day and text. */
  how: string;
  rows: FeeRow[];
  amount: string;
  inWords: string;
  /** What was still owed before, and after; '' after when nothing is. */
  owed: string;
  left: string;
  beyond: string[];
  /** How the rest can be transferred; null when nothing is left or the office takes no transfers. */
  transfer: TransferCode | null;
  /** The official biên lai written for it; '' while there is none. */
  official: string;
  clerkName: string;
};

const money = (amount: number): string => (isAmount(amount) ? formatMoney(amount) : '');

const officialText = (receipt: OfficialReceipt | null, { actPapers }: Messages): string =>
  receipt === null ? '' : actPapers.official({ ...receipt, day: formatDay(receipt.date) });

/**
 * Phiếu thu tiền (không thay biên lai): cash under its own series, or a transfer seen at the bank, which takes no number. The
 * lines are the dossier's as they stand today; amount and debt are the payment's own.
 */
export const cashSlipValues = (
  state: Taken,
  payment: Done<FeeCollected> | Done<TransferMatched>,
  extra: PaperExtra,
): Result<CashSlipValues> => {
  const { words } = extra;
  const { actPapers } = words;
  const cash = 'number' in payment ? payment : null;
  const number = cash ? numberText('cash', cash) : '';
  const known = state.money.payments.find(({ event }) => event === payment.event);
  const paid = isAmount(payment.amount) && payment.amount > 0;
  const left = Math.max(0, payment.owed - payment.amount);
  const values: CashSlipValues = {
    ...actPaper(state, payment, { title: 'cash', number }, extra),
    taxCode: state.accepted.office.taxCode ?? '',
    desk: words.print.desk({ number: String(payment.desk) }),
    paidAt: momentWords(payment.at, words),
    how:
      'bankDate' in payment
        ? actPapers.transfer({ day: formatDay(payment.bankDate), reference: payment.reference })
        : actPapers.paid.cash,
    rows: feeLines(state.money.lines, 0, words).rows,
    amount: paid ? formatMoney(payment.amount) : '',
    inWords: paid ? moneyInWords(payment.amount) : '',
    owed: money(payment.owed),
    left: left === 0 ? '' : money(left),
    transfer: transferCode(extra, state.accepted.code, left),
    beyond: cash ? paragraphsOf(cash.beyond) : [],
    official: officialText(known?.receipt ?? payment.receipt, words),
    clerkName: payment.clerkName,
  };
  return whenComplete(
    values,
    'cash',
    [
      ...commonNeeds(values),
      ['payment', known ? known.event : ''],
      ['amount', values.amount],
      ['number', cash ? number : values.how],
      ['officer', payment.clerkName],
    ],
    words,
  );
};
