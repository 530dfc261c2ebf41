import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf } from '../shared/dossier/acts/testing-life.ts';
import { momentWords } from '../shared/forms/head.ts';
import { receiptScanText } from '../shared/forms/receipt-scan.ts';
import { sayMessage } from '../shared/text/problem.ts';
import { openTestDesk } from '../main/testing-desk.ts';
import { acceptSample, readySample, signInSample } from '../main/testing-intake.ts';
import { answerDialogs, foldersIn } from './clerk/application.ts';
import { doAct, fillAct, inFront, openAct, openDossier, recordAct } from './clerk/acts.ts';
import type { ActInput } from './clerk/acts.ts';
import type { Counter } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { handsOn } from './clerk/hands.ts';
import { savePaper } from './clerk/paper.ts';
import { cardText, scan } from './clerk/scanner.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { pdfText } from './pdf-tools.ts';
import { mau, thiDu } from './samples.ts';

/** The acts of every day through the window, by keyboard alone. */

/** The card of whose dossier a proxy fetches. */
const ownerOfThird = {
  number: '019199000125',
  name: 'Nguyễn Thị Mẫu',
  born: '12051999',
  sex: 'Nữ',
  address: 'Thôn Mẫu, Xã Mẫu, Thái Nguyên',
  issued: '01012022',
};

/** A vault with three dossiers taken in: an original held, 16.000 đ owed. */
const prepare = async (founded: string): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'quay-acts-'));
  cpSync(founded, root, { recursive: true });
  const desk = openTestDesk({ folder: root });
  await signInSample(desk);
  const form = await readySample(desk);
  const fee = { label: 'Lệ phí mẫu', fee: null, amount: 16_000, quantity: 1, exemption: null };
  for (const idNumber of ['019199000123', '019199000124', ownerOfThird.number])
    await acceptSample(desk, {
      ...form,
      submitter: { ...form.submitter, idNumber },
      components: form.components.map((one, at) => ({ ...one, held: at === 0 && one.originals > 0 })),
      fees: [fee],
    });
  desk.close();
  return root;
};

const { problems } = words.faults;

/** As keys bring it, as it stands in the field, and what is said of it: nothing typed turns into another amount. */
const wrongAmounts: [string, string, string][] = [
  ['-5', '-5 đ', sayMessage(problems.actAmount)],
  ['12,5', '12,5 đ', sayMessage(problems.actAmount)],
  ['mười', '', sayMessage(problems.actAmount)],
  ['1000000000000000', '1.000.000.000.000.000 đ', sayMessage(problems.actAmountTooLarge)],
  ['16.001', '16.001 đ', sayMessage(problems.actAmountOverOwed, { owed: '16.000 đ' })],
];

const life: ActInput[] = [
  { act: 'requestSupplements', missing: [{ name: 'Giấy xác nhận cư trú', count: 1, what: 'nộp thêm' }] },
  { act: 'receiveSupplements', components: [{ originals: 1 }] },
  { act: 'handOver', to: { unit: 'Công chức tư pháp', person: 'Lê Văn Mẫu' } },
  { act: 'collectFee', amount: 16000 },
  { act: 'recordResult', number: '15/XN-UBND', signer: 'Phạm Thị Mẫu' },
  { act: 'notifyCitizen', how: 'phone', reached: true },
];

/** A neighbour with a letter of authority fetches the result: named from the letter, held against her own card. */
const returnToProxy = async (counter: Counter, code: string, file: string): Promise<void> => {
  const { page } = counter;
  await openDossier(page, code);
  const [row] = (await get(page, 'dossier.find', { text: code })).rows;
  const whole = () => get(page, 'dossier.get', { id: row?.id ?? '' });
  await doAct(page, { act: 'recordResult', number: '17/XN-UBND', signer: 'Phạm Thị Mẫu' }, await whole());
  const before = await whole();
  const proxy = { kind: 'proxy', name: 'Nguyễn Văn Mẫu', idNumber: '019090000123' } as const;
  const paper = 'Giấy ủy quyền số 12/GUQ ngày 20/11/2026, UBND xã Mẫu chứng thực';
  await openAct(page, 'returnResult');
  await fillAct(page, { act: 'returnResult', to: proxy, originals: [0], shown: { by: 'card' } }, before);
  const field = (name: string) => inFront(page).locator(`[data-field="${name}"]`);
  const refused = async (name: string, why: string) => {
    await page.keyboard.press('Control+Enter');
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect(inFront(page).getByText(why).first()).toBeVisible();
    expect(await whole()).toEqual(before);
  };
  // Her own card, and nothing that lets her: her word is not enough.
  await scan(page, mau);
  await refused('to.paper', sayMessage(problems.required));
  await field('to.paper').fill(paper);
  // Another's card, and the owner's own in the proxy's hand.
  for (const card of [thiDu, cardText(ownerOfThird)]) {
    await scan(page, card);
    await refused('shown.idNumber', sayMessage(problems.actCardNotProxy));
  }
  await scan(page, mau);
  await recordAct(page);
  await inFront(page).getByRole('button', { name: words.dossiers.paper.save, exact: true }).waitFor();
  await savePaper(counter, file);
  const { state, row: after } = await whole();
  expect(after.business).toBe('returned');
  expect(state.returns).toMatchObject([
    { to: { ...proxy, paper }, way: 'counter', shown: { by: 'card', idNumber: proxy.idNumber } },
  ]);
  const [returned] = state.returns;
  const said = pdfText(file).normalize('NFC');
  for (const text of [
    code,
    ...(returned?.to.kind === 'proxy' ? [returned.to.name, returned.to.idNumber, returned.to.paper] : []),
    ...(returned?.originals.map(({ name }) => name) ?? []),
    state.result?.number ?? '',
    momentWords(returned?.at ?? 0, words),
    returned?.clerkName ?? '',
    state.witness.toUpperCase(),
  ])
    expect(said).toContain(text);
};

test('a life by keyboard: each act is drawn as main answered it, and bad input leaves everything as it was', async ({
  founded,
  open,
  scratch,
}) => {
  const root = await prepare(founded);
  const counter = await open({ on: foldersIn(root) });
  const { page, faults } = counter;
  const hands = handsOn(page);
  const { faults: refusals } = words.faults;
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
  const amount = page.locator('[data-field="amount"]');
  for (const [typed, shown, why] of wrongAmounts) {
    await amount.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await hands.type(typed);
    await page.keyboard.press('Control+Enter');
    await expect(amount).toHaveValue(shown);
    await expect(inFront(page).getByText(why)).toBeVisible();
    await expect(amount).toHaveAttribute('aria-invalid', 'true');
  }
  await page.keyboard.press('ArrowUp');
  await expect(amount).toHaveValue(wrongAmounts.at(-1)?.[1] ?? '');
  await page.keyboard.press('Escape');
  await expect(inFront(page)).toHaveCount(0);
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

  // A receipt of another office, one whose key is not ours, a stranger's card; then the citizen's own.
  await openAct(page, 'returnResult');
  const alert = inFront(page).getByRole('alert').first();
  const { accepted } = before.state;
  for (const [printed, key, why] of [
    ['H99.999-261123-0001', accepted?.key ?? '', refusals.receiptOfOther],
    [accepted?.code ?? '', 'A'.repeat(20), refusals.receiptForged],
  ] as const) {
    await scan(page, receiptScanText('', printed, key));
    await page.keyboard.press('Control+Enter');
    await expect(alert).toContainText(sayMessage(why, { code: accepted?.code ?? '' }));
  }
  await scan(page, mau);
  await page.keyboard.press('Control+Enter');
  await expect(inFront(page).getByText(sayMessage(problems.actCardDiffers))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inFront(page)).toHaveCount(0);
  expect(await whole()).toEqual(before);

  await openAct(page, 'returnResult');
  // A card whose reading was cut short: she is told, the form stays, and its choices with it.
  await scan(page, mau.slice(0, 40));
  await expect(page.getByText(words.common.frame.scan.unknown)).toBeVisible();
  await fillAct(page, { act: 'returnResult', originals: [0], shown: 'scan' }, before);
  const say = words.acts.forms.fields;
  await expect(inFront(page).getByRole('radio', { name: say.noSatisfaction })).toBeChecked();
  await page.keyboard.press('Control+5');
  await expect(inFront(page).getByRole('radio', { name: say.satisfactions[5] })).toBeChecked();
  // An impatient hand: once is once.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await inFront(page).getByRole('button', { name: words.dossiers.paper.save, exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('status').filter({ hasText: words.acts.business.returned }).first(),
  ).toBeVisible();
  const after = await whole();
  expect(after.state.returns).toMatchObject([
    { shown: { by: 'receipt', keyMatched: true }, satisfaction: 5, originals: [{ position: 0 }] },
  ]);
  expect(after.history.filter(({ type }) => type === 'resultReturned')).toHaveLength(1);
  await openAct(page, 'storePaperFile');
  await page.locator('[data-field="place"]').fill('Tủ 2, ngăn 3');
  await recordAct(page);
  await expect(page.getByText('Tủ 2, ngăn 3').first()).toBeVisible();

  // Another dossier: its receipt was reported lost, and it is closed elsewhere while a form stands open here.
  const { rows } = await get(page, 'dossier.find', { text: 'nguyen thi mau' });
  const [other, third] = rows.filter(({ id }) => id !== dossier);
  await openDossier(page, other?.code ?? '');
  const second = () => get(page, 'dossier.get', { id: other?.id ?? '' });
  await doAct(page, { act: 'reportReceiptLost', by: 'Nguyễn Thị Mẫu' }, await second());
  await doAct(page, { act: 'recordResult', number: '16/XN-UBND', signer: 'Phạm Thị Mẫu' }, await second());
  await openAct(page, 'returnResult');
  const { accepted: lost } = (await second()).state;
  await scan(page, receiptScanText('', lost?.code ?? '', lost?.key ?? ''));
  await page.keyboard.press('Control+Enter');
  await expect(alert).toContainText(sayMessage(refusals.receiptReportedLost));
  const returned = commandOf('returnResult', crypto.randomUUID(), {
    originals: [0],
    shown: { by: 'card', idNumber: lost?.owner.idNumber ?? '' },
  });
  await get(page, 'act.do', { dossier: other?.id ?? '', act: returned });
  const closed = await second();
  await page.keyboard.press('Control+Enter');
  await expect(alert).toContainText(sayMessage(refusals.alreadyReturned));
  await page.keyboard.press('Escape');
  await expect(inFront(page)).toHaveCount(0);
  expect(await second()).toEqual(closed);

  await returnToProxy(counter, third?.code ?? '', join(scratch, 'returned.pdf'));
  expect(faults).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});
