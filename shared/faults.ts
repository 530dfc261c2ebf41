import { signingFaultKinds } from './signing/faults.ts';
import type { MessageParams, Problem } from './text/problem.ts';

export type { Problem } from './text/problem.ts';

/** Every way a call can fail, closed: what the clerk can mend, what only time mends, what stops the work. */
export const faultKinds = {
  // the clerk can fix these
  invalidInput: 'fix',
  wrongPassword: 'fix',
  lockedOut: 'wait',
  weakPassword: 'fix',
  wrongRecoveryCode: 'fix',
  notSignedIn: 'fix',
  notAllowed: 'fix',
  usernameTaken: 'fix',
  unknownClerk: 'fix',
  lastAdmin: 'fix',
  unknownProcedure: 'fix',
  repealedProcedure: 'fix',
  draftGone: 'fix',
  alreadyDecided: 'fix',
  unknownDossier: 'fix',
  notAccepted: 'fix',
  alreadyReturned: 'fix',
  alreadyWithdrawn: 'fix',
  alreadyStopped: 'fix',
  notEnded: 'fix',
  resultIssued: 'fix',
  noResult: 'fix',
  awaitingSupplements: 'fix',
  notAwaitingSupplements: 'fix',
  extendedAlready: 'fix',
  notHandedOver: 'fix',
  nothingHeld: 'fix',
  noConflict: 'fix',
  receiptOfOther: 'fix',
  receiptForged: 'fix',
  receiptReportedLost: 'fix',
  receiptLostAlready: 'fix',
  nothingOwed: 'fix',
  feeToBeSet: 'fix',
  nothingToSet: 'fix',
  nothingToRefund: 'fix',
  nothingToReceipt: 'fix',
  registerUnopened: 'fix',
  registerOpenAlready: 'fix',
  registerElsewhere: 'fix',
  registerInDoubt: 'fix',
  registerSound: 'fix',
  registerYearAhead: 'fix',
  registerFull: 'stop',
  registerKeyUnreadable: 'fix',
  signerMissing: 'fix',
  custodyUnreadable: 'fix',
  custodyForeign: 'fix',
  custodyForged: 'fix',
  custodyUsed: 'fix',
  pileUnknown: 'fix',
  entryUnknown: 'fix',
  entryStruckAlready: 'fix',
  yearToClose: 'fix',
  yearNotOver: 'fix',
  tooManyAttestations: 'fix',
  bankLineTaken: 'fix',
  statementUnreadable: 'fix',
  statementGone: 'fix',
  accountMissing: 'fix',
  dossierParked: 'stop',
  laneFull: 'fix',
  laneInvalid: 'fix',
  dayUnconfirmed: 'fix',
  dayInvalid: 'fix',
  restoreUnconfirmed: 'fix',
  receiptUnreadable: 'fix',
  packMalformed: 'fix',
  packUnsigned: 'fix',
  packUntrusted: 'fix',
  packOlder: 'fix',
  packInvalid: 'fix',
  fileUnreadable: 'fix',
  fileTooLarge: 'fix',
  fileNotHere: 'fix',
  fileKindRefused: 'fix',
  noPrinter: 'fix',
  printerGone: 'fix',
  printCancelled: 'fix',
  printFailed: 'fix',
  nothingToPrint: 'fix',
  periodInvalid: 'fix',
  bookClosed: 'fix',
  paperLacks: 'fix',
  cancelled: 'fix',
  ...signingFaultKinds,
  hubAddress: 'fix',
  hubUnreachable: 'wait',
  joinRefused: 'fix',
  joinedAlready: 'fix',
  joinTrial: 'fix',
  // only time or space mends these
  busy: 'wait',
  diskFull: 'wait',
  // these stop the work
  diskFailed: 'stop',
  folderReadOnly: 'stop',
  vaultExists: 'stop',
  vaultMissing: 'stop',
  vaultInUse: 'stop',
  vaultDamaged: 'stop',
  slotsDamaged: 'stop',
  vaultNewer: 'stop',
  foreignVault: 'stop',
  backupInvalid: 'fix',
  backupUnreachable: 'fix',
  notThisWindow: 'stop',
  malformedCall: 'stop',
  internal: 'stop',
} as const satisfies Record<string, 'fix' | 'wait' | 'stop'>;

export type FaultCode = keyof typeof faultKinds;

export interface Fault {
  code: FaultCode;
  params?: MessageParams;
  /** For invalidInput: every field that needs a hand, in the order of the form. */
  problems?: Problem[];
}

export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (
  code: FaultCode,
  params?: MessageParams,
  problems?: Problem[],
): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, ...(params ? { params } : {}), ...(problems ? { problems } : {}) },
});
