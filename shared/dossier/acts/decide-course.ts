import { localDateAt } from '../../calendar/vietnam-time.ts';
import { checkPerson } from '../../citizen/person.ts';
import { fail, succeed } from '../../faults.ts';
import type { Result } from '../../faults.ts';
import { isSamePerson } from '../../forms/people.ts';
import type { Particulars, Taken } from '../state.ts';
import { actedBy, numberOf, readNote } from './acted.ts';
import { longest, startChecks } from './checks.ts';
import type { Checks } from './checks.ts';
import type { ActCommand } from './commands.ts';
import { rulingsFor } from './conflicts.ts';
import type { ActContext } from './context.ts';
import type { ActEvent, CorrectableField } from './events.ts';
import { correctParticulars, findParticular, isKnownValue } from './particulars.ts';

type Decided = Result<ActEvent[]>;

export const decideHandOver = (
  state: Taken,
  command: ActCommand<'handOver'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const to = {
    unit: checks.text('to.unit', command.to.unit, longest.name),
    person: checks.text('to.person', command.to.person, longest.name, 'optional'),
  };
  const batch = checks.text('batch', command.batch, longest.number, 'optional');
  const note = readNote(checks, command.note);
  if (state.holder?.unit === to.unit && state.holder.person === to.person)
    checks.add('to.unit', 'actSameHolder');
  if (checks.problems.length > 0) return checks.refuse();
  return succeed([
    {
      type: 'handedOver',
      v: 1,
      payload: {
        ...actedBy(command, context),
        from: state.holder,
        to,
        batch,
        slip: state.slip ?? numberOf(context),
        step: state.moves.length + 1,
        note,
      },
    },
  ]);
};

export const decideTakeBack = (
  state: Taken,
  command: ActCommand<'takeBack'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const reason = checks.paragraph('reason', command.reason);
  if (!state.holder) return fail('notHandedOver');
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), from: state.holder, reason };
  return succeed([{ type: 'takenBack', v: 1, payload }]);
};

/** Also a refusal on the merits. A second one must say that the first was entered wrongly. */
export const decideResult = (
  state: Taken,
  command: ActCommand<'recordResult'>,
  context: ActContext,
): Decided => {
  if (state.result && !command.replaces) return fail('resultIssued');
  const checks = startChecks();
  const number = checks.text('number', command.number, longest.number);
  const date = checks.date('date', command.date);
  if (date > context.businessDay) checks.add('date', 'actDateFuture');
  const summary = checks.text('summary', command.summary, 1000);
  const signer = checks.text('signer', command.signer, longest.name);
  const files = command.files.map((file, row) => ({
    ...file,
    name: checks.text(`files.${row}.name`, file.name, longest.line),
  }));
  if (checks.problems.length > 0) return checks.refuse();
  return succeed([
    {
      type: 'resultArrived',
      v: 1,
      payload: {
        ...actedBy(command, context),
        approved: command.approved,
        number,
        date,
        summary,
        signer,
        files,
        replaces: state.result?.event ?? null,
      },
    },
  ]);
};

export const decideStore = (
  state: Taken,
  command: ActCommand<'storePaperFile'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const place = checks.text('place', command.place, longest.line);
  if (checks.problems.length > 0) return checks.refuse();
  // It lies there already: nothing has happened.
  if (state.place === place) return succeed([]);
  return succeed([{ type: 'paperFileStored', v: 1, payload: { ...actedBy(command, context), place } }]);
};

type Changes = ActCommand<'correct'>['changes'];

const twinOf = (field: CorrectableField): CorrectableField | undefined => {
  const [person, name] = field.split('.');
  const twin = person === 'owner' ? `submitter.${name ?? ''}` : `owner.${name ?? ''}`;
  return person === 'owner' || person === 'submitter' ? fieldNamed(twin) : undefined;
};

const fieldNamed = (text: string): CorrectableField | undefined => allFields.find((field) => field === text);

const allFields: readonly CorrectableField[] = [
  'owner.name',
  'owner.idKind',
  'owner.idNumber',
  'owner.birthDate',
  'owner.sex',
  'owner.address',
  'owner.phone',
  'owner.email',
  'submitter.name',
  'submitter.idKind',
  'submitter.idNumber',
  'submitter.birthDate',
  'submitter.sex',
  'submitter.address',
  'submitter.phone',
  'submitter.email',
  'relation',
  'delivery.method',
  'delivery.address',
];

/** One person who hands in her own dossier is corrected once, and both names of her change. */
const withTwins = (changes: Changes, { owner, submitter }: Particulars): Changes => {
  if (!isSamePerson(owner, submitter)) return changes;
  const named = new Set(changes.map(({ field }) => field));
  return changes.flatMap((change) => {
    const twin = twinOf(change.field);
    return twin && !named.has(twin) ? [change, { field: twin, after: change.after }] : [change];
  });
};

const peopleOf = ({ submitter, owner }: Particulars, today: string) => {
  const checked = {
    submitter: checkPerson(submitter, today, 'submitter'),
    owner: checkPerson(owner, today, 'owner'),
  };
  return { ...checked, problems: [...checked.submitter.problems, ...checked.owner.problems] };
};

const checkParticulars = (checks: Checks, now: Particulars, changes: Changes, today: string): Particulars => {
  const after = correctParticulars(now, changes);
  const { submitter, owner, problems } = peopleOf(after, today);
  // A fault the acceptance already lived with is not hers to mend today; a new one is.
  const before = new Set(peopleOf(now, today).problems.map(({ field, code }) => `${field} ${code}`));
  checks.problems.push(...problems.filter(({ field, code }) => !before.has(`${field} ${code}`)));
  if (after.delivery.method === 'post' && after.delivery.address === '')
    checks.problems.push({ field: 'delivery.address', code: 'required', params: {} });
  return { ...after, submitter: submitter.person, owner: owner.person };
};

/** Mends what was typed wrong by an event of its own; the acceptance stays as the citizen's paper has it. Problems carry the field's own name. */
export const decideCorrect = (state: Taken, command: ActCommand<'correct'>, context: ActContext): Decided => {
  const checks = startChecks();
  const seen = new Set<string>();
  const typed = command.changes.slice(0, allFields.length + 1).flatMap(({ field, after }) => {
    const known = fieldNamed(field);
    const text = checks.text(field, after, longest.line, 'optional');
    if (!known || !isKnownValue(field, text)) checks.add(field, 'actUnknownField');
    if (seen.has(field)) checks.add(field, 'actFieldTwice');
    seen.add(field);
    return known ? [{ field: known, after: text }] : [];
  });
  const reason = checks.paragraph('reason', command.reason);
  if (command.changes.length === 0) checks.add('changes', 'actNothingListed');
  if (checks.problems.length > 0) return checks.refuse();
  const asked = withTwins(typed, state.particulars);
  const after = checkParticulars(checks, state.particulars, asked, localDateAt(context.at));
  const changes = asked
    .map(({ field }) => ({
      field,
      before: findParticular(state.particulars, field) ?? '',
      after: findParticular(after, field) ?? '',
    }))
    .filter((change) => change.before !== change.after);
  if (changes.length === 0 && checks.problems.length === 0) checks.add('changes', 'actUnchanged');
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), changes, reason };
  return succeed([{ type: 'dossierCorrected', v: 1, payload }]);
};

export const decideClose = (
  state: Taken,
  command: ActCommand<'closeConflict'>,
  context: ActContext,
): Decided => {
  const conflict = state.conflicts.find(
    (one) => one.event === command.conflict.event && one.with === command.conflict.with,
  );
  if (!conflict) return fail('noConflict');
  const checks = startChecks();
  if (!rulingsFor(conflict.about).includes(command.stands)) checks.add('stands', 'actRuling');
  const ruling = checks.paragraph('ruling', command.ruling);
  if (checks.problems.length > 0) return checks.refuse();
  const { event, with: other } = conflict;
  const payload = {
    ...actedBy(command, context),
    conflict: { event, with: other },
    stands: command.stands,
    ruling,
  };
  return succeed([{ type: 'conflictClosed', v: 1, payload }]);
};
