import type { FieldSchema, JsonSchema } from '../../../shared/catalogue/fields.ts';
import type { Answers, AnswerValue } from '../../../shared/dossier/form.ts';

export type ListSchema = Extract<FieldSchema, { type: 'array' }>;

export const rowsOf = (value: AnswerValue | undefined): AnswerValue[] => (Array.isArray(value) ? value : []);

export const cellsOf = (row: AnswerValue | undefined): Answers =>
  typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};

/** Cells of a row in the order they are shown. */
export const columnsOf = (schema: ListSchema) =>
  Object.entries(schema.items.properties).sort(([, a], [, b]) => a['x-order'] - b['x-order']);

/** A new row: each cell's default, nothing else. */
export const blankRow = (schema: ListSchema): Answers =>
  Object.fromEntries(
    Object.entries(schema.items.properties).flatMap(([name, one]) =>
      'default' in one ? [[name, one.default]] : [],
    ),
  );

/** A list that cannot stay empty begins with the row she will fill anyway. */
export const firstRows = (schema: JsonSchema): Answers =>
  Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, one]) =>
      one.type === 'array' && (schema.required.includes(name) || (one.minItems ?? 0) > 0)
        ? [[name, [blankRow(one)]]]
        : [],
    ),
  );
