import type { Page } from 'playwright';
import type { IntakePreview } from '../../shared/contract.ts';
import { fillAnswers } from './answers.ts';
import type { Counter } from './application.ts';
import { ask, get, settle } from './bridge.ts';
import { fillComponents } from './components.ts';
import { fillFees } from './fees.ts';
import { field, fill, wrongFields } from './fields.ts';
import type { IntakeInput } from './input.ts';
import { fillPeople } from './people.ts';
import { chooseCase, chooseProcedure } from './procedure.ts';
import { refusal } from './refusal.ts';
import { goTo } from './session.ts';
import { words } from './words.ts';

/** Parts of the page in the order a clerk fills them. */
export const parts = ['people', 'procedure', 'components', 'answers', 'fees', 'delivery'] as const;
export type Part = (typeof parts)[number];

export const fillDelivery = async (
  page: Page,
  input: Pick<IntakeInput, 'delivery' | 'note'>,
): Promise<void> => {
  const { delivery, note } = input;
  if (delivery) {
    const group = await field(page, 'delivery.method');
    await group.locator(`input[value="${delivery.method}"]`).check();
    if (delivery.address !== undefined && delivery.method !== 'counter')
      await fill(page, 'delivery.address', delivery.address);
  }
  if (note !== undefined) await fill(page, 'note', note);
};

/** Fills the whole page; `after` is called when a part is done. What the page will not take is a refusal. */
export const fillIntake = async (
  counter: Counter,
  input: IntakeInput,
  after: (part: Part) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const { page } = counter;
  await goTo(page, 'F2');
  await fillPeople(page, input);
  await after('people');
  const sheet = await chooseProcedure(page, input.procedure);
  const { procedure } = sheet;
  const wish = input.case ?? '';
  const caseId = wish === '' ? '' : await chooseCase(page, sheet, wish);
  await after('procedure');
  if (input.sets !== undefined) await fill(page, 'sets', String(input.sets));
  await fillComponents(counter, procedure, caseId, input.components ?? []);
  await after('components');
  await fillAnswers(page, sheet.schema, input.answers ?? {});
  await after('answers');
  await fillFees(page, procedure, caseId, input.fees ?? []);
  await after('fees');
  await fillDelivery(page, input);
  await settle(page);
  await after('delivery');
};

/** What main thinks of the page at hand, asked with the draft it has kept of it. */
export const previewNow = async (page: Page): Promise<IntakePreview | null> => {
  const drafts = await get(page, 'intake.drafts', {});
  const newest = [...drafts].sort((a, b) => b.changedAt - a.changedAt)[0];
  if (!newest) return null;
  const { id, form } = await get(page, 'intake.openDraft', { id: newest.id });
  const answer = await ask(page, 'intake.preview', { id, form });
  return answer.ok ? answer.value : null;
};

/** The line that stands on top of the empty page after an outcome. */
export const outcomeLine = (page: Page) => page.locator('[data-tone]:has(> p[role="status"] > strong)');

const explainRefusal = async (page: Page): Promise<never> => {
  // The draft is saved as the page settles; its problems carry main's own codes.
  await settle(page);
  const wrong = await wrongFields(page);
  const preview = await previewNow(page);
  const [problem] = preview?.problems ?? [];
  const mark = wrong.find(({ field: name }) => name === problem?.field) ?? wrong[0];
  const told = await page.locator('[data-section] [role="alert"], [class*="cellError"]').allInnerTexts();
  throw refusal(
    problem?.code ?? 'invalidInput',
    problem?.field ?? mark?.field ?? '',
    mark?.told.trim() || told.find((text) => text.trim() !== '') || words.faults.problems.unknown,
  );
};

const codeIn = (text: string): string | undefined => /[A-Z]\d+(?:\.\d+)*-\d{6}-\d{4}/.exec(text)?.[0];

/** Accepts as the clerk does, by key; the code it got, or a refusal with the field's own words. */
export const accept = async (page: Page): Promise<string> => {
  await settle(page);
  const strong = outcomeLine(page).locator('strong');
  // The code of the last dossier stands there until the next one has its own.
  const before = (await strong.count()) > 0 ? (codeIn(await strong.innerText()) ?? '') : '';
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(
    (last) => {
      const told = document.querySelector('[data-tone] > p[role="status"] > strong')?.textContent ?? '';
      return (
        (told !== '' && (last === '' || !told.includes(last))) ||
        document.querySelector('[data-section] [aria-invalid="true"]') !== null ||
        document.querySelector('[data-section] [class*="cellError"]') !== null ||
        document.querySelector('[data-section] p[role="alert"]') !== null ||
        document.querySelector('p[class*="fault"][role="alert"]') !== null
      );
    },
    before,
    { timeout: 30_000 },
  );
  const code = (await strong.count()) > 0 ? codeIn(await strong.innerText()) : undefined;
  return code === undefined || code === before ? explainRefusal(page) : code;
};

/** Waits until the paper of the last outcome has been printed, or not, and returns what the line says of it. */
export const paperOutcome = async (page: Page): Promise<{ tone: string; text: string }> => {
  const line = outcomeLine(page);
  await line.filter({ hasNotText: words.intake.outcome.printing }).waitFor();
  return {
    tone: (await line.getAttribute('data-tone')) ?? '',
    text: (await line.locator('p').innerText()).trim(),
  };
};
