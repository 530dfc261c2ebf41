import type { Locator, Page } from 'playwright';
import type { DossierPage } from '../../shared/contract.ts';
import type { ActKind } from '../../shared/dossier/acts/commands.ts';
import { receiptScanText } from '../../shared/forms/receipt-scan.ts';
import { actLetters } from '../../renderer/screens/dossier/acts/act-keys.ts';
import { settle } from './bridge.ts';
import { refusal } from './refusal.ts';
import { scan } from './scanner.ts';
import { words } from './words.ts';

/** The dialog in front; screens kept in the background may hold others. */
export const inFront = (page: Page) => page.locator('[role="dialog"]:visible');

/** Opens an act's form by its key, as the clerk does on the dossier's page. */
export const openAct = async (page: Page, kind: ActKind): Promise<void> => {
  await page.keyboard.press(`Alt+Key${actLetters[kind]}`);
  await inFront(page).filter({ hasText: words.acts.kinds[kind] }).waitFor();
};

/** Records the act in front and waits until its form is gone. */
export const recordAct = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter');
  await page.locator('[role="dialog"]:visible [data-field]').first().waitFor({ state: 'detached' });
};

/** Finds a dossier by its code in the search box and opens its page. */
export const openDossier = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: words.dossiers.search.label }).fill(code);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#dossier-code').filter({ hasText: code }).waitFor();
};

/** What the clerk is told to do to a dossier: an act, and its fields as the law names them. */
export interface ActInput {
  act: ActKind;
  /** ISO instant the counter's clock stands at; absent: it runs on. */
  at?: string;
  [field: string]: unknown;
}

/** The fields of an act one by one, by the names the form has: {to: {unit}} is "to.unit". */
const fieldsOf = (value: unknown, path = ''): [string, unknown][] => {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  if (Array.isArray(value) && value.every((one) => typeof one === 'number')) return [[path, value]];
  return Object.entries(value).flatMap(([name, one]) =>
    fieldsOf(one, path === '' ? name : `${path}.${name}`),
  );
};

const say = words.acts.forms.fields;

/** A list's line that is not there yet is added first. */
const addLines = async (dialog: Locator, path: string): Promise<void> => {
  const place = /^(?:missing|components)\.(\d+)\./.exec(path)?.[1];
  if (place === undefined) return;
  while ((await dialog.locator(`[data-field="${path}"]`).count()) === 0)
    await dialog.getByRole('button', { name: say.addRow }).click();
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const choiceOf = (value: unknown): string =>
  value === true ? 'yes' : value === false ? 'no' : textOf(value);

const fillField = async (page: Page, path: string, value: unknown): Promise<void> => {
  const dialog = inFront(page);
  await addLines(dialog, path);
  const field = dialog.locator(`[data-field="${path}"]`).first();
  await field.waitFor();
  const tag = await field.evaluate((element) => element.tagName);
  if (tag === 'SELECT') await field.selectOption(textOf(value));
  else if (tag === 'INPUT' && (await field.getAttribute('type')) === 'checkbox')
    await field.setChecked(value === true);
  else if (tag === 'INPUT' || tag === 'TEXTAREA') {
    await field.fill(textOf(value));
  } else if (Array.isArray(value))
    for (const one of value) await field.locator(`input[value="${String(one)}"]`).check();
  else await field.locator(`input[value="${choiceOf(value)}"]`).check();
};

/** Fills the form in front. `receipt: "scan"` among what is shown reads the citizen's own receipt. */
export const fillAct = async (
  page: Page,
  { act, at: _at, shown, receipt, changes, ...plain }: ActInput,
  whole: DossierPage,
): Promise<void> => {
  for (const [path, value] of fieldsOf(plain)) {
    // The kind of a recipient is the choice itself.
    await fillField(page, path === 'to.kind' ? 'to' : path, value);
  }
  if (shown === 'scan') {
    const { accepted } = whole.state;
    await scan(page, receiptScanText('', accepted?.code ?? '', accepted?.key ?? ''));
    await inFront(page).getByText(say.keyRead).waitFor();
  } else if (shown !== undefined)
    for (const [path, value] of fieldsOf(shown, 'shown')) await fillField(page, path, value);
  if (receipt !== undefined && receipt !== null) {
    const box = inFront(page).getByRole('checkbox', { name: say.withReceipt });
    if (act !== 'recordFeeReceipt') await box.check();
    for (const [path, value] of fieldsOf(receipt, 'receipt')) await fillField(page, path, value);
  }
  if (Array.isArray(changes))
    for (const { field, after } of changes as { field: string; after: string }[])
      await fillField(page, field, after);
};

/** The fault a text on the screen stands for; undefined where the text names more than one thing. */
const codeOf = (told: string): string | undefined =>
  Object.entries(words.faults.faults).find(
    ([, text]) => (typeof text === 'function' ? text({}) : text) === told,
  )?.[0];

/** Does an act through its form; what the product will not do is a refusal with its own code and field. */
export const doAct = async (page: Page, input: ActInput, whole: DossierPage): Promise<void> => {
  const may = page.locator('#dossier-code');
  await may.waitFor();
  await page.keyboard.press(`Alt+Key${actLetters[input.act]}`);
  await settle(page);
  const dialog = inFront(page);
  if ((await dialog.count()) === 0) {
    // Barred: the menu says why.
    await page.keyboard.press('Alt+KeyV');
    const row = dialog.locator('button', { hasText: words.acts.kinds[input.act] }).first();
    const why = await row.locator('span').last().innerText();
    await page.keyboard.press('Escape');
    throw refusal(codeOf(why) ?? 'notAllowed', input.act, why);
  }
  await fillAct(page, input, whole);
  await page.keyboard.press('Control+Enter');
  const done = page.locator('[role="dialog"]:visible [data-field]').first();
  // Of the form itself: the paper shown after it may have alerts of its own.
  const alert = dialog
    .filter({ has: page.locator('[data-field]') })
    .getByRole('alert')
    .first();
  await Promise.race([done.waitFor({ state: 'detached' }), alert.waitFor()]);
  if ((await alert.count()) === 0) return;
  // The words on the screen, and main's own code and field: what was sent is judged once more, nothing is recorded.
  const told = (await alert.innerText()).trim();
  const wrong = dialog.locator('[aria-invalid="true"]').first();
  const field = (await wrong.count()) > 0 ? ((await wrong.getAttribute('data-field')) ?? '') : input.act;
  throw refusal(codeOf(told) ?? 'invalidInput', field, told);
};
