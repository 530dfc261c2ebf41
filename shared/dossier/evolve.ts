import type { StoredEvent } from '../journal/upcast.ts';
import { isDossierEvent } from '../journal/upcast.ts';
import { evolveAct } from './acts/evolve.ts';
import { heldIn } from './acts/originals.ts';
import type { DossierAccepted, DossierEvent } from './events.ts';
import { blankState } from './state.ts';
import type { DossierState } from './state.ts';

/** An event in its row: who it is, when it happened, and the first ten characters of its row's hash. */
export interface Placed<E> {
  id: string;
  subject: string;
  at: number;
  witness: string;
  event: E;
}

/** Whether an intake's outcome is known; a dossier met by another event first is parked and still waits for it. */
export const isOpened = (state: DossierState): boolean =>
  (state.accepted ?? state.guided ?? state.refused) !== null;

/** The state an outcome opens; what was known of it before, and what parked it, stays on it. */
const openedBy = (
  state: DossierState | null,
  placed: Placed<DossierEvent>,
  status: DossierState['status'],
): DossierState => ({
  ...(state ?? blankState(placed.subject, placed.id, placed.witness)),
  status,
  openedBy: placed.id,
  witness: placed.witness,
});

const accept = (
  state: DossierState | null,
  placed: Placed<DossierEvent>,
  accepted: DossierAccepted,
): DossierState => {
  const base = openedBy(state, placed, 'accepted');
  const { submitter, owner, relation, delivery } = accepted;
  return {
    ...base,
    accepted,
    particulars: { submitter, owner, relation, delivery },
    clock: { deadline: accepted.deadline, pausedAt: null },
    originals: [...heldIn(accepted.components), ...base.originals],
    money: { ...base.money, lines: accepted.fees },
  };
};

/** What comes before the opening it belongs to waits for it, read-only. */
const orphaned = (placed: Placed<StoredEvent>): DossierState => ({
  ...blankState(placed.subject, placed.id, placed.witness),
  parked: { type: placed.event.type, v: placed.event.v },
});

/** A second opening of one dossier is a fact too: both are kept, the clash is shown. */
const clash = (state: DossierState, placed: Placed<DossierEvent>): DossierState => ({
  ...state,
  conflicts: [...state.conflicts, { event: placed.id, with: state.openedBy, about: 'acceptedTwice' }],
});

/**
 * The next state of a dossier. Total: every event has an answer in every state. An event this software does not know parks
 * the dossier, read-only, and so does one that comes before the dossier was opened.
 */
export const evolve = (state: DossierState | null, placed: Placed<StoredEvent>): DossierState => {
  const { event } = placed;
  if (!isDossierEvent(event))
    return { ...(state ?? orphaned(placed)), parked: { type: event.type, v: event.v } };
  const known = { ...placed, event };
  switch (event.type) {
    case 'dossierAccepted':
      return state && isOpened(state) ? clash(state, known) : accept(state, known, event.payload);
    case 'intakeGuided':
      return state && isOpened(state)
        ? clash(state, known)
        : { ...openedBy(state, known, 'guided'), guided: event.payload };
    case 'intakeRefused':
      return state && isOpened(state)
        ? clash(state, known)
        : { ...openedBy(state, known, 'refused'), refused: event.payload };
    case 'paperPrinted': {
      const base = state ?? orphaned(known);
      const { form, about, outcome, reprint } = event.payload;
      return { ...base, papers: [...base.papers, { form, about, outcome, at: placed.at, reprint }] };
    }
    default:
      return evolveAct(state ?? orphaned(known), { ...placed, event });
  }
};

export const fold = (events: Iterable<Placed<StoredEvent>>): DossierState | null => {
  let state: DossierState | null = null;
  for (const placed of events) state = evolve(state, placed);
  return state;
};
