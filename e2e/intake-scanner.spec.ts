import { get, settle } from './clerk/bridge.ts';
import { expectCursor } from './clerk/hands.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { openLastDossier } from './clerk/paper.ts';
import { scan } from './clerk/scanner.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { garbledMau, mau, shortest, thiDu } from './samples.ts';

const name = '[data-field="submitter.name"]';

test('a card fills the person wherever the cursor is, and presses nothing', async ({ kept }) => {
  const { page, faults } = kept;
  const before = (await get(page, 'workingSet.get', {})).rows.length;
  // From today's page the scan opens an intake; the cursor goes on to what no card says.
  await scan(page, mau);
  await expect(page.locator(name)).toHaveValue('Nguyễn Văn Mẫu');
  await expect(page.locator('[data-field="submitter.idNumber"]')).toHaveValue('019090000123');
  await expect(page.locator('[data-field="submitter.birthDate"]')).toHaveValue('15/3/1990');
  await expect(page.locator('[data-field="submitter.address"]')).toHaveValue(
    'Thôn Thí Dụ, Xã Mẫu, Thái Nguyên',
  );
  await expectCursor(page, 'submitter.phone');

  // With the cursor on the button that accepts, Enter at the end of the scan must not press it.
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Escape');
  await page.locator('[data-field="accept"]').focus();
  await scan(page, thiDu);
  await expect(page.getByRole('alert')).toContainText('Trần Thị Thí Dụ');
  await expect(page.locator(name)).toHaveValue('Nguyễn Văn Mẫu');
  await expect(page.locator('[data-section] [aria-invalid="true"]')).toHaveCount(0);
  await page.getByRole('button', { name: words.intake.people.isOwner }).click();
  await expect(page.locator('[data-field="owner.name"]')).toHaveValue('Trần Thị Thí Dụ');
  await expectCursor(page, 'relation');

  // In the middle of a note: not a letter of the card stays there.
  const note = page.locator('[data-field="note"]');
  if ((await note.count()) === 0) await page.locator('[data-unfold="delivery"]').click();
  await note.fill('đang gõ dở');
  await scan(page, mau);
  await expectCursor(page, 'relation');
  await settle(page);
  const drafts = await get(page, 'intake.drafts', {});
  expect(drafts).toHaveLength(1);
  const id = drafts[0]!.id;
  await expect.poll(async () => (await get(page, 'intake.openDraft', { id })).form.note).toBe('đang gõ dở');
  expect((await get(page, 'workingSet.get', {})).rows).toHaveLength(before);
  expect(faults).toEqual([]);
});

test('a scanner that ends with Tab, has no end key, is slow or is heard late is caught as well', async ({
  kept,
}) => {
  const { page } = kept;
  for (const options of [{ end: 'Tab' }, { end: null }, { gap: 20 }, { lateHalf: 400 }] as const) {
    await goTo(page, 'F2');
    await expectCursor(page, 'submitter.name');
    await scan(page, mau, options);
    await expect(page.locator(name)).toHaveValue('Nguyễn Văn Mẫu');
    await expect(page.locator('[data-field="submitter.idNumber"]')).toHaveValue('019090000123');
    // Put aside, so that the next one meets an empty page.
    await page.getByRole('button', { name: words.intake.park }).click();
    await expect(page.locator(name)).toHaveValue('');
  }
});

test('a card garbled by the input method is refused whole, with what to do', async ({ kept }) => {
  const { page } = kept;
  await goTo(page, 'F2');
  await page.locator(name).fill('Người đang gõ');
  await scan(page, garbledMau);
  await expect(page.getByRole('alert')).toContainText('Tắt Unikey rồi quét lại');
  await expect(page.locator(name)).toHaveValue('Người đang gõ');
  await expect(page.locator('[data-field="submitter.idNumber"]')).toHaveValue('');
});

test('the first letters of a refused card leave no draft behind', async ({ kept }) => {
  const { page } = kept;
  await goTo(page, 'F2');
  await expectCursor(page, 'submitter.name');
  // As slowly as a busy machine hears it: its first letters are kept before anybody knows them for a scan's.
  await page.keyboard.type(garbledMau.slice(0, 4), { delay: 110 });
  await expect.poll(async () => (await get(page, 'intake.drafts', {})).length).toBe(1);
  await page.locator(name).fill('');
  await expect.poll(async () => (await get(page, 'intake.drafts', {})).length).toBe(0);
  await page.locator(name).fill('Nguyễn Văn Mẫu');
  await expect.poll(async () => (await get(page, 'intake.drafts', {})).length).toBe(1);
  await page.locator(name).fill('Nguyễn Văn Mẫu Hai');
  await page.getByRole('button', { name: words.intake.park }).click();
  // What was put aside is offered with its last words.
  await page.getByRole('button', { name: words.intake.drafts.offer({ count: 1 }) }).click();
  await expect(page.getByText('Nguyễn Văn Mẫu Hai')).toBeVisible();
});

test('the receipt of a dossier, scanned anywhere, opens it', async ({ open }) => {
  const counter = await open();
  const { page } = counter;
  await fillIntake(counter, shortest);
  const code = await accept(page);
  await openLastDossier(page);
  const [row] = (await get(page, 'dossier.find', { text: code })).rows;
  const { state } = await get(page, 'dossier.get', { id: row!.id });
  await goTo(page, 'F10');
  await scan(page, `${code}.${state.accepted!.key}`);
  await expect(page.locator('#dossier-code:visible')).toHaveText(code);
  // The bar code beside it holds the bare code.
  await goTo(page, 'F1');
  // A question about a paper has nothing typed in it: the next citizen's receipt goes before.
  const question = page.getByRole('dialog', { name: words.today.unsure.title });
  const answer = page.getByRole('button', { name: words.today.unsure.answer });
  await question.or(answer).first().waitFor();
  if (!(await question.isVisible())) await answer.click();
  await expect(question).toBeVisible();
  await scan(page, code);
  await expect(page.locator('#dossier-code:visible')).toHaveText(code);
  await expect(question).toBeHidden();
});
