import * as z from 'zod';
import { isSafePattern, maxPatternInput } from './safe-pattern.ts';

/**
 * The subset of JSON Schema (draft 2020-12) a procedure's own fields are written in. Everything is bounded and closed: no $ref, no
 * free objects, a maxLength on every text, patterns that cannot run away. `x-` keywords say how a field is shown and filled.
 */

export const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,48}$/);
const label = z.string().min(1).max(200);

/** Where a field's first value comes from: what the counter already knows about a person. */
export const prefillSources = [
  'owner.name',
  'owner.birthDate',
  'owner.sex',
  'owner.idNumber',
  'owner.idIssued',
  'owner.address',
  'owner.phone',
  'owner.email',
  'submitter.name',
  'submitter.birthDate',
  'submitter.sex',
  'submitter.idNumber',
  'submitter.idIssued',
  'submitter.address',
  'submitter.phone',
  'submitter.email',
] as const;

/** The field counts only when another one has (or, with `not`, has not) one of the values. */
export const fieldConditionSchema = z.strictObject({
  field: fieldName,
  in: z
    .array(z.union([z.string(), z.boolean(), z.int()]))
    .min(1)
    .max(20),
  not: z.boolean().exactOptional(),
});

const shown = {
  title: label,
  'x-title-en': label,
  /** A sentence under the field. */
  description: z.string().min(1).max(400).exactOptional(),
  /** Twelfths of the form's width. */
  'x-width': z.int().min(1).max(12).exactOptional(),
  'x-order': z.int().min(0).max(10_000),
  'x-group': fieldName.exactOptional(),
  'x-when': fieldConditionSchema.exactOptional(),
};

const textField = z.strictObject({
  type: z.literal('string'),
  ...shown,
  minLength: z.int().min(1).max(1000).exactOptional(),
  maxLength: z.int().min(1).max(4000),
  pattern: z.string().refine(isSafePattern, 'unsafePattern').exactOptional(),
  'x-from': z.enum(prefillSources).exactOptional(),
  'x-multiline': z.boolean().exactOptional(),
  /** Offered while typing; anything else may be typed too. */
  'x-suggestions': z.array(label).max(100).exactOptional(),
  default: z.string().max(200).exactOptional(),
});

const dateField = z.strictObject({
  type: z.literal('string'),
  format: z.literal('date'),
  ...shown,
  'x-from': z.enum(prefillSources).exactOptional(),
  /** past: not after today; future: not before today. */
  'x-date': z.enum(['past', 'future']).exactOptional(),
  /** Only the year may be known: 'YYYY' is accepted as well. */
  'x-year-only': z.boolean().exactOptional(),
});

const choiceField = z.strictObject({
  type: z.literal('string'),
  enum: z.array(z.string().min(1).max(100)).min(1).max(100),
  /** What each choice is called, in the order of `enum`. */
  'x-enum-titles': z.array(label),
  'x-enum-titles-en': z.array(label),
  ...shown,
  'x-from': z.enum(prefillSources).exactOptional(),
  default: z.string().max(100).exactOptional(),
});

const integerField = z.strictObject({
  type: z.literal('integer'),
  ...shown,
  minimum: z.int().min(-1_000_000).max(1_000_000_000_000),
  maximum: z.int().min(-1_000_000).max(1_000_000_000_000),
  /** đồng: shown and read as money. */
  'x-unit': z.string().min(1).max(20).exactOptional(),
  default: z.int().exactOptional(),
});

const booleanField = z.strictObject({
  type: z.literal('boolean'),
  ...shown,
  default: z.boolean().exactOptional(),
});

const plainField = z.union([textField, dateField, choiceField, integerField, booleanField]);

const listField = z.strictObject({
  type: z.literal('array'),
  ...shown,
  minItems: z.int().min(0).max(200).exactOptional(),
  maxItems: z.int().min(1).max(200),
  items: z.strictObject({
    type: z.literal('object'),
    additionalProperties: z.literal(false),
    required: z.array(fieldName).max(20),
    properties: z.record(fieldName, plainField),
  }),
});

const field = z.union([plainField, listField]);

export const jsonSchemaSchema = z
  .strictObject({
    $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
    title: label,
    'x-title-en': label,
    type: z.literal('object'),
    additionalProperties: z.literal(false),
    required: z.array(fieldName).max(100),
    'x-groups': z
      .array(z.strictObject({ id: fieldName, title: label, 'x-title-en': label }))
      .max(20)
      .exactOptional(),
    properties: z.record(fieldName, field),
  })
  .superRefine((schema, context) => {
    const flaw = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const names = Object.keys(schema.properties);
    if (names.length > 100) flaw(['properties'], 'tooManyFields');
    for (const [at, name] of schema.required.entries()) {
      if (!(name in schema.properties)) flaw(['required', at], 'unknownField');
    }
    const groups = new Set(schema['x-groups']?.map(({ id }) => id));
    for (const [name, one] of Object.entries(schema.properties)) {
      const group = one['x-group'];
      if (group !== undefined && !groups.has(group)) flaw(['properties', name, 'x-group'], 'unknownGroup');
      const when = one['x-when'];
      if (when && (when.field === name || !(when.field in schema.properties)))
        flaw(['properties', name, 'x-when'], 'unknownField');
      flawsOfField(one).forEach(([path, message]) => flaw(['properties', name, ...path], message));
      if (one.type !== 'array') continue;
      one.items.required.forEach((inner, at) => {
        if (!(inner in one.items.properties))
          flaw(['properties', name, 'items', 'required', at], 'unknownField');
      });
      for (const [inner, plain] of Object.entries(one.items.properties))
        flawsOfField(plain).forEach(([path, message]) =>
          flaw(['properties', name, 'items', 'properties', inner, ...path], message),
        );
    }
  });

/** What a shape alone cannot say. */
const flawsOfField = (one: z.infer<typeof field>): [string[], string][] => {
  const flaws: [string[], string][] = [];
  if (one.type === 'integer' && one.maximum < one.minimum) flaws.push([['maximum'], 'emptyRange']);
  if (one.type !== 'string') return flaws;
  if ('enum' in one) {
    if (new Set(one.enum).size !== one.enum.length) flaws.push([['enum'], 'duplicateChoice']);
    for (const key of ['x-enum-titles', 'x-enum-titles-en'] as const)
      if (one[key].length !== one.enum.length) flaws.push([[key], 'titlesDiffer']);
  } else if ('pattern' in one && one.maxLength > maxPatternInput) {
    flaws.push([['maxLength'], 'tooLongForPattern']);
  }
  return flaws;
};

export type JsonSchema = z.infer<typeof jsonSchemaSchema>;
export type FieldSchema = z.infer<typeof field>;
export type PlainFieldSchema = z.infer<typeof plainField>;
export type FieldCondition = z.infer<typeof fieldConditionSchema>;
export type PrefillSource = (typeof prefillSources)[number];
