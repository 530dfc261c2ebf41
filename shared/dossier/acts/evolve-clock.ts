import type { Placed } from '../evolve.ts';
import type { DossierState, Done } from '../state.ts';
import { businessOf } from './axes.ts';
import { addConflict, addEnding, findClosing } from './conflicts.ts';
import type { ActEvent, SupplementsReceived, SupplementsRequested } from './events.ts';
import { heldIn } from './originals.ts';

export type ClockEvent = Extract<
  ActEvent,
  { type: 'supplementsRequested' | 'supplementsReceived' | 'deadlineExtended' | 'processingStopped' }
>;

/** The clock stops at the first request; one made while it stands still is a request too, and a clash. */
const evolveAsked = (state: DossierState, asked: Done<SupplementsRequested>): DossierState => {
  const waiting = state.rounds.findLast(({ received }) => received === null)?.asked.event;
  const next = { ...state, rounds: [...state.rounds, { asked, received: null }] };
  const closing = findClosing(state);
  if (closing !== undefined) return addConflict(next, asked.event, closing, 'afterEnd');
  if (businessOf(state) === 'awaitingSupplements')
    return addConflict(next, asked.event, waiting ?? state.openedBy, 'askedTwice');
  return { ...next, clock: state.clock && { ...state.clock, pausedAt: asked.at } };
};

/** The papers count whatever else happened; only the first bringing sets the clock going, by the promise it made. */
const evolveBrought = (state: DossierState, brought: Done<SupplementsReceived>): DossierState => {
  const next: DossierState = {
    ...state,
    brought: [...state.brought, brought],
    originals: [...state.originals, ...heldIn(brought.components)],
    rounds: state.rounds.map((round) =>
      round.received === null ? { ...round, received: brought.event } : round,
    ),
  };
  const closing = findClosing(state);
  if (closing !== undefined) return addConflict(next, brought.event, closing, 'afterEnd');
  if (businessOf(state) !== 'awaitingSupplements')
    return addConflict(next, brought.event, state.brought.at(-1)?.event ?? state.openedBy, 'resumedTwice');
  return { ...next, clock: state.clock && { deadline: brought.deadline, pausedAt: null } };
};

/** What stops, moves or ends the running promise. */
export const evolveClock = (state: DossierState, { id, event }: Placed<ClockEvent>): DossierState => {
  switch (event.type) {
    case 'supplementsRequested':
      return evolveAsked(state, { ...event.payload, event: id });
    case 'supplementsReceived':
      return evolveBrought(state, { ...event.payload, event: id });
    case 'deadlineExtended': {
      const next = { ...state, extensions: [...state.extensions, { ...event.payload, event: id }] };
      const closing = findClosing(state);
      if (closing !== undefined) return addConflict(next, id, closing, 'afterEnd');
      const earlier = state.extensions.find((one) => !state.overruled.includes(one.event));
      if (earlier) return addConflict(next, id, earlier.event, 'extendedTwice');
      return { ...next, clock: state.clock && { ...state.clock, deadline: event.payload.deadline } };
    }
    case 'processingStopped':
      return addEnding(
        { ...state, stops: [...state.stops, { ...event.payload, event: id }] },
        { event: id, kind: 'stopped', at: event.payload.at },
      );
  }
};
