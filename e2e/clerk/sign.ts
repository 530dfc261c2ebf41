import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright';
import { answerDialogs } from './application.ts';
import type { Counter } from './application.ts';
import { inFront } from './acts.ts';
import { refusal } from './refusal.ts';
import { words } from './words.ts';

/** With which certificate the clerk signs: a token's by its driver and label, or one in a PKCS#12 file. */
export type SignInput = { module: string; token: string; pin: string } | { p12: string; password: string };

const say = words.signing;
/** A driver of the first minute, on a busy machine. */
const patience = { timeout: 60_000 };

/** F10, Chữ ký số. */
export const openSigningSettings = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('F10');
  await page.getByRole('button', { name: words.settings.sections.signing, exact: true }).click();
  return page.getByRole('region', { name: words.settings.sections.signing, exact: true });
};

/** Chooses the certificate in the settings, as the clerk does once on each PC. */
export const chooseCertificate = async (counter: Counter, input: SignInput): Promise<void> => {
  const { page } = counter;
  const part = await openSigningSettings(page);
  if ('p12' in input) {
    await answerDialogs(counter, { open: [input.p12] });
    await part.getByRole('button', { name: say.settings.file.choose }).click();
    await part.getByText(basename(input.p12)).waitFor(patience);
    return;
  }
  const drivers = part.getByRole('region', { name: say.settings.drivers.title });
  // A driver is shown where it really lies.
  const path = existsSync(input.module) ? realpathSync(input.module) : input.module;
  const shown = drivers.getByText(path, { exact: true });
  await drivers.waitFor(patience);
  const isKnown = await shown.isVisible();
  if (!isKnown) {
    await answerDialogs(counter, { open: [input.module] });
    await drivers.getByRole('button', { name: say.settings.drivers.choose }).click();
    // The parts below it have words of their own.
    const fault = part.locator('.fault:not(.due)').first();
    await shown.or(fault).first().waitFor(patience);
    if (await fault.isVisible()) throw refusal('signing', 'sign.module', await fault.innerText());
  }
  // Two drivers may see one token: hers is the one through the driver named.
  const token = part
    .getByRole('listitem')
    .filter({ has: page.getByText(input.token, { exact: true }), hasText: basename(path) });
  await token.first().waitFor(patience);
  await token.first().getByRole('button', { name: say.settings.tokens.use }).first().click();
  await part.getByText(say.settings.tokens.used, { exact: true }).waitFor(patience);
};

const secretOf = (input: SignInput): string => ('p12' in input ? input.password : input.pin);

/** Fills the sign dialog in front, waits for the round's end and closes it. What went wrong is the product's own refusal. */
export const signInFront = async (page: Page, input: SignInput): Promise<void> => {
  const dialog = inFront(page);
  const field = dialog.getByLabel('p12' in input ? say.dialog.password : say.dialog.pin, { exact: true });
  const fault = dialog.locator('.fault').first();
  await field.or(fault).first().waitFor(patience);
  if (await fault.isVisible()) throw refusal('signing', 'sign', await fault.innerText());
  await field.fill(secretOf(input));
  await page.keyboard.press('Enter');
  const over = dialog.getByText(new RegExp(say.dialog.done({ count: 7 }).replace('7', '\\d+')));
  await over.or(fault).first().waitFor({ timeout: 180_000 });
  if (await fault.isVisible()) throw refusal('signing', 'sign', await fault.innerText());
  // The cross above has the same name.
  await dialog.getByRole('button', { name: say.dialog.close, exact: true }).last().click();
  await dialog.waitFor({ state: 'hidden' });
};

/** On a dossier's page: signs its main paper, then everything else that is not signed. */
export const signDossier = async (page: Page, paper: string, input: SignInput): Promise<void> => {
  await page
    .getByRole('button', { name: `${say.files.sign}: ${paper}`, exact: true })
    .first()
    .click();
  await signInFront(page, input);
  const files = page.getByRole('region', { name: say.files.title });
  const left = files.getByRole('button', { name: new RegExp(`^${say.files.sign}: |^${say.files.sign} \\d`) });
  // Once for all of them; a file that cannot be signed stays, and is no reason to try again.
  if ((await left.count()) > 0) {
    await left.last().click();
    await signInFront(page, input);
  }
};

/** Saves a file of the dossier in front; only main's file dialog is answered for her. */
export const saveFile = async (counter: Counter, name: string, to: string): Promise<void> => {
  const { page } = counter;
  await answerDialogs(counter, { save: to });
  const button = page.getByRole('button', { name: `${say.files.save}: ${name}`, exact: true });
  await button.first().click();
  for (const end = Date.now() + patience.timeout; !existsSync(to);) {
    if (Date.now() > end) throw new Error(`the application saved no ${to}`);
    await page.waitForTimeout(50);
  }
};
