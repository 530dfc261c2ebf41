import type { Counter } from './clerk/application.ts';
import { close } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { openLastDossier } from './clerk/paper.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { shortest } from './samples.ts';

/** What a machine and an office keep of their own: contrast, the hour things are passed on, the code on the clipboard. */

const contrastOf = ({ page }: Counter) => page.evaluate(() => document.documentElement.dataset['contrast']);

test('contrast stays for the machine, the hour for the office, and a code is copied by button or key', async ({
  open,
}) => {
  const first = await open();
  const { page } = first;
  await goTo(page, 'F10');
  const { sections, hours, looks } = words.settings;
  await page.getByRole('button', { name: sections.hours, exact: true }).click();
  const hour = page.getByLabel(hours.passOnAfter);
  await hour.fill('25h');
  await page.getByRole('button', { name: words.common.acts.save, exact: true }).click();
  await expect(page.getByText(words.calendar.hoursProblems.clockUnreadable)).toBeVisible();
  await hour.fill('15h');
  await page.getByRole('button', { name: words.common.acts.save, exact: true }).click();
  await expect(page.getByText(words.settings.saved)).toBeVisible();
  await expect(hour).toHaveValue('15:00');
  expect((await get(page, 'settings.get', {})).passOnAfter).toBe('15:00');

  await fillIntake(first, shortest);
  const code = await accept(page);
  await openLastDossier(page);
  const clipboard = () => first.app.evaluate(({ clipboard: one }) => one.readText());
  await first.app.evaluate(({ clipboard: one }) => one.clear());
  await page.getByRole('button', { name: words.dossiers.page.copy }).click();
  await expect.poll(clipboard).toBe(code);
  await expect(page.getByText(words.dossiers.page.copied({ code }))).toBeVisible();
  await first.app.evaluate(({ clipboard: one }) => one.clear());
  await page.locator('#dossier-code').focus();
  await page.keyboard.press('Control+C');
  await expect.poll(clipboard).toBe(code);

  await goTo(page, 'F10');
  await page.getByRole('button', { name: sections.looks, exact: true }).click();
  await page.getByLabel(looks.contrast).check();
  expect(await contrastOf(first)).toBe('more');
  await close(first);
  const second = await open({ as: 'founded', on: first.folders });
  expect(await contrastOf(second)).toBe('more');
});
