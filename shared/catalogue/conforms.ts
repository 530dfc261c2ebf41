import type { Answers, AnswerValue } from '../dossier/form.ts';
import type { FieldSchema, JsonSchema } from './field-schema.ts';
import { isRecord } from './relevance.ts';

/**
 * Whether answers surely fit the types and bounds of their JSON Schema. The validator says the same and why, but interprets the whole schema each
 * time, which is most of the cost of judging a form; it is asked only about answers that do not fit. "Surely": a text of rare characters
 * near its limit may be left to the validator, which counts them one by one.
 */

const patterns = new Map<string, RegExp>();

const patternOf = (source: string): RegExp => {
  const known = patterns.get(source);
  if (known) return known;
  const made = new RegExp(source, 'u');
  patterns.set(source, made);
  return made;
};

const fitsText = (one: Extract<FieldSchema, { type: 'string' }>, value: string): boolean => {
  if ('enum' in one) return one.enum.includes(value);
  if ('format' in one) return value.length <= 10;
  return (
    // A character is at most two units.
    value.length <= one.maxLength &&
    (one.minLength === undefined ||
      value.length >= one.minLength * 2 ||
      Array.from(value).length >= one.minLength) &&
    (one.pattern === undefined || patternOf(one.pattern).test(value))
  );
};

const fits = (one: FieldSchema, value: AnswerValue): boolean => {
  switch (one.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return (
        Number.isInteger(value) && typeof value === 'number' && value >= one.minimum && value <= one.maximum
      );
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (one.minItems ?? 0) &&
        value.length <= one.maxItems &&
        value.every((item) => isRecord(item) && fitAll(one.items.properties, item))
      );
    case 'string':
      return typeof value === 'string' && fitsText(one, value);
  }
};

/** Keys the properties do not know are no concern of theirs. */
const fitAll = (properties: Readonly<Record<string, FieldSchema>>, values: Answers): boolean => {
  for (const [name, value] of Object.entries(values)) {
    const one = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (one && !fits(one, value)) return false;
  }
  return true;
};

export const surelyConforms = (schema: JsonSchema, answers: Answers): boolean =>
  fitAll(schema.properties, answers);
