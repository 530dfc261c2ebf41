import type { DossierRow } from '../contract.ts';
import type { DossierAccepted, IntakeGuided, IntakeRefused, PaperForm } from './events.ts';
import type { DossierState } from './state.ts';

/** The paper a citizen leaves with, by outcome of the intake. */
export const mainPaper = (state: DossierState): PaperForm => {
  switch (state.status) {
    case 'accepted':
      return 'receipt';
    case 'guided':
      return 'guidance';
    case 'refused':
      return 'refusal';
  }
};

/** Number of a form 02 or 03 within its series of the year: "02-0007/2026". */
export const formNumber = (form: 'guidance' | 'refusal', number: number, year: number): string =>
  `${form === 'guidance' ? '02' : '03'}-${String(number).padStart(4, '0')}/${year}`;

export const intakeOf = (state: DossierState): DossierAccepted | IntakeGuided | IntakeRefused | null =>
  state.accepted ?? state.guided ?? state.refused;

const codeOf = (state: DossierState): string => {
  if (state.accepted) return state.accepted.code;
  if (state.guided) return formNumber('guidance', state.guided.number, state.guided.year);
  if (state.refused) return formNumber('refusal', state.refused.number, state.refused.year);
  return '';
};

/** Whether somebody is known to hold the paper, or a clerk has said that none is wanted. */
export const isPaperSettled = (state: DossierState, form: PaperForm): boolean =>
  state.papers.some(
    (paper) =>
      paper.form === form &&
      (paper.outcome === 'printed' || paper.outcome === 'saved' || paper.outcome === 'skipped'),
  );

/** The dossier as one line of a list. */
export const summaryOf = (state: DossierState): DossierRow => {
  const intake = intakeOf(state);
  return {
    id: state.id,
    code: codeOf(state),
    procedure: intake?.procedure.code ?? '',
    procedureName: intake?.procedure.name ?? '',
    ownerName: intake?.owner.name ?? '',
    submitterName: intake?.submitter.name ?? '',
    phone: intake?.submitter.phone ?? '',
    idNumber: intake?.owner.idNumber ?? '',
    receivedAt: intake?.receivedAt ?? 0,
    dueAt: state.accepted?.deadline.dueAt ?? null,
    businessDay: intake?.businessDay ?? '',
    status: state.status,
    printed: isPaperSettled(state, mainPaper(state)),
    held: intake?.components.some((component) => component.held) ?? false,
    clerkName: intake?.clerkName ?? '',
    parked: state.parked !== null,
  };
};
