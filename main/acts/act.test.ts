import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { OfficialReceipt } from '../../shared/dossier/acts/money-events.ts';
import { commandOf } from '../../shared/dossier/acts/testing-life.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { getCabinet } from '../desk/desk.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findDossierState, findSummary } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { putAttachment } from '../vault/attachments.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';

const opened: TestDesk[] = [];
/** Where her dialog says; null while there is none. */
let saveTo: string | null = null;
const openDesk = async (): Promise<TestDesk> => {
  const one = openTestDesk({ dialogs: { saveFile: () => Promise.resolve(saveTo) } });
  opened.push(one);
  await foundSample(one);
  return one;
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const accepted = async (desk: TestDesk, idNumber?: string): Promise<string> =>
  (await acceptSample(desk, await readySample(desk, idNumber))).dossier;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

const receipt: OfficialReceipt = {
  form: '01BLP',
  series: 'AA-26E',
  number: '0000012',
  date: '2026-11-23',
  kind: 'electronic',
};

describe('an act', () => {
  it('answers with the whole page and tells the windows after the commit', async () => {
    const desk = await openDesk();
    const dossier = await accepted(desk);
    await settled();
    desk.told.splice(0);
    const act = commandOf('handOver', randomUUID());
    const done = await desk.ask('act.do', { dossier, act });
    expect(done).toMatchObject({
      ok: true,
      value: { page: { row: { business: 'processing', holder: 'Công chức tư pháp – hộ tịch' } } },
    });
    if (!done.ok) return;
    const { page, events } = done.value;
    expect(page.history.map(({ type }) => type)).toEqual(['dossierAccepted', 'handedOver']);
    expect(events).toEqual([page.history[1]?.id]);
    expect(page.history[1]).toMatchObject({ clerkName: 'Cán bộ Mẫu', desk: 1 });
    expect(desk.told).toEqual([]);
    await settled();
    expect(desk.told[0]).toMatchObject({ kind: 'delta', rows: [{ id: dossier, business: 'processing' }] });
    expect(await desk.ask('dossier.get', { id: dossier })).toEqual({ ok: true, value: page });
    const { db } = getCabinet(desk.desk);
    expect(findSummary(db, dossier)).toEqual(page.row);
    expect(verifyJournal(rowsAfter(db, 0), chainCrypto, emptyCheckpoint()).report.faults).toEqual([]);
  });

  it('asked twice is done once and answered with the same events', async () => {
    const desk = await openDesk();
    const dossier = await accepted(desk);
    const act = commandOf('requestSupplements', randomUUID());
    const first = await desk.ask('act.do', { dossier, act });
    const again = await desk.ask('act.do', { dossier, act });
    expect(again).toEqual(first);
    const other = await desk.ask('act.do', { dossier, act: { ...act, command: randomUUID() } });
    expect(other).toMatchObject({ ok: false, fault: { code: 'awaitingSupplements' } });
  });

  it('takes form numbers without gaps, and none for what is refused', async () => {
    const desk = await openDesk();
    const numbers: number[] = [];
    for (const person of ['019199000123', '019199000124', '019199000125']) {
      const dossier = await accepted(desk, person);
      const empty = { ...commandOf('requestSupplements', randomUUID()), missing: [], reason: '' };
      expect(await desk.ask('act.do', { dossier, act: empty })).toMatchObject({ ok: false });
      await desk.ask('act.judge', { dossier, act: commandOf('requestSupplements', randomUUID()) });
      const done = await desk.ask('act.do', {
        dossier,
        act: commandOf('requestSupplements', randomUUID()),
      });
      if (done.ok) numbers.push(done.value.page.state.rounds[0]?.asked.number ?? 0);
    }
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('is judged without leaving a trace, with the figures its form shows', async () => {
    const desk = await openDesk();
    const dossier = await accepted(desk);
    const { db } = getCabinet(desk.desk);
    const before = findDossierState(db, dossier);
    const act = commandOf('extend', randomUUID(), { date: '2026-12-02', reason: '', signer: '' });
    const judged = await desk.ask('act.judge', { dossier, act });
    expect(judged).toMatchObject({
      ok: true,
      value: {
        fault: { code: 'invalidInput', problems: [{ field: 'reason' }, { field: 'signer' }] },
        warnings: [],
        // The close of that working day.
        after: { dueAt: Date.parse('2026-12-02T17:00:00+07:00'), formNumber: '04-0001/2026' },
      },
    });
    await desk.ask('act.do', { dossier, act: commandOf('requestSupplements', randomUUID()) });
    await desk.ask('act.do', { dossier, act: commandOf('receiveSupplements', randomUUID()) });
    const second = await desk.ask('act.judge', {
      dossier,
      act: commandOf('requestSupplements', randomUUID()),
    });
    expect(second).toMatchObject({
      ok: true,
      value: { fault: null, warnings: ['countsAsLate'], after: { onTime: { why: 'askedTwice' } } },
    });
    expect(before?.extensions).toEqual([]);
    expect(findDossierState(db, dossier)?.extensions).toEqual([]);
  });

  it('refuses an official receipt that another dossier has', async () => {
    const desk = await openDesk();
    const fee = { label: 'Lệ phí mẫu', fee: null, amount: 16_000, quantity: 1, exemption: null };
    const paid = async (idNumber: string) => {
      const form = { ...(await readySample(desk, idNumber)), fees: [fee] };
      return (await acceptSample(desk, form)).dossier;
    };
    const [one, other] = [await paid('019199000123'), await paid('019199000124')];
    const collect = () => commandOf('collectFee', randomUUID(), { amount: 16_000, receipt });
    expect(await desk.ask('act.do', { dossier: one, act: collect() })).toMatchObject({
      ok: true,
      value: { page: { row: { owed: 0 }, state: { money: { payments: [{ receipt }] } } } },
    });
    const again = commandOf('collectFee', randomUUID(), {
      amount: 16_000,
      receipt: { ...receipt, number: '12' },
    });
    expect(await desk.ask('act.do', { dossier: other, act: again })).toMatchObject({
      ok: false,
      fault: { problems: [{ field: 'receipt.number', code: 'actReceiptTwice' }] },
    });
    expect(await desk.ask('act.remembered', {})).toMatchObject({
      ok: true,
      value: { receipts: [{ form: '01BLP', series: 'AA-26E', kind: 'electronic' }] },
    });
  });

  it('names no file the vault does not hold', async () => {
    const desk = await openDesk();
    const dossier = await accepted(desk);
    const files = [{ hash: 'ab'.repeat(32), name: 'ket-qua.pdf', size: 10, mime: 'application/pdf' }];
    const act = commandOf('recordResult', randomUUID(), { files });
    expect(await desk.ask('act.do', { dossier, act })).toMatchObject({
      ok: false,
      fault: { code: 'fileUnreadable', params: { name: 'ket-qua.pdf' } },
    });
  });

  it('gives a file of its result back as it was taken in, and says where one is that is not here', async () => {
    const desk = await openDesk();
    const dossier = await accepted(desk);
    const given = Buffer.from('%PDF-1.7\nkết quả mẫu');
    const taken = join(desk.folder, 'lay-ra.pdf');
    saveTo = taken;
    const { hash, size } = await putAttachment(
      desk.desk.places.data,
      getCabinet(desk.desk).databaseKey,
      Readable.from([given]),
    );
    const files = [{ hash, name: 'ket-qua.pdf', size, mime: 'application/pdf' }];
    const act = commandOf('recordResult', randomUUID(), { files });
    expect(await desk.ask('act.do', { dossier, act })).toMatchObject({ ok: true });
    expect(await desk.ask('dossier.saveFile', { id: dossier, hash })).toMatchObject({
      ok: true,
      value: { outcome: 'saved', detail: taken },
    });
    expect(readFileSync(taken)).toEqual(given);
    expect(await desk.ask('dossier.saveFile', { id: dossier, hash: 'ab'.repeat(32) })).toMatchObject({
      ok: false,
      fault: { code: 'fileNotHere' },
    });
  });

  it('waits while the day is in doubt, and asks a dossier nobody knows', async () => {
    const desk = await openDesk();
    const dossier = await accepted(desk);
    const act = commandOf('storePaperFile', randomUUID());
    expect(await desk.ask('act.do', { dossier: 'nowhere', act })).toMatchObject({
      ok: false,
      fault: { code: 'unknownDossier' },
    });
    getCabinet(desk.desk).business.offset = -10 * 86_400_000;
    expect(await desk.ask('act.do', { dossier, act })).toMatchObject({
      ok: false,
      fault: { code: 'dayUnconfirmed' },
    });
  });
});

describe('one act on many dossiers', () => {
  it('is done or refused for each, and finished when asked again', async () => {
    const desk = await openDesk();
    const one = await accepted(desk, '019199000123');
    const two = await accepted(desk, '019199000124');
    await desk.ask('act.do', { dossier: two, act: commandOf('recordResult', randomUUID()) });
    await settled();
    desk.told.splice(0);
    const act = commandOf('handOver', randomUUID(), { batch: 'lo-1' });
    const many = await desk.ask('act.doMany', { dossiers: [one, two, 'nowhere', one], act });
    expect(many).toMatchObject({
      ok: true,
      value: [
        { dossier: one, fault: null, row: { holder: 'Công chức tư pháp – hộ tịch' } },
        { dossier: two, fault: { code: 'resultIssued' }, row: { business: 'resultReady' }, events: [] },
        { dossier: 'nowhere', fault: { code: 'unknownDossier' }, row: null },
      ],
    });
    expect(many.ok && many.value).toHaveLength(3);
    await settled();
    expect(desk.told.filter(({ kind }) => kind === 'delta')).toMatchObject([{ rows: [{ id: one }] }]);
    const again = await desk.ask('act.doMany', { dossiers: [one], act });
    expect(again.ok && again.value[0]?.events).toEqual(many.ok && many.value[0]?.events);
    const { db } = getCabinet(desk.desk);
    const state = findDossierState(db, one);
    expect(state?.moves).toHaveLength(1);
    expect(state && summaryOf(state)).toEqual(findSummary(db, one));
  });
});
