import { join } from 'node:path';
import { pullThePlug } from './clerk/application.ts';
import type { Counter } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { accept, fillIntake, outcomeLine, paperOutcome } from './clerk/intake.ts';
import { choosePaper, openLastDossier, openPreview, savePaper } from './clerk/paper.ts';
import { goTo } from './clerk/session.ts';
import { takeOneIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { startCups } from './cups.ts';
import type { Cups } from './cups.ts';
import { pageCodes, pdfFacts, pdfText } from './pdf-tools.ts';
import { maritalStatus, shortest } from './samples.ts';

/** Papers as the clerk gets them, judged by tools that are not ours; print/ itself is tested in papers.spec.ts. */

const code = 'H55.242-261123-0001';
const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');

test('the receipt comes out on A5, A4 and two on one, with everything on it', async ({ kept, scratch }) => {
  const { page } = kept;
  await fillIntake(kept, { ...maritalStatus, note: 'Gọi trước khi trả' });
  const given = await accept(page);
  await openLastDossier(page);
  const wanted = [
    [{ size: 'A5', copies: ['file', 'citizen'] }, [2, 148, 210]],
    [{ size: 'A4', twoOnOne: false, copies: ['citizen'] }, [1, 210, 297]],
    [{ size: 'A4', twoOnOne: true, copies: ['file', 'citizen'] }, [1, 297, 210]],
  ] as const;
  for (const [at, [paper, size]] of wanted.entries())
    await test.step(JSON.stringify(paper), async () => {
      const file = join(scratch, `${at}.pdf`);
      await openPreview(page);
      await choosePaper(page, { ...paper, copies: [...paper.copies] });
      await savePaper(kept, file);
      const facts = pdfFacts(file);
      expect.soft([facts.pages, Math.round(facts.width), Math.round(facts.height)]).toEqual(size);
      expect.soft(facts.embedded).toBe(true);
      expect.soft(facts.fonts.every((font) => font.startsWith('Tinos'))).toBe(true);
      const text = flat(pdfText(file));
      for (const phrase of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
        'Giao khách hàng',
        'BẢN THỬ',
        given,
        'Nguyễn Văn Mẫu',
        '019090000123',
        'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
        'thứ Sáu 27/11/2026',
        'Ngày Văn hóa Việt Nam',
        'Gọi trước khi trả',
        'Cán bộ Mẫu',
      ])
        expect.soft(text).toContain(phrase);
      const codes = pageCodes(file).flat();
      expect.soft(codes).toContain(`CODE-128:${given}`);
      expect.soft(codes.some((one) => new RegExp(`^QR-Code:${given}\\.[0-9A-Z]{20}$`).test(one))).toBe(true);
    });
  // What was saved is in the history, and nothing of it is a draft any more.
  const [row] = (await get(page, 'dossier.find', { text: given })).rows;
  const { state } = await get(page, 'dossier.get', { id: row!.id });
  expect(state.papers.map(({ outcome }) => outcome)).toEqual(['saved', 'saved', 'saved']);
});

const fillSlip = async (counter: Counter, button: string): Promise<void> => {
  await fillIntake(counter, { ...maritalStatus, components: [{ index: 1, originals: 1 }] });
  await counter.page.getByRole('button', { name: button }).click();
  await counter.page.getByRole('dialog').waitFor();
};

test('form 02 asks for what is missing, form 03 says why not; neither takes a number', async ({
  kept,
  scratch,
}) => {
  const { page } = kept;
  const before = await takeOneIn(page);
  const dialog = page.getByRole('dialog');
  await fillSlip(kept, words.intake.record.guide);
  await expect(dialog.getByRole('textbox', { name: words.intake.guide.name })).toHaveValue(
    /Giấy tờ tùy thân/,
  );
  await dialog.getByLabel(words.intake.guide.reason).fill('Thiếu giấy tờ bắt buộc');
  await dialog.getByRole('button', { name: words.intake.guide.confirm }).click();
  await expect(outcomeLine(page)).toBeVisible();
  await openLastDossier(page);
  await openPreview(page);
  const guidance = join(scratch, '02.pdf');
  await savePaper(kept, guidance);
  const asked = flat(pdfText(guidance));
  expect(asked).toContain('YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ');
  expect(asked).toContain('Giấy tờ tùy thân của người yêu cầu');
  expect(asked).toContain('Thiếu giấy tờ bắt buộc');
  expect(asked).not.toMatch(/H55\.242-\d{6}-\d{4}/);

  await fillSlip(kept, words.intake.record.refuse);
  // An empty reason is not taken: a citizen must be told why.
  await dialog.getByRole('button', { name: words.intake.refuse.confirm }).click();
  await expect(dialog.getByText(words.intake.refuse.needed)).toBeVisible();
  await dialog.getByLabel(words.intake.refuse.reason).fill('Không thuộc thẩm quyền <b>của xã</b>');
  await dialog.getByRole('button', { name: words.intake.refuse.confirm }).click();
  await expect(outcomeLine(page)).toBeVisible();
  await openLastDossier(page);
  await openPreview(page);
  const refused = join(scratch, '03.pdf');
  await savePaper(kept, refused);
  const told = flat(pdfText(refused));
  expect(told).toContain('TỪ CHỐI');
  expect(told).toContain('Không thuộc thẩm quyền <b>của xã</b>');

  await fillIntake(kept, maritalStatus);
  const [count = 0, next] = [before, await accept(page)].map((given) => Number(given.slice(-4)));
  expect(next).toBe(count + 1);
});

const choosePrinter = async ({ page }: Counter, printer: string): Promise<void> => {
  await goTo(page, 'F10');
  await page
    .getByRole('button', { name: words.settings.sections.printers })
    .or(page.getByRole('tab', { name: words.settings.sections.printers }))
    .first()
    .click();
  await page.getByRole('button', { name: words.settings.printers.refresh }).click();
  await page
    .getByRole('combobox', { name: words.settings.printers.label })
    .or(page.getByLabel(words.settings.printers.label, { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: printer }).click();
  await page.getByRole('button', { name: words.common.acts.save, exact: true }).click();
  await page.getByText(words.settings.saved).first().waitFor();
};

test.describe('on a real print queue', () => {
  let cups: Cups;
  test.beforeAll(async () => {
    cups = await startCups();
  });
  test.afterAll(async () => {
    await cups.stop();
  });

  test('prints silently on the chosen printer; a printer that is gone loses nothing', async ({ open }) => {
    const counter = await open({ env: cups.env });
    const { page } = counter;
    await choosePrinter(counter, cups.printer);
    await fillIntake(counter, shortest);
    expect(await accept(page)).toBe(code);
    expect(await paperOutcome(page)).toMatchObject({ tone: 'good' });
    const [job] = await cups.printed(1);
    const printed = pageCodes(job!);
    expect(printed).toHaveLength(2);
    for (const codes of printed) expect(codes).toContain(`CODE-128:${code}`);

    // Gone between two dossiers: accepted all the same, and told what to do.
    cups.remove();
    await fillIntake(counter, { ...shortest, note: 'người thứ hai' });
    const second = await accept(page);
    expect(second).toBe('H55.242-261123-0002');
    const told = await paperOutcome(page);
    expect(told.tone).toBe('bad');
    expect(told.text).toContain(second);
    expect(told.text).toContain('F9');
    cups.add();
    await page.keyboard.press('F9');
    const jobs = await cups.printed(2);
    expect(pageCodes(jobs[1]!)[0]).toContain(`CODE-128:${second}`);
  });
});

test('after a cut, a dossier whose paper nobody saw is asked about first, once', async ({ open }) => {
  const first = await open();
  // Nothing is printed by itself: how a paper ended is journalled, and one known to have failed is not asked about.
  const { machine } = await get(first.page, 'settings.get', {});
  await get(first.page, 'settings.setMachine', { ...machine, printOnAccept: false });
  await fillIntake(first, shortest);
  expect(await accept(first.page)).toBe(code);
  await pullThePlug(first);

  const second = await open({ on: first.folders });
  const question = second.page.getByRole('dialog', { name: words.today.unsure.title });
  await expect(question).toContainText(code);
  await expect(question).toContainText('Nguyễn Văn Mẫu');
  await question.getByRole('button', { name: words.today.unsure.yes }).click();
  await expect(question).toBeHidden();
  await pullThePlug(second);

  const third = await open({ on: first.folders });
  await expect(third.page.locator('h1:visible')).toContainText(words.today.title);
  expect(await get(third.page, 'paper.unsure', {})).toEqual([]);
  await expect(third.page.getByRole('dialog')).toHaveCount(0);
});
