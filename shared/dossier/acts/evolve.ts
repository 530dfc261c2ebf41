import type { Placed } from '../evolve.ts';
import { isTaken } from '../state.ts';
import type { DossierState } from '../state.ts';
import { evolveSigning } from '../signing/evolve.ts';
import { addConflict } from './conflicts.ts';
import type { ActEvent } from './events.ts';
import { evolveClock } from './evolve-clock.ts';
import { evolveCourse } from './evolve-course.ts';
import { evolveMoney } from './evolve-money.ts';

const evolveKnown = (state: DossierState, placed: Placed<ActEvent>): DossierState => {
  const { event } = placed;
  switch (event.type) {
    case 'supplementsRequested':
    case 'supplementsReceived':
    case 'deadlineExtended':
    case 'processingStopped':
      return evolveClock(state, { ...placed, event });
    case 'feeCollected':
    case 'transferClaimed':
    case 'transferMatched':
    case 'feeExempted':
    case 'feeRefunded':
    case 'feeReceiptRecorded':
    case 'feeAmountSet':
      return evolveMoney(state, { ...placed, event });
    case 'resultSubmitted':
    case 'resultSentBack':
    case 'resultNumbered':
    case 'paperFiled':
    case 'paperSigned':
    case 'signatureStamped':
      return evolveSigning(state, { ...placed, event });
    default:
      return evolveCourse(state, { ...placed, event });
  }
};

/**
 * The next state after an act. Total, and facts are never dropped: what clashes with what is here already stands beside it and
 * opens a conflict; only a claim (a hand-over, a ruling) can come too late and be void.
 */
export const evolveAct = (state: DossierState, placed: Placed<ActEvent>): DossierState => {
  const next = evolveKnown(state, placed);
  const done = { ...next, commands: [...next.commands, placed.event.payload.command] };
  // Guided home or refused elsewhere: what was done to it all the same is shown.
  const turnedAway = !isTaken(state) && (state.guided ?? state.refused) !== null;
  return turnedAway && next.conflicts.length === state.conflicts.length
    ? addConflict(done, placed.id, state.openedBy, 'afterEnd')
    : done;
};
