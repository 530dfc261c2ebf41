import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { toHex } from '../../shared/journal/row.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { readSealText } from '../../shared/seals/seal-text.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { rowsAfter } from '../journal/read.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { stampWaiting } from '../signing/stamp-queue.ts';
import { nssStore, openBench } from '../signing/testing-pdf.ts';
import { testPki } from '../signing/testing-pki.ts';
import { openTsa } from '../signing/testing-tsa.ts';
import { verifyPdf } from '../signing/verify-pdf.ts';
import { upgradeFrom } from '../vault/testing.ts';
import { findSeal } from './projection.ts';
import { openSealDesk } from './testing-seals.ts';
import type { SealDesk } from './testing-seals.ts';

const opened: SealDesk[] = [];
const openDesk = async (from?: number): Promise<SealDesk> => {
  const made = await openSealDesk(from);
  opened.push(made);
  return made;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.end();
});
const bench = openBench();
const out = mkdtempSync(join(tmpdir(), 'quay-seals-'));
afterAll(() => {
  for (const folder of [bench.folder, out]) rmSync(folder, { recursive: true, force: true });
});

const pageOf = async ({ desk }: SealDesk) => {
  const answer = await desk.ask('seals.page', {});
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};
const sealByHand = ({ desk }: SealDesk, seal: string = randomUUID()) =>
  desk.ask('seals.print', { seal, printer: 'QUAY' });
const sign = (one: SealDesk, seal: string = randomUUID()) =>
  one.desk.ask('seals.sign', { seal, pin: one.password(), evenIfLast: false });
const dbOf = ({ desk }: SealDesk) => getCabinet(desk.desk).db;
const rowsOf = (one: SealDesk) => [...rowsAfter(dbOf(one), 0)];

describe('the close of day by hand', () => {
  it('takes every open day into one page and says so in the journal before the printer is asked', async () => {
    const one = await openDesk();
    expect(await sealByHand(one)).toMatchObject({ ok: false, fault: { code: 'nothingToSeal' } });
    await one.takeIn(2);
    one.goOnToNextDay();
    await one.takeIn(1);
    expect(await pageOf(one)).toMatchObject({
      open: [
        { day: '2026-11-23', papers: 2 },
        { day: '2026-11-24', papers: 1 },
      ],
      more: false,
      sealed: [],
    });
    const before = rowsOf(one);
    // A look takes no number and closes nothing.
    await one.desk.ask('seals.preview', { seal: randomUUID() });
    expect(rowsOf(one)).toHaveLength(before.length);

    const seal = randomUUID();
    expect(await sealByHand(one, seal)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    const { sealed } = findSeal(dbOf(one), seal)!;
    const head = before.at(-1)!;
    expect(sealed).toMatchObject({
      from: 1,
      head: { pos: head.pos, hash: toHex(head.hash) },
      signed: null,
      files: [],
      days: [
        { day: '2026-11-23', lines: [{ number: '0001' }, { number: '0002' }] },
        { day: '2026-11-24', lines: [{ code: 'H55.242-261124-0001', number: '0001' }] },
      ],
    });
    const line = sealed.days[1]!.lines[0]!;
    expect(toHex(before[line.pos - 1]!.hash)).toMatch(new RegExp(`^${line.witness}`));
    const [job] = one.tray.jobs;
    expect(job).toMatchObject({ form: 'daySeal', values: [{ electronic: false, number: 'CS-0001/2026' }] });
    expect(job!.values[0]!.title).toBe('Bảng chốt sổ CS-0001/2026');
    // No citizen is named on a page strangers see.
    expect(JSON.stringify(job)).not.toMatch(/Nguyễn Thị Mẫu|019199000123|0912345678/);
    expect(await pageOf(one)).toMatchObject({ open: [], sealed: [{ id: seal, signer: '', papers: 3 }] });
    expect(await sealByHand(one)).toMatchObject({ ok: false, fault: { code: 'nothingToSeal' } });

    // Printed again it says that it is a copy and closes nothing more.
    await one.takeIn(1);
    await sealByHand(one, seal);
    expect(one.tray.jobs.at(-1)?.values[0]).toMatchObject({ stamps: ['BẢN THỬ', 'BẢN SAO'] });
    expect(await pageOf(one)).toMatchObject({ open: [{ day: '2026-11-24', papers: 1 }] });
    expect(verifyJournal(rowsAfter(dbOf(one), 0), chainCrypto, emptyCheckpoint()).report.faulty).toBe(0);

    // Made anew from the journal alone.
    const kept = dbOf(one).prepare('SELECT * FROM seal').all();
    dbOf(one).exec('DELETE FROM seal');
    for (const reached of rebuildProjections(dbOf(one))) expect(reached).toBeGreaterThanOrEqual(0);
    expect(dbOf(one).prepare('SELECT * FROM seal').all()).toEqual(kept);
    expect(dbOf(one).prepare("SELECT count(*) AS n FROM dossier WHERE id = 'seals'").get()).toEqual({ n: 0 });
  });

  it('is asked about when nobody knows whether the page came out, and is never somebody’s who only looks', async () => {
    const one = await openDesk();
    await one.takeIn(1);
    one.tray.outcome = 'unsure';
    const seal = randomUUID();
    await sealByHand(one, seal);
    const asked = await one.desk.ask('paper.unsure', {});
    expect(asked.ok && asked.value.find(({ kind }) => kind === 'seal')).toMatchObject({ seal: { id: seal } });
    await one.desk.ask('paper.settle', { kind: 'seal', seal, printed: true });
    expect(JSON.stringify(await one.desk.ask('paper.unsure', {}))).not.toContain(seal);
    expect(await pageOf(one)).toMatchObject({ sealed: [{ outcome: 'printed' }] });
    for (const roles of [['auditor'], ['admin']] as const) {
      getSession(one.desk.desk).roles = [...roles];
      expect(await sealByHand(one)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } });
    }
  });

  it('waits while the day is in doubt', async () => {
    const one = await openDesk();
    await one.takeIn(1);
    for (let day = 0; day < 5; day += 1) one.goOnToNextDay();
    expect(await sealByHand(one)).toMatchObject({ ok: false, fault: { code: 'dayUnconfirmed' } });
    expect(await pageOf(one)).toMatchObject({ sealed: [] });
  });
});

describe('the close of day by a certificate', () => {
  it('signs one page over all days, keeps it, and goes on from its head the next time', async () => {
    const one = await openDesk();
    await one.takeIn(2);
    expect(await sign(one)).toMatchObject({ ok: false, fault: { code: 'noCertificateChosen' } });
    await one.holdFile('alice');
    const wrong = {
      seal: randomUUID(),

      pin: Buffer.from('sai'),
      evenIfLast: false,
    } as const;
    expect(await one.desk.ask('seals.sign', wrong)).toMatchObject({
      ok: false,
      fault: { code: 'p12WrongPassword' },
    });
    expect(await pageOf(one)).toMatchObject({ sealed: [] });
    const head = rowsOf(one).at(-1)!;
    const seal = randomUUID();
    expect(await sign(one, seal)).toEqual({ ok: true, value: null });
    // Asked again, as after an answer that was lost: the same seal.
    expect(await sign(one, seal)).toEqual({ ok: true, value: null });
    expect(await pageOf(one)).toMatchObject({
      open: [],
      sealed: [{ id: seal, signer: 'Nguyễn Thị Mẫu', stampedAt: null, papers: 2 }],
    });

    const path = join(out, 'seal.pdf');
    one.saveTo(path);
    expect(await one.desk.ask('seals.save', { seal })).toMatchObject({
      ok: true,
      value: { outcome: 'saved' },
    });
    const told = bench.run('pdfsig', '-no-ocsp', '-nssdir', nssStore(bench.folder), path);
    expect(told).toContain('Signature is Valid.');
    expect(told).toContain('Certificate is Trusted.');
    expect(told).toContain('Total document signed');
    expect(readSealText(bench.run('pdftotext', path, '-'))).toMatchObject({
      office: 'H55.242',
      number: 'CS-0001/2026',
      from: 1,
      to: head.pos,
      head: { hash: toHex(head.hash) },
    });
    const { sealed } = findSeal(dbOf(one), seal)!;
    expect(sealed.files).toMatchObject([{ size: readFileSync(path).length, mime: 'application/pdf' }]);

    await one.takeIn(1);
    const next = randomUUID();
    expect(await sign(one, next)).toEqual({ ok: true, value: null });
    expect(findSeal(dbOf(one), next)!.sealed).toMatchObject({ from: head.pos + 1, number: 2 });
    // A signed page needs no paper: nothing is asked about.
    expect(JSON.stringify(await one.desk.ask('paper.unsure', {}))).not.toContain('seal');
  });

  it('leaves to the one who was first what two windows close at once', async () => {
    const one = await openDesk();
    await one.takeIn(1);
    await one.holdFile('alice');
    one.whileDrawing(() => sealByHand(one));
    expect(await sign(one)).toMatchObject({ ok: false, fault: { code: 'sealOvertaken' } });
    expect((await pageOf(one)).sealed).toHaveLength(1);
  });
});

describe('what is closed', () => {
  it('gets its time stamp and its proofs in the background, and holds for years', async () => {
    const one = await openDesk(Date.now());
    // The roots are put in by whoever installs the software.
    const assets = join(one.desk.folder, 'assets');
    mkdirSync(join(assets, 'trust'), { recursive: true });
    for (const name of readdirSync('assets'))
      symlinkSync(join(process.cwd(), 'assets', name), join(assets, name));
    for (const name of ['root.pem', 'sub.pem', 'root-list.crl', 'sub-list.crl'])
      cpSync(testPki().file(name), join(assets, 'trust', name));
    one.desk.desk.places.assets = assets;
    await one.takeIn(1);
    await one.holdFile('alice');
    const seal = randomUUID();
    expect(await sign(one, seal)).toEqual({ ok: true, value: null });
    const before = findSeal(dbOf(one), seal)!.hash;
    const tsa = await openTsa();
    await one.desk.ask('signing.setAuthority', { url: tsa.url });
    expect(await stampWaiting(one.desk.desk).finally(tsa.close)).toBeUndefined();
    const kept = findSeal(dbOf(one), seal)!;
    expect(kept.hash).not.toBe(before);
    expect(kept.stampedAt).toBeGreaterThan(Date.parse('2026-01-01'));
    expect(await stampWaiting(one.desk.desk)).toBeUndefined();
    expect(findSeal(dbOf(one), seal)).toEqual(kept);

    const path = join(out, 'lasting.pdf');
    one.saveTo(path);
    await one.desk.ask('seals.save', { seal });
    const years = { anchors: [readFileSync(testPki().file('root.der'))], intermediates: [], lists: [] };
    expect(await verifyPdf(readFileSync(path), { ...years, now: new Date('2040-01-01') })).toMatchObject([
      { coverage: 'signaturesAdded', time: 'proved', revocation: 'good', valid: true },
    ]);
    bench.run('qpdf', '--check', path);
    const rows = dbOf(one).prepare("SELECT type FROM journal WHERE subject = 'seals'").all();
    expect(rows.map(({ type }) => type)).toEqual(['daysSealed', 'sealLengthened', 'sealPrinted']);
  });
});

describe('migration 180', () => {
  it('seals a vault of before from here on', () => {
    upgradeFrom(
      160,
      (db) => {
        db.exec(
          `INSERT INTO journal (pos, id, type, subject, epoch, seq, header, commitment, hash, signature)
       VALUES (1, 'a', 'x', 'office', 'e', 1, '{}', x'00', x'00', x'00'), (2, 'b', 'x', 'office', 'e', 2, '{}', x'00', x'00', x'00');
       INSERT INTO signed_file VALUES ('d', 's', 'h', 'n', 'f', 1, 2);`,
        );
      },
      (again) => {
        expect(again.prepare('SELECT pos FROM seal_start').all()).toEqual([{ pos: 2 }]);
        expect(again.prepare('SELECT hash, proved FROM signed_file').all()).toEqual([
          { hash: 'h', proved: 0 },
        ]);
        expect(again.prepare('SELECT count(*) AS n FROM seal').get()).toEqual({ n: 0 });
      },
    );
  });
});
