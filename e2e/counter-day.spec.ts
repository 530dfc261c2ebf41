import { get } from './clerk/bridge.ts';
import { handsOn } from './clerk/hands.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { scan } from './clerk/scanner.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { maritalStatus } from './samples.ts';

const ask = words.day.whereIs;

test('F7 from a half-typed intake: a scan answers, a name answers, and what was typed is still there', async ({
  open,
}) => {
  const counter = await open();
  const { page } = counter;
  await fillIntake(counter, maritalStatus);
  const code = await accept(page);
  const [row] = (await get(page, 'dossier.find', { text: code })).rows;
  const { state } = await get(page, 'dossier.get', { id: row!.id });
  const name = page.locator('[data-field="submitter.name"]');
  await name.fill('Lê Văn Ví Dụ');
  const hands = handsOn(page);
  const answer = page.getByRole('region', { name: ask.say });

  await page.keyboard.press('F7');
  await expect(page.getByLabel(ask.label)).toBeFocused();
  await scan(page, `${code}.${state.accepted!.key}`);
  await expect(answer).toContainText('Mời ông/bà đến quầy nhận kết quả lúc');
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Lê Văn Ví Dụ');

  await page.keyboard.press('F7');
  await expect(page.getByLabel(ask.label)).toBeFocused();
  await hands.type('nguyen van mau');
  await hands.press('Enter');
  await expect(answer).toContainText('Hồ sơ của ông/bà đã được tiếp nhận lúc');
  await page.keyboard.press('Enter');
  await expect(page.locator('#dossier-code:visible')).toHaveText(code);
  await goTo(page, 'F2');
  await expect(name).toHaveValue('Lê Văn Ví Dụ');
  expect(counter.faults).toEqual([]);
});

test('the palette leaves a half-typed intake for the place she names', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'F2');
  const name = page.locator('[data-field="submitter.name"]');
  await name.fill('Lê Văn Ví Dụ');
  await page.keyboard.press('Control+K');
  await page.getByLabel(words.common.frame.palette.label).last().fill('ho so');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1:visible')).toContainText(words.dossiers.list.title);
  await goTo(page, 'F2');
  await expect(name).toHaveValue('Lê Văn Ví Dụ');
});
