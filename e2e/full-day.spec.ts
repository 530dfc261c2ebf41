import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DossierPage, DossierRow } from '../shared/contract.ts';
import { formatDate } from '../shared/calendar/vietnam-time.ts';
import { formatMoney } from '../shared/fees/money.ts';
import { receiptScanText } from '../shared/forms/receipt-scan.ts';
import { actLetters } from '../renderer/screens/dossier/acts/act-keys.ts';
import { inFront } from './clerk/acts.ts';
import { answerDialogs, launch, pullThePlug } from './clerk/application.ts';
import type { Counter } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { savePaper } from './clerk/paper.ts';
import { cardOf, errands, firstFor, takeInQueue, visit } from './clerk/queue.ts';
import type { Visit } from './clerk/queue.ts';
import { quickHandsOn } from './clerk/quick-hands.ts';
import type { QuickHands, Stroke } from './clerk/quick-hands.ts';
import { goTo, lock, signIn } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { pdfText } from './pdf-tools.ts';
import { packagedApp } from '../scripts/packaged-app.mjs';

const second = { name: 'Trần Thị Mẫu Hai', username: 'hai', password: 'bốn từ tiếng việt khác' };
const everyone = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' } as const;
const say = words.day.many;

const queue = (from: number, to: number): Visit[] =>
  Array.from({ length: to - from }, (_, turn) => visit(from + turn));

const rowsOf = async (page: Page): Promise<DossierRow[]> =>
  (await get(page, 'dossier.list', { filter: everyone, offset: 0, limit: 500 })).rows;

/** Goes to one list of the dossiers and marks all of it for an act. */
const markAll = async (
  page: Page,
  hands: QuickHands,
  list: 'counter' | 'officer',
  count: number,
): Promise<void> => {
  await goTo(page, 'F3');
  await page.getByRole('radio', { name: words.dossiers.list.statuses[list] }).focus();
  await hands({ press: 'Space' });
  await expect(page.getByText(words.dossiers.list.total({ count: String(count) }))).toBeVisible();
  await page.getByRole('grid', { name: words.dossiers.list.table }).focus();
  await hands({ press: 'Control+a' });
  await expect(page.getByText(say.marked({ count }))).toBeVisible();
};

const handOver = async (page: Page, hands: QuickHands, unit: string): Promise<void> => {
  await hands({ press: 'g' });
  await page.getByRole('combobox', { name: say.unit }).waitFor();
  await hands({ type: unit }, { press: 'Control+Enter' });
};

/** One act on the dossier whose receipt was scanned: its form by its letter, what is filled in, and away with its paper. */
const actByKeys = async (
  page: Page,
  hands: QuickHands,
  act: keyof typeof actLetters,
  strokes: readonly Stroke[],
  fill: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await hands({ press: `Alt+${actLetters[act].toLowerCase()}` });
  await inFront(page).locator('[data-field]').first().waitFor();
  await hands(...strokes);
  await fill();
  await hands({ press: 'Control+Enter' });
  await inFront(page).getByRole('button', { name: words.dossiers.paper.save, exact: true }).waitFor();
  await hands({ press: 'Escape' });
  await inFront(page).waitFor({ state: 'detached' });
};

const receiptOf = ({ state: { accepted } }: DossierPage): string =>
  receiptScanText('', accepted?.code ?? '', accepted?.key ?? '');

const openByReceipt = async (page: Page, hands: QuickHands, dossier: DossierPage): Promise<void> => {
  await hands({ scan: receiptOf(dossier) });
  await page.locator('#dossier-code:visible').filter({ hasText: dossier.row.code }).waitFor();
};

/** As the page has it, whatever way its lines were broken. */
const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

test('a full day: 120 citizens, two clerks on one PC, one power cut; all is there, in order, and once', async ({
  open,
  scratch,
}) => {
  test.setTimeout(420_000);
  const counter = await open();
  let { page } = counter;
  let hands = quickHandsOn(counter);
  const { clerk: first } = await get(page, 'app.status', {}).then(({ session }) => session!);
  await get(page, 'clerks.enrol', { ...second, roles: ['reception', 'officer'] });
  const read = async (code: string): Promise<DossierPage> => {
    const [row] = (await get(page, 'dossier.find', { text: code })).rows;
    return get(page, 'dossier.get', { id: row!.id });
  };
  const saveList = async (of: Counter, name: string): Promise<string> => {
    const file = join(scratch, name);
    await savePaper(of, file);
    return pdfText(file);
  };
  const officers = async () => (await get(page, 'dossier.counts', {})).officer;

  const morning = await takeInQueue(page, hands, queue(0, 60));

  // A pile is handed over by keys while somebody asks where her dossier is.
  await markAll(page, hands, 'counter', 60);
  await hands({ press: 'F7' });
  await expect(page.getByLabel(words.day.whereIs.label)).toBeFocused();
  await hands({ type: visit(7).idNumber }, { press: 'Enter' });
  await expect(page.getByRole('region', { name: words.day.whereIs.say })).toContainText('đã được tiếp nhận');
  await hands({ press: 'Escape' });
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('grid', { name: words.dossiers.list.table }).focus();
  await handOver(page, hands, 'Tư pháp – hộ tịch');
  await expect.poll(officers).toBe(60);
  await expect(page.getByRole('dialog', { name: words.lists.names.handOverList })).toBeVisible();
  const list = await saveList(counter, 'ban-giao.pdf');
  for (const text of ['BG-0001/2026', 'Tư pháp – hộ tịch', ...morning]) expect(list).toContain(text);

  // The other clerk sits down at the same PC.
  await lock(page);
  await signIn(page, { name: second.name, password: second.password });
  const noon = await takeInQueue(page, hands, queue(60, 100));
  const incomplete = noon.slice(0, 5);
  for (const code of incomplete) {
    await openByReceipt(page, hands, await read(code));
    await actByKeys(page, hands, 'requestSupplements', [], () =>
      inFront(page).locator('[data-field="missing.0.name"]').fill('Tờ khai'),
    );
  }

  // The plug is pulled while the pile is being written. Nobody knows how far it had come.
  const handed = noon.slice(5);
  await markAll(page, hands, 'counter', 35);
  await handOver(page, hands, 'Địa chính');
  await expect.poll(officers).toBeGreaterThan(60);
  await pullThePlug(counter);

  const after = await launch({
    executable: packagedApp().tested,
    folders: counter.folders,
    at: '2026-11-23T14:00:00+07:00',
  });
  page = after.page;
  hands = quickHandsOn(after);
  try {
    await signIn(page, { name: second.name, password: second.password });
    // After a cut the papers nobody knows the end of are asked about first; she puts it off.
    await expect(page.getByRole('dialog', { name: words.today.unsure.title })).toBeVisible();
    await hands({ press: 'Escape' });
    await expect(page.getByRole('dialog')).toBeHidden();
    expect((await rowsOf(page)).length).toBe(100);
    // What is still at the counter goes now; what was handed over before the cut is there and no more in the list.
    const left = 95 - (await officers());
    if (left > 0) {
      await markAll(page, hands, 'counter', left);
      await handOver(page, hands, 'Địa chính');
      await expect(page.getByRole('dialog', { name: words.lists.names.handOverList })).toBeVisible();
      await hands({ press: 'Escape' });
    }
    expect(await officers()).toBe(95);
    const evening = await takeInQueue(page, hands, queue(100, 120));

    // Results come back for all that was handed over, under one number.
    await markAll(page, hands, 'officer', 95);
    await hands({ press: 'k' });
    await page.getByLabel(say.number).waitFor();
    const tab: Stroke = { press: 'Tab' };
    await hands({ type: '15/TP' }, tab, tab, { type: 'Giấy xác nhận' }, tab, { type: 'Phạm Thị Mẫu' });
    await hands({ press: 'Control+Enter' });
    await expect(page.getByRole('dialog', { name: words.lists.names.resultList })).toBeVisible();
    const results = await saveList(after, 'ket-qua.pdf');
    for (const text of ['15/TP', ...morning, ...handed]) expect(results).toContain(text);

    // Citizens are called, the first of them fetch theirs.
    await goTo(page, 'F1');
    await page.getByRole('button', { name: words.today.ready.call }).click();
    const people = page.getByRole('listbox', { name: words.day.ready.list });
    await expect(people).toBeFocused();
    const choose = async ({ name }: Visit) => {
      await hands({ press: 'Home' });
      while (!(await people.locator('[aria-selected="true"]').innerText()).includes(name))
        await hands({ press: 'ArrowDown' });
    };
    const call = async (one: Visit) => {
      await choose(one);
      await hands({ press: 'g' });
      await expect(people.getByRole('option').filter({ hasText: one.name })).toHaveCount(0);
    };
    // Three who have left a telephone, and share it with nobody.
    await call(visit(0));
    await call(visit(6));
    await choose(visit(firstFor('several', 0)));
    await hands({ press: 'g' });
    await expect(page.getByText(words.day.ready.noNumber)).toBeVisible();
    await call(visit(9));
    expect((await get(page, 'dossier.counts', {})).told).toBe(3);
    const returned = morning.slice(0, 10);
    for (const [turn, code] of returned.entries()) {
      const dossier = await read(code);
      await openByReceipt(page, hands, dossier);
      if (dossier.row.owed > 0) await actByKeys(page, hands, 'collectFee', []);
      // Every other one has left the receipt at home once more and shows her card.
      const scan = turn % 2 === 0 ? receiptOf(dossier) : cardOf(visit(turn));
      await actByKeys(page, hands, 'returnResult', [{ scan }], async () => {
        for (const kept of await inFront(page)
          .locator('[data-field="originals"] input[type="checkbox"]')
          .all())
          await kept.check();
      });
    }

    // The day is whole: everybody once, every code once, every act once, and the chain says so.
    const codes = [...morning, ...noon, ...evening];
    const rows = await rowsOf(page);
    expect(rows.map(({ code }) => code).sort()).toEqual(codes);
    expect(new Set(codes).size).toBe(120);
    const count = (business: DossierRow['business']) =>
      rows.filter((row) => row.business === business).length;
    expect({
      returned: count('returned'),
      ready: count('resultReady'),
      papers: count('awaitingSupplements'),
      counter: count('accepted'),
    }).toEqual({ returned: 10, ready: 85, papers: 5, counter: 20 });
    const pages = await Promise.all(rows.map(({ id }) => get(page, 'dossier.get', { id })));
    const byCode = new Map(pages.map((one) => [one.row.code, one]));
    for (const [turn, code] of codes.entries()) {
      const { errand, procedure, owner, name, idNumber, phone } = visit(turn);
      const { state, history, row } = byCode.get(code)!;
      expect(state.accepted).toMatchObject({
        procedure: { code: procedure },
        owner,
        submitter: { name, idNumber, phone },
        relation: errand === 'onBehalf' ? 'con' : '',
      });
      if (errand === 'several')
        expect(state.accepted?.components[2]).toMatchObject({ originals: 2, held: true });
      if (errand === 'exempt') expect(row.money).toBe('exempt');
      const by = (type: string) =>
        history.filter((one) => one.type === type).map(({ clerkName }) => clerkName);
      expect(by('dossierAccepted')).toEqual([turn < 60 ? first.name : second.name]);
      expect(by('handedOver')).toEqual(turn < 60 ? [first.name] : handed.includes(code) ? [second.name] : []);
      expect(by('resultReturned')).toEqual(turn < 10 ? [second.name] : []);
    }
    // Each series of numbers runs from 1 without a gap, across the cut.
    const series = {
      slips: pages.flatMap(({ state }) =>
        state.moves.flatMap((move) => ('slip' in move ? [move.slip.number] : [])),
      ),
      requests: pages.flatMap(({ state }) => state.rounds.map(({ asked }) => asked.number)),
    };
    for (const numbers of Object.values(series))
      expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, place) => place + 1));
    expect(series.slips).toHaveLength(95);
    const paid = returned.filter((_, turn) => visit(turn).errand === 'several');
    expect(pages.flatMap(({ state }) => state.money.payments)).toHaveLength(paid.length);
    // A receipt of each kind of dossier, of either clerk, says what the journal says.
    for (const turn of errands.map((errand, at) => firstFor(errand, at % 2 === 0 ? 0 : 60))) {
      const { row, state } = byCode.get(codes[turn]!)!;
      const file = join(scratch, `${row.code}.pdf`);
      await answerDialogs(after, { save: file });
      await get(page, 'paper.save', {
        dossier: row.id,
        form: 'receipt',
        layout: { paper: 'A4', twoOnOne: false, copies: ['citizen'] },
      });
      const paper = squeezed(pdfText(file));
      const { accepted, witness } = state;
      const fees = accepted?.fees.flatMap(({ total }) =>
        total === null || total === 0 ? [] : [formatMoney(total)],
      );
      for (const text of [
        row.code,
        visit(turn).name,
        visit(turn).owner.name,
        accepted?.procedure.name ?? '',
        formatDate(row.dueAt ?? 0, words.calendar),
        witness.toUpperCase(),
        ...(fees ?? []),
      ])
        expect(paper).toContain(squeezed(text));
    }
    expect(await get(page, 'journal.verify', { mode: 'full' })).toMatchObject({ faulty: 0 });
    expect([counter.faults, after.faults]).toEqual([[], []]);
  } finally {
    await pullThePlug(after);
  }
});
