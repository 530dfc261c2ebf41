import type { Answers, AnswerValue } from '../dossier/form.ts';
import type { FieldCondition, FieldSchema, JsonSchema } from './field-schema.ts';

/** Which fields of a procedure count for given answers (`x-when`), and which answers are left then. */

export const isBlank = (value: AnswerValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export const isRecord = (value: AnswerValue | undefined): value is Record<string, AnswerValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema at a path such as ['papers', '0', 'pages']; undefined when there is none. */
export const findField = (schema: JsonSchema, path: readonly string[]): FieldSchema | undefined => {
  const [name = '', , inner] = path;
  const top = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
  if (path.length === 1) return top;
  if (path.length !== 3 || inner === undefined || top?.type !== 'array') return undefined;
  return Object.hasOwn(top.items.properties, inner) ? top.items.properties[inner] : undefined;
};

const holds = (condition: FieldCondition, answers: Answers): boolean => {
  const value = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined;
  const among = condition.in.some((one) => one === value);
  return condition.not ? !among : among;
};

/** Whether a field counts for these answers; one that hangs on a field that does not count, does not count either. */
export const fieldCounts = (schema: JsonSchema, name: string, answers: Answers, depth = 0): boolean => {
  const when = Object.hasOwn(schema.properties, name) ? schema.properties[name]?.['x-when'] : undefined;
  if (!when || depth > 10) return true;
  return holds(when, answers) && fieldCounts(schema, when.field, answers, depth + 1);
};

const withoutBlanks = (item: Record<string, AnswerValue>): Record<string, AnswerValue> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => !isBlank(value)));

/** The answers without blanks and without those of fields that do not count: what is checked and kept. Unknown keys stay. */
export const relevantAnswers = (schema: JsonSchema, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([name, value]) => !isBlank(value) && fieldCounts(schema, name, answers))
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((item) => (isRecord(item) ? withoutBlanks(item) : item)) : value,
      ]),
  );
