import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenStatement } from '../../shared/contract.ts';
import { commandOf } from '../../shared/dossier/acts/testing-life.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { vietQr } from '../../shared/fees/viet-qr.ts';
import { getCabinet } from '../desk/desk.ts';
import { dossierJob } from '../desk/paper-jobs.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findDossierState } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';

const opened: TestDesk[] = [];
const chosen: { file: string | null } = { file: null };
const openDesk = async (): Promise<TestDesk> => {
  const desk = openTestDesk({
    dialogs: { openFiles: () => Promise.resolve(chosen.file === null ? null : [chosen.file]) },
  });
  opened.push(desk);
  await foundSample(desk);
  return desk;
};
afterEach(() => {
  for (const desk of opened.splice(0)) desk.close();
});

const fee = { label: 'Lệ phí mẫu', fee: null, amount: 16_000, quantity: 1, exemption: null };
let person = 0;
const owing = async (desk: TestDesk, amount = 16_000): Promise<{ id: string; code: string }> => {
  person += 1;
  const form = await readySample(desk, `0191990${String(person).padStart(5, '0')}`);
  const { dossier, code } = await acceptSample(desk, { ...form, fees: [{ ...fee, amount }] });
  return { id: dossier, code };
};

const series = { form: '01BLP2-001', series: 'AA-26P' };
const take = (desk: TestDesk, from = 1, to = 3) =>
  desk.ask('money.assignBook', { ...series, from, to, kind: 'ordered' });
const receipt = (number: string) => ({ ...series, number, date: '2026-11-23', kind: 'ordered' }) as const;
const collect = (desk: TestDesk, dossier: string, number: string) =>
  desk.ask('act.do', {
    dossier,
    act: commandOf('collectFee', randomUUID(), { amount: 16_000, receipt: receipt(number) }),
  });
const till = async (desk: TestDesk) => {
  const answer = await desk.ask('money.till', {});
  return answer.ok ? answer.value : expect.fail(JSON.stringify(answer.fault));
};

describe('a receipt book', () => {
  it('gives its numbers in turn, none twice, and asks for another when it is finished', async () => {
    const desk = await openDesk();
    expect(await take(desk)).toMatchObject({ ok: true });
    expect(await take(desk)).toMatchObject({ fault: { problems: [{ code: 'bookOverlaps' }] } });
    expect((await till(desk)).books).toMatchObject([{ next: 1, left: 3, assignedOn: '2026-11-23' }]);
    const [one, two, three] = [await owing(desk), await owing(desk), await owing(desk)];
    expect(await collect(desk, one.id, '3')).toMatchObject({
      fault: {
        problems: [{ field: 'receipt.number', code: 'actReceiptNotNext', params: { next: '0000001' } }],
      },
    });
    expect(await collect(desk, one.id, '0000001')).toMatchObject({ ok: true });
    expect(await collect(desk, two.id, '1')).toMatchObject({
      fault: { problems: [{ code: 'actReceiptTwice' }] },
    });
    // Small letters are the same series.
    const small = { ...receipt('3'), form: '01blp2-001', series: 'aa-26p' };
    const act = commandOf('collectFee', randomUUID(), { amount: 16_000, receipt: small });
    expect(await desk.ask('act.do', { dossier: two.id, act })).toMatchObject({
      fault: { problems: [{ code: 'actReceiptNotNext' }] },
    });
    const torn = { ...series, from: 2, to: 2, reason: 'In lệch' };
    expect(await desk.ask('money.voidReceipts', { ...torn, from: 3, to: 3 })).toMatchObject({
      fault: { problems: [{ field: 'from', code: 'voidNotNext' }] },
    });
    expect(await desk.ask('money.voidReceipts', torn)).toMatchObject({ ok: true });
    expect(await desk.ask('money.voidReceipts', torn)).toMatchObject({ ok: false });
    expect(await collect(desk, two.id, '2')).toMatchObject({
      fault: { problems: [{ code: 'actReceiptTwice' }] },
    });
    expect(await collect(desk, two.id, '3')).toMatchObject({ ok: true });
    expect((await till(desk)).books).toMatchObject([{ next: null, used: 2, voided: 1, left: 0 }]);
    // Of no book of this counter: as it was typed.
    expect(await collect(desk, three.id, '777')).toMatchObject({ ok: true });
  });

  it('stands again as it was after the projections are made anew', async () => {
    const desk = await openDesk();
    await take(desk, 1, 50);
    const { id } = await owing(desk);
    await collect(desk, id, '1');
    await desk.ask('money.voidReceipts', { ...series, from: 2, to: 4, reason: 'Mất' });
    const before = await till(desk);
    const { db } = getCabinet(desk.desk);
    db.exec(
      "DELETE FROM official_receipt; DELETE FROM bank_line; DELETE FROM office_state WHERE name = 'office'",
    );
    expect(Array.from(rebuildProjections(db)).length).toBeGreaterThan(0);
    expect(await till(desk)).toEqual(before);
    expect(before.books).toMatchObject([{ next: 5, used: 1, voided: 3, left: 46 }]);
    expect(verifyJournal(rowsAfter(db, 0), chainCrypto, emptyCheckpoint()).report.faults).toEqual([]);
  });

  it.each([
    { ...series, from: 1, to: 1, reason: '' },
    { ...series, from: 1, to: 99, reason: 'x' },
    { ...series, series: 'ZZ', from: 1, to: 1, reason: 'x' },
  ])('is not written off without a reason, or beyond its end: %j', async (input) => {
    const desk = await openDesk();
    await take(desk);
    expect(await desk.ask('money.voidReceipts', input)).toMatchObject({ fault: { code: 'invalidInput' } });
    expect((await till(desk)).books).toMatchObject([{ next: 1, voided: 0 }]);
  });
});

describe('the collecting account', () => {
  it('is none, then the office’s, then none again', async () => {
    const desk = await openDesk();
    expect(await till(desk)).toMatchObject({ account: null, accountFrom: null });
    const account = { bin: '970405', number: '8500 2010 00123', holder: 'Trung tâm Mẫu' };
    await desk.ask('money.setAccount', { account });
    expect(await till(desk)).toMatchObject({ account: { number: '8500201000123' }, accountFrom: 'office' });
    expect(await desk.ask('money.setAccount', { account: { ...account, bin: '1' } })).toMatchObject({
      fault: { problems: [{ field: 'bin', code: 'bankBin' }] },
    });
    await desk.ask('money.setAccount', { account: null });
    expect(await till(desk)).toMatchObject({ account: null });
  });

  it('is the one the newest catalogue publishes for this office, until the office has its own or takes it back', async () => {
    const desk = await openDesk();
    const { id, code } = await owing(desk);
    const cabinet = getCabinet(desk.desk);
    const [shipped] = cabinet.rules.catalogues;
    if (!shipped) throw new Error('no catalogue');
    const published = (number: string, office: string) => ({
      ...shipped,
      accounts: { [office]: { bin: '970405', number, holder: 'Kho bạc mẫu' } },
    });
    cabinet.rules = {
      ...cabinet.rules,
      catalogues: [
        published('1000200030001', 'H55.242'),
        published('9999', 'H99.999'),
        published('1000200030002', 'H55.242'),
      ],
    };
    expect(await till(desk)).toMatchObject({ account: { number: '1000200030002' }, accountFrom: 'pack' });

    // What is left after a part payment can be transferred by the slip's own code.
    const act = commandOf('collectFee', randomUUID(), { amount: 6000 });
    const paid = await desk.ask('act.do', { dossier: id, act });
    const about = paid.ok ? (paid.value.events[0] ?? '') : '';
    const slip = () => {
      const state = findDossierState(cabinet.db, id);
      const layout = { paper: 'A5' as const, twoOnOne: false, copies: ['citizen' as const] };
      const job = state && dossierJob(desk.desk, state, { form: 'cash', about, layout, reprint: false });
      return job?.ok ? job.value.values[0] : undefined;
    };
    expect(slip()?.['transfer']).toMatchObject({
      qr: vietQr({ bin: '970405', number: '1000200030002', holder: 'Kho bạc mẫu' }, code, 10_000),
      number: '1000200030002',
    });
    await desk.ask('money.setAccount', { account: null });
    expect(await till(desk)).toMatchObject({ account: null, accountFrom: null });
    expect(slip()).toMatchObject({ transfer: null });
  });
});

const claim = (desk: TestDesk, dossier: string, amount = 16_000) =>
  desk.ask('act.do', { dossier, act: commandOf('claimTransfer', randomUUID(), { amount, reference: '' }) });

const openFile = async (
  desk: TestDesk,
  bytes: string | Uint8Array,
  name = 'sao-ke.csv',
): Promise<OpenStatement> => {
  chosen.file = join(desk.folder, name);
  writeFileSync(chosen.file, bytes);
  const answer = await desk.ask('money.openStatement', {});
  return answer.ok ? answer.value : expect.fail(JSON.stringify(answer.fault));
};
const csv = (lines: readonly (readonly [string, string])[]): string =>
  [
    'Ngày giao dịch,Số tiền ghi có,Nội dung',
    ...lines.map(([amount, text]) => `23/11/2026,"${amount}",${text}`),
  ].join('\r\n');
const bare = (code: string): string => code.replace(/[^A-Z0-9]/g, '');

describe('a bank statement', () => {
  it('proposes by code and amount, and no line is matched twice', async () => {
    const desk = await openDesk();
    const [paid, short, quiet] = [await owing(desk), await owing(desk), await owing(desk, 21_000)];
    await claim(desk, paid.id);
    await claim(desk, short.id);
    await claim(desk, quiet.id, 21_000);
    expect(await desk.ask('money.claims', {})).toMatchObject({
      value: [{ row: { id: paid.id }, amount: 16_000 }, { row: { id: short.id } }, { row: { id: quiet.id } }],
    });
    const file = csv([
      ['16,000', bare(paid.code)],
      ['16,000', `${bare(paid.code)} lan hai`],
      ['15,000', bare(short.code)],
      ['21,000', 'Nguyen Van Mau nop phi'],
      ['5,000', 'khong ro'],
    ]);
    const statement = await openFile(desk, file);
    expect(
      statement.lines.map(({ verdict, proposals }) => [verdict, proposals.map(({ row }) => row.id)]),
    ).toEqual([
      ['exact', [paid.id]],
      ['double', [paid.id]],
      ['wrongAmount', [short.id]],
      ['unknown', [quiet.id]],
      ['unknown', []],
    ]);
    const mark = (place: number) => statement.lines[place]?.mark ?? '';
    const match = (place: number, dossier: string) =>
      desk.ask('money.matchLines', {
        statement: statement.id,
        matches: [{ line: mark(place), dossier, command: randomUUID() }],
      });
    expect(await match(0, paid.id)).toMatchObject({ value: [{ fault: null }] });
    expect(await match(0, short.id)).toMatchObject({ value: [{ fault: { code: 'bankLineTaken' } }] });
    expect(await match(2, short.id)).toMatchObject({ value: [{ fault: null }] });
    expect(await match(3, quiet.id)).toMatchObject({ value: [{ fault: null }] });
    expect(await desk.ask('dossier.get', { id: paid.id })).toMatchObject({
      value: {
        row: { owed: 0 },
        state: { money: { payments: [{ kind: 'transfer', amount: 16_000, bankLine: mark(0) }] } },
      },
    });
    expect(await desk.ask('dossier.get', { id: short.id })).toMatchObject({
      value: { row: { owed: 1_000 } },
    });
    // The same file again, and the same lines from another one.
    const again = await openFile(desk, file);
    expect(again.lines.map(({ verdict }) => verdict)).toEqual([
      'matched',
      'double',
      'matched',
      'matched',
      'unknown',
    ]);
    expect(await desk.ask('money.statement', { id: statement.id })).toMatchObject({
      fault: { code: 'statementGone' },
    });
    expect(await desk.ask('money.claims', {})).toMatchObject({ value: [] });
  });

  it('is read from XLSX as from CSV: the line is known again', async () => {
    const desk = await openDesk();
    const { id, code } = await owing(desk);
    await claim(desk, id);
    const first = await openFile(desk, csv([['16,000', bare(code)]]));
    const matches = [{ line: first.lines[0]?.mark ?? '', dossier: id, command: randomUUID() }];
    await desk.ask('money.matchLines', { statement: first.id, matches });
    const rows = [
      ['Sao kê mẫu', null, null],
      ['Ngày giao dịch', 'Số tiền ghi có', 'Nội dung'],
      [new Date(Date.UTC(2026, 10, 23)), 16_000, bare(code)],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] });
    const { lines } = await openFile(desk, bytes, 'sao-ke.xlsx');
    expect(lines).toMatchObject([
      { verdict: 'matched', bankDate: '2026-11-23', proposals: [{ row: { id } }] },
    ]);
  });

  it.each<[string, string | Uint8Array]>([
    ['another file', 'xin chào'],
    ['nothing', ''],
    ['a broken archive', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(400, 7)])],
    ['bytes that are no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8])],
  ])('that is %s is refused with what to do', async (_, bytes) => {
    const desk = await openDesk();
    chosen.file = join(desk.folder, 'x.csv');
    writeFileSync(chosen.file, bytes);
    expect(await desk.ask('money.openStatement', {})).toMatchObject({
      fault: { code: 'statementUnreadable' },
    });
  });

  it('is forgotten when the counter locks', async () => {
    const desk = await openDesk();
    await openFile(desk, csv([['1,000', 'x']]));
    await desk.ask('session.lock', {});
    expect(desk.desk.statement).toBeNull();
  });
});
