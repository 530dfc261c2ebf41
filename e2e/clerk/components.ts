import type { Locator, Page } from 'playwright';
import type { Procedure } from '../../shared/catalogue/procedure.ts';
import { expectedComponents } from '../../shared/dossier/blank-form.ts';
import { fold } from '../../shared/text/fold.ts';
import type { Counter } from './application.ts';
import { answerDialogs } from './application.ts';
import { settle } from './bridge.ts';
import { field, fill, section } from './fields.ts';
import type { ComponentInput } from './input.ts';
import { refusal } from './refusal.ts';
import { words } from './words.ts';

const say = words.intake.components;

const rowCount = (page: Page): Promise<number> => section(page, 'components').locator('tbody tr').count();

/** Adds a row for a paper the procedure does not name; returns its place. */
const addRow = async (page: Page, name: string): Promise<number> => {
  await field(page, 'sets');
  const at = await rowCount(page);
  await section(page, 'components').getByRole('button', { name: say.add }).click();
  await fill(page, `components.${at}.name`, name);
  return at;
};

/** Place of the row a paper belongs to: by index, by name, or a new one. */
const rowFor = async (
  page: Page,
  procedure: Procedure,
  caseId: string,
  paper: ComponentInput,
  order: number,
): Promise<number> => {
  const rows = expectedComponents(procedure, caseId);
  const asked = procedure.components.find(({ index }) => index === paper.index);
  if (paper.index !== undefined && !asked && paper.name === undefined)
    throw refusal('unknownComponent', `components.${order}.index`, `${say.name} ${paper.index}?`);
  const name = paper.name ?? asked?.name ?? '';
  const at = rows.findIndex((row) =>
    paper.index === undefined ? fold(row.name) === fold(name) : row.index === paper.index,
  );
  return at >= 0 ? at : addRow(page, name);
};

const filesCell = (page: Page, at: number) =>
  section(page, 'components').locator(`[data-row="${at}"][data-column="files"] button`);

/** Opens the table of a paper's sheets; returns its dialog. */
export const openSheets = async (page: Page, at: number): Promise<Locator> => {
  await field(page, `components.${at}.originals`);
  await filesCell(page, at).click();
  return page.getByRole('dialog');
};

/** Puts a paper's files on its table through main's own dialog, answered in the clerk's place, and makes one PDF of them. */
export const attach = async (counter: Counter, at: number, files: readonly string[]): Promise<void> => {
  await answerDialogs(counter, { open: [...files] });
  const table = await openSheets(counter.page, at);
  await table.getByRole('button', { name: words.digitise.pick }).click();
  const alert = table.getByRole('alert');
  await alert.or(table.getByRole('listbox').getByRole('option').first()).first().waitFor();
  await table.getByRole('status').waitFor({ state: 'detached' });
  if (await alert.isVisible())
    throw refusal('fileRefused', `components.${at}.files`, (await alert.textContent()) ?? '');
  await table.getByRole('button', { name: words.digitise.done }).click();
  await filesCell(counter.page, at)
    .filter({ hasText: say.fileCount({ count: 1 }) })
    .waitFor();
};

/** Counts the papers on the counter, row by row, as they are handed over. */
export const fillComponents = async (
  counter: Counter,
  procedure: Procedure,
  caseId: string,
  papers: readonly ComponentInput[],
): Promise<void> => {
  const { page } = counter;
  for (const [order, paper] of papers.entries()) {
    const at = await rowFor(page, procedure, caseId, paper, order);
    const path = `components.${at}`;
    const counts = { originals: paper.originals, certified: paper.certified, copies: paper.copies };
    // A paper named without counts is one that lies there.
    const isCounted = Object.values(counts).some((count) => count !== undefined);
    if (!isCounted) counts.originals = 1;
    if (isCounted && counts.originals === undefined) counts.originals = 0;
    for (const [name, count] of Object.entries({ ...counts, pages: paper.pages }))
      if (count !== undefined) await fill(page, `${path}.${name}`, count === 0 ? '' : String(count));
    if (paper.mode !== undefined) await (await field(page, `${path}.mode`)).selectOption(paper.mode);
    if (paper.held !== undefined) await (await field(page, `${path}.held`)).setChecked(paper.held);
    if (paper.files !== undefined && paper.files.length > 0) await attach(counter, at, paper.files);
    await settle(page);
  }
};
