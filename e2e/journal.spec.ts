import { get } from './clerk/bridge.ts';
import { goTo } from './clerk/session.ts';
import { citizen, takeIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

const say = words.settings.journal;

test('the journal is verified from the settings, in a thread of the packaged application', async ({
  open,
}) => {
  const { page } = await open();
  await takeIn(page, [citizen(0)]);
  await goTo(page, 'F10');
  await page.getByText(words.settings.sections.journal).locator('visible=true').first().click();
  await page.getByRole('button', { name: say.full }).click();
  await expect(page.getByText(/^Nguyên vẹn: 4 dòng/)).toBeVisible();
  await page.getByRole('button', { name: say.checkpoint }).click();
  await expect(page.getByText(say.nothingNew)).toBeVisible();
  // What is written after it is new, and sound as well.
  await takeIn(page, [citizen(1)]);
  expect(await get(page, 'journal.verify', { mode: 'checkpoint' })).toMatchObject({
    mode: 'checkpoint',
    from: 5,
    faulty: 0,
  });
});
