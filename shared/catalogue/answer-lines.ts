import { formatDay, isLocalDate } from '../calendar/vietnam-time.ts';
import type { Answers, AnswerValue } from '../dossier/form.ts';
import type { AnswerFrozen } from '../dossier/events.ts';
import type { FieldSchema, JsonSchema } from './field-schema.ts';
import { fieldCounts, isBlank, isRecord } from './relevance.ts';
import { fieldsInOrder } from './fields.ts';

/** Answers as a paper or a page of history shows them: frozen with their labels, so that a reprint needs no schema. */

const dateText = (text: string): string => (isLocalDate(text) ? formatDay(text) : text);

const choiceText = (one: FieldSchema, value: string): string => {
  if (!('enum' in one)) return value;
  return one['x-enum-titles'][one.enum.indexOf(value)] ?? value;
};

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

const numberText = (one: FieldSchema, value: number): string => {
  const unit = one.type === 'integer' ? one['x-unit'] : undefined;
  return unit === undefined ? grouped(value) : `${grouped(value)} ${unit}`;
};

const plainText = (one: FieldSchema, value: AnswerValue): string => {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return numberText(one, value);
  if (typeof value !== 'string') return '';
  return 'format' in one ? dateText(value) : choiceText(one, value);
};

const listText = (one: FieldSchema, items: readonly AnswerValue[]): string => {
  if (one.type !== 'array') return '';
  const inner = Object.entries(one.items.properties).sort(([, a], [, b]) => a['x-order'] - b['x-order']);
  return items
    .map((item, at) => {
      const parts = inner.flatMap(([name, field], place) => {
        const value = isRecord(item) ? item[name] : undefined;
        if (value === undefined || isBlank(value)) return [];
        const text = plainText(field, value);
        return [place === 0 ? text : `${field.title.toLocaleLowerCase('vi')}: ${text}`];
      });
      return `${String(at + 1)}. ${parts.join('; ')}`;
    })
    .join('\n');
};

/** One line a filled field that counts, in the order of the form. Dates as everywhere (26/11/2026, 5/3/1990), lists one item a line. */
export const answerLines = (schema: JsonSchema, answers: Answers): AnswerFrozen[] =>
  fieldsInOrder(schema).flatMap(({ name, schema: one }) => {
    const value = answers[name];
    if (value === undefined || isBlank(value) || !fieldCounts(schema, name, answers)) return [];
    const text = Array.isArray(value) ? listText(one, value) : plainText(one, value);
    return text === '' ? [] : [{ field: name, label: one.title, text }];
  });
