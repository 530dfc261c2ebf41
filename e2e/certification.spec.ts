import { join } from 'node:path';
import { pullThePlug } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { goToCertification, keyboard, openRegister, say } from './clerk/certification.ts';
import { expect, test } from './counter.ts';

const shots = process.env['SHOTS'];

test('a pile of twelve papers is entered with the keyboard alone, in sixty keys', async ({ open }) => {
  const { page } = await open();
  await openRegister(page);
  const keys = keyboard(page);
  await keys.press('Shift+F2');
  await expect(page.locator('[data-field="requester.name"]')).toBeFocused();
  // Telex on the clerk's side types a mark as a key of its own: marks are counted as keys.
  await keys.type('Lê Văn Mẫu');
  await keys.press('Enter');
  await expect(page.locator('[data-field="line"]')).toBeFocused();
  await keys.type('ks 1x3');
  await keys.press('Enter');
  for (const code of ['kh', 'cc', 'bt', 'bd', 'bv', 'ch', 'lx', 'sd', 'dk', 'by', 'gk']) {
    await keys.type(code);
    await keys.press('Enter');
  }
  await expect(page.getByLabel(say.kindAt({ row: 12 }))).toHaveValue('Giấy khám sức khỏe');
  // Twelve of three copies: eight of one page, 3 × 2,000 each; one of two, 3 × 4,000; two of four, 3 × 6,000; one land certificate.
  const total = page.locator('[data-total]');
  await expect(total).toHaveText('102.000 đ');
  if (shots) await page.screenshot({ path: join(shots, 'twelve.png') });
  await keys.press('Control+Enter');
  await expect(page.getByText('Đã vào sổ số 1–12')).toBeVisible();
  console.log(`keys: ${keys.count()}`);
  expect(keys.count()).toBeLessThanOrEqual(60);
  const register = await get(page, 'certification.month', { month: '2026-11' });
  expect(register).toMatchObject({ entries: 12, copies: 36, fees: 102_000 });
  if (shots) await page.screenshot({ path: join(shots, 'accepted.png') });
});

test('what was typed before a cut is offered after it, and ends with the entry', async ({ open }) => {
  const counter = await open();
  await openRegister(counter.page);
  await goToCertification(counter.page);
  const keys = keyboard(counter.page);
  await keys.type('Nguyễn Thị Mẫu');
  await keys.press('Enter');
  await keys.type('ks x2');
  await keys.press('Enter');
  await expect
    .poll(async () => (await get(counter.page, 'certification.page', {})).drafts[0]?.form.papers.length)
    .toBe(1);
  await pullThePlug(counter);

  const { page } = await open({ on: counter.folders });
  await goToCertification(page);
  await page.getByRole('button', { name: say.drafts.resume }).click();
  await expect(page.locator('[data-field="requester.name"]')).toHaveValue('Nguyễn Thị Mẫu');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã vào sổ số 1,')).toBeVisible();
  expect((await get(page, 'certification.page', {})).drafts).toEqual([]);
});

test('the book is opened and handed over; then piles wait for their numbers', async ({ open }) => {
  const { page } = await open();
  await goToCertification(page);
  await expect(page.getByRole('heading', { name: say.open.title })).toBeVisible();
  if (shots) await page.screenshot({ path: join(shots, 'unopened.png') });
  await page.getByLabel(say.open.next).fill('1532');
  await page.getByRole('button', { name: say.open.confirm }).click();
  await page.getByLabel(say.signer.name).fill('Trần Thị Thí Dụ');
  await page.getByLabel(say.signer.titleField).fill('Phó Chủ tịch');
  if (shots) await page.screenshot({ path: join(shots, 'no-signer.png') });
  await page.getByRole('button', { name: say.signer.save, exact: true }).click();
  await expect(page.getByText('số tiếp theo 1532')).toBeVisible();
  await page.getByRole('button', { name: say.book.handOver, exact: true }).click();
  await page.getByLabel(say.custody.toDesk).fill('1');
  await page.getByRole('button', { name: say.custody.hand, exact: true }).last().click();
  await expect(page.getByLabel(say.custody.toDesk)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(say.custody.toDesk).fill('2');
  await page.keyboard.press('Enter');
  const line = page.locator('output');
  await expect(line).toHaveText(/^([0-9A-Z]{6}-)+[0-9A-Z]{1,6}$/);
  const given = (await line.textContent()) ?? '';
  if (shots) await page.screenshot({ path: join(shots, 'handed.png') });
  await page.keyboard.press('Escape');
  await page.locator('[data-field="requester.name"]').fill('Lê Văn Mẫu');
  await page.locator('[data-field="line"]').fill('hb 8x2');
  // A line not yet entered is part of the pile.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(say.waiting.title({ count: 1 }))).toBeVisible();
  await page.getByRole('button', { name: say.book.take, exact: true }).click();
  await page.getByLabel(say.custody.line).fill(given);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('quầy số 2');
  if (shots) await page.screenshot({ path: join(shots, 'waiting.png') });
});
