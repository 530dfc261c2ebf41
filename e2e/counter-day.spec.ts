import { join } from 'node:path';
import { get } from './clerk/bridge.ts';
import { handsOn } from './clerk/hands.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { savePaper } from './clerk/paper.ts';
import { scan } from './clerk/scanner.ts';
import { goTo } from './clerk/session.ts';
import { citizen, takeIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { pdfText } from './pdf-tools.ts';
import { maritalStatus } from './samples.ts';

const ask = words.day.whereIs;

test('F7 from a half-typed intake: a scan answers, a name answers, and what was typed is still there', async ({
  kept,
}) => {
  const { page } = kept;
  const { submitter } = maritalStatus;
  await fillIntake(kept, {
    ...maritalStatus,
    submitter: { ...submitter, name: 'Phùng Thị Thí Dụ', idNumber: '019190000789', sex: 'nữ' },
  });
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
  await hands.type('phung thi thi du');
  await hands.press('Enter');
  await expect(answer).toContainText('Hồ sơ của ông/bà đã được tiếp nhận lúc');
  await page.keyboard.press('Enter');
  await expect(page.locator('#dossier-code:visible')).toHaveText(code);
  await goTo(page, 'F2');
  await expect(name).toHaveValue('Lê Văn Ví Dụ');
  expect(kept.faults).toEqual([]);
});

test('the palette leaves a half-typed intake for the place she names', async ({ kept }) => {
  const { page } = kept;
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

test('a pile from the list: handed over, results written, citizens called, all by keys', async ({
  open,
  scratch,
}) => {
  const counter = await open();
  const { page } = counter;
  const hands = handsOn(page);
  const ids = await takeIn(page, [citizen(0), citizen(1), citizen(2)]);
  const businessOf = async () => {
    const pages = await Promise.all(ids.map((id) => get(page, 'dossier.get', { id })));
    return pages.map(({ row }) => row.business);
  };
  const say = words.day.many;
  await goTo(page, 'F3');
  const list = page.getByRole('grid', { name: words.dossiers.list.table });
  await expect(list.getByRole('row')).toHaveCount(4);
  await expect(list).toBeFocused();
  await hands.press('Control+A');
  await expect(page.getByText(say.marked({ count: 3 }))).toBeVisible();
  await hands.press('g');
  await page.getByRole('combobox', { name: say.unit }).fill('Tư pháp – hộ tịch');
  await hands.press('Control+Enter');
  await expect.poll(businessOf).toEqual(['processing', 'processing', 'processing']);
  // One list for both sides to sign: its number is taken by the save, and what it says is the journal's.
  await expect(page.getByRole('dialog', { name: words.lists.names.handOverList })).toBeVisible();
  const list1 = join(scratch, 'ban-giao.pdf');
  await savePaper(counter, list1);
  await expect(page.getByRole('dialog')).toBeHidden();
  const handedOver = pdfText(list1);
  for (const text of ['BG-0001/2026', 'Tư pháp – hộ tịch', 'Bên giao giữ', 'Bên nhận giữ', '-0001', '-0003'])
    expect(handedOver).toContain(text);

  // The first two get their result; the third has it already and says so, and stays marked.
  await get(page, 'act.do', {
    dossier: ids[2]!,
    act: {
      kind: 'recordResult',
      command: crypto.randomUUID(),
      approved: true,
      number: '9/TP',
      date: '2026-11-23',
      summary: 'Giấy xác nhận',
      signer: 'Phạm Thị Mẫu',
      files: [],
      replaces: false,
    },
  });
  await list.focus();
  await hands.press('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'k');
  await page.getByLabel(say.number).fill('15/TP');
  await page.getByLabel(say.summary).fill('Giấy xác nhận tình trạng hôn nhân');
  await page.getByRole('combobox', { name: say.signer }).fill('Phạm Thị Mẫu');
  await hands.press('Control+Enter');
  await expect.poll(businessOf).toEqual(['resultReady', 'resultReady', 'resultReady']);
  await expect(page.getByText(say.refused({ count: 1 }))).toBeVisible();
  // The first closes what the field offers.
  await hands.press('Escape', 'Escape');
  await expect(page.getByRole('dialog', { name: words.lists.names.resultList })).toBeVisible();
  await hands.press('Escape');
  await expect(page.getByText(say.marked({ count: 1 }))).toBeVisible();

  // One call tells of both dossiers of a telephone.
  const ready = words.day.ready;
  await goTo(page, 'F1');
  await page.getByRole('button', { name: words.today.ready.call }).click();
  await expect(page.getByText(ready.total({ people: 2, count: 3 }))).toBeVisible();
  const people = page.getByRole('listbox', { name: ready.list });
  await expect(people).toBeFocused();
  await hands.press('i');
  const calls = join(scratch, 'goi-bao.pdf');
  await savePaper(counter, calls);
  for (const text of ['GB-0001/2026', citizen(0).name, citizen(2).name])
    expect(pdfText(calls)).toContain(text);
  await expect(page.getByRole('dialog')).toBeHidden();
  await hands.press('ArrowUp');
  await people.getByRole('option', { name: citizen(2).phone }).click();
  await hands.press('g');
  await expect(page.getByText(ready.total({ people: 1, count: 1 }))).toBeVisible();
  await hands.press('k');
  await expect(people.getByText('đã gọi 1 lần')).toBeVisible();
  expect((await get(page, 'dossier.counts', {})).told).toBe(2);
  expect(counter.faults).toEqual([]);
});
