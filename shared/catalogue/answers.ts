import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import { isLocalDate } from '../calendar/vietnam-time.ts';
import type { Answers, AnswerValue } from '../dossier/form.ts';
import { findTextFault, type TextFaultCode } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';
import { surelyConforms } from './conforms.ts';
import type { FieldSchema, JsonSchema, PlainFieldSchema } from './field-schema.ts';
import { fieldCounts, findField, isRecord, relevantAnswers } from './relevance.ts';

/**
 * Answers checked against their JSON Schema. The validator interprets the schema (no eval, no generated code); patterns were judged when
 * the pack was admitted (safe-pattern.ts). Requirements, dates and unknown keys are judged here, where they can be named better.
 */

export type AnswerProblemCode =
  | TextFaultCode
  | 'required'
  | 'unknownField'
  | 'wrongType'
  | 'tooShort'
  | 'wrongFormat'
  | 'notADate'
  | 'dateInFuture'
  | 'dateInPast'
  | 'notAChoice'
  | 'notWhole'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooFew'
  | 'tooMany';

export type AnswerProblem = Problem<AnswerProblemCode>;

const bareField = (one: FieldSchema): Schema => {
  switch (one.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return { type: 'integer', minimum: one.minimum, maximum: one.maximum };
    case 'array':
      return {
        type: 'array',
        minItems: one.minItems ?? 0,
        maxItems: one.maxItems,
        items: {
          type: 'object',
          properties: Object.fromEntries(
            Object.entries(one.items.properties).map(([name, inner]) => [name, bareField(inner)]),
          ),
        },
      };
    case 'string':
      if ('enum' in one) return { type: 'string', enum: one.enum };
      if ('format' in one) return { type: 'string', maxLength: 10 };
      return {
        type: 'string',
        maxLength: one.maxLength,
        ...('minLength' in one ? { minLength: one.minLength } : {}),
        ...('pattern' in one ? { pattern: one.pattern } : {}),
      };
  }
};

const validators = new WeakMap<JsonSchema, Validator>();

const getValidator = (schema: JsonSchema): Validator => {
  const known = validators.get(schema);
  if (known) return known;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, one]) => [name, bareField(one)]),
  );
  const made = new Validator({ type: 'object', properties }, '2020-12', false);
  validators.set(schema, made);
  return made;
};

const limitOf = (one: FieldSchema | undefined, keyword: string): Record<string, number> => {
  const entries: [string, unknown][] = one ? Object.entries(one) : [];
  const value = entries.find(([key]) => key === keyword)?.[1];
  return typeof value === 'number' ? { limit: value } : {};
};

const codes: Partial<Record<string, AnswerProblemCode>> = {
  maxLength: 'tooLong',
  minLength: 'tooShort',
  pattern: 'wrongFormat',
  enum: 'notAChoice',
  minimum: 'tooSmall',
  maximum: 'tooLarge',
  minItems: 'tooFew',
  maxItems: 'tooMany',
};

/** One unit of the validator's output as a problem; undefined for units that only sum up others. */
const problemOf = (schema: JsonSchema, unit: OutputUnit): AnswerProblem | undefined => {
  const path = unit.instanceLocation.split('/').slice(1);
  const one = findField(schema, path);
  const code =
    unit.keyword === 'type' ? (one?.type === 'integer' ? 'notWhole' : 'wrongType') : codes[unit.keyword];
  return code && { field: path.join('.'), code, params: limitOf(one, unit.keyword) };
};

const dateProblem = (one: PlainFieldSchema, text: string, today: string): AnswerProblemCode | undefined => {
  if (!('format' in one)) return undefined;
  const yearOnly = one['x-year-only'] === true && /^(?:18|19|20)\d\d$/.test(text);
  if (!yearOnly && !(isLocalDate(text) && text >= '1800')) return 'notADate';
  const now = today.slice(0, text.length);
  if (one['x-date'] === 'past' && text > now) return 'dateInFuture';
  if (one['x-date'] === 'future' && text < now) return 'dateInPast';
  return undefined;
};

const judgeValue = (field: string, one: FieldSchema, value: AnswerValue, today: string): AnswerProblem[] => {
  if (typeof value !== 'string' || one.type === 'array') return [];
  const fault = findTextFault(value);
  if (fault) return [{ field, code: fault.code, params: fault.params }];
  const code = dateProblem(one, value, today);
  return code ? [{ field, code, params: {} }] : [];
};

/** Absent and unknown keys of one object. */
const judgeKeys = (
  prefix: string,
  values: Record<string, AnswerValue>,
  known: (name: string) => boolean,
  required: readonly string[],
): AnswerProblem[] => [
  ...required
    .filter((name) => !Object.hasOwn(values, name))
    .map((name): AnswerProblem => ({ field: prefix + name, code: 'required', params: {} })),
  ...Object.keys(values)
    .filter((name) => !known(name))
    .map((name): AnswerProblem => ({ field: prefix + name, code: 'unknownField', params: { name } })),
];

const judgeList = (
  schema: JsonSchema,
  name: string,
  items: readonly AnswerValue[],
  today: string,
): AnswerProblem[] => {
  const list = findField(schema, [name]);
  if (list?.type !== 'array') return [];
  return items.flatMap((item, at) => {
    if (!isRecord(item)) return [];
    const prefix = `${name}.${String(at)}.`;
    const innerOf = (inner: string) => findField(schema, [name, String(at), inner]);
    return [
      ...judgeKeys(prefix, item, (inner) => innerOf(inner) !== undefined, list.items.required),
      ...Object.entries(item).flatMap(([inner, value]) => {
        const one = innerOf(inner);
        return one ? judgeValue(prefix + inner, one, value, today) : [];
      }),
    ];
  });
};

/** What the validator finds in the known answers, one problem a field. */
const boundProblems = (schema: JsonSchema, relevant: Answers): AnswerProblem[] => {
  if (surelyConforms(schema, relevant)) return [];
  const known = Object.fromEntries(
    Object.entries(relevant).filter(([name]) => findField(schema, [name]) !== undefined),
  );
  return getValidator(schema)
    .validate(known)
    .errors.flatMap((unit) => problemOf(schema, unit) ?? []);
};

/** What `validateAnswers` says, of answers that are relevant already (relevantAnswers). */
export const validateRelevant = (schema: JsonSchema, relevant: Answers, today: string): AnswerProblem[] => {
  const required = schema.required.filter((name) => fieldCounts(schema, name, relevant));
  const found = judgeKeys('', relevant, (name) => findField(schema, [name]) !== undefined, required);
  for (const [name, value] of Object.entries(relevant)) {
    const one = findField(schema, [name]);
    if (!one) continue;
    found.push(
      ...(Array.isArray(value) ? judgeList(schema, name, value, today) : judgeValue(name, one, value, today)),
    );
  }
  for (const problem of boundProblems(schema, relevant))
    if (!found.some(({ field }) => field === problem.field)) found.push(problem);
  const orderOf = (problem: AnswerProblem) =>
    findField(schema, [problem.field.split('.')[0] ?? ''])?.['x-order'] ?? Number.MAX_SAFE_INTEGER;
  return found.sort((a, b) => orderOf(a) - orderOf(b));
};

/**
 * Everything wrong with the answers, in the order of the form; [] when they can be accepted. `field` is a path below `answers`
 * ("childName", "papers.0.pages"), `today` the business day 'YYYY-MM-DD'. Unknown keys are refused, blanks count as absent, fields
 * that do not count (`x-when`) are not checked.
 */
export const validateAnswers = (schema: JsonSchema, answers: Answers, today: string): AnswerProblem[] =>
  validateRelevant(schema, relevantAnswers(schema, answers), today);
