import type { Locator, Page } from 'playwright';
import type { FieldSchema, JsonSchema, PlainFieldSchema } from '../../shared/catalogue/fields.ts';
import type { AnswerValue } from '../../shared/dossier/form.ts';
import { fold } from '../../shared/text/fold.ts';
import { settle } from './bridge.ts';
import { field, section, typedDate } from './fields.ts';
import { refusal } from './refusal.ts';
import { words } from './words.ts';

const say = words.intake.answers;

const textOf = (value: AnswerValue): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The field on the page, or a refusal: the procedure has no such field, or not for the other answers. */
const fieldOnPage = async (page: Page, path: string): Promise<Locator> => {
  const target = await field(page, path);
  try {
    await target.first().waitFor({ state: 'visible', timeout: 5000 });
  } catch {
    throw refusal('unknownAnswer', path, words.faults.problems.unknown);
  }
  return target;
};

const fillPlain = async (
  page: Page,
  path: string,
  schema: PlainFieldSchema,
  value: AnswerValue,
): Promise<void> => {
  const target = await fieldOnPage(page, path);
  if (schema.type === 'boolean') {
    await target.setChecked(value === true);
    return;
  }
  if (schema.type === 'string' && 'enum' in schema) {
    const text = textOf(value);
    const at = schema['x-enum-titles'].findIndex((title) => fold(title) === fold(text));
    const choice = schema.enum.includes(text) ? text : schema.enum[at];
    if (choice === undefined) throw refusal('notOffered', path, `${schema.title}: ${text}?`);
    await target.selectOption(choice);
    return;
  }
  const text = textOf(value);
  await target.fill(schema.type === 'string' && 'format' in schema ? typedDate(text) : text);
  // Suggestions hang open over the next field otherwise.
  if (schema.type === 'string' && 'x-suggestions' in schema) await target.blur();
};

const isRecord = (value: AnswerValue): value is Record<string, AnswerValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fillList = async (
  page: Page,
  path: string,
  schema: Extract<FieldSchema, { type: 'array' }>,
  rows: readonly AnswerValue[],
): Promise<void> => {
  await fieldOnPage(page, path);
  const list = section(page, 'answers')
    .locator('fieldset')
    .filter({ has: page.locator(`[data-field="${path}"]`) });
  for (const [at, row] of rows.entries()) {
    const groups = list.getByRole('group', { name: say.row({ row: at + 1 }), exact: true });
    if ((await groups.count()) === 0) {
      await page.locator(`[data-field="${path}"]`).click();
      await groups.waitFor();
    }
    for (const [name, cell] of Object.entries(isRecord(row) ? row : {})) {
      const one = schema.items.properties[name];
      if (!one) throw refusal('unknownAnswer', `${path}.${at}.${name}`, words.faults.problems.unknown);
      await fillPlain(page, `${path}.${at}.${name}`, one, cell);
    }
  }
};

/** Answers the procedure's own form, in the form's order, so that what opens a field is answered before it. */
export const fillAnswers = async (
  page: Page,
  schema: JsonSchema | null,
  answers: Readonly<Record<string, AnswerValue>>,
): Promise<void> => {
  const fields = schema?.properties ?? {};
  const named = Object.keys(answers).map((key) => {
    const found = Object.hasOwn(fields, key)
      ? key
      : Object.keys(fields).find((name) => fold(fields[name]?.title ?? '') === fold(key));
    if (found === undefined) throw refusal('unknownAnswer', `answers.${key}`, words.faults.problems.unknown);
    return { key, name: found };
  });
  const orderOf = (name: string) => fields[name]?.['x-order'] ?? 0;
  for (const { key, name } of named.sort((a, b) => orderOf(a.name) - orderOf(b.name))) {
    const one = fields[name];
    const value = answers[key];
    if (!one || value === undefined || value === null) continue;
    const path = `answers.${name}`;
    if (one.type === 'array') await fillList(page, path, one, Array.isArray(value) ? value : []);
    else await fillPlain(page, path, one, value);
    await settle(page);
  }
};
