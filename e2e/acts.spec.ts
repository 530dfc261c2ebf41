import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDesk } from '../main/testing-desk.ts';
import { acceptSample, readySample, signInSample } from '../main/testing-intake.ts';
import { answerDialogs, foldersIn } from './clerk/application.ts';
import { doAct, inFront, openAct, recordAct } from './clerk/acts.ts';
import type { ActInput } from './clerk/acts.ts';
import { get } from './clerk/bridge.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { pdfText } from './pdf-tools.ts';

/** The acts of every day through the window, by keyboard alone. */

/** A vault with one dossier taken in: an original held, 16.000 đ owed. */
const prepare = async (founded: string): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'quay-acts-'));
  cpSync(founded, root, { recursive: true });
  const desk = openTestDesk({ folder: root });
  await signInSample(desk);
  const form = await readySample(desk);
  const fee = { label: 'Lệ phí mẫu', fee: null, amount: 16_000, quantity: 1, exemption: null };
  await acceptSample(desk, {
    ...form,
    components: form.components.map((one, at) => ({ ...one, held: at === 0 && one.originals > 0 })),
    fees: [fee],
  });
  desk.close();
  return root;
};

const life: ActInput[] = [
  { act: 'requestSupplements', missing: [{ name: 'Giấy xác nhận cư trú', count: 1, what: 'nộp thêm' }] },
  { act: 'receiveSupplements', components: [{ originals: 1 }] },
  { act: 'handOver', to: { unit: 'Công chức tư pháp', person: 'Lê Văn Mẫu' } },
  { act: 'collectFee', amount: 16000 },
  { act: 'recordResult', number: '15/XN-UBND', signer: 'Phạm Thị Mẫu' },
  { act: 'notifyCitizen', how: 'phone', reached: true },
];

test('a life by keyboard: each act is drawn as main answered it, and bad input leaves everything as it was', async ({
  founded,
  open,
  scratch,
}) => {
  const root = await prepare(founded);
  const counter = await open({ on: foldersIn(root) });
  const { page, faults } = counter;
  await page.keyboard.press('F3');
  await page.locator('h1:visible').filter({ hasText: words.dossiers.list.title }).waitFor();
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const code = page.locator('#dossier-code');
  await code.waitFor();
  const [row] = (await get(page, 'dossier.find', { text: await code.innerText() })).rows;
  const dossier = row?.id ?? '';
  const whole = () => get(page, 'dossier.get', { id: dossier });

  // Out of order: the menu says why, and nothing is recorded.
  await expect(doAct(page, { act: 'returnResult' }, await whole())).rejects.toMatchObject({
    code: 'noResult',
  });
  await openAct(page, 'collectFee');
  await page.locator('[data-field="amount"]').fill('999999999');
  await page.keyboard.press('Control+Enter');
  await expect(inFront(page).getByRole('alert').first()).toBeVisible();
  await expect(page.locator('[data-field="amount"]')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  expect((await whole()).history).toHaveLength(1);

  for (const act of life) {
    await doAct(page, act, await whole());
    // A paper that comes with it is shown; Esc leaves it for later.
    const paper = inFront(page);
    if (['requestSupplements', 'handOver', 'collectFee'].includes(act.act)) {
      await paper.getByRole('button', { name: words.dossiers.paper.save, exact: true }).waitFor();
      if (act.act === 'requestSupplements') {
        const file = join(scratch, 'form-02.pdf');
        await answerDialogs(counter, { save: file });
        await expect(
          paper.getByRole('button', { name: words.dossiers.paper.save, exact: true }),
        ).toBeEnabled();
        await paper.getByRole('button', { name: words.dossiers.paper.save, exact: true }).click();
        await expect(paper).toHaveCount(0);
        const text = pdfText(file).normalize('NFC');
        expect(text).toContain('02-0001/2026');
        expect(text).toContain('Giấy xác nhận cư trú');
      } else {
        await page.keyboard.press('Escape');
        await expect(paper).toHaveCount(0);
      }
    }
  }
  const before = await whole();
  expect(before.state.papers).toMatchObject([{ form: 'supplements', outcome: 'saved' }]);
  expect(before.row).toMatchObject({ business: 'resultReady', delivery: 'told', money: 'partly', owed: 0 });

  // A receipt of another office, then the citizen's own.
  await openAct(page, 'returnResult');
  await page.locator('[data-field="shown.code"]').fill('H99.999-261123-0001');
  await page.keyboard.press('Control+Enter');
  await expect(inFront(page).getByRole('alert').first()).toContainText('không phải của hồ sơ này');
  await page.keyboard.press('Escape');
  await expect(inFront(page)).toHaveCount(0);
  await doAct(page, { act: 'returnResult', originals: [0], satisfaction: 5, shown: 'scan' }, before);
  await inFront(page).getByRole('button', { name: words.dossiers.paper.save, exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('status').filter({ hasText: words.acts.business.returned }).first(),
  ).toBeVisible();
  const after = await whole();
  expect(after.state.returns).toMatchObject([
    { shown: { by: 'receipt', keyMatched: true }, satisfaction: 5, originals: [{ position: 0 }] },
  ]);
  await openAct(page, 'storePaperFile');
  await page.locator('[data-field="place"]').fill('Tủ 2, ngăn 3');
  await recordAct(page);
  await expect(page.getByText('Tủ 2, ngăn 3').first()).toBeVisible();
  expect(faults).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});
