import { isDossierEvent } from '../journal/upcast.ts';
import type { StoredEvent } from '../journal/upcast.ts';
import { isOpened } from './evolve.ts';
import type { DossierState } from './state.ts';

/** 'fact': folded. 'conflict': a fact that clashes with one already there, folded and flagged. 'parked': kept, not understood. */
export type Verdict = { verdict: 'fact' } | { verdict: 'conflict'; with: string } | { verdict: 'parked' };

/**
 * Whether an event made elsewhere fits the dossier as known here. What happened at a counter is never refused: the paper
 * is in somebody's hand.
 */
export const admit = (state: DossierState | null, event: StoredEvent): Verdict => {
  if (!isDossierEvent(event)) return { verdict: 'parked' };
  switch (event.type) {
    case 'dossierAccepted':
    case 'intakeGuided':
    case 'intakeRefused':
      return state && isOpened(state) ? { verdict: 'conflict', with: state.openedBy } : { verdict: 'fact' };
    case 'paperPrinted':
      return state ? { verdict: 'fact' } : { verdict: 'parked' };
  }
};
