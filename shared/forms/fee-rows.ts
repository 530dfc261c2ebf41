import type { FeeFrozen } from '../dossier/events.ts';
import { formatMoney, moneyInWords } from '../fees/money.ts';
import type { Messages } from '../messages/index.ts';

export type FeeRow = {
  label: string;
  /** "3 × 8.000 đ" where one pays for more than one; the ground of an exemption; '' otherwise. */
  detail: string;
  /** Money, or the words that stand in its place: never 0 đ for what is unknown, free or lifted. */
  amount: string;
};

export type FeeLines = {
  rows: FeeRow[];
  /** What is known, summed; '' when nothing is. */
  total: string;
  /** The sum in words, '' without a sum. */
  inWords: string;
  /** Lines the province has still to set are not in the sum. */
  incomplete: boolean;
};

const amountText = (fee: FeeFrozen, words: Messages): string => {
  switch (fee.state) {
    case 'known':
      return fee.total === null ? words.print.fee.toBeSet : formatMoney(fee.total);
    case 'toBeSet':
      return words.print.fee.toBeSet;
    case 'exempt':
      return words.print.fee.exempt;
    case 'free':
      return words.print.fee.free;
  }
};

const detailText = (fee: FeeFrozen): string => {
  if (fee.state === 'exempt' || fee.state === 'free') return fee.basis;
  if (fee.state === 'toBeSet' || fee.amount === null || fee.quantity <= 1) return '';
  // A fee worked out page by page is no multiple of its first amount.
  return fee.amount * fee.quantity === fee.total ? `${fee.quantity} × ${formatMoney(fee.amount)}` : fee.basis;
};

const isUnknown = (fee: FeeFrozen): boolean =>
  fee.state === 'toBeSet' || (fee.state === 'known' && fee.total === null);

export const feeLines = (fees: readonly FeeFrozen[], feeTotal: number, words: Messages): FeeLines => {
  const known = fees.some((fee) => fee.state === 'known' && fee.total !== null);
  return {
    rows: fees.map((fee) => ({ label: fee.label, detail: detailText(fee), amount: amountText(fee, words) })),
    total: known ? formatMoney(feeTotal) : '',
    inWords: known ? moneyInWords(feeTotal) : '',
    incomplete: fees.some(isUnknown),
  };
};
