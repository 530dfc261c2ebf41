import { listFields, type FieldSchema } from '../../../shared/catalogue/fields.ts';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import { findCase, isReceived } from '../../../shared/dossier/blank-form.ts';
import type { Answers, AnswerValue, IntakeForm } from '../../../shared/dossier/form.ts';
import type { Person } from '../../../shared/citizen/person.ts';
import type { Problem } from '../../../shared/faults.ts';
import type { Who } from './intake-form.ts';

/** The sections of the page, in their order; each folds to one line when nothing in it needs her. */
export const sections = ['people', 'procedure', 'components', 'answers', 'fees', 'delivery'] as const;
export type SectionId = (typeof sections)[number];

/** A field the cursor can stop at. `field` is the dotted path into the form, as problems name it. */
export interface Stop {
  field: string;
  section: SectionId;
  /** Enter stops here: something must be typed, mended, or at least looked at once. */
  needs: boolean;
}

export interface Walk {
  form: IntakeForm;
  sheet: ProcedureSheet | null;
  problems: readonly Problem[];
  /** Optional fields are offered once; these were. */
  visited: ReadonlySet<string>;
}

/** Section of a dotted path. */
export const sectionOf = (field: string): SectionId => {
  const head = field.split('.')[0] ?? '';
  switch (head) {
    case 'procedure':
    case 'case':
      return 'procedure';
    case 'components':
    case 'sets':
      return 'components';
    case 'answers':
      return 'answers';
    case 'fees':
      return 'fees';
    case 'delivery':
    case 'note':
      return 'delivery';
    default:
      return 'people';
  }
};

const isBlank = (value: AnswerValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A name and a number are needed; birth, address and the submitter's telephone are offered once and never demanded. */
const personStops = (who: Who, person: Person, visited: ReadonlySet<string>): [string, boolean][] => {
  const isPerson = person.kind === 'person';
  const isOffered = (key: keyof Person): boolean => person[key] === '' && !visited.has(`${who}.${key}`);
  const stops: [keyof Person, boolean][] = [
    ['name', person.name === ''],
    ['idKind', false],
    ['idNumber', person.idKind !== 'none' && person.idNumber === ''],
    ['birthDate', isPerson && isOffered('birthDate')],
    ['sex', false],
    ['address', isOffered('address')],
    ['phone', who === 'submitter' && isOffered('phone')],
    ['email', false],
  ];
  return stops
    .filter(([key]) => isPerson || (key !== 'birthDate' && key !== 'sex' && key !== 'idKind'))
    .map(([key, needs]) => [`${who}.${key}`, needs]);
};

/** A required paper bars acceptance, unless it is asked for only under a condition: then it is offered once. */
const componentStops = ({ form, sheet, visited }: Walk): [string, boolean][] =>
  form.components.map((entry, at) => {
    const component = sheet?.procedure.components.find((one) => one.index === entry.index);
    const isNameless = entry.index === null && entry.name.trim() === '';
    if (isNameless) return [`components.${at}.name`, true];
    const field = `components.${at}.originals`;
    const isAskedFor = component?.required === true && !isReceived(entry);
    return [field, isAskedFor && (component.condition === null || !visited.has(field))];
  });

const answerStops = (
  path: string,
  schema: FieldSchema,
  required: boolean,
  value: AnswerValue | undefined,
): [string, boolean][] => {
  if (schema.type === 'boolean') return [[path, false]];
  if (schema.type !== 'array') return [[path, required && isBlank(value)]];
  const rows: AnswerValue[] = Array.isArray(value) ? value : [];
  const least = Math.max(schema.minItems ?? 0, required ? 1 : 0);
  const inner = rows.flatMap((row, at) => {
    const cells: Answers = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
    return Object.entries(schema.items.properties)
      .sort(([, a], [, b]) => a['x-order'] - b['x-order'])
      .flatMap(([name, one]) =>
        answerStops(`${path}.${at}.${name}`, one, schema.items.required.includes(name), cells[name]),
      );
  });
  return [...inner, [path, rows.length < least]];
};

const feeStops = ({ form, visited }: Walk): [string, boolean][] =>
  form.fees.flatMap((entry, at): [string, boolean][] => {
    const amount = `fees.${at}.amount`;
    const isUsed = entry.quantity > 0 && entry.exemption === null;
    return [
      ...(entry.fee === null ? [[`fees.${at}.label`, entry.label === ''] satisfies [string, boolean]] : []),
      // The province's amount may be set later: the receipt then says so.
      [amount, entry.amount === null && isUsed && !visited.has(amount)],
    ];
  });

const fieldsOf = (walk: Walk): [string, boolean][] => {
  const { form, sheet, visited } = walk;
  const schema = sheet?.schema;
  return [
    ...personStops('submitter', form.submitter, visited),
    ...(form.owner
      ? [
          ...personStops('owner', form.owner, visited),
          ['relation', form.relation === ''] satisfies [string, boolean],
        ]
      : []),
    ['procedure', form.procedure === ''],
    ...(sheet && sheet.procedure.cases.length > 1
      ? [['case', findCase(sheet.procedure, form.case) === undefined] satisfies [string, boolean]]
      : []),
    ...componentStops(walk),
    ['sets', form.sets < 1],
    ...(schema
      ? listFields(schema, form.answers).flatMap((one) =>
          answerStops(`answers.${one.name}`, one.schema, one.required, form.answers[one.name]),
        )
      : []),
    ...feeStops(walk),
    ['delivery.method', false],
    ...(form.delivery.method === 'counter'
      ? []
      : [['delivery.address', form.delivery.address === ''] satisfies [string, boolean]]),
    ['note', false],
  ];
};

/** The stop a problem belongs to: its own field, the first field below it, or the nearest field above it. */
export const findStop = (stops: readonly Stop[], field: string): Stop | undefined =>
  stops.find((stop) => stop.field === field) ??
  stops.find((stop) => stop.field.startsWith(`${field}.`)) ??
  stops.findLast((stop) => field.startsWith(`${stop.field}.`)) ??
  stops.find((stop) => parentOf(stop.field) === parentOf(field)) ??
  stops.find((stop) => stop.section === sectionOf(field));

const parentOf = (field: string): string => field.slice(0, Math.max(field.lastIndexOf('.'), 0));

/** Every field of the page in its order, with those that need her marked; a field with a problem always does. */
export const listStops = (walk: Walk): Stop[] => {
  const stops = fieldsOf(walk).map(([field, needs]): Stop => ({ field, needs, section: sectionOf(field) }));
  const marked = new Set(walk.problems.map((problem) => findStop(stops, problem.field)?.field));
  return stops.map((stop) => (marked.has(stop.field) ? { ...stop, needs: true } : stop));
};

/** Where a field stands in the walk; a field that is no stop itself (a button in a row) counts as its neighbour. */
const placeOf = (stops: readonly Stop[], field: string | null): number => {
  if (field === null) return -1;
  const stop = findStop(stops, field);
  return stop ? stops.indexOf(stop) : -1;
};

/**
 * Enter: the next field that needs her, then the first one she left open, which may be the one she is in; undefined when she
 * can accept.
 */
export const nextStop = (stops: readonly Stop[], from: string | null): Stop | undefined =>
  stops.slice(placeOf(stops, from) + 1).find((stop) => stop.needs) ?? stops.find((stop) => stop.needs);

/** Shift+Enter: the field before this one, known or not. */
export const previousStop = (stops: readonly Stop[], from: string | null): Stop | undefined => {
  const place = placeOf(stops, from);
  return place < 0 ? stops.at(-1) : stops[place - 1];
};

/** A section with nothing left to do. */
export const isSectionDone = (stops: readonly Stop[], section: SectionId): boolean =>
  !stops.some((stop) => stop.section === section && stop.needs);
