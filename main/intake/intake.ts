import type { InputOf, IntakeAnswer, IntakePreview } from '../../shared/contract.ts';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { checkPerson } from '../../shared/citizen/person.ts';
import { decide } from '../../shared/dossier/decide.ts';
import type { DossierCommand } from '../../shared/dossier/decide.ts';
import type { DossierEvent } from '../../shared/dossier/events.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { codeOf, summaryOf } from '../../shared/dossier/summary.ts';
import { weighIntake } from '../../shared/dossier/weigh.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { evolve } from '../../shared/dossier/evolve.ts';
import { record } from '../journal/journal.ts';
import { isKnown, placedOf } from '../journal/read.ts';
import { findDossierState } from '../journal/projections.ts';
import { projectLater } from '../journal/waiting-lines.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { authorOf, getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { remember } from '../desk/guarding.ts';
import { tellRows } from '../lookup/working-set.ts';
import { emptyTray } from '../digitise/tray.ts';
import { keepAttachments } from './keep-attachments.ts';
import { intakeContext, prepareNext } from './context.ts';
import type { IntakeContext } from './context.ts';
import { noteTaken, takeFormNumber, takeNumber } from './numbering.ts';

const answerOf = (state: DossierState): IntakeAnswer => {
  const { id, status, clock, witness } = state;
  return { dossier: id, outcome: status, code: codeOf(state), dueAt: clock?.deadline.dueAt ?? null, witness };
};

/** What can be said of the persons while there is no procedure to weigh the rest by. */
const weighPeople = ({ submitter, owner }: IntakeForm, today: string) => {
  const found = [
    checkPerson(submitter, today, 'submitter'),
    ...(owner ? [checkPerson(owner, today, 'owner')] : []),
  ];
  return {
    problems: found.flatMap(({ problems }) => problems),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
};

/** What would be written if she accepted now: the right-hand side of the page, alive while she types. */
export const previewIntake = (desk: Desk, { form }: InputOf<'intake.preview'>): IntakePreview => {
  const cabinet = getCabinet(desk);
  const { context, day, duplicates, codeFault } = intakeContext(desk, cabinet, form, null);
  const common = { code: codeFault ? null : context.code, codeFault, day, duplicates };
  const weighed = weighIntake(form, context);
  if ('fault' in weighed) {
    const problem =
      form.procedure === ''
        ? { field: 'procedure', code: 'required', params: {} }
        : { field: 'procedure', code: weighed.fault.code, params: weighed.fault.params ?? {} };
    // A slip in a number is told as it is typed, not when a procedure has been chosen.
    const people = weighPeople(form, localDateAt(context.at));
    return {
      ...common,
      deadline: null,
      fees: [],
      feeTotal: 0,
      missing: [],
      held: [],
      problems: [...people.problems, problem],
      warnings: people.warnings,
    };
  }
  const { deadline, missing, held, problems, warnings, frozen } = weighed;
  return {
    ...common,
    deadline,
    missing,
    held,
    problems,
    warnings,
    fees: frozen.accepted.fees,
    feeTotal: frozen.accepted.feeTotal,
  };
};

/** A number is claimed outside the vault before it is used inside: a vault copied back cannot give it out again. */
const claimNumber = (desk: Desk, cabinet: Cabinet, { next, day }: IntakeContext): void => {
  if (next?.claim)
    remember(desk.places.guard, cabinet.vaultId, cabinet.journal.head, {
      day: day.day,
      from: next.lane.from,
      until: next.until,
    });
};

/** Numbers taken by an outcome, in its own transaction. */
const takeNumbers = (cabinet: Cabinet, event: DossierEvent, { next, day, context }: IntakeContext): void => {
  const { db, office } = cabinet;
  const year = Number(day.day.slice(0, 4));
  if (event.type === 'dossierAccepted' && next) takeNumber(db, day.day, next);
  if (event.type === 'intakeGuided')
    takeFormNumber(db, 'guidance', year, office.desk.number, context.formNumber);
  if (event.type === 'intakeRefused')
    takeFormNumber(db, 'refusal', year, office.desk.number, context.formNumber);
};

/**
 * The main job: a page becomes a dossier. Its row, the number and the end of the draft (main/intake/drafts.ts) are one transaction with one
 * fsync; its line and words follow the answer (main/journal/waiting-lines.ts), and windows hear of it after both.
 */
const settleIntake = (
  desk: Desk,
  role: Role,
  id: string,
  command: Extract<DossierCommand, { form: IntakeForm }>,
): Result<IntakeAnswer> => {
  const cabinet = getCabinet(desk);
  // The dossier itself is the first answer to its command: the same page accepted twice is one dossier.
  const before = isKnown(cabinet.db, id) ? findDossierState(cabinet.db, id) : null;
  if (before) return succeed(answerOf(before));
  const series = command.kind === 'accept' ? null : command.kind === 'guide' ? 'guidance' : 'refusal';
  const intake = intakeContext(desk, cabinet, command.form, series);
  if (command.form.procedure === '')
    return fail('invalidInput', undefined, [{ field: 'procedure', code: 'required', params: {} }]);
  if (intake.codeFault && (series === null || intake.codeFault.code !== 'laneFull'))
    return { ok: false, fault: intake.codeFault };
  const decided = decide(null, command, intake.context);
  if (!decided.ok) return decided;
  const [event] = decided.value;
  if (!event) throw new Error('intake: decided nothing');
  if (event.type === 'dossierAccepted') claimNumber(desk, cabinet, intake);

  const [recorded] = record(
    cabinet.journal,
    authorOf(desk, role),
    intake.stamp,
    decided.value.map((one) => ({ subject: id, event: one })),
    () => {
      takeNumbers(cabinet, event, intake);
      keepAttachments(
        cabinet.db,
        id,
        command.form.components.flatMap(({ files }) => files),
        intake.stamp.recordedAt,
      );
    },
  );
  if (!recorded) throw new Error('intake: nothing was recorded');
  projectLater(cabinet.db, [recorded]);
  if (event.type === 'dossierAccepted' && intake.next) noteTaken(cabinet.db, intake.day.day, intake.next);
  const state = evolve(null, placedOf(recorded));
  afterCommit(desk, cabinet, () => {
    tellRows(desk, [summaryOf(state)]);
    desk.tell({ kind: 'drafts' });
    desk.tell({ kind: 'online' });
    emptyTray(desk);
    prepareNext(desk, cabinet);
  });
  return succeed(answerOf(state));
};

export const acceptDossier = (
  desk: Desk,
  role: Role,
  { id, form }: InputOf<'intake.accept'>,
): Result<IntakeAnswer> => settleIntake(desk, role, id, { kind: 'accept', form });

export const guideCitizen = (desk: Desk, role: Role, input: InputOf<'intake.guide'>): Result<IntakeAnswer> =>
  settleIntake(desk, role, input.id, {
    kind: 'guide',
    form: input.form,
    missing: input.missing,
    reason: input.reason,
  });

export const refuseDossier = (
  desk: Desk,
  role: Role,
  input: InputOf<'intake.refuse'>,
): Result<IntakeAnswer> =>
  settleIntake(desk, role, input.id, { kind: 'refuse', form: input.form, reason: input.reason });
