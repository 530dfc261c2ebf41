import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { ActOfMany, DossierRow, InputOf } from '../shared/contract.ts';
import { launch, pullThePlug } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { handsOn } from './clerk/hands.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { goTo, lock, signIn } from './clerk/session.ts';
import { citizen, takeIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { packagedApp } from '../scripts/packaged-app.mjs';
import { shortest } from './samples.ts';

const second = { name: 'Trần Thị Mẫu Hai', username: 'hai', password: 'bốn từ tiếng việt khác' };
const everyone = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' } as const;

type Act = InputOf<'act.doMany'>['act'];

const rowsOf = async (page: Page): Promise<DossierRow[]> =>
  (await get(page, 'dossier.list', { filter: everyone, offset: 0, limit: 500 })).rows;

/** One act on many; none of them may be refused. */
const doAll = async (page: Page, dossiers: string[], act: Act): Promise<ActOfMany[]> => {
  const answers = await get(page, 'act.doMany', { dossiers, act });
  expect(answers.filter(({ fault }) => fault !== null)).toEqual([]);
  return answers;
};

const result = (number: string): Act => ({
  kind: 'recordResult',
  command: randomUUID(),
  approved: true,
  number,
  date: '2026-11-23',
  summary: 'Giấy xác nhận tình trạng hôn nhân',
  signer: 'Phạm Thị Mẫu',
  files: [],
  replaces: false,
});

test('a full day: 120 citizens, two clerks on one PC, one power cut; all is there, in order, and once', async ({
  open,
}) => {
  test.setTimeout(240_000);
  const counter = await open();
  let { page } = counter;
  const hands = handsOn(page);
  const { clerk: first } = await get(page, 'app.status', {}).then(({ session }) => session!);
  await get(page, 'clerks.enrol', { ...second, roles: ['reception', 'officer'] });

  // The morning: the first citizen by the page itself, the queue behind her through the same door.
  await fillIntake(counter, shortest);
  await accept(page);
  const morning = await takeIn(
    page,
    Array.from({ length: 59 }, (_, turn) => citizen(turn)),
  );

  // A pile is handed over by keys while somebody asks where her dossier is.
  await goTo(page, 'F3');
  const list = page.getByRole('grid', { name: words.dossiers.list.table });
  await expect(page.getByText(words.dossiers.list.total({ count: '60' }))).toBeVisible();
  await list.focus();
  await hands.press('Control+A');
  await expect(page.getByText(words.day.many.marked({ count: 60 }))).toBeVisible();
  await hands.press('F7');
  await expect(page.getByLabel(words.day.whereIs.label)).toBeFocused();
  await hands.type(citizen(7).idNumber);
  await hands.press('Enter');
  await expect(page.getByRole('region', { name: words.day.whereIs.say })).toContainText('đã được tiếp nhận');
  await hands.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await list.focus();
  await hands.press('g');
  await page.getByRole('combobox', { name: words.day.many.unit }).fill('Tư pháp – hộ tịch');
  await hands.press('Control+Enter');
  await expect.poll(async () => (await get(page, 'dossier.counts', {})).officer).toBe(60);
  // The list to be signed is left for later.
  await expect(page.getByRole('dialog', { name: words.lists.names.handOverList })).toBeVisible();
  await hands.press('Escape');

  // The other clerk sits down at the same PC.
  await lock(page);
  await signIn(page, { name: second.name, password: second.password });
  const noon = await takeIn(
    page,
    Array.from({ length: 40 }, (_, turn) => citizen(100 + turn)),
  );
  const supplements = noon.slice(0, 5);
  await doAll(page, supplements, {
    kind: 'requestSupplements',
    command: randomUUID(),
    missing: [{ name: 'Tờ khai', count: 1, what: '' }],
    reason: '',
    respondBy: '2026-12-04',
  });
  const handed = noon.slice(5);
  const handOver: Act = {
    kind: 'handOver',
    command: randomUUID(),
    to: { unit: 'Địa chính', person: '' },
    batch: 'chiều',
    note: '',
  };

  // The plug is pulled while the pile is being written. Nobody knows how far it had come.
  const cut = get(page, 'act.doMany', { dossiers: handed, act: handOver }).catch(() => undefined);
  await expect.poll(async () => (await get(page, 'dossier.counts', {})).officer).toBeGreaterThan(60);
  await pullThePlug(counter);
  await cut;

  const after = await launch({
    executable: packagedApp().tested,
    folders: counter.folders,
    at: '2026-11-23T14:00:00+07:00',
  });
  page = after.page;
  try {
    await signIn(page, { name: second.name, password: second.password });
    // After a cut the papers nobody knows the end of are asked about first; she puts it off.
    await expect(page.getByRole('dialog', { name: words.today.unsure.title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect((await rowsOf(page)).length).toBe(100);
    // The same pile again, as the window would send it: what was done is not done twice.
    await doAll(page, handed, handOver);
    expect((await get(page, 'dossier.counts', {})).officer).toBe(95);
    await takeIn(
      page,
      Array.from({ length: 20 }, (_, turn) => citizen(200 + turn)),
    );

    // Results come back, citizens are called, the first of them fetch theirs.
    await doAll(page, morning, result('15/TP'));
    await goTo(page, 'F1');
    await page.getByRole('button', { name: words.today.ready.call }).click();
    const people = page.getByRole('listbox', { name: words.day.ready.list });
    await expect(people).toBeFocused();
    const calls = handsOn(page);
    for (let turn = 1; turn <= 3; turn += 1) {
      const { told } = await get(page, 'dossier.counts', {});
      await calls.press('g');
      await expect.poll(async () => (await get(page, 'dossier.counts', {})).told).toBeGreaterThan(told);
    }
    const returned = morning.slice(0, 30);
    for (const [turn, dossier] of returned.entries())
      await get(page, 'act.do', {
        dossier,
        act: {
          kind: 'returnResult',
          command: randomUUID(),
          to: { kind: 'owner' },
          way: 'counter',
          shown: { by: 'card', idNumber: citizen(turn).idNumber },
          originals: [],
          kept: '',
          signature: 'signature',
          satisfaction: null,
        },
      });

    // The day is whole: everybody once, every code once, every act once, and the chain says so.
    const rows = await rowsOf(page);
    expect(rows.length).toBe(120);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(120);
    const count = (business: DossierRow['business']) =>
      rows.filter((row) => row.business === business).length;
    expect({
      returned: count('returned'),
      ready: count('resultReady'),
      officer: count('processing'),
      papers: count('awaitingSupplements'),
      counter: count('accepted'),
    }).toEqual({ returned: 30, ready: 29, officer: 36, papers: 5, counter: 20 });
    for (const id of handed) {
      const { history } = await get(page, 'dossier.get', { id });
      expect(history.filter(({ type }) => type === 'handedOver').map(({ clerkName }) => clerkName)).toEqual([
        second.name,
      ]);
    }
    const { history } = await get(page, 'dossier.get', { id: morning[0]! });
    expect(history.map(({ type, clerkName }) => [type, clerkName])).toEqual([
      ['dossierAccepted', first.name],
      ['handedOver', first.name],
      ['resultArrived', second.name],
      ...(history.some(({ type }) => type === 'citizenNotified') ? [['citizenNotified', second.name]] : []),
      ['resultReturned', second.name],
    ]);
    expect(await get(page, 'journal.verify', { mode: 'full' })).toMatchObject({ faulty: 0 });
    expect(after.faults).toEqual([]);
  } finally {
    await pullThePlug(after);
  }
});
