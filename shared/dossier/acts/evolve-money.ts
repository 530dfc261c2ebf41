import type { FeeFrozen } from '../events.ts';
import type { Placed } from '../evolve.ts';
import type { DossierState } from '../state.ts';
import { addConflict } from './conflicts.ts';
import type { ActEvent } from './events.ts';
import type { MoneyEvents } from './money-events.ts';
import { moneyStanding } from './money.ts';
import type { MoneyLedger, Payment } from './money.ts';

export type MoneyEvent = Extract<ActEvent, { type: keyof MoneyEvents }>;

const withMoney = (state: DossierState, change: Partial<MoneyLedger>): DossierState => ({
  ...state,
  money: { ...state.money, ...change },
});

const changeLine = (state: DossierState, at: number, change: (line: FeeFrozen) => FeeFrozen): DossierState =>
  withMoney(state, {
    lines: state.money.lines.map((line, place) => (place === at ? change(line) : line)),
  });

/** More than was owed here, though not more than the desk that took it could know: two desks were paid for one fee. */
const addPayment = (state: DossierState, payment: Payment, owedThere: number): DossierState => {
  const { owed, toBeSet } = moneyStanding(state.money);
  const paid = withMoney(state, { payments: [...state.money.payments, payment] });
  const isTwice = toBeSet === 0 && payment.amount > owed && payment.amount <= owedThere;
  const earlier = state.money.payments.at(-1)?.event ?? state.openedBy;
  return isTwice ? addConflict(paid, payment.event, earlier, 'paidTwice') : paid;
};

/** The money axis. Facts all: what was taken was taken. */
export const evolveMoney = (state: DossierState, { id, event }: Placed<MoneyEvent>): DossierState => {
  switch (event.type) {
    case 'feeCollected': {
      const { amount, at, businessDay, clerkName, receipt, owed } = event.payload;
      const payment: Payment = { event: id, kind: 'cash', amount, at, businessDay, clerkName, receipt };
      return addPayment(state, payment, owed);
    }
    case 'transferMatched': {
      const { amount, at, businessDay, clerkName, receipt, owed, claim, bankLine } = event.payload;
      const payment: Payment = {
        event: id,
        kind: 'transfer',
        amount,
        at,
        businessDay,
        clerkName,
        receipt,
        ...(bankLine === undefined ? {} : { bankLine }),
      };
      const claims = state.money.claims.map((one) =>
        one.event === claim && one.matchedBy === null ? { ...one, matchedBy: id } : one,
      );
      return addPayment(withMoney(state, { claims }), payment, owed);
    }
    case 'transferClaimed': {
      const { amount, reference, at } = event.payload;
      return withMoney(state, {
        claims: [...state.money.claims, { event: id, amount, reference, at, matchedBy: null }],
      });
    }
    case 'feeExempted':
      return changeLine(state, event.payload.line, (line) => ({
        ...line,
        state: 'exempt',
        total: 0,
        basis: event.payload.ground,
      }));
    case 'feeAmountSet': {
      const { line, amount, total, decision } = event.payload;
      return changeLine(state, line, (one) => ({ ...one, state: 'known', amount, total, basis: decision }));
    }
    case 'feeRefunded': {
      const { amount, to, reason, at, clerkName } = event.payload;
      const { held } = moneyStanding(state.money);
      const refunded = withMoney(state, {
        refunds: [...state.money.refunds, { event: id, amount, to, reason, at, clerkName }],
      });
      const earlier = state.money.refunds.at(-1)?.event ?? state.openedBy;
      return amount > held ? addConflict(refunded, id, earlier, 'refundedTwice') : refunded;
    }
    case 'feeReceiptRecorded': {
      const { payment, receipt } = event.payload;
      return withMoney(state, {
        payments: state.money.payments.map((one) => (one.event === payment ? { ...one, receipt } : one)),
      });
    }
  }
};
