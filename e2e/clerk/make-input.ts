import type { FieldSchema, JsonSchema, PlainFieldSchema } from '../../shared/catalogue/fields.ts';
import { listFields } from '../../shared/catalogue/fields.ts';
import type { Procedure } from '../../shared/catalogue/procedure.ts';
import { expectedComponents, usualCounts } from '../../shared/dossier/blank-form.ts';
import type { Answers, AnswerValue } from '../../shared/dossier/form.ts';
import type { IntakeInput } from './input.ts';

/** Texts that are right for some pattern of the catalogue, and plain words for the rest. */
const patterned = ['019090000123', '0912000123', '08:30', '4711', '2026'];

const textFor = (schema: Extract<PlainFieldSchema, { type: 'string' }>, turn: number): string => {
  if ('enum' in schema) return schema.enum[turn % schema.enum.length] ?? '';
  if ('format' in schema) return schema['x-date'] === 'future' ? '2026-12-15' : '2026-11-02';
  const { pattern, maxLength, minLength } = schema;
  if (pattern !== undefined) {
    const fits = patterned.find((text) => new RegExp(pattern, 'u').test(text) && text.length <= maxLength);
    if (fits === undefined) throw new Error(`no sample for ${pattern}`);
    return fits;
  }
  // Quotes, markup and template syntax in whatever text a procedure asks for.
  const text = `Mẫu "thí dụ" <b>${turn}</b> {{x}} & 'y'`;
  return text.slice(0, maxLength).padEnd(minLength ?? 0, '.');
};

const plainFor = (schema: PlainFieldSchema, turn: number): AnswerValue => {
  if (schema.type === 'boolean') return turn % 2 === 0;
  if (schema.type === 'integer') return Math.min(schema.maximum, Math.max(schema.minimum, 1));
  return textFor(schema, turn);
};

const valueFor = (schema: FieldSchema, turn: number): AnswerValue => {
  if (schema.type !== 'array') return plainFor(schema, turn);
  const rows = Math.max(1, schema.minItems ?? 0);
  return Array.from({ length: rows }, () =>
    Object.fromEntries(
      schema.items.required.flatMap((name) => {
        const one = schema.items.properties[name];
        return one ? [[name, plainFor(one, turn)]] : [];
      }),
    ),
  );
};

/** Answers to everything a form requires, in its order: what one answer opens is answered too. */
const answersFor = (schema: JsonSchema, turn: number): Answers => {
  const answers: Answers = {};
  for (let round = 0; round < 5; round += 1)
    for (const { name, schema: one, required } of listFields(schema, answers))
      if (required && !(name in answers)) answers[name] = valueFor(one, turn);
  return answers;
};

/** A dossier of any procedure that is right by its own rules; `turn` varies case, choices and texts. */
export const makeInput = (
  base: IntakeInput,
  procedure: Procedure,
  schema: JsonSchema | null,
  turn: number,
): IntakeInput => {
  const chosen = procedure.cases[turn % procedure.cases.length];
  return {
    ...base,
    procedure: procedure.code,
    ...(chosen ? { case: chosen.id } : {}),
    components: expectedComponents(procedure, chosen?.id ?? '')
      .filter(({ required }) => required)
      .map((component) => ({ index: component.index, ...usualCounts(component) })),
    answers: schema ? answersFor(schema, turn) : {},
    fees: [],
    note: `thủ tục ${procedure.code} "lượt ${turn}"`,
  };
};
