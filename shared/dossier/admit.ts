import { isDossierEvent } from '../journal/upcast.ts';
import type { StoredEvent } from '../journal/upcast.ts';
import { evolve } from './evolve.ts';
import type { DossierState } from './state.ts';

/**
 * 'fact': folded. 'conflict': a fact that clashes with one already there, folded and flagged. 'void': a claim that came too late, kept
 * without effect. 'parked': kept, not understood.
 */
export type Verdict =
  | { verdict: 'fact' }
  | { verdict: 'conflict'; with: string }
  | { verdict: 'void' }
  | { verdict: 'parked' };

/** Whether a dossier can begin with the event. */
export const opens = (event: Pick<StoredEvent, 'type'>): boolean =>
  event.type === 'dossierAccepted' || event.type === 'intakeGuided' || event.type === 'intakeRefused';

/**
 * Whether an event made elsewhere fits the dossier as known here. What happened at a counter is never refused: the paper
 * is in somebody's hand. The verdict is read from what the event does to the state, so that the two can never disagree.
 */
export const admit = (state: DossierState | null, event: StoredEvent): Verdict => {
  if (!isDossierEvent(event) || (!state && !opens(event))) return { verdict: 'parked' };
  const before = state ?? null;
  const after = evolve(before, { id: '', subject: before?.id ?? '', at: 0, witness: '', event });
  const clash = after.conflicts.find((one) => one.event === '');
  if (clash) return { verdict: 'conflict', with: clash.with };
  return after.voided.length > (before?.voided.length ?? 0) ? { verdict: 'void' } : { verdict: 'fact' };
};
