import type { MessageParams } from '../../../text/problem.ts';
import type {
  actConflicts as conflictsSource,
  actFaults as faultsSource,
  actProblems as problemsSource,
} from '../../vi/acts/refusals.ts';
import type { Translation } from '../../translation.ts';

export const actFaults: Translation<typeof faultsSource> = {
  notAccepted:
    'This dossier has not been taken in, so that cannot be done. Nothing has changed. Take it in first (F2).',
  alreadyReturned:
    'The result of this dossier has been returned, so nothing more can be done. All that is recorded stands. Open its page to see when and to whom.',
  alreadyWithdrawn:
    'This dossier has been withdrawn, so nothing more can be done. All that is recorded stands. If the citizen comes again, take in a new dossier.',
  alreadyStopped:
    'Work on this dossier has been stopped, so nothing more can be done. All that is recorded stands. See the notice (form 05) on its page.',
  notEnded:
    'The dossier is still being worked on, so originals are not handed back by themselves. Return them with the result, or when it is withdrawn or stopped.',
  resultIssued:
    'The result of this dossier is here, so that can no longer be done. Nothing has changed. Return the result; if it was entered wrongly, record it again and choose to replace it.',
  noResult:
    'There is no result to return yet. Nothing has changed. Record the result (number, date, signer) first.',
  awaitingSupplements:
    'The dossier waits for papers from the citizen and its clock stands still. Nothing has changed. Take in the papers first.',
  notAwaitingSupplements:
    'This dossier waits for no papers. Nothing has changed. If papers were brought, check that this is the right dossier.',
  extendedAlready:
    'An apology and a new date have already been given once, and only once is allowed. Nothing has changed. Tell the head of the office.',
  notHandedOver: 'This dossier lies at the counter; there is nobody to take it back from.',
  submittedAlready:
    'The result of this dossier is on its way to be signed, so that cannot be done. Nothing has changed. Wait for the signature, or have the draft sent back.',
  notSubmitted:
    'No draft of this dossier is on its way to be signed. Nothing has changed. Submit one first, or open the page again.',
  notSignedYet:
    'Its leader has not signed every file yet, so it gets no number. No number was used. Wait for the signature; if it is signed by hand, have it sent back and submit it on paper.',
  numberedAlready:
    'This document has its number, so it is neither sent back nor numbered again: a number given out leaves no gap. Seal it, or record the result.',
  nothingHeld: 'No original of this dossier is held, so there is nothing to hand back.',
  noConflict:
    'This conflict is no longer open: it may just have been closed at another desk. Open the page again.',
  receiptOfOther: (params: MessageParams) =>
    `The receipt scanned is not of this dossier${params['code'] === undefined ? '' : ` (its code is ${params['code']})`}. Nothing was returned. Scan the right receipt, or open the dossier it names.`,
  receiptForged:
    'The secret key on the receipt does not fit the dossier kept here: the paper may have been altered or copied. Nothing was returned. Compare the holder’s identity card first.',
  receiptReportedLost:
    'This receipt was reported lost and can no longer be used to take the result. Nothing was returned. Compare the identity card of whoever came.',
  receiptLostAlready: 'The receipt of this dossier has already been reported lost. Nothing more to record.',
  nothingOwed: 'Nothing more is owed on this dossier. Nothing was recorded. Look at its fees again.',
  feeToBeSet:
    'This fee is set by the province and the amount is not known here. Nothing was taken. Enter the amount first.',
  nothingToSet: 'Every fee of this dossier has its amount.',
  nothingToRefund: 'No money has been received for this dossier, so there is nothing to refund.',
  nothingToReceipt: 'Every payment of this dossier has its official receipt.',
};

export const actProblems: Translation<typeof problemsSource> = {
  actAmount: 'The amount must be whole đồng, more than 0.',
  actAmountTooLarge: 'The amount is larger than any fee. Check the noughts.',
  actAmountOverOwed: (params: MessageParams) =>
    `More than is still owed${params['owed'] === undefined ? '' : ` (${params['owed']})`}. Mend it, or say why more is taken.`,
  actAmountOverHeld: (params: MessageParams) =>
    `More than is held${params['held'] === undefined ? '' : ` (${params['held']})`}. Mend the amount.`,
  actDate: 'Not a date. Type day/month/year, for example 26/11/2026.',
  actDatePast: 'This day is past. Choose today or later.',
  actDateFuture: 'This day has not come. Choose today or earlier.',
  actDateTooFar: 'This day is more than a year away. Check the year.',
  actDateNotLater: 'The new date must be later than now and than the date promised.',
  actDeskClosed: 'The office is closed that day. Choose a day it is open.',
  actNothingListed: 'Choose or write at least one.',
  actNoDraft: 'Attach at least one PDF to be signed, or choose paper.',
  actDraftNotPdf:
    'One of the files is no PDF and cannot be signed. Remove it, save it as a PDF and attach it again.',
  actSameHolder: 'The dossier is there already. Choose somebody else.',
  actUnknownLine: 'The dossier has no such fee.',
  actLineNotChargeable: 'This line charges nothing, so there is nothing to waive.',
  actLineNotToBeSet: 'This line has its amount.',
  actUnknownClaim: 'This announced transfer no longer waits to be matched. Choose again.',
  actUnknownPayment: 'There is no such payment, or it has its receipt.',
  actReceiptNumber: 'A receipt number is digits only, at most 12.',
  actReceiptTwice:
    'This receipt number is recorded for another payment, or as a spoilt receipt. Look at the paper again.',
  actReceiptNotNext: (params: MessageParams) =>
    `This book has come to number ${params['next'] ?? ''}. If that leaf is spoilt or lost, record it as such in Settings, Receipts and account, then record this one.`,
  actUnknownOriginal: 'This original is no longer held. Tick again what is handed back.',
  actOriginalsNotTicked: 'Some originals are not ticked. Tick them all, or write why they are kept.',
  actCardDiffers:
    'The number is not that of the person recorded. Nothing was returned. Look at the card again, or choose the right person.',
  actCardNotProxy:
    'The number is not that of the proxy named above. Nothing was returned. Compare the letter of authority with the card of whoever stands here; a number mistyped is mended above.',
  actCardUnknown:
    'No number is recorded for this person, so a card proves nothing. Scan the receipt, or take a statement.',
  actSatisfaction: 'Satisfaction is 1 to 5, or left empty.',
  actUnknownField: 'This value cannot be used here. Choose again.',
  actUnchanged: 'Nothing differs from what is recorded.',
  actFieldTwice: 'This field is changed twice at once. Keep one.',
  actRuling: 'This ruling does not fit the conflict. Choose again which one is right.',
  actSignature: 'Choose a signature or a fingerprint.',
  actWaybill:
    'How it is returned and what was shown do not fit: at the counter a receipt or card, otherwise a waybill.',
};

type Clash = (params: { event: string; with: string }) => string;

const pair = (what: string, todo: string): Clash => {
  return (params) => `${what}: ${params.event}; ${params.with}. Both are kept, neither is deleted. ${todo}`;
};
const leader = 'The head of the office or an administrator says which one is right.';

export const actConflicts: Translation<typeof conflictsSource> = {
  returnedTwice: pair('The result is recorded as returned twice', leader),
  withdrawnTwice: pair('The dossier is recorded as withdrawn twice', leader),
  stoppedTwice: pair('Work is recorded as stopped twice', leader),
  returnedAndWithdrawn: pair('The dossier is recorded both as returned and as withdrawn', leader),
  returnedAndStopped: pair('The dossier is recorded both as returned and as stopped', leader),
  withdrawnAndStopped: pair('The dossier is recorded both as withdrawn and as stopped', leader),
  withdrawnAfterResult: pair('The dossier was withdrawn when its result was here', leader),
  resultTwice: pair('The dossier has two results', leader),
  askedTwice: pair(
    'Two desks asked for supplements',
    'The head of the office or an administrator says how many requests count.',
  ),
  resumedTwice: pair('Supplements were taken in twice, with two dates', leader),
  extendedTwice: pair('A new date was given twice', leader),
  paidTwice: pair('The fee was taken twice', 'Refund what is too much, then close this.'),
  refundedTwice: pair('Money was refunded twice', 'Check with whoever received it, then close this.'),
  afterEnd: pair(
    'Something was recorded after the dossier had ended',
    'Check with the desk, then close this.',
  ),
};
