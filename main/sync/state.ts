import type { SyncFailure, SyncPhase } from '../../shared/contract/sync.ts';
import type { Desk } from '../desk/desk.ts';

/** What the counter shows of the line. */
export interface SyncState {
  phase: SyncPhase;
  failure: SyncFailure | null;
  /** By this PC's clock; null before the first. */
  lastContactAt: number | null;
  /** This PC's clock less the province's, milliseconds. */
  clockOffset: number | null;
  /** While rows are on their way: the place in the journal before the first, and since when (performance.now()). */
  sending: { after: number; since: number } | null;
  /** The newest release the province gives out; null where it has not said. */
  newest: string | null;
}

const off: SyncState = {
  phase: 'off',
  failure: null,
  lastContactAt: null,
  clockOffset: null,
  sending: null,
  newest: null,
};

const states = new WeakMap<Desk, SyncState>();

/** How a desk's line stands; a desk without one is off. */
export const syncState = (desk: Desk): Readonly<SyncState> => states.get(desk) ?? off;

/** The state of a line that opens, changed in place as long as it is open. */
export const beginState = (desk: Desk): SyncState => {
  const state: SyncState = { ...off, phase: 'connecting' };
  states.set(desk, state);
  return state;
};

export const endState = (desk: Desk): void => void states.delete(desk);
