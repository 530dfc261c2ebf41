import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MethodName, OutputOf } from '../../shared/contract.ts';
import type { PileForm } from '../../shared/certification/pile.ts';
import { samplePile } from '../../shared/certification/testing-register.ts';
import type { Result } from '../../shared/faults.ts';
import { trialClock } from '../desk/clock.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { openTestDesk, sampleFounding, sampleMoment } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { foundSample, signInSample } from '../testing-intake.ts';

/** The register on real vaults: one office, two desks, a backup put back. */

const valueOf = <T>(answer: Result<T>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};
const codeOf = (answer: Result<unknown>): string => (answer.ok ? 'ok' : answer.fault.code);

const root = mkdtempSync(join(tmpdir(), 'quay-register-'));
const founded = { one: join(root, 'one'), two: join(root, 'two') };
const opened: TestDesk[] = [];

beforeAll(async () => {
  const one = openTestDesk({ folder: founded.one });
  await foundSample(one);
  one.close();
  const two = openTestDesk({ folder: founded.two });
  valueOf(
    await two.ask(
      'setup.found',
      sampleFounding({ desk: { number: 2, name: 'Quầy 2' }, lane: { from: 1000, to: 1999 } }),
    ),
  );
  two.close();
  return () => rmSync(root, { recursive: true, force: true });
});
afterEach(() => opened.splice(0).forEach((desk) => desk.close()));

const freshFolder = (of: keyof typeof founded): string => {
  const folder = mkdtempSync(join(root, `${of}-`));
  cpSync(founded[of], folder, { recursive: true });
  return folder;
};

const startIn = async (folder: string, at = sampleMoment): Promise<TestDesk> => {
  const desk = openTestDesk({ folder, clock: trialClock(at) });
  opened.push(desk);
  await signInSample(desk);
  return desk;
};

const start = (of: keyof typeof founded = 'one'): Promise<TestDesk> => startIn(freshFolder(of));

const stop = (desk: TestDesk): void => {
  opened.splice(opened.indexOf(desk), 1);
  desk.close();
};

const sign = async (desk: TestDesk): Promise<void> => {
  valueOf(await desk.ask('certification.setSigner', { name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' }));
};

const openBook = async (desk: TestDesk, next = 1): Promise<void> => {
  valueOf(await desk.ask('certification.open', { volume: 1, next }));
  await sign(desk);
};

const three = samplePile(['Giấy khai sinh', 1, 3], ['Học bạ', 8, 2], ['Bằng tốt nghiệp đại học', 1, 5]);
const accept = (desk: TestDesk, form: PileForm = three, id: string = randomUUID()) =>
  desk.ask('certification.accept', { id, form });
const page = async (desk: TestDesk): Promise<OutputOf<'certification.page'>> =>
  valueOf(await desk.ask('certification.page', {}));
const get = async <M extends MethodName>(desk: TestDesk, method: M, input: never): Promise<OutputOf<M>> =>
  valueOf(await desk.ask(method, input));

describe('a pile at the desk that holds the book', () => {
  it('is numbered, ends its draft and is one pile however often it is sent', async () => {
    const desk = await start();
    expect(codeOf(await accept(desk))).toBe('registerUnopened');
    await openBook(desk, 1532);
    const id = randomUUID();
    valueOf(await desk.ask('certification.saveDraft', { id, form: three }));
    expect((await page(desk)).drafts).toMatchObject([{ id, form: { papers: [{}, {}, {}] } }]);
    expect(await get(desk, 'intake.drafts', {} as never)).toEqual([]);
    const answer = valueOf(await accept(desk, three, id));
    // 3 × 2,000; 2 × (4,000 + 6 × 1,000); 5 × 2,000.
    expect(answer).toMatchObject({ state: 'certified', from: 1532, to: 1534, year: 2026, total: 36_000 });
    expect(valueOf(await accept(desk, three, id))).toEqual(answer);
    expect(codeOf(await desk.ask('certification.saveDraft', { id, form: three }))).toBe('alreadyDecided');
    expect(await page(desk)).toMatchObject({
      standing: 'held',
      drafts: [],
      place: { next: 1535, tally: { copies: 10, fees: 36_000 } },
      today: [{ id, from: 1532, to: 1534, kinds: 3, copies: 10, printed: false }],
    });
  });

  it('reads in the month’s register, with what was struck out later', async () => {
    const desk = await start();
    await openBook(desk);
    valueOf(await accept(desk));
    const entry = { year: 2026, number: 2 };
    valueOf(
      await desk.ask('certification.correct', {
        entry,
        name: 'Nguyễn Văn Mẫu',
        paper: 'Học bạ',
        parts: [{ pages: 8, copies: 1 }],
        reason: 'Đếm nhầm',
      }),
    );
    valueOf(await desk.ask('certification.strike', { entry: { ...entry, number: 3 }, reason: 'Ghi nhầm' }));
    const month = valueOf(await desk.ask('certification.month', { month: '2026-11' }));
    expect(month).toMatchObject({ entries: 2, copies: 4, fees: 16_000 });
    expect(month.lines).toMatchObject([
      { number: 1, amendments: [], struck: null },
      { number: 2, content: { copies: 1 }, amendments: [{ before: { copies: 2 }, reason: 'Đếm nhầm' }] },
      { number: 3, struck: { reason: 'Ghi nhầm', day: '2026-11-23', clerkName: 'Cán bộ Mẫu' } },
    ]);
    expect(
      codeOf(await desk.ask('certification.strike', { entry: { year: 2026, number: 9 }, reason: 'x' })),
    ).toBe('entryUnknown');
    const { db } = desk.desk.cabinet!;
    const tables = () =>
      ['certification_pile', 'certification_line', 'office_state'].map((table) =>
        db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
      );
    const before = tables();
    db.exec("UPDATE certification_line SET body = '{}'; DELETE FROM certification_pile");
    expect([...rebuildProjections(db)]).toEqual([]);
    expect(tables()).toEqual(before);
    expect(db.prepare('SELECT count(*) AS n FROM dossier').get()).toEqual({ n: 0 });
  });
});

describe('the book between two desks', () => {
  it('goes by a key once and a line each time; what waited is numbered where it comes', async () => {
    const one = await start();
    const two = await start('two');
    await openBook(one);
    valueOf(await accept(one));
    const { key } = valueOf(await one.ask('certification.showKey', {}));
    expect(codeOf(await two.ask('certification.join', { key: key.replace(/.$/, '_') }))).toBe(
      'registerKeyUnreadable',
    );
    valueOf(await two.ask('certification.join', { key: key.toLowerCase() }));
    await sign(two);
    expect(valueOf(await accept(two))).toMatchObject({ state: 'waiting', from: 0, total: 36_000 });
    expect(codeOf(await two.ask('certification.numberWaiting', {}))).toBe('registerElsewhere');
    const { line } = valueOf(await one.ask('certification.handOver', { toDesk: 2 }));
    expect((await page(one)).custody).toEqual({ line, toDesk: 2 });
    expect(codeOf(await one.ask('certification.handOver', { toDesk: 3 }))).toBe('registerElsewhere');
    expect(codeOf(await one.ask('certification.take', { line }))).toBe('custodyForeign');
    expect(codeOf(await two.ask('certification.take', { line: line.slice(0, -1) }))).toBe(
      'custodyUnreadable',
    );
    valueOf(await two.ask('certification.take', { line: ` ${line.toLowerCase()} ` }));
    expect(codeOf(await two.ask('certification.take', { line }))).toBe('custodyUsed');
    expect(valueOf(await two.ask('certification.numberWaiting', {}))).toMatchObject([{ from: 4, to: 6 }]);
    expect(await page(two)).toMatchObject({ standing: 'held', waiting: [], place: { next: 7 } });
    const stranger = await start('two');
    valueOf(await stranger.ask('certification.open', { volume: 1, next: 1 }));
    const other = valueOf(await stranger.ask('certification.handOver', { toDesk: 1 }));
    expect(codeOf(await one.ask('certification.take', { line: other.line }))).toBe('custodyForeign');
  });
});

describe('a vault copied back', () => {
  it('gives no number again: remembered outside, or read off the paper', async () => {
    const folder = freshFolder('one');
    let desk = await startIn(folder);
    await openBook(desk);
    valueOf(await accept(desk));
    stop(desk);
    const backup = mkdtempSync(join(root, 'backup-'));
    cpSync(join(folder, 'vault'), backup, { recursive: true });
    desk = await startIn(folder, sampleMoment + 60_000);
    valueOf(await accept(desk));
    stop(desk);
    rmSync(join(folder, 'vault'), { recursive: true });
    cpSync(backup, join(folder, 'vault'), { recursive: true });
    desk = await startIn(folder, sampleMoment + 120_000);
    expect(codeOf(await accept(desk))).toBe('restoreUnconfirmed');
    valueOf(await desk.ask('restore.confirm', { scan: '', day: '2026-11-23' }));
    expect(codeOf(await accept(desk))).toBe('registerInDoubt');
    await sign(desk);
    expect(await page(desk)).toMatchObject({ standing: 'doubt', remembered: { last: 6, holding: true } });
    expect(codeOf(await desk.ask('certification.reconcile', { volume: 1, last: 3, holding: true }))).toBe(
      'invalidInput',
    );
    valueOf(await desk.ask('certification.reconcile', { volume: 1, last: 6, holding: true }));
    expect(valueOf(await accept(desk))).toMatchObject({ from: 7, to: 9 });
    const { lines } = valueOf(await desk.ask('certification.month', { month: '2026-11' }));
    expect(lines.map(({ number, content }) => [number, content !== null])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, false],
      [5, false],
      [6, false],
      [7, true],
      [8, true],
      [9, true],
    ]);
  });

  it('does not take back a book that was handed over since', async () => {
    const folder = freshFolder('one');
    let desk = await startIn(folder);
    await openBook(desk);
    stop(desk);
    const backup = mkdtempSync(join(root, 'backup-'));
    cpSync(join(folder, 'vault'), backup, { recursive: true });
    desk = await startIn(folder, sampleMoment + 60_000);
    valueOf(await desk.ask('certification.handOver', { toDesk: 2 }));
    stop(desk);
    rmSync(join(folder, 'vault'), { recursive: true });
    cpSync(backup, join(folder, 'vault'), { recursive: true });
    desk = await startIn(folder, sampleMoment + 120_000);
    valueOf(await desk.ask('restore.confirm', { scan: '', day: '2026-11-23' }));
    valueOf(await desk.ask('certification.reconcile', { volume: 1, last: 900, holding: true }));
    expect(await page(desk)).toMatchObject({ standing: 'elsewhere', holder: null });
    expect(valueOf(await accept(desk))).toMatchObject({ state: 'waiting' });
  });
});
