import { fail } from '../../faults.ts';
import type { Fault, FaultCode } from '../../faults.ts';
import type { Role } from '../../journal/row.ts';
import { isSubmissionSigned, openSubmission } from '../signing/submission.ts';
import { isTaken } from '../state.ts';
import type { DossierState, Taken } from '../state.ts';
import { businessOf } from './axes.ts';
import type { BusinessState } from './axes.ts';
import { countedRounds } from './clock.ts';
import type { ActKind } from './commands.ts';
import type { ActContext } from './context.ts';
import { isChargeable, moneyStanding } from './money.ts';
import { stillHeld } from './originals.ts';

/** Who may do what. Decisions of the settling agency's head (forms 04, 05) are recorded by the desk, and name who signed. */
export const actRoles: Readonly<Record<ActKind, readonly Role[]>> = {
  requestSupplements: ['reception', 'officer'],
  receiveSupplements: ['reception', 'officer'],
  handOver: ['reception', 'officer', 'registrar'],
  takeBack: ['reception', 'officer', 'registrar'],
  extend: ['reception', 'officer', 'leader'],
  stop: ['reception', 'officer', 'leader'],
  withdraw: ['reception'],
  recordResult: ['reception', 'officer', 'registrar'],
  submitResult: ['reception', 'officer'],
  // Also whoever submitted it may ask for it back.
  sendBackResult: ['leader', 'registrar', 'reception', 'officer'],
  numberResult: ['registrar'],
  notifyCitizen: ['reception', 'officer'],
  returnResult: ['reception'],
  handBackPapers: ['reception'],
  storePaperFile: ['reception', 'officer', 'registrar'],
  correct: ['reception', 'officer', 'leader'],
  closeConflict: ['leader', 'admin'],
  reportReceiptLost: ['reception'],
  collectFee: ['reception'],
  claimTransfer: ['reception'],
  matchTransfer: ['reception', 'leader'],
  exemptFee: ['reception', 'leader'],
  refundFee: ['reception', 'leader'],
  recordFeeReceipt: ['reception'],
  setFeeAmount: ['reception', 'leader', 'admin'],
};

/** In the order a clerk meets them; also the order of the buttons. */
export const actKinds: readonly ActKind[] = [
  'receiveSupplements',
  'collectFee',
  'notifyCitizen',
  'returnResult',
  'submitResult',
  'numberResult',
  'sendBackResult',
  'recordResult',
  'handOver',
  'takeBack',
  'requestSupplements',
  'claimTransfer',
  'matchTransfer',
  'setFeeAmount',
  'exemptFee',
  'recordFeeReceipt',
  'refundFee',
  'extend',
  'stop',
  'withdraw',
  'handBackPapers',
  'storePaperFile',
  'correct',
  'reportReceiptLost',
  'closeConflict',
];

const ended: Partial<Record<BusinessState, FaultCode>> = {
  returned: 'alreadyReturned',
  withdrawn: 'alreadyWithdrawn',
  stopped: 'alreadyStopped',
};

/** Barred once the dossier has ended, and once the result is here. */
const barBeforeResult = (business: BusinessState): FaultCode | undefined =>
  ended[business] ?? (business === 'resultReady' ? 'resultIssued' : undefined);

const barRunning = (business: BusinessState): FaultCode | undefined =>
  barBeforeResult(business) ?? (business === 'awaitingSupplements' ? 'awaitingSupplements' : undefined);

const barMoney = (state: Taken, kind: ActKind): FaultCode | undefined => {
  const { owed, held, toBeSet } = moneyStanding(state.money);
  const { lines, payments, claims } = state.money;
  switch (kind) {
    case 'collectFee':
    case 'claimTransfer':
      if (owed > 0) return undefined;
      return toBeSet > 0 ? 'feeToBeSet' : 'nothingOwed';
    case 'matchTransfer':
      return owed > 0 || claims.some(({ matchedBy }) => matchedBy === null) ? undefined : 'nothingOwed';
    case 'exemptFee':
      return (owed > 0 || toBeSet > 0) && lines.some(isChargeable) ? undefined : 'nothingOwed';
    case 'setFeeAmount':
      return toBeSet > 0 ? undefined : 'nothingToSet';
    case 'refundFee':
      return held > 0 ? undefined : 'nothingToRefund';
    case 'recordFeeReceipt':
      return payments.some(({ receipt }) => receipt === null) ? undefined : 'nothingToReceipt';
    default:
      return undefined;
  }
};

/** A draft is numbered once its leader has signed it; on paper nobody here sees that. A number given out is not taken back. */
const barSubmitted = (state: Taken, kind: 'sendBackResult' | 'numberResult'): FaultCode | undefined => {
  const submission = openSubmission(state);
  if (!submission) return barBeforeResult(businessOf(state)) ?? 'notSubmitted';
  if (submission.numbered) return 'numberedAlready';
  const isWaiting = submission.way === 'token' && !isSubmissionSigned(state, submission);
  return kind === 'numberResult' && isWaiting ? 'notSignedYet' : undefined;
};

/** Why an act cannot be done to a dossier as it stands, whoever asks; undefined when it can. */
const barOf = (state: Taken, kind: ActKind): FaultCode | undefined => {
  const business = businessOf(state);
  switch (kind) {
    case 'requestSupplements':
    case 'submitResult':
      return barRunning(business) ?? (openSubmission(state) ? 'submittedAlready' : undefined);
    case 'sendBackResult':
    case 'numberResult':
      return barSubmitted(state, kind);
    case 'extend':
      return barRunning(business) ?? (hasExtension(state) ? 'extendedAlready' : undefined);
    case 'handOver':
    case 'stop':
    case 'withdraw':
      return barBeforeResult(business);
    case 'takeBack':
      return barBeforeResult(business) ?? (state.holder ? undefined : 'notHandedOver');
    case 'receiveSupplements':
      return business === 'awaitingSupplements' ? undefined : (ended[business] ?? 'notAwaitingSupplements');
    case 'recordResult':
      return ended[business];
    case 'notifyCitizen':
      return business === 'returned' || business === 'withdrawn' ? ended[business] : undefined;
    case 'returnResult':
      return ended[business] ?? (business === 'resultReady' ? undefined : 'noResult');
    case 'handBackPapers':
      if (ended[business] === undefined) return 'notEnded';
      return stillHeld(state.originals).length > 0 ? undefined : 'nothingHeld';
    case 'closeConflict':
      return state.conflicts.length > 0 ? undefined : 'noConflict';
    case 'reportReceiptLost':
      return state.receiptLost ? 'receiptLostAlready' : undefined;
    case 'storePaperFile':
    case 'correct':
      return undefined;
    default:
      return barMoney(state, kind);
  }
};

export const hasExtension = ({ extensions, overruled }: DossierState): boolean =>
  extensions.some(({ event }) => !overruled.includes(event));

/** Why this clerk cannot do this act to this dossier now; undefined when she can. `decide` and the buttons both ask here. */
export const findBar = (
  state: DossierState,
  kind: ActKind,
  context: { clerk: Pick<ActContext['clerk'], 'roles'> },
): Fault | undefined => {
  if (state.parked) return fail('dossierParked').fault;
  if (!context.clerk.roles.some((role) => actRoles[kind].includes(role))) return fail('notAllowed').fault;
  if (!isTaken(state)) return fail('notAccepted').fault;
  const bar = barOf(state, kind);
  return bar && fail(bar).fault;
};

/** What a clerk should know before she does it; none of them stops her. */
export type ActWarning =
  | 'countsAsLate'
  | 'askedAfterDue'
  | 'extendedTooLate'
  | 'feeUnpaid'
  | 'transferUnmatched'
  | 'moneyHeld'
  | 'originalsHeld'
  | 'receiptReportedLost'
  | 'notApproved'
  | 'resultReplaced'
  | 'conflictOpen';

/** Pairs of a warning and whether it applies, for one act. */
const warningsFor = (state: Taken, kind: ActKind, at: number): [ActWarning, boolean][] => {
  const { owed, held, claimed, state: paid } = moneyStanding(state.money);
  const isLate = at > state.clock.deadline.dueAt;
  const unpaid: [ActWarning, boolean][] = [
    ['transferUnmatched', owed > 0 && claimed > 0],
    ['feeUnpaid', owed > 0 && claimed === 0 && paid !== 'refunded'],
  ];
  const ends: [ActWarning, boolean][] = [
    ['moneyHeld', held > 0],
    ['originalsHeld', stillHeld(state.originals).length > 0],
  ];
  switch (kind) {
    case 'requestSupplements':
      return [
        ['countsAsLate', countedRounds(state).length > 0],
        ['askedAfterDue', isLate],
      ];
    case 'extend':
      return [['extendedTooLate', isLate]];
    case 'stop':
    case 'withdraw':
      return ends;
    case 'recordResult':
      return [['resultReplaced', state.result !== null]];
    case 'returnResult':
      return [
        ['receiptReportedLost', state.receiptLost !== null],
        ['notApproved', state.result?.approved === false],
        ['originalsHeld', stillHeld(state.originals).length > 0],
        ...unpaid,
        ['conflictOpen', state.conflicts.length > 0],
      ];
    case 'handBackPapers':
      return [['receiptReportedLost', state.receiptLost !== null], ...unpaid];
    default:
      return [];
  }
};

/** What to warn of before the act, worst first. Empty for a dossier never taken in. */
export const warningsOf = (state: DossierState, kind: ActKind, at: number): ActWarning[] =>
  isTaken(state)
    ? warningsFor(state, kind, at).flatMap(([warning, applies]) => (applies ? [warning] : []))
    : [];

export interface NextAct {
  kind: ActKind;
  warnings: ActWarning[];
}

/** What this clerk may do next, by the guards `decide` uses, in the order of the counter's buttons. */
export const whatMayBeDoneNext = (
  state: DossierState,
  context: { clerk: Pick<ActContext['clerk'], 'roles'>; at: number },
): NextAct[] =>
  actKinds
    .filter((kind) => findBar(state, kind, context) === undefined)
    .map((kind) => ({ kind, warnings: warningsOf(state, kind, context.at) }));
