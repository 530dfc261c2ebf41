import type { ProcedureFee } from '../../../shared/catalogue/procedure.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import type { SetAmount } from '../../../shared/office/profile.ts';

export interface FeeOffer {
  /** What a citizen is told. */
  text: string;
  /** The resolution or the law it rests on, '' when none is known. */
  ground: string;
  /** 'toBeSet' needs a hand; 'set' may be changed; the others are the law's. */
  state: 'law' | 'set' | 'toBeSet';
  amount: number | null;
}

/** A fee as the counter may answer it: what the province has not set is said so, never shown as 0 đ. */
export const feeOffer = (
  fee: ProcedureFee,
  procedure: string,
  amounts: readonly SetAmount[],
  words: Messages,
): FeeOffer => {
  const say = words.dossiers.procedures;
  const { rates } = fee;
  const money = {
    firstPages: rates?.firstPages ?? 0,
    first: formatMoney(rates?.first ?? 0),
    next: formatMoney(rates?.next ?? 0),
    cap: formatMoney(rates?.cap ?? 0),
  };
  if (rates !== undefined)
    return { text: say.copyRates(money), ground: fee.note, state: 'law', amount: null };
  if (fee.amount === 0) return { text: say.feeFree, ground: fee.note, state: 'law', amount: 0 };
  if (fee.amount !== null)
    return {
      text: say.feePer({ amount: formatMoney(fee.amount), unit: fee.unit }),
      ground: fee.note,
      state: 'law',
      amount: fee.amount,
    };
  const set = amounts.find((one) => one.procedure === procedure && one.fee === fee.id);
  if (set === undefined) return { text: say.feeUnset, ground: fee.note, state: 'toBeSet', amount: null };
  return {
    text: say.feePer({ amount: formatMoney(set.amount), unit: fee.unit }),
    ground: say.feeSetBy({ decision: set.decision }),
    state: 'set',
    amount: set.amount,
  };
};
