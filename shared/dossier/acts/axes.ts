import type { DossierState, Ending } from '../state.ts';

/** Business axis, in the words of the counter. */
export type BusinessState =
  | 'guided'
  | 'refused'
  | 'accepted'
  | 'processing'
  | 'awaitingSupplements'
  | 'resultReady'
  | 'returned'
  | 'withdrawn'
  | 'stopped';

/** Delivery axis. 'untold': the result is here and nobody has called; 'tried': called, not reached. */
export type DeliveryState = 'none' | 'untold' | 'tried' | 'told' | 'returned' | 'sent';

/** What ended the dossier, after every conflict closed so far; undefined while it goes on. */
export const findEnding = ({ endings, overruled }: DossierState): Ending | undefined =>
  endings.find(({ event }) => !overruled.includes(event));

export const businessOf = (state: DossierState): BusinessState => {
  if (state.status !== 'accepted') return state.status;
  const ending = findEnding(state);
  if (ending) return ending.kind;
  if (state.result) return 'resultReady';
  if (state.clock && state.clock.pausedAt !== null) return 'awaitingSupplements';
  return state.holder ? 'processing' : 'accepted';
};

/** Whether somebody at this office still has something to do with it. */
export const isOngoing = (business: BusinessState): boolean =>
  business === 'accepted' ||
  business === 'processing' ||
  business === 'awaitingSupplements' ||
  business === 'resultReady';

const nationalStates: Readonly<Record<BusinessState, number>> = {
  accepted: 2,
  refused: 3,
  processing: 4,
  guided: 5,
  awaitingSupplements: 5,
  withdrawn: 7,
  stopped: 8,
  resultReady: 9,
  returned: 10,
};

/** National exchange state. 1 is a draft's, which is never sent; 6 (a financial duty) is no state of its own here: money is its own axis. */
export const nationalState = (business: BusinessState): number => nationalStates[business];

export const deliveryOf = (state: DossierState): DeliveryState => {
  const returned = state.returns.find(({ event }) => !state.overruled.includes(event));
  if (returned) return returned.way === 'counter' ? 'returned' : 'sent';
  const { result } = state;
  if (!result) return 'none';
  // A call about an earlier, wrong entry told nobody about this one.
  const since = state.notices.filter(({ at }) => at >= result.at);
  if (since.some(({ reached }) => reached)) return 'told';
  return since.length > 0 ? 'tried' : 'untold';
};
