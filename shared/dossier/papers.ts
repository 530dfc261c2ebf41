import type { DossierState } from './state.ts';
import { businessOf, isOngoing } from './acts/axes.ts';
import { moneyStanding } from './acts/money.ts';
import { isTaken } from './state.ts';
import type { PaperForm } from './events.ts';
import { mainPaper } from './summary.ts';

/** A paper of a dossier: its form and the event it tells of, '' for the intake's own. */
export interface PaperName {
  form: PaperForm;
  about: string;
}

/** Every paper a dossier can be asked for, in the order they came to be. One control slip follows it, as of the last hand-over. */
export const papersOf = (state: DossierState): PaperName[] => {
  const own: PaperName = { form: mainPaper(state), about: '' };
  if (!isTaken(state)) return [own];
  const handedOver = state.moves.findLast((move) => 'to' in move);
  const named: (PaperName & { at: number })[] = [
    ...state.rounds.map(({ asked: { event, at } }) => ({ form: 'supplements' as const, about: event, at })),
    ...(handedOver ? [{ form: 'control' as const, about: handedOver.event, at: handedOver.at }] : []),
    ...state.extensions.map(({ event, at }) => ({ form: 'extension' as const, about: event, at })),
    ...state.stops.map(({ event, at }) => ({ form: 'stop' as const, about: event, at })),
    ...state.money.payments.map(({ event, at }) => ({ form: 'cash' as const, about: event, at })),
    ...state.money.payments
      .filter(({ receipt }) => receipt?.kind === 'selfPrinted')
      .map(({ event, at }) => ({ form: 'feeReceipt' as const, about: event, at })),
    ...state.withdrawals.map(({ event, at }) => ({ form: 'withdrawal' as const, about: event, at })),
    ...state.returns.map(({ event, at }) => ({ form: 'returned' as const, about: event, at })),
  ];
  const papers = [
    own,
    ...named.sort((one, other) => one.at - other.at).map(({ form, about }) => ({ form, about })),
  ];
  // What is still owed of a dossier that ended without a result is asked of nobody.
  const isCharged = isOngoing(businessOf(state)) || businessOf(state) === 'returned';
  return isCharged && moneyStanding(state.money).owed > 0
    ? [...papers, { form: 'transfer', about: '' }]
    : papers;
};

/** The paper an act brings of itself; a biên lai is printed when it is asked for. */
export const paperOfAct = (state: DossierState, event: string): PaperName | undefined =>
  papersOf(state).find(({ form, about }) => about === event && form !== 'feeReceipt');

/** Papers of acts whose last attempt nobody knows the end of. */
export const papersInDoubt = (state: DossierState): PaperName[] =>
  papersOf(state).filter(
    ({ form, about }) =>
      about !== '' &&
      state.papers.findLast((paper) => paper.form === form && paper.about === about)?.outcome === 'unsure',
  );
