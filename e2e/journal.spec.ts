import { accept, fillIntake } from './clerk/intake.ts';
import { get } from './clerk/bridge.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { shortest } from './samples.ts';

const say = words.settings.journal;

test('the journal is verified from the settings, in a thread of the packaged application', async ({
  open,
}) => {
  const counter = await open();
  const { page } = counter;
  await fillIntake(counter, shortest);
  await accept(page);
  await goTo(page, 'F10');
  await page.getByText(words.settings.sections.journal).locator('visible=true').first().click();
  await page.getByRole('button', { name: say.full }).click();
  await expect(page.getByText(/^Nguyên vẹn: 4 dòng/)).toBeVisible();
  await page.getByRole('button', { name: say.checkpoint }).click();
  await expect(page.getByText(say.nothingNew)).toBeVisible();
  // What is written after it is new, and sound as well.
  await fillIntake(counter, { ...shortest, note: 'thứ hai' });
  await accept(page);
  expect(await get(page, 'journal.verify', { mode: 'checkpoint' })).toMatchObject({
    mode: 'checkpoint',
    from: 5,
    faulty: 0,
  });
});
