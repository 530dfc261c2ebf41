import { get } from './clerk/bridge.ts';
import { expectCursor, handsOn } from './clerk/hands.ts';
import { outcomeLine } from './clerk/intake.ts';
import { scan } from './clerk/scanner.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { mau } from './samples.ts';

test('a whole dossier by keyboard alone, the cursor always where it is needed', async ({ kept }) => {
  const { page, faults } = kept;
  const { press, type, count } = handsOn(page);
  await press('F2');
  await expectCursor(page, 'submitter.name');
  await type('Phương Văn Mẫu');
  await press('Enter');
  await expectCursor(page, 'submitter.idNumber');
  await type('019090000456');
  await press('Enter');
  await expectCursor(page, 'submitter.birthDate');
  await type('15031990');
  await press('Enter');
  await expectCursor(page, 'submitter.address');
  await type('Thôn Thí Dụ, xã Mẫu');
  await press('Enter');
  await expectCursor(page, 'submitter.phone');
  await type('0912000123');
  await press('Enter');
  await expectCursor(page, 'procedure');
  await type('tinh trang h');
  await press('Enter');
  await expectCursor(page, 'components.0.originals');
  await type('d');
  await expectCursor(page, 'answers.maritalStatus');
  await type('1');
  await press('Enter');
  await expectCursor(page, 'answers.purpose');
  await type('2');
  await press('Enter');
  await expectCursor(page, 'answers.otherPurpose');
  await type('Bổ túc hồ sơ');
  await press('Enter');
  // The province's amount is offered once; nobody knows it today, so Enter goes on.
  await expectCursor(page, 'fees.0.amount');
  await press('Enter');
  await expectCursor(page, 'accept');
  await press('Enter');

  await expect(outcomeLine(page)).toContainText(/H55\.242-261123-\d{4}/);
  await expectCursor(page, 'submitter.name');
  // 13 stops, the place, and accepting: nothing a form of this kind asks for could be left out.
  expect(count().moves).toBeLessThanOrEqual(13);
  expect(count().all).toBeLessThanOrEqual(103);

  const { rows } = await get(page, 'dossier.find', { text: 'phuong van mau' });
  expect(rows).toHaveLength(1);
  await expect(outcomeLine(page)).toContainText(rows[0]!.code);
  const { state } = await get(page, 'dossier.get', { id: rows[0]!.id });
  expect(state.accepted).toMatchObject({
    submitter: {
      name: 'Phương Văn Mẫu',
      idNumber: '019090000456',
      birthDate: '1990-03-15',
      phone: '0912000123',
    },
    procedure: { code: '1.004873' },
    answers: { maritalStatus: 'chua-ket-hon', purpose: 'muc-dich-khac', otherPurpose: 'Bổ túc hồ sơ' },
  });
  expect(faults).toEqual([]);
});

test('with a card in the scanner a dossier takes a handful of keys', async ({ kept }) => {
  const { page } = kept;
  const { press, type, count } = handsOn(page);
  await press('F2');
  await expectCursor(page, 'submitter.name');
  await scan(page, mau);
  await expectCursor(page, 'submitter.phone');
  await press('Enter');
  await expectCursor(page, 'procedure');
  await type('tin ve cu');
  await expect(page.locator('[role="option"][data-chosen]')).toContainText('cư trú');
  await press('Enter');
  await expectCursor(page, 'components.0.originals');
  await type('d');
  await expectCursor(page, 'accept');
  await press('Enter');
  await expect(outcomeLine(page)).toContainText(/H55\.242-261123-\d{4}/);
  // The place, no telephone, the procedure, accepting; the rest are the letters that find it and the key of its papers.
  expect(count()).toEqual({ all: 14, moves: 4 });
});

test('a copy certification by card, paper by paper', async ({ kept }) => {
  const { page } = kept;
  const { press, type, count } = handsOn(page);
  await scan(page, mau);
  await expectCursor(page, 'submitter.phone');
  await press('Enter');
  await type('2.000815');
  await expect(page.locator('[role="option"][data-chosen]')).toContainText('2.000815');
  await press('Enter');
  await expectCursor(page, 'components.0.originals');
  await type('d');
  await expectCursor(page, 'answers.papers.0.name');
  await type('Bằng lái');
  await press('Enter');
  await expectCursor(page, 'answers.papers.0.pages');
  await type('2');
  await press('Enter');
  await expectCursor(page, 'answers.papers.0.copies');
  await type('3');
  await press('Enter');
  await expectCursor(page, 'accept');
  await expect(page.getByText('12.000 đ').first()).toBeVisible();
  await press('Enter');
  await expect(outcomeLine(page)).toContainText(/H55\.242-261123-\d{4}/);
  expect(count().moves).toBeLessThanOrEqual(6);
});

test('a fault takes the cursor to its field and says how to mend it', async ({ kept }) => {
  const { page } = kept;
  const { press, type } = handsOn(page);
  await press('F2');
  await expectCursor(page, 'submitter.name');
  await type('Nguyễn Văn Mẫu');
  await press('Enter');
  await expectCursor(page, 'submitter.idNumber');
  await type('0190');
  await press('Enter', 'Control+Enter');
  await expectCursor(page, 'submitter.idNumber');
  const field = page.locator('[data-field="submitter.idNumber"]');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[data-section="people"]')).toContainText('Số định danh gồm 12 chữ số');
  await expect(outcomeLine(page)).toHaveCount(0);
  // Back and forth by keys: Shift+Enter to the name, Enter to what needs her.
  await press('Shift+Enter');
  await expectCursor(page, 'submitter.idKind');
  await press('Shift+Enter');
  await expectCursor(page, 'submitter.name');
  await press('Enter');
  await expectCursor(page, 'submitter.idNumber');
});

test('every place opens by its key, and Alt with a digit does the same', async ({ kept }) => {
  const { page } = kept;
  const headings = [
    ['F1', 'Alt+1', words.today.title],
    ['F2', 'Alt+2', words.intake.title],
    ['F3', 'Alt+3', words.dossiers.list.title],
    ['F5', 'Alt+5', words.dossiers.procedures.title],
    ['F10', 'Alt+0', words.settings.title],
  ] as const;
  const heading = page.locator('h1:visible');
  for (const [key, digit, title] of headings) {
    await page.keyboard.press('F1');
    await expect(heading).toContainText(words.today.title);
    await page.keyboard.press(key);
    await expect(heading).toContainText(title);
    await page.keyboard.press('F1');
    await page.keyboard.press(digit);
    await expect(heading).toContainText(title);
  }
});

test('Ctrl+K, a few letters and Enter begin the procedure they find', async ({ kept }) => {
  const { page } = kept;
  const { press, type, count } = handsOn(page);
  await press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await type('tin ve cu');
  // What main finds comes after the last letter, above what the window already knew.
  await expect(page.getByRole('dialog').locator('[data-selected]')).toContainText('cư trú');
  await press('Enter');
  await expect(page.locator('h1:visible')).toContainText(words.intake.title);
  await expect(page.locator('[data-unfold="procedure"]')).toBeVisible();
  expect(count().moves).toBe(2);
});
