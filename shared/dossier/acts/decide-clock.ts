import { reappoint, resumeDeadline } from '../../calendar/resume.ts';
import type { ReappointFaultCode } from '../../calendar/resume.ts';
import { addDays } from '../../calendar/vietnam-time.ts';
import { succeed } from '../../faults.ts';
import type { Result } from '../../faults.ts';
import type { Taken } from '../state.ts';
import { actedBy, numberOf, readComponents, readMissing, readNote } from './acted.ts';
import { longest, startChecks } from './checks.ts';
import type { ActProblemCode } from './checks.ts';
import { countedRounds } from './clock.ts';
import type { ActCommand } from './commands.ts';
import type { ActContext } from './context.ts';
import type { ActEvent } from './events.ts';

type Decided = Result<ActEvent[]>;

/** Nobody is given more than a year to bring a paper. */
const farthestDays = 366;

export const decideRequest = (
  state: Taken,
  command: ActCommand<'requestSupplements'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const missing = readMissing(checks, command.missing);
  const reason = checks.paragraph('reason', command.reason, 'optional');
  if (missing.length === 0 && reason === '' && checks.problems.length === 0)
    checks.problems.push({ field: 'missing', code: 'required', params: {} });
  const respondBy = command.respondBy === null ? null : checks.date('respondBy', command.respondBy);
  if (respondBy !== null && respondBy !== '') {
    if (respondBy < context.businessDay) checks.add('respondBy', 'actDatePast');
    else if (respondBy > addDays(context.businessDay, farthestDays)) checks.add('respondBy', 'actDateTooFar');
  }
  if (checks.problems.length > 0) return checks.refuse();
  const earlier = countedRounds(state).length;
  const { dueAt } = state.clock.deadline;
  return succeed([
    {
      type: 'supplementsRequested',
      v: 1,
      payload: {
        ...actedBy(command, context),
        ...numberOf(context),
        round: earlier + 1,
        countsAsLate: earlier > 0,
        afterDue: context.at > dueAt,
        missing,
        reason,
        respondBy,
        dueAt,
      },
    },
  ]);
};

export const decideReceive = (
  state: Taken,
  command: ActCommand<'receiveSupplements'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const components = readComponents(checks, command.components);
  const note = readNote(checks, command.note);
  if (checks.problems.length > 0) return checks.refuse();
  const pausedAt = state.clock.pausedAt ?? context.at;
  const resumed = resumeDeadline(state.clock.deadline, pausedAt, context.at, context.calendar);
  return succeed([
    {
      type: 'supplementsReceived',
      v: 1,
      payload: {
        ...actedBy(command, context),
        round: countedRounds(state).length,
        pausedAt,
        components,
        ...resumed,
        note,
      },
    },
  ]);
};

const appointmentCodes = {
  dateNotLater: 'actDateNotLater',
  deskClosedThatDay: 'actDeskClosed',
  dateTooFar: 'actDateTooFar',
} as const satisfies Record<ReappointFaultCode, ActProblemCode>;

/** Form 04, once, and before the promise is broken; later it may still be said, and the dossier stays late. */
export const decideExtend = (state: Taken, command: ActCommand<'extend'>, context: ActContext): Decided => {
  const checks = startChecks();
  const { deadline } = state.clock;
  const date = checks.date('date', command.date);
  const moved = date === '' ? undefined : reappoint(deadline, date, context.at, context.calendar);
  if (moved && !moved.ok) checks.add('date', appointmentCodes[moved.code]);
  const reason = checks.paragraph('reason', command.reason);
  const signer = checks.text('signer', command.signer, longest.name);
  if (checks.problems.length > 0 || !moved?.ok) return checks.refuse();
  return succeed([
    {
      type: 'deadlineExtended',
      v: 1,
      payload: {
        ...actedBy(command, context),
        ...numberOf(context),
        dueBefore: deadline.dueAt,
        deadline: moved.deadline,
        reason,
        signer,
        tooLate: context.at > deadline.dueAt,
      },
    },
  ]);
};

/** Form 05. */
export const decideStop = (command: ActCommand<'stop'>, context: ActContext): Decided => {
  const checks = startChecks();
  const reason = checks.paragraph('reason', command.reason);
  const basis = checks.text('basis', command.basis, longest.line);
  const signer = checks.text('signer', command.signer, longest.name);
  if (checks.problems.length > 0) return checks.refuse();
  return succeed([
    {
      type: 'processingStopped',
      v: 1,
      payload: { ...actedBy(command, context), ...numberOf(context), reason, basis, signer },
    },
  ]);
};
