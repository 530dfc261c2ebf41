import type { ActEvent } from '../acts/events.ts';
import type { Placed } from '../evolve.ts';
import type { DossierState } from '../state.ts';
import type { SigningEvents } from './events.ts';

export type SigningEvent = Extract<ActEvent, { type: keyof SigningEvents }>;

/** Facts, whatever else became of the dossier: the signed file is there. */
export const evolveSigning = (state: DossierState, { id, event }: Placed<SigningEvent>): DossierState => {
  switch (event.type) {
    case 'paperFiled':
      return { ...state, filed: [...state.filed, { ...event.payload, event: id }] };
    case 'paperSigned':
      return { ...state, signings: [...state.signings, { ...event.payload, event: id }] };
    case 'signatureStamped':
      return { ...state, stamps: [...state.stamps, { ...event.payload, event: id }] };
  }
};
