import type { Page } from '@playwright/test';
import { get } from './clerk/bridge.ts';
import { handsOn } from './clerk/hands.ts';
import { goTo } from './clerk/session.ts';
import { takeOneIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

const box = (page: Page) => page.locator('search input');
const hits = (page: Page) => page.locator('search [role="option"]');

test('anything finds a dossier: code, name without marks, telephone, number, a scanned receipt', async ({
  kept: { page },
}) => {
  const quach = { name: 'Quách Văn Mẫu', idNumber: '019190000789', phone: '0912 000 789' };
  const code = await takeOneIn(page, quach);
  const dang = { name: 'Đặng Thị Ví Dụ', idNumber: '019195000789', phone: '0987 654 321' };
  const other = await takeOneIn(page, dang);
  const [row] = (await get(page, 'dossier.find', { text: other })).rows;
  const { state } = await get(page, 'dossier.get', { id: row!.id });
  for (const [text, finds] of [
    ['quach van mau', code],
    ['QUÁCH', code],
    ['dang vi du', other],
    ['đặng thị', other],
    ['0987654321', other],
    ['019195000789', other],
    [other, other],
    [other.slice(-4), other],
    [`${other}.${state.accepted!.key}`, other],
  ] as const) {
    await box(page).fill(text);
    await expect.soft(hits(page), text).toHaveCount(1);
    await expect.soft(hits(page).first(), text).toContainText(finds);
  }
  await box(page).fill('khong co ai nhu vay');
  await expect(page.locator('search').getByText(words.dossiers.search.nothing.words).first()).toBeVisible();
  // A row takes the mouse as well, and leaves the field empty for the next citizen.
  await box(page).fill('dang vi');
  await hits(page).first().click();
  await expect(page.locator('#dossier-code:visible')).toHaveText(other);
  await expect(box(page)).toHaveValue('');
  // A receipt somebody altered is called what it is.
  const key = state.accepted!.key;
  await box(page).fill(`${other}.${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`);
  await expect(page.getByText(words.dossiers.search.forgedTitle, { exact: true })).toBeVisible();
});

test('by keys alone: slash, a few letters, Enter, Esc and back where she was', async ({ kept: { page } }) => {
  const code = await takeOneIn(page, {
    name: 'Lương Văn Mẫu',
    idNumber: '019190000987',
    phone: '0912 000 987',
  });
  const { press, type } = handsOn(page);
  await goTo(page, 'F3');
  await press('/');
  await expect(box(page)).toBeFocused();
  await type('luong');
  await expect(hits(page)).toHaveCount(1);
  await press('Enter');
  await expect(page.locator('#dossier-code:visible')).toHaveText(code);
  await press('Escape');
  await expect(page.locator('h1:visible')).toContainText(words.dossiers.list.title);
});
