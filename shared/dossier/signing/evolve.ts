import { findClosing, makeVoid } from '../acts/conflicts.ts';
import type { ActEvent } from '../acts/events.ts';
import type { Placed } from '../evolve.ts';
import type { DossierState, Submission } from '../state.ts';
import type { SigningEvents } from './events.ts';

export type SigningEvent = Extract<ActEvent, { type: keyof SigningEvents }>;

/** Changes the submission an event names; void when `change` says null: it comes too late, or nobody knows what it means. */
const changeSubmission = (
  state: DossierState,
  { id, of }: { id: string; of: string },
  change: (one: Submission) => Submission | null,
): DossierState => {
  const known = state.submissions.find(({ event }) => event === of);
  const changed = known && change(known);
  return changed
    ? { ...state, submissions: state.submissions.map((one) => (one === known ? changed : one)) }
    : makeVoid(state, id);
};

/** Files and signatures are facts, whatever else became of the dossier; a draft's way to its signature is claims. */
export const evolveSigning = (state: DossierState, { id, event }: Placed<SigningEvent>): DossierState => {
  switch (event.type) {
    case 'resultSubmitted': {
      if (findClosing(state) !== undefined) return makeVoid(state, id);
      const signedBefore = state.signings.length;
      const submission = { ...event.payload, event: id, sentBack: null, numbered: null, signedBefore };
      return { ...state, submissions: [...state.submissions, submission] };
    }
    case 'resultSentBack':
      return changeSubmission(state, { id, of: event.payload.submission }, (one) =>
        one.sentBack || one.numbered ? null : { ...one, sentBack: { ...event.payload, event: id } },
      );
    case 'resultNumbered':
      return changeSubmission(state, { id, of: event.payload.submission }, (one) =>
        one.numbered ? null : { ...one, numbered: { ...event.payload, event: id } },
      );
    case 'paperFiled':
      return { ...state, filed: [...state.filed, { ...event.payload, event: id }] };
    case 'paperSigned':
      return { ...state, signings: [...state.signings, { ...event.payload, event: id }] };
    case 'signatureStamped':
      return { ...state, stamps: [...state.stamps, { ...event.payload, event: id }] };
  }
};
