import { formatDate, formatDateTime, formatDay, isLocalDate } from '../../../shared/calendar/vietnam-time.ts';
import type { HistoryRow } from '../../../shared/contract.ts';
import { formatMoney, isAmount } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { isOneOf } from './is-one-of.ts';

type ActType = keyof Messages['acts']['told'];
type Detail = HistoryRow['detail'];

/** Whether an event is an act this software tells of. */
export const isActType = (type: string): type is ActType => Object.hasOwn(actTypes, type);

const actTypes: Readonly<Record<ActType, true>> = {
  supplementsRequested: true,
  supplementsReceived: true,
  handedOver: true,
  takenBack: true,
  deadlineExtended: true,
  processingStopped: true,
  dossierWithdrawn: true,
  resultArrived: true,
  citizenNotified: true,
  resultReturned: true,
  papersHandedBack: true,
  paperFileStored: true,
  dossierCorrected: true,
  conflictClosed: true,
  receiptReportedLost: true,
  feeCollected: true,
  transferClaimed: true,
  transferMatched: true,
  feeExempted: true,
  feeRefunded: true,
  feeReceiptRecorded: true,
  feeAmountSet: true,
  resultSubmitted: true,
  resultSentBack: true,
  resultNumbered: true,
  paperFiled: true,
  paperSigned: true,
  signatureStamped: true,
};

const ways = ['counter', 'post', 'online'] as const;
const shown = ['receipt', 'card', 'statement', 'sent'] as const;
const signed = ['person', 'agency', 'copy'] as const;
const signing = ['token', 'paper'] as const;
const notified = ['phone', 'sms', 'zalo', 'email', 'post', 'inPerson'] as const;

/** "owner.name" as "họ tên (chủ hồ sơ)". */
const fieldText = (field: string, { acts }: Messages): string => {
  const { fields, of } = acts.toldParts;
  const person = field.startsWith('owner.') ? of.owner : field.startsWith('submitter.') ? of.submitter : '';
  const name = person === '' ? field : field.slice(field.indexOf('.') + 1);
  const known: Record<string, string> = { ...fields };
  const text = Object.hasOwn(known, name) ? (known[name] ?? field) : field;
  return person === '' ? text : `${text} (${person})`;
};

/** One particular of an act as it is read aloud. */
const readable = (name: string, value: string | number | boolean, words: Messages): string => {
  const { toldParts, notify } = words.acts;
  switch (name) {
    case 'amount':
      return typeof value === 'number' && isAmount(value) ? formatMoney(value) : '';
    case 'dueAt':
    case 'stampedAt':
      return typeof value === 'number' ? formatDateTime(value, words.calendar) : '';
    case 'respondBy':
      return typeof value === 'string' && isLocalDate(value) ? formatDate(value, words.calendar) : '';
    case 'date':
      return typeof value === 'string' && isLocalDate(value) ? formatDay(value) : String(value);
    case 'approved':
      return value === true ? toldParts.approved : toldParts.refused;
    case 'reached':
      return value === true ? toldParts.reached : toldParts.notReached;
    case 'originals':
      return typeof value === 'number' ? toldParts.originals({ count: value }) : '';
    case 'how':
      return isOneOf(notified, value) ? notify[value] : '';
    case 'way':
      return isOneOf(ways, value) ? words.acts.forms.fields.ways[value] : '';
    case 'shown':
      return isOneOf(shown, value) ? words.acts.shown[value] : '';
    case 'place':
      return isOneOf(signed, value) ? toldParts.signedAs[value] : String(value);
    case 'signing':
      return isOneOf(signing, value) ? toldParts.signingBy[value] : '';
    case 'software':
      return value === true ? toldParts.softwareToken : '';
    case 'fields':
      return String(value)
        .split(', ')
        .map((field) => fieldText(field, words))
        .join(', ');
    default:
      return typeof value === 'boolean' ? '' : String(value);
  }
};

/** What an act says of itself in the history, in a line. */
export const actNote = (type: ActType, detail: Detail, words: Messages): string => {
  const { told, toldParts } = words.acts;
  const late =
    detail['countsAsLate'] === true
      ? toldParts.countsAsLate
      : detail['tooLate'] === true
        ? toldParts.tooLate
        : '';
  const params: Record<string, string> = { late };
  for (const [name, value] of Object.entries(detail)) params[name] = readable(name, value, words);
  return told[type](params);
};
