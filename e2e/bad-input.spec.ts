import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { settle } from './clerk/bridge.ts';
import { fill, wrongFields } from './clerk/fields.ts';
import { expectCursor } from './clerk/hands.ts';
import { accept, fillIntake, outcomeLine } from './clerk/intake.ts';
import { openLastDossier, openPreview, savePaper } from './clerk/paper.ts';
import { scan } from './clerk/scanner.ts';
import { goTo } from './clerk/session.ts';
import { expect, test } from './counter.ts';
import { pdfText } from './pdf-tools.ts';
import { garbledMau, mau, maritalStatus } from './samples.ts';

/** What a field is given and must not take, or must show as nothing but text. */

const hostile = `<img src=x onerror="window.ran=1"> {{ office.name }} {% include 'x' %} $\{7} "'&lt;`;

test('markup and template syntax stay text, on every screen and on paper', async ({ kept, scratch }) => {
  const { page, faults } = kept;
  await fillIntake(kept, {
    ...maritalStatus,
    submitter: { ...maritalStatus.submitter, name: hostile, address: hostile },
    components: [...(maritalStatus.components ?? []), { name: hostile, originals: 1 }],
    answers: { ...maritalStatus.answers, otherPurpose: hostile },
    fees: [{ label: hostile, amount: 5000 }],
    note: hostile,
  });
  const code = await accept(page);
  await openLastDossier(page);
  const shown = page.getByText(hostile, { exact: true }).locator('visible=true');
  expect(await shown.count()).toBeGreaterThanOrEqual(3);
  await openPreview(page);
  const file = join(scratch, 'receipt.pdf');
  await savePaper(kept, file);
  // A line of paper may break anywhere in it.
  const bare = (text: string) => text.replace(/\s+/g, '');
  const found = bare(pdfText(file)).split(bare(hostile)).length - 1;
  expect(found).toBeGreaterThanOrEqual(2 * 5);
  await page.locator('search input').fill('office name include');
  await expect(page.getByRole('option', { name: code })).toBeVisible();
  await goTo(page, 'F1');
  await goTo(page, 'F3');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(faults).toEqual([]);
});

/** Puts a text into a field as a paste does, whatever characters it holds: made inside the page, no protocol cleans it. */
const paste = (page: Page, path: string, codes: readonly number[]): Promise<void> =>
  page.evaluate(
    ([at, units]) => {
      const field = document.querySelector<HTMLInputElement>(`[data-field="${at}"]`);
      if (!field) throw new Error(`no field ${at}`);
      field.focus();
      Reflect.set(
        HTMLInputElement.prototype,
        'value',
        units.map((unit) => String.fromCharCode(unit)).join(''),
        field,
      );
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.blur();
    },
    [path, codes] as const,
  );

const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

const refused: readonly [what: string, text: string, told: RegExp][] = [
  ['10,000 characters', 'Nguyễn '.repeat(1429), /dài quá/i],
  ['U+0000', 'Nguyễn\u0000Mẫu', /ký tự ẩn không nhìn thấy/],
  ['an escape sequence', 'Nguyễn\u001b[mMẫu', /ký tự ẩn không nhìn thấy/],
  ['a direction override', 'Nguyễn \u202Eugnas', /đảo chiều/],
  ['an isolate', 'Nguyễn \u2067Mẫu', /đảo chiều/],
  ['a lone surrogate', 'Nguyễn \uD800Mẫu', /ký tự bị hỏng/],
  ['a private character', 'Nguyễn \uE000Mẫu', /phông riêng/],
  ['a pile of marks', `Ng${'\u0301'.repeat(40)}`, /quá nhiều dấu/],
];

test('a text that could hide or break something is refused at its field, and nothing is lost', async ({
  kept,
}) => {
  const { page } = kept;
  await fillIntake(kept, maritalStatus);
  for (const [what, text, told] of refused)
    await test.step(what, async () => {
      await fill(page, 'submitter.name', '');
      await paste(page, 'submitter.name', unitsOf(text));
      await settle(page);
      const wrong = await wrongFields(page);
      expect.soft(wrong[0]?.field, what).toBe('submitter.name');
      expect.soft(wrong[0]?.told, what).toMatch(told);
      await page.keyboard.press('Control+Enter');
      await expectCursor(page, 'submitter.name');
      await expect.soft(outcomeLine(page), what).toHaveCount(0);
    });
  // What nobody sees is dropped without a word; the rest of the page still stands.
  await fill(page, 'submitter.name', '');
  await paste(page, 'submitter.name', unitsOf('Nguyễn\u200B Văn\uFEFF Mẫu\u200D'));
  await settle(page);
  expect(await wrongFields(page)).toEqual([]);
  await accept(page);
  await openLastDossier(page);
  await expect(page.getByText('Nguyễn Văn Mẫu', { exact: true }).first()).toBeVisible();
});

const slips: readonly [field: string, typed: string, told: RegExp][] = [
  ['submitter.birthDate', '1/1/2099', /tương lai/],
  ['submitter.birthDate', '31/02/1990', /không có thật/],
  ['submitter.idNumber', '12345', /12 chữ số/],
  ['submitter.phone', '123', /Số điện thoại/],
  ['submitter.email', 'khong-phai-thu', /thư điện tử/],
];

test('a slip in a number or a date is told at its field before a procedure is chosen', async ({ kept }) => {
  const { page } = kept;
  await goTo(page, 'F2');
  await fill(page, 'submitter.name', 'Nguyễn Văn Mẫu');
  await fill(page, 'submitter.idNumber', '019090000123');
  for (const [field, typed, told] of slips) {
    await fill(page, field, typed);
    await page.locator(`[data-field="${field}"]`).blur();
    const section = page.locator('[data-section="people"]');
    await expect.soft(page.locator(`[data-field="${field}"]`), typed).toHaveAttribute('aria-invalid', 'true');
    await expect.soft(section, typed).toContainText(told);
    // Kept as typed, for her to mend.
    await expect.soft(page.locator(`[data-field="${field}"]`)).toHaveValue(typed);
    await fill(page, field, field === 'submitter.idNumber' ? '019090000123' : '');
    await expect.soft(page.locator(`[data-field="${field}"]`)).not.toHaveAttribute('aria-invalid', 'true');
  }
});

const cards: readonly [what: string, text: string, told: RegExp][] = [
  ['garbled by Telex', garbledMau, /Tắt Unikey rồi quét lại/],
  ['too few fields', mau.split('|').slice(0, 6).join('|'), /./],
  ['a letter in the number', mau.replace('019090000123', '0190900001A3'), /Tắt Unikey rồi quét lại/],
  ['a digit too few', mau.replace('019090000123', '01909000012'), /12/],
  ['born in the future', mau.replace('15031990', '15032099'), /tương lai/],
  ['no such day', mau.replace('15031990', '31021990'), /ngày/i],
  ['no name', mau.replace('Nguyễn Văn Mẫu', ''), /tên/],
  ['another encoding', mau.replace('Nguyễn Văn Mẫu', 'Nguyá»…n VÄƒn Máº«u'), /./],
];

test('a card that is not right fills nothing and says why', async ({ kept }) => {
  const { page } = kept;
  await goTo(page, 'F2');
  const people = page.locator('[data-section="people"]');
  for (const [what, text, told] of cards)
    await test.step(what, async () => {
      await scan(page, text);
      await expect.soft(people.getByRole('alert'), what).toContainText(told);
      await expect.soft(page.locator('[data-field="submitter.idNumber"]'), what).toHaveValue('');
      await expect.soft(page.locator('[data-field="submitter.name"]'), what).toHaveValue('');
    });
  await scan(page, mau);
  await expect(page.locator('[data-field="submitter.name"]')).toHaveValue('Nguyễn Văn Mẫu');
  await expect(people.getByRole('alert')).toHaveCount(0);
});
