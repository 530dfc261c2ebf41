import { existsSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Counter } from './application.ts';
import { answerDialogs } from './application.ts';
import type { PaperInput } from './input.ts';
import { words } from './words.ts';

const say = words.dossiers.paper;

/** Opens the dossier the outcome line names and waits for its page. */
export const openLastDossier = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: words.intake.outcome.open }).click();
  await page.locator('#dossier-code').waitFor();
};

/** The preview that comes by itself or was asked for, its paper drawn. */
export const paperDrawn = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say.save }).waitFor();
  await dialog.frameLocator('iframe').locator('body > *').first().waitFor();
};

export const openPreview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: words.dossiers.page.actions.preview }).click();
  await paperDrawn(page);
};

const copyNames = words.print.copies;

/** Chooses paper and copies in the open preview. */
export const choosePaper = async (page: Page, { size, twoOnOne, copies }: PaperInput): Promise<void> => {
  const dialog = page.getByRole('dialog');
  if (size !== undefined) await dialog.getByRole('radio', { name: size, exact: true }).check();
  if (copies !== undefined)
    for (const copy of ['file', 'citizen'] as const)
      // First add, then take away: the last tick cannot be taken.
      if (copies.includes(copy)) await dialog.getByRole('checkbox', { name: copyNames[copy] }).check();
  if (copies !== undefined)
    for (const copy of ['file', 'citizen'] as const)
      if (!copies.includes(copy)) await dialog.getByRole('checkbox', { name: copyNames[copy] }).uncheck();
  if (twoOnOne !== undefined && (size ?? 'A4') === 'A4')
    await dialog.getByRole('checkbox', { name: say.twoOnOne }).setChecked(twoOnOne);
};

/** Saves the paper in the open preview as PDF through the application's own way; only main's file dialog is answered for her. */
export const savePaper = async (counter: Counter, file: string): Promise<void> => {
  const { page } = counter;
  await answerDialogs(counter, { save: file });
  const button = page.getByRole('dialog').getByRole('button', { name: say.save, exact: true });
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('[role="dialog"] button')].some(
        (one) => one.textContent === name && !(one as HTMLButtonElement).disabled,
      ),
    say.save,
  );
  await button.click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  if (!existsSync(file)) throw new Error(`the application saved no ${file}`);
};
