import { formatDay } from '../calendar/vietnam-time.ts';
import type { Payment } from '../dossier/acts/money.ts';
import { moneyStanding } from '../dossier/acts/money.ts';
import type { Taken } from '../dossier/state.ts';
import { fail } from '../faults.ts';
import type { Result } from '../faults.ts';
import { formatMoney, isAmount, moneyInWords } from '../fees/money.ts';
import { findBook } from '../fees/receipt-books.ts';
import type { ReceiptBook } from '../fees/receipt-books.ts';
import { actPaper, commonNeeds, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';

export type FeeReceiptValues = ActPaper & {
  /** Of the office that takes the money (NĐ 123/2020/NĐ-CP, điều 32); '' where it has not given one. */
  taxCode: string;
  form: string;
  series: string;
  day: string;
  /** "Tiền mặt" or "Chuyển khoản". */
  how: string;
  amount: string;
  inWords: string;
  /** What the sum is made of, where one payment settled all of it; '' where it can't be told apart. */
  phi: string;
  lePhi: string;
  clerkName: string;
};

const sumOf = ({ money }: Taken, type: 'PHI' | 'LE_PHI'): number =>
  money.lines.filter((line) => line.type === type).reduce((sum, line) => sum + (line.total ?? 0), 0);

/**
 * The three leaves of a biên lai the office prints itself (NĐ 123/2020/NĐ-CP). Off until an administrator has given the counter a range of
 * that series: the number is the range's, taken when the payment was recorded, and never made here.
 */
export const feeReceiptValues = (
  state: Taken,
  payment: Payment,
  books: readonly ReceiptBook[],
  extra: PaperExtra,
): Result<FeeReceiptValues> => {
  const { words } = extra;
  const { receipt, amount } = payment;
  if (receipt?.kind !== 'selfPrinted') return fail('nothingToPrint');
  const book = findBook(books, { ...receipt, number: Number(receipt.number) });
  if (book?.kind !== 'selfPrinted') return fail('receiptSeriesOff', { series: receipt.series });
  const paid = isAmount(amount) && amount > 0;
  const whole = moneyStanding(state.money).due === amount;
  const part = (type: 'PHI' | 'LE_PHI'): string => {
    const sum = whole ? sumOf(state, type) : 0;
    return sum > 0 ? formatMoney(sum) : '';
  };
  const values: FeeReceiptValues = {
    ...actPaper(state, payment, { title: 'feeReceipt', number: receipt.number }, extra),
    taxCode: state.accepted.office.taxCode ?? '',
    form: receipt.form,
    series: receipt.series,
    day: formatDay(receipt.date),
    how: words.actPapers.paid[payment.kind],
    amount: paid ? formatMoney(amount) : '',
    inWords: paid ? moneyInWords(amount) : '',
    phi: part('PHI'),
    lePhi: part('LE_PHI'),
    clerkName: payment.clerkName,
  };
  return whenComplete(
    values,
    'feeReceipt',
    [
      ...commonNeeds(values),
      ['number', receipt.number],
      ['amount', values.amount],
      ['officer', payment.clerkName],
    ],
    words,
  );
};
