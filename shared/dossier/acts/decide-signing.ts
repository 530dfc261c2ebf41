import { fail, succeed } from '../../faults.ts';
import type { Result } from '../../faults.ts';
import { documentNumber } from '../form-number.ts';
import { isSignable } from '../signing/files.ts';
import { openSubmission, signerOf } from '../signing/submission.ts';
import type { Taken } from '../state.ts';
import { actedBy, numberOf, readNote } from './acted.ts';
import { longest, startChecks } from './checks.ts';
import type { ActCommand } from './commands.ts';
import type { ActContext } from './context.ts';
import type { ActEvent, Holder } from './events.ts';

type Decided = Result<ActEvent[]>;

const isSameHolder = (one: Holder | null, other: Holder): boolean =>
  one?.unit === other.unit && one.person === other.person;

/** On paper the dossier goes along with the draft: one more line of the control slip, unless it lies there already. */
const goesAlong = (
  state: Taken,
  { way, to }: Pick<ActCommand<'submitResult'>, 'way' | 'to'>,
  command: ActCommand,
  context: ActContext,
): ActEvent[] =>
  way === 'paper' && !isSameHolder(state.holder, to)
    ? [
        {
          type: 'handedOver',
          v: 1,
          payload: {
            ...actedBy(command, context),
            from: state.holder,
            to,
            batch: '',
            slip: state.slip ?? numberOf(context),
            step: state.moves.length + 1,
            note: '',
          },
        },
      ]
    : [];

export const decideSubmit = (
  state: Taken,
  command: ActCommand<'submitResult'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const to = {
    unit: checks.text('to.unit', command.to.unit, longest.name),
    person: checks.text('to.person', command.to.person, longest.name),
  };
  const summary = checks.text('summary', command.summary, 1000);
  const files = command.files.map((file, row) => ({
    ...file,
    name: checks.text(`files.${row}.name`, file.name, longest.line),
  }));
  const { way, approved } = command;
  if (way === 'token' && files.length === 0) checks.add('files', 'actNoDraft');
  if (!files.every(isSignable)) checks.add('files', 'actDraftNotPdf');
  const note = readNote(checks, command.note);
  if (checks.problems.length > 0) return checks.refuse();
  const round = state.submissions.length + 1;
  const payload = { ...actedBy(command, context), round, to, way, approved, summary, files, note };
  return succeed([
    { type: 'resultSubmitted', v: 1, payload },
    ...goesAlong(state, { way, to }, command, context),
  ]);
};

export const decideSendBack = (
  state: Taken,
  command: ActCommand<'sendBackResult'>,
  context: ActContext,
): Decided => {
  const submission = openSubmission(state);
  if (!submission) return fail('notSubmitted');
  const checks = startChecks();
  const reason = checks.paragraph('reason', command.reason);
  if (checks.problems.length > 0) return checks.refuse();
  const acted = actedBy(command, context);
  const { holder } = state;
  // What went along with the draft comes back with it.
  const back: ActEvent[] =
    submission.way === 'paper' && holder && isSameHolder(holder, submission.to)
      ? [{ type: 'takenBack', v: 1, payload: { ...acted, from: holder, reason } }]
      : [];
  return succeed([
    { type: 'resultSentBack', v: 1, payload: { ...acted, submission: submission.event, reason } },
    ...back,
  ]);
};

export const decideNumber = (
  state: Taken,
  command: ActCommand<'numberResult'>,
  context: ActContext,
): Decided => {
  const submission = openSubmission(state);
  if (!submission) return fail('notSubmitted');
  const checks = startChecks();
  const typed = checks.text('number', command.number, longest.number, 'optional');
  const symbol = checks.text('symbol', command.symbol, longest.number, typed === '' ? 'needed' : 'optional');
  const named = checks.text('signer', command.signer, longest.name, 'optional');
  if (checks.problems.length > 0) return checks.refuse();
  const payload = {
    ...actedBy(command, context),
    submission: submission.event,
    taken: typed === '' ? numberOf(context) : null,
    number: typed === '' ? documentNumber(context.formNumber, context.desk, symbol) : typed,
    date: context.businessDay,
    signer: named === '' ? signerOf(state, submission) : named,
  };
  return succeed([{ type: 'resultNumbered', v: 1, payload }]);
};
