import { normalizeIdNumber } from '../../citizen/number.ts';
import { fail, succeed } from '../../faults.ts';
import type { Fault, Result } from '../../faults.ts';
import type { Taken } from '../state.ts';
import { actedBy, readNote } from './acted.ts';
import { longest, startChecks } from './checks.ts';
import type { Checks } from './checks.ts';
import type { ActCommand, RecipientInput, ShownInput } from './commands.ts';
import type { ActContext } from './context.ts';
import type { ActEvent, OriginalBack, Recipient, Shown } from './events.ts';
import { stillHeld } from './originals.ts';

type Decided = Result<ActEvent[]>;

/** Least satisfied to most. */
const satisfactions = { least: 1, most: 5 } as const;

const readRecipient = (checks: Checks, input: RecipientInput, state: Taken): Recipient => {
  if (input.kind !== 'proxy') return { kind: input.kind, name: state.particulars[input.kind].name };
  return {
    kind: 'proxy',
    name: checks.text('to.name', input.name, longest.name),
    idNumber: normalizeIdNumber(checks.text('to.idNumber', input.idNumber, longest.number)),
    paper: checks.text('to.paper', input.paper, longest.line),
  };
};

/** Numbers the recipient's card may carry: of today's, or the old CMND a card mentions. */
const numbersOf = (to: Recipient, { particulars }: Taken): string[] => {
  if (to.kind === 'proxy') return [to.idNumber];
  const { idNumber, oldIdNumber } = particulars[to.kind];
  return [idNumber, oldIdNumber].map(normalizeIdNumber).filter((number) => number !== '');
};

const readCard = (
  checks: Checks,
  shown: Extract<ShownInput, { idNumber: string }>,
  to: Recipient,
  state: Taken,
): string => {
  const number = normalizeIdNumber(checks.text('shown.idNumber', shown.idNumber, longest.number));
  const known = numbersOf(to, state);
  if (number === '') return number;
  // With no number on record a card proves nothing; a sworn statement names the number all the same.
  if (known.length === 0) {
    if (shown.by === 'card') checks.add('shown.idNumber', 'actCardUnknown');
  } else if (!known.includes(number))
    checks.add('shown.idNumber', to.kind === 'proxy' ? 'actCardNotProxy' : 'actCardDiffers');
  return number;
};

/** A receipt that is not this dossier's, is not genuine, or was reported lost opens nothing. One not read yet is a blank field. */
const findReceiptFault = (shown: ShownInput, { accepted, receiptLost }: Taken): Fault | undefined => {
  if (shown.by !== 'receipt' || shown.code.trim() === '') return undefined;
  if (shown.code.trim().toUpperCase() !== accepted.code.toUpperCase())
    return fail('receiptOfOther', { code: accepted.code }).fault;
  if (shown.key !== null && shown.key.trim().toUpperCase() !== accepted.key.toUpperCase())
    return fail('receiptForged').fault;
  return receiptLost ? fail('receiptReportedLost').fault : undefined;
};

const readShown = (checks: Checks, shown: ShownInput, to: Recipient, state: Taken): Shown => {
  switch (shown.by) {
    case 'receipt':
      checks.text('shown.code', shown.code, longest.number);
      return { by: 'receipt', keyMatched: shown.key !== null };
    case 'card':
    case 'statement':
      return { by: shown.by, idNumber: readCard(checks, shown, to, state) };
    case 'sent':
      return { by: 'sent', waybill: checks.text('shown.waybill', shown.waybill, longest.number) };
  }
};

const readOriginals = (checks: Checks, ticked: readonly number[], state: Taken): OriginalBack[] => {
  const held = stillHeld(state.originals);
  return [...new Set(ticked)].flatMap((position) => {
    const original = held.includes(position) ? state.originals[position] : undefined;
    if (original) return [{ position, name: original.name }];
    checks.add('originals', 'actUnknownOriginal');
    return [];
  });
};

/** Đơn xin rút: refused once the result is issued; what is handed back is listed. */
export const decideWithdraw = (
  state: Taken,
  command: ActCommand<'withdraw'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const to = readRecipient(checks, command.to, state);
  const reason = checks.paragraph('reason', command.reason);
  const originals = readOriginals(checks, command.originals, state);
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), to, reason, originals };
  return succeed([{ type: 'dossierWithdrawn', v: 1, payload }]);
};

export const decideReturn = (
  state: Taken,
  command: ActCommand<'returnResult'>,
  context: ActContext,
): Decided => {
  const { way, signature, satisfaction } = command;
  const fault = findReceiptFault(command.shown, state);
  if (fault) return { ok: false, fault };
  const checks = startChecks();
  const to = readRecipient(checks, command.to, state);
  const shown = readShown(checks, command.shown, to, state);
  // Sent, nobody stands there to show anything; at the counter, somebody does.
  if ((way === 'counter') === (shown.by === 'sent')) checks.add('shown.by', 'actWaybill');
  if (way === 'counter' && signature === null) checks.add('signature', 'actSignature');
  const originals = readOriginals(checks, command.originals, state);
  const kept = checks.paragraph('kept', command.kept, 'optional');
  const isAllBack = originals.length === stillHeld(state.originals).length;
  if (!isAllBack && kept === '') checks.add('originals', 'actOriginalsNotTicked');
  if (
    satisfaction !== null &&
    !(
      Number.isInteger(satisfaction) &&
      satisfaction >= satisfactions.least &&
      satisfaction <= satisfactions.most
    )
  )
    checks.add('satisfaction', 'actSatisfaction');
  if (checks.problems.length > 0) return checks.refuse();
  const payload = {
    ...actedBy(command, context),
    to,
    way,
    shown,
    originals,
    kept: isAllBack ? '' : kept,
    signature,
    satisfaction,
  };
  return succeed([{ type: 'resultReturned', v: 1, payload }]);
};

/** Originals of a dossier that has ended, to whoever has the right to them. */
export const decideHandBack = (
  state: Taken,
  command: ActCommand<'handBackPapers'>,
  context: ActContext,
): Decided => {
  const fault = findReceiptFault(command.shown, state);
  if (fault) return { ok: false, fault };
  const checks = startChecks();
  const to = readRecipient(checks, command.to, state);
  const shown = readShown(checks, command.shown, to, state);
  if (shown.by !== 'sent' && command.signature === null) checks.add('signature', 'actSignature');
  const originals = readOriginals(checks, command.originals, state);
  if (originals.length === 0) checks.add('originals', 'actNothingListed');
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), to, shown, originals, signature: command.signature };
  return succeed([{ type: 'papersHandedBack', v: 1, payload }]);
};

export const decideNotify = (command: ActCommand<'notifyCitizen'>, context: ActContext): Decided => {
  const checks = startChecks();
  const to = checks.text('to', command.to, longest.line, command.how === 'inPerson' ? 'optional' : 'needed');
  const note = readNote(checks, command.note);
  if (checks.problems.length > 0) return checks.refuse();
  const { how, reached } = command;
  return succeed([
    { type: 'citizenNotified', v: 1, payload: { ...actedBy(command, context), how, reached, to, note } },
  ]);
};

export const decideReportLost = (command: ActCommand<'reportReceiptLost'>, context: ActContext): Decided => {
  const checks = startChecks();
  const by = checks.text('by', command.by, longest.name);
  const note = readNote(checks, command.note);
  if (checks.problems.length > 0) return checks.refuse();
  return succeed([
    { type: 'receiptReportedLost', v: 1, payload: { ...actedBy(command, context), by, note } },
  ]);
};
