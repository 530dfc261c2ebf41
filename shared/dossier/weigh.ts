import { computeDeadline } from '../calendar/deadline.ts';
import type { Deadline } from '../calendar/deadline.ts';
import { localDateAt } from '../calendar/vietnam-time.ts';
import { answerLines } from '../catalogue/answer-lines.ts';
import { relevantAnswers, validateRelevant } from '../catalogue/fields.ts';
import type { FoundProcedure } from '../catalogue/find.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import { checkPerson } from '../citizen/person.ts';
import type { Fault } from '../faults.ts';
import { settleFees } from '../fees/lines.ts';
import type { Problem } from '../text/problem.ts';
import { expectedComponents, findCase, isReceived } from './blank-form.ts';
import { cleanForm } from './clean-form.ts';
import type { DecideContext } from './decide.ts';
import type { ComponentFrozen, DossierAccepted } from './events.ts';
import type { ComponentEntry, IntakeForm } from './form.ts';

type Weighing = Pick<
  DecideContext,
  'at' | 'businessDay' | 'calendar' | 'procedure' | 'amounts' | 'clerk' | 'profile' | 'desk'
>;

type IntakeFrozen = Pick<
  DossierAccepted,
  | 'businessDay'
  | 'office'
  | 'desk'
  | 'clerkName'
  | 'procedure'
  | 'submitter'
  | 'owner'
  | 'relation'
  | 'sets'
  | 'components'
  | 'note'
  | 'receivedAt'
>;

/** A form as the law sees it: what would be frozen, and what stands in the way. */
export interface Weighed {
  /** Who and what: needed for every outcome, also for forms 02 and 03. */
  identity: Problem[];
  /** All that stands in the way of acceptance, `identity` first, in the order of the page. */
  problems: Problem[];
  warnings: Problem[];
  deadline: Deadline | null;
  /** Required papers that do not lie on the counter. */
  missing: string[];
  held: string[];
  frozen: {
    intake: IntakeFrozen;
    accepted: Pick<DossierAccepted, 'answers' | 'answerLines' | 'fees' | 'feeTotal' | 'delivery'>;
  };
}

const required = (field: string): Problem => ({ field, code: 'required', params: {} });

const isCount = (count: number, most: number): boolean =>
  Number.isInteger(count) && count >= 0 && count <= most;

/** More of one paper than anybody carries is a slip of the finger. */
const mostPapers = 1000;
const mostPages = 100_000;

const checkComponents = (components: readonly ComponentEntry[]): Problem[] =>
  components.flatMap((component, index) => [
    ...(component.name === '' ? [required(`components.${index}.name`)] : []),
    ...(['originals', 'certified', 'copies', 'pages'] as const).flatMap((field) =>
      isCount(component[field], field === 'pages' ? mostPages : mostPapers)
        ? []
        : [{ field: `components.${index}.${field}`, code: 'countInvalid', params: {} }],
    ),
    ...(component.held && component.originals < 1
      ? [{ field: `components.${index}.held`, code: 'heldWithoutOriginal', params: {} }]
      : []),
  ]);

/** Required papers not yet there; one with a condition is asked for, one without bars acceptance. */
const findMissing = (procedure: Procedure, form: IntakeForm): { names: string[]; problems: Problem[] } => {
  const names: string[] = [];
  const problems: Problem[] = [];
  for (const wanted of expectedComponents(procedure, form.case)) {
    if (!wanted.required) continue;
    const at = form.components.findIndex((entry) => entry.index === wanted.index);
    const entry = form.components[at];
    if (entry && isReceived(entry)) continue;
    names.push(wanted.name);
    if (wanted.condition === null)
      problems.push({
        field: at >= 0 ? `components.${at}.originals` : 'components',
        code: 'componentMissing',
        params: { name: wanted.name },
      });
  }
  return { names, problems };
};

const isFault = (found: FoundProcedure | Fault): found is Fault => 'code' in found;

const freezeComponents = (components: readonly ComponentEntry[]): ComponentFrozen[] =>
  components.filter(isReceived).map((component) => ({ ...component }));

const checkDelivery = (form: IntakeForm): Problem[] =>
  form.delivery.method === 'post' && form.delivery.address === '' ? [required('delivery.address')] : [];

/** Weighs a form: cleaned, checked against the procedure, its date and money worked out. `fault`: no procedure to weigh it by. */
export const weighIntake = (typed: IntakeForm, context: Weighing): Weighed | { fault: Fault } => {
  const { procedure: found } = context;
  if (isFault(found)) return { fault: found };
  const { procedure, schema } = found;
  const { form, problems: textProblems } = cleanForm(typed);
  const unclean = new Set(textProblems.map(({ field }) => field));
  const today = localDateAt(context.at);

  const submitter = checkPerson(form.submitter, today, 'submitter');
  const owner = form.owner && checkPerson(form.owner, today, 'owner');
  const chosen = findCase(procedure, form.case);
  const answers = schema ? relevantAnswers(schema, form.answers) : {};
  const missing = findMissing(procedure, form);
  const fees = settleFees({
    procedure,
    case: chosen?.id ?? '',
    entries: form.fees,
    answers,
    amounts: context.amounts,
    channel: form.channel ?? 'counter',
  });
  const term = chosen?.term ?? procedure.term;
  const counted = computeDeadline(term, context.at, context.calendar);

  const identity = [
    ...textProblems.filter(({ field }) => field === 'relation'),
    ...submitter.problems,
    ...(owner?.problems ?? []),
    ...(form.owner && form.relation === '' ? [required('relation')] : []),
    ...(chosen ? [] : [required('case')]),
    ...(isCount(form.sets, 100) && form.sets > 0
      ? []
      : [{ field: 'sets', code: 'countInvalid', params: {} }]),
  ];
  const rest = [
    ...textProblems.filter(({ field }) => field !== 'relation'),
    ...checkComponents(form.components),
    ...missing.problems,
    ...(schema ? validateRelevant(schema, answers, today) : []).map((problem) => ({
      ...problem,
      field: problem.field.startsWith('answers.') ? problem.field : `answers.${problem.field}`,
    })),
    ...fees.problems,
    ...checkDelivery(form),
    ...(counted.ok ? [] : [{ field: 'procedure', code: counted.fault.code, params: {} }]),
  ];
  return {
    identity: onePerField(identity, unclean),
    problems: onePerField([...identity, ...rest], unclean),
    warnings: [...submitter.warnings, ...(owner?.warnings ?? []), ...fees.warnings],
    deadline: counted.ok ? counted.deadline : null,
    missing: missing.names,
    held: form.components.filter(({ held }) => held).map(({ name }) => name),
    frozen: {
      intake: {
        businessDay: context.businessDay,
        office: context.profile,
        desk: context.desk,
        clerkName: context.clerk.name,
        procedure: {
          code: procedure.code,
          name: procedure.name,
          field: procedure.field,
          agency: procedure.agency,
          case: chosen && procedure.cases.length > 1 ? { id: chosen.id, name: chosen.name } : null,
          results: procedure.results,
          catalogueVersion: found.catalogueVersion,
        },
        submitter: submitter.person,
        owner: (owner ?? submitter).person,
        relation: form.owner ? form.relation : '',
        sets: form.sets,
        components: freezeComponents(form.components),
        note: form.note,
        receivedAt: context.at,
      },
      accepted: {
        answers,
        answerLines: schema ? answerLines(schema, answers) : [],
        fees: fees.lines,
        feeTotal: fees.total,
        delivery: form.delivery,
      },
    },
  };
};

/** A text that could not be kept is told once, as that; an emptied field is not also "needed". */
const onePerField = (problems: readonly Problem[], unclean: ReadonlySet<string>): Problem[] => {
  const seen = new Set<string>();
  return problems.filter(({ field, code }) => {
    if (code === 'required' && unclean.has(field)) return false;
    const key = `${field} ${code}`;
    return !seen.has(key) && seen.add(key);
  });
};
