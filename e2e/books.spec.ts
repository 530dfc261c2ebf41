import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { inspectPage } from './accessibility.ts';
import { answerDialogs } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { goTo } from './clerk/session.ts';
import { citizen, takeOneIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

/** The books of F6, from two dossiers to a workbook another library opens. */

const say = words.books;

test('the tracking book shows, prints and saves what was taken in today', async ({ open, scratch }) => {
  const counter = await open();
  const { page } = counter;
  const first = await takeOneIn(page, citizen(0));
  const second = await takeOneIn(page, citizen(1));
  await goTo(page, 'F6');
  const rows = page.locator('tbody tr:visible').filter({ has: page.locator('td:nth-child(3)') });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(first);
  await expect(rows.last()).toContainText(second);

  expect(await inspectPage(page, 'tracking book')).toEqual([]);

  const file = join(scratch, 'so.xlsx');
  await answerDialogs(counter, { save: file });
  await page.getByRole('button', { name: say.screen.xlsx }).click();
  await expect(page.getByText(say.screen.saved({ file }))).toBeVisible();
  const sheet = read(readFileSync(file)).Sheets[say.names.tracking];
  const cells = utils.sheet_to_json<unknown[]>(sheet!, { header: 1 });
  expect(cells.slice(3).map((row) => row[1])).toEqual([first, second]);

  await page.getByRole('button', { name: say.screen.print }).click();
  const dialog = page.getByRole('dialog', { name: say.names.tracking });
  await expect(dialog.locator('iframe')).toBeVisible();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  // The period before holds nothing; the figures of this one count both.
  await page.getByRole('button', { name: say.period.earlier }).click();
  await expect(page.getByText(say.screen.empty)).toBeVisible();
  await page.getByRole('button', { name: say.period.later }).click();
  await page.getByText(say.names.onTime, { exact: true }).click();
  await expect(page.locator('tfoot:visible')).toContainText('2');

  // In English as well.
  await get(page, 'app.setLanguage', { language: 'en' });
  await expect(page.getByRole('columnheader', { name: 'Done early' })).toBeVisible();
});
