import type { DossierAccepted, IntakeGuided, IntakeRefused, PaperForm, PaperOutcome } from './events.ts';

/** Business axis, in the words of the counter; national numbers (domain: states 1–10) in `nationalState`. */
export type DossierStatus = 'accepted' | 'guided' | 'refused';

export interface PaperRecord {
  form: PaperForm;
  outcome: PaperOutcome;
  at: number;
  reprint: boolean;
}

/** Two facts that cannot both be right; both are kept, and a new act closes the conflict. */
export interface Conflict {
  event: string;
  with: string;
  about: 'acceptedTwice';
}

/** A dossier as folded from its events. */
export interface DossierState {
  id: string;
  status: DossierStatus;
  accepted: DossierAccepted | null;
  guided: IntakeGuided | null;
  refused: IntakeRefused | null;
  papers: PaperRecord[];
  conflicts: Conflict[];
  /** Set when an event of a type or version this software does not know was met: read-only until it is updated. */
  parked: { type: string; v: number } | null;
  /** Id of the event that opened the dossier, and the first ten characters of its row hash. */
  openedBy: string;
  witness: string;
}

/** National exchange state (1–10) of the business axis. */
export const nationalState = (status: DossierStatus): number => {
  switch (status) {
    case 'accepted':
      return 2;
    case 'guided':
      return 5;
    case 'refused':
      return 3;
  }
};
