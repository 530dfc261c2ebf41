import type { DossierRow } from '../contract.ts';
import { businessOf, deliveryOf } from './acts/axes.ts';
import { dueNowOf } from './acts/clock.ts';
import { moneyStanding } from './acts/money.ts';
import { stillHeld } from './acts/originals.ts';
import { formNumber } from './form-number.ts';
import { submissionStep } from './signing/submission.ts';
import type { DossierAccepted, IntakeGuided, IntakePaper, IntakeRefused, PaperForm } from './events.ts';
import type { DossierState } from './state.ts';

/** The paper a citizen leaves with, by outcome of the intake. */
export const mainPaper = (state: DossierState): IntakePaper => {
  switch (state.status) {
    case 'accepted':
      return 'receipt';
    case 'guided':
      return 'guidance';
    case 'refused':
      return 'refusal';
  }
};

export const intakeOf = (state: DossierState): DossierAccepted | IntakeGuided | IntakeRefused | null =>
  state.accepted ?? state.guided ?? state.refused;

/** What the paper is called by: the dossier's code, or the number of the form that was given instead; '' before an intake. */
export const codeOf = (state: DossierState): string => {
  if (state.accepted) return state.accepted.code;
  if (state.guided) return formNumber('guidance', state.guided);
  if (state.refused) return formNumber('refusal', state.refused);
  return '';
};

/** Whether somebody is known to hold the paper, or a clerk has said that none is wanted. */
export const isPaperSettled = (state: DossierState, form: PaperForm, about = ''): boolean =>
  state.papers.some(
    (paper) =>
      paper.form === form &&
      paper.about === about &&
      (paper.outcome === 'printed' || paper.outcome === 'saved' || paper.outcome === 'skipped'),
  );

/** Where a dossier stands on each axis, as a list needs it: what rows written by older software lack. */
export type RowStanding = Pick<
  DossierRow,
  | 'business'
  | 'money'
  | 'owed'
  | 'delivery'
  | 'dueNow'
  | 'pausedSince'
  | 'holder'
  | 'readySince'
  | 'place'
  | 'receiptLost'
  | 'conflicts'
  | 'signing'
>;

/** Of a dossier to which nothing has happened since its intake. `money` null: not known. */
export const standingAtIntake = ({ status, dueAt }: Pick<DossierRow, 'status' | 'dueAt'>): RowStanding => ({
  business: status,
  money: null,
  owed: 0,
  delivery: 'none',
  dueNow: dueAt,
  pausedSince: null,
  holder: '',
  readySince: null,
  place: '',
  receiptLost: false,
  conflicts: 0,
  signing: null,
});

const standingOf = (state: DossierState): RowStanding => {
  const { state: money, owed } = moneyStanding(state.money);
  const business = businessOf(state);
  return {
    business,
    money: state.accepted ? money : null,
    owed,
    delivery: deliveryOf(state),
    dueNow: dueNowOf(state),
    pausedSince: business === 'awaitingSupplements' ? (state.clock?.pausedAt ?? null) : null,
    holder: state.holder?.unit ?? '',
    readySince: business === 'resultReady' ? (state.result?.at ?? null) : null,
    place: state.place,
    receiptLost: state.receiptLost !== null,
    conflicts: state.conflicts.length,
    signing: submissionStep(state),
  };
};

/** Whether nobody knows how the last attempt at a paper ended, or whether there was one. */
export const isPaperInDoubt = (state: DossierState, form: PaperForm): boolean => {
  const last = state.papers.findLast((paper) => paper.form === form);
  return last === undefined || last.outcome === 'unsure';
};

/** The dossier as one line of a list; names as they read today. */
export const summaryOf = (state: DossierState): DossierRow => {
  const intake = intakeOf(state);
  const people = state.particulars ?? intake;
  return {
    id: state.id,
    code: codeOf(state),
    procedure: intake?.procedure.code ?? '',
    procedureName: intake?.procedure.name ?? '',
    ownerName: people?.owner.name ?? '',
    submitterName: people?.submitter.name ?? '',
    phone: people?.submitter.phone ?? '',
    idNumber: people?.owner.idNumber ?? '',
    receivedAt: intake?.receivedAt ?? 0,
    dueAt: state.clock?.deadline.dueAt ?? null,
    businessDay: intake?.businessDay ?? '',
    status: state.status,
    printed: isPaperSettled(state, mainPaper(state)),
    held: state.accepted
      ? stillHeld(state.originals).length > 0
      : (intake?.components.some((component) => component.held) ?? false),
    clerkName: intake?.clerkName ?? '',
    parked: state.parked !== null,
    ...standingOf(state),
  };
};
