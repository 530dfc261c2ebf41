import type { Placed } from '../evolve.ts';
import type { DossierState, Done } from '../state.ts';
import { findEnding } from './axes.ts';
import { addConflict, addEnding, closeConflict, findClosing, makeVoid } from './conflicts.ts';
import { correctParticulars } from './particulars.ts';
import type { ActEvent, OriginalBack, ResultArrived, Shown } from './events.ts';
import type { ClockEvent } from './evolve-clock.ts';
import type { MoneyEvent } from './evolve-money.ts';
import type { SigningEvent } from '../signing/evolve.ts';
import { handBack } from './originals.ts';

export type CourseEvent = Exclude<ActEvent, ClockEvent | MoneyEvent | SigningEvent>;

/** Work comes to its end at the counter; a second result that does not say it replaces the first is a clash. */
const evolveResult = (state: DossierState, arrived: Done<ResultArrived>): DossierState => {
  const ending = findEnding(state);
  const { result } = state;
  const replaces = result === null || arrived.replaces === result.event;
  const next: DossierState = {
    ...state,
    results: [...state.results, arrived],
    result: replaces ? arrived : result,
    holder: null,
  };
  if (ending) return addConflict(next, arrived.event, ending.event, 'afterEnd');
  return replaces ? next : addConflict(next, arrived.event, result.event, 'resultTwice');
};

/** Papers into the citizen's hand; sworn to be lost, the receipt is worth nothing from then on. */
const giveBack = (
  state: DossierState,
  given: { event: string; at: number; by: string; shown: Shown | null; originals: readonly OriginalBack[] },
): DossierState => ({
  ...state,
  originals: handBack(state.originals, given.originals, given.at),
  receiptLost:
    given.shown?.by === 'statement' && state.receiptLost === null
      ? { event: given.event, at: given.at, by: given.by }
      : state.receiptLost,
});

/** Everything between the intake and the end but the clock and the money. */
export const evolveCourse = (state: DossierState, { id, event }: Placed<CourseEvent>): DossierState => {
  switch (event.type) {
    case 'handedOver': {
      const { to, slip } = event.payload;
      if (findClosing(state) !== undefined) return makeVoid(state, id);
      const moves = [...state.moves, { ...event.payload, event: id }];
      return { ...state, holder: to, slip: state.slip ?? slip, moves };
    }
    case 'takenBack':
      return findClosing(state) !== undefined || !state.holder
        ? makeVoid(state, id)
        : { ...state, holder: null, moves: [...state.moves, { ...event.payload, event: id }] };
    case 'resultArrived':
      return evolveResult(state, { ...event.payload, event: id });
    case 'citizenNotified':
      return { ...state, notices: [...state.notices, { ...event.payload, event: id }] };
    case 'resultReturned': {
      const { at, to, shown, originals } = event.payload;
      const given = giveBack(state, { event: id, at, by: to.name, shown, originals });
      return addEnding(
        { ...given, holder: null, returns: [...state.returns, { ...event.payload, event: id }] },
        { event: id, kind: 'returned', at },
      );
    }
    case 'dossierWithdrawn': {
      const { at, to, originals, command } = event.payload;
      const given = giveBack(state, { event: id, at, by: to.name, shown: null, originals });
      // The request she signed beforehand is this act's paper.
      const papers = state.papers.map((paper) => (paper.about === command ? { ...paper, about: id } : paper));
      const withdrawn = addEnding(
        {
          ...given,
          papers,
          holder: null,
          withdrawals: [...state.withdrawals, { ...event.payload, event: id }],
        },
        { event: id, kind: 'withdrawn', at },
      );
      return state.result && !findEnding(state)
        ? addConflict(withdrawn, id, state.result.event, 'withdrawnAfterResult')
        : withdrawn;
    }
    case 'papersHandedBack': {
      const { at, to, shown, originals } = event.payload;
      return {
        ...giveBack(state, { event: id, at, by: to.name, shown, originals }),
        handedBack: [...state.handedBack, { ...event.payload, event: id }],
      };
    }
    case 'paperFileStored':
      return { ...state, place: event.payload.place };
    case 'dossierCorrected':
      return {
        ...state,
        particulars: state.particulars && correctParticulars(state.particulars, event.payload.changes),
        corrections: [...state.corrections, { ...event.payload, event: id }],
      };
    case 'conflictClosed':
      return closeConflict(state, { ...event.payload, event: id }) ?? makeVoid(state, id);
    case 'receiptReportedLost': {
      const { at, by } = event.payload;
      return state.receiptLost ? state : { ...state, receiptLost: { event: id, at, by } };
    }
  }
};
