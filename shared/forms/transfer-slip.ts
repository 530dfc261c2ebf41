import type { Taken } from '../dossier/state.ts';
import { moneyStanding } from '../dossier/acts/money.ts';
import { formatMoney, moneyInWords } from '../fees/money.ts';
import type { Result } from '../faults.ts';
import { actPaper, commonNeeds, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { feeLines } from './fee-rows.ts';
import type { FeeRow } from './fee-rows.ts';
import { transferCode } from './transfer-code.ts';
import type { TransferCode } from './transfer-code.ts';

export type TransferSlipValues = ActPaper & {
  rows: FeeRow[];
  amount: string;
  inWords: string;
  transfer: TransferCode | null;
};

/** Phiếu hướng dẫn chuyển khoản: what is owed now and how to send it. It proves no payment and takes no number. */
export const transferSlipValues = (
  state: Taken,
  at: number,
  extra: PaperExtra,
): Result<TransferSlipValues> => {
  const { words } = extra;
  const { owed } = moneyStanding(state.money);
  const values: TransferSlipValues = {
    ...actPaper(state, { at }, { title: 'transfer', number: '' }, extra),
    rows: feeLines(state.money.lines, 0, words).rows,
    amount: owed > 0 ? formatMoney(owed) : '',
    inWords: owed > 0 ? moneyInWords(owed) : '',
    transfer: transferCode(extra, state.accepted.code, owed),
  };
  return whenComplete(
    values,
    'transfer',
    [...commonNeeds(values), ['amount', values.amount], ['account', extra.account?.number ?? '']],
    words,
  );
};
