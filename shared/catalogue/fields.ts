import type { Answers, AnswerValue } from '../dossier/form.ts';
import { normalizeIdNumber, normalizePhone } from '../citizen/number.ts';
import type { Person } from '../citizen/person.ts';
import type { FieldSchema, JsonSchema, PrefillSource } from './field-schema.ts';
import { fieldCounts, isBlank } from './relevance.ts';

export type {
  FieldCondition,
  FieldSchema,
  JsonSchema,
  PlainFieldSchema,
  PrefillSource,
} from './field-schema.ts';
export { relevantAnswers } from './relevance.ts';
export { validateAnswers, validateRelevant, type AnswerProblem, type AnswerProblemCode } from './answers.ts';

/** A procedure's own fields as a form shows them, from its JSON Schema alone. */
export interface NamedField {
  name: string;
  schema: FieldSchema;
  required: boolean;
}

const ordered = new WeakMap<JsonSchema, readonly NamedField[]>();

/** Every field in its order; sorted once for each schema. */
export const fieldsInOrder = (schema: JsonSchema): readonly NamedField[] => {
  const known = ordered.get(schema);
  if (known) return known;
  const fields = Object.entries(schema.properties)
    .map(([name, one]) => ({ name, schema: one, required: schema.required.includes(name) }))
    .sort((a, b) => a.schema['x-order'] - b.schema['x-order']);
  ordered.set(schema, fields);
  return fields;
};

/** Fields to show for these answers, in their order. */
export const listFields = (schema: JsonSchema, answers: Answers): NamedField[] =>
  fieldsInOrder(schema).filter(({ name }) => fieldCounts(schema, name, answers));

type Known = Pick<
  Person,
  'name' | 'birthDate' | 'sex' | 'idNumber' | 'idIssued' | 'address' | 'phone' | 'email'
>;

/** Numbers as they are kept: what a person's field takes with spaces, the procedure's own field takes as well. */
const sources: Record<PrefillSource, (owner: Known, submitter: Known) => string> = {
  'owner.name': (owner) => owner.name,
  'owner.birthDate': (owner) => owner.birthDate,
  'owner.sex': (owner) => owner.sex,
  'owner.idNumber': (owner) => normalizeIdNumber(owner.idNumber),
  'owner.idIssued': (owner) => owner.idIssued,
  'owner.address': (owner) => owner.address,
  'owner.phone': (owner) => normalizePhone(owner.phone),
  'owner.email': (owner) => owner.email,
  'submitter.name': (_, submitter) => submitter.name,
  'submitter.birthDate': (_, submitter) => submitter.birthDate,
  'submitter.sex': (_, submitter) => submitter.sex,
  'submitter.idNumber': (_, submitter) => normalizeIdNumber(submitter.idNumber),
  'submitter.idIssued': (_, submitter) => submitter.idIssued,
  'submitter.address': (_, submitter) => submitter.address,
  'submitter.phone': (_, submitter) => normalizePhone(submitter.phone),
  'submitter.email': (_, submitter) => submitter.email,
};

const firstValue = (one: FieldSchema, owner: Known, submitter: Known): AnswerValue => {
  if ('x-from' in one) {
    const value = sources[one['x-from']](owner, submitter);
    if (value !== '' && !('enum' in one && !one.enum.includes(value))) return value;
  }
  return 'default' in one ? one.default : null;
};

/** First values: what the counter knows of the persons (owner null: the submitter is the owner), then each field's default. */
export const prefillAnswers = (
  schema: JsonSchema,
  people: { owner: Known | null; submitter: Known },
): Answers => {
  const filled: Answers = {};
  for (const [name, one] of Object.entries(schema.properties)) {
    const value = firstValue(one, people.owner ?? people.submitter, people.submitter);
    if (!isBlank(value)) filled[name] = value;
  }
  return filled;
};
