import type { Conflict, ConflictAbout, DossierState, Done, Ending } from '../state.ts';
import { findEnding } from './axes.ts';
import type { ConflictClosed } from './events.ts';

export const addConflict = (
  state: DossierState,
  event: string,
  withEvent: string,
  about: ConflictAbout,
): DossierState => ({ ...state, conflicts: [...state.conflicts, { event, with: withEvent, about }] });

/** A claim that came too late: kept without effect. */
export const makeVoid = (state: DossierState, event: string): DossierState => ({
  ...state,
  voided: [...state.voided, event],
});

const twice = {
  returned: 'returnedTwice',
  withdrawn: 'withdrawnTwice',
  stopped: 'stoppedTwice',
} as const satisfies Record<Ending['kind'], ConflictAbout>;

const aboutEndings = (one: Ending['kind'], other: Ending['kind']): ConflictAbout => {
  if (one === other) return twice[one];
  if (one === 'stopped' || other === 'stopped')
    return one === 'returned' || other === 'returned' ? 'returnedAndStopped' : 'withdrawnAndStopped';
  return 'returnedAndWithdrawn';
};

/** A dossier ends once; a second end is kept and the two are in conflict. */
export const addEnding = (state: DossierState, ending: Ending): DossierState => {
  const earlier = findEnding(state);
  const ended = { ...state, endings: [...state.endings, ending] };
  return earlier
    ? addConflict(ended, ending.event, earlier.event, aboutEndings(ending.kind, earlier.kind))
    : ended;
};

/** What had closed the dossier to further work: its end, or the result being here. */
export const findClosing = (state: DossierState): string | undefined =>
  findEnding(state)?.event ?? state.result?.event;

export type Ruling = ConflictClosed['stands'];

/** Which rulings make sense: of two ends one is right; money taken twice was taken twice, whatever is ruled. */
export const rulingsFor = (about: ConflictAbout): readonly Ruling[] => {
  switch (about) {
    case 'acceptedTwice':
    case 'paidTwice':
    case 'refundedTwice':
    case 'afterEnd':
      return ['both'];
    case 'askedTwice':
      return ['event', 'with', 'both'];
    case 'returnedTwice':
    case 'withdrawnTwice':
    case 'stoppedTwice':
    case 'returnedAndWithdrawn':
    case 'returnedAndStopped':
    case 'withdrawnAndStopped':
    case 'withdrawnAfterResult':
    case 'resultTwice':
    case 'resumedTwice':
    case 'extendedTwice':
      return ['event', 'with'];
  }
};

const ruledOut = ({ event, with: other }: Conflict, stands: Ruling): string[] =>
  stands === 'event' ? [other] : stands === 'with' ? [event] : [];

/** The promise an event made, where it made one. */
const findPromise = (state: DossierState, event: string) =>
  state.extensions.find((one) => one.event === event)?.deadline ??
  state.brought.find((one) => one.event === event)?.deadline;

/** Closes a conflict by a ruling. Undefined when there is none of that description: the ruling is void. */
export const closeConflict = (
  state: DossierState,
  closed: Done<ConflictClosed>,
): DossierState | undefined => {
  const conflict = state.conflicts.find(
    (one) => one.event === closed.conflict.event && one.with === closed.conflict.with,
  );
  if (!conflict) return undefined;
  const overruled = [...state.overruled, ...ruledOut(conflict, closed.stands)];
  const promise = closed.stands === 'event' ? findPromise(state, conflict.event) : undefined;
  const { result } = state;
  return {
    ...state,
    conflicts: state.conflicts.filter((one) => one !== conflict),
    closedConflicts: [...state.closedConflicts, { ...conflict, closed }],
    overruled,
    result:
      result && overruled.includes(result.event)
        ? (state.results.findLast(({ event }) => !overruled.includes(event)) ?? null)
        : result,
    clock: state.clock && promise ? { ...state.clock, deadline: promise } : state.clock,
  };
};
