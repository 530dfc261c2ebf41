import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { InputOf, UnsurePaper } from '../../shared/contract.ts';
import { commandOf, sampleInputs } from '../../shared/dossier/acts/testing-life.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { samplePile } from '../../shared/certification/testing-register.ts';
import { findDossierState } from '../journal/projections.ts';
import { openTray } from '../print/testing-tray.ts';
import type { Tray } from '../print/testing-tray.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';
import { getCabinet, recordEvents } from './desk.ts';

const layout = { paper: 'A4' as const, twoOnOne: false, copies: ['file' as const, 'citizen' as const] };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** A desk on a folder that outlives it, so that it can be opened again as after a cut. */
const openDesk = async (): Promise<{ desk: TestDesk; tray: Tray; again: () => Promise<TestDesk> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-papers-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const tray = openTray();
  const desk = openTestDesk({ folder, printing: tray.printing });
  ends.push(() => desk.close());
  await foundSample(desk);
  return {
    desk,
    tray,
    again: async () => {
      desk.close();
      const next = openTestDesk({ folder, printing: tray.printing });
      ends.push(() => next.close());
      await signInSample(next);
      return next;
    },
  };
};

const stateOf = (desk: TestDesk, dossier: string): DossierState => {
  const state = findDossierState(getCabinet(desk.desk).db, dossier);
  if (!state) throw new Error('no such dossier');
  return state;
};

/** Taken in, with its receipt printed. */
const takeIn = async (desk: TestDesk, held = false): Promise<string> => {
  const form = await readySample(desk);
  const components = form.components.map((one) => (held ? { ...one, originals: 1, held: true } : one));
  const { dossier } = await acceptSample(desk, { ...form, components });
  await desk.ask('paper.print', { dossier, form: 'receipt', layout, printer: 'QUAY' });
  return dossier;
};

const unsure = async (desk: TestDesk): Promise<UnsurePaper[]> => {
  const answer = await desk.ask('paper.unsure', {});
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};

describe('the request to withdraw', () => {
  const requestOf = (dossier: string, command: string, reason = 'Không còn nhu cầu') => ({
    dossier,
    act: commandOf('withdraw', command, { to: { kind: 'submitter' }, reason, originals: [0] }),
    layout,
  });

  it('is printed before the act, with the originals on it, and is the act’s paper afterwards', async () => {
    const { desk, tray, again } = await openDesk();
    const dossier = await takeIn(desk, true);
    const command = randomUUID();
    const request = requestOf(dossier, command);
    expect(await desk.ask('paper.printRequest', { ...request, printer: 'QUAY' })).toMatchObject({
      ok: true,
      value: { outcome: 'printed' },
    });
    const held = stateOf(desk, dossier).originals.map(({ name }) => name);
    expect(tray.jobs.at(-1)?.values[0]).toMatchObject({
      reason: ['Không còn nhu cầu'],
      originals: [held[0]],
      stamps: ['BẢN THỬ'],
    });
    const before = stateOf(desk, dossier);
    expect([before.withdrawals, before.endings]).toEqual([[], []]);
    expect(before.papers.at(-1)).toMatchObject({ form: 'withdrawal', about: command, outcome: 'printed' });

    const done = await desk.ask('act.do', { dossier, act: request.act });
    const [event] = done.ok ? done.value.events : [];
    expect(stateOf(desk, dossier).papers.at(-1)).toMatchObject({ form: 'withdrawal', about: event });
    expect(await unsure(await again())).toEqual([]);
  });

  it('is refused as the act would be, and then nothing is sent or written', async () => {
    const { desk, tray } = await openDesk();
    const dossier = await takeIn(desk);
    const [before, sent] = [stateOf(desk, dossier), tray.jobs.length];
    expect(
      await desk.ask('paper.printRequest', { ...requestOf(dossier, randomUUID(), ' '), printer: 'QUAY' }),
    ).toMatchObject({ ok: false, fault: { code: 'invalidInput' } });
    const act = commandOf('takeBack', randomUUID());
    expect(await desk.ask('paper.previewRequest', { dossier, act, layout })).toMatchObject({ ok: false });
    expect(stateOf(desk, dossier)).toEqual(before);
    expect(tray.jobs).toHaveLength(sent);
  });
});

describe('a template that lacks a value', () => {
  it('gives a plain message and no paper, and the state stays true', async () => {
    const { desk, tray } = await openDesk();
    const dossier = await takeIn(desk);
    const done = await desk.ask('act.do', {
      dossier,
      act: commandOf('extend', randomUUID(), { ...sampleInputs.extend, date: '2026-12-02' }),
    });
    expect(done).toMatchObject({ ok: true });
    const extended = stateOf(desk, dossier).extensions[0]!;
    // As a row of older or foreign software may come: nobody named who signs.
    const { event: _, ...payload } = { ...extended, command: randomUUID(), signer: '' };
    const [row] = recordEvents(desk.desk, 'reception', [
      { subject: dossier, event: { type: 'deadlineExtended', v: 1, payload } },
    ]);
    const [before, sent] = [stateOf(desk, dossier), tray.jobs.length];
    const wanted = { dossier, form: 'extension' as const, about: row!.header.id, layout };
    for (const answer of [
      await desk.ask('paper.preview', wanted),
      await desk.ask('paper.print', { ...wanted, printer: 'QUAY' }),
      await desk.ask('paper.save', wanted),
    ])
      expect(answer).toMatchObject({
        ok: false,
        fault: { code: 'paperLacks', params: { what: 'tên người ký' } },
      });
    expect(stateOf(desk, dossier)).toEqual(before);
    expect(tray.jobs).toHaveLength(sent);
    // The other extension's paper is as it was.
    expect(
      await desk.ask('paper.print', { ...wanted, about: extended.event, printer: 'QUAY' }),
    ).toMatchObject({ ok: true });
  });
});

describe('a series', () => {
  it('has no gap after a paper that failed, came out unsure or was only looked at, and begins anew each year', async () => {
    const tray = openTray();
    let now = Date.parse('2026-12-29T09:00:00+07:00');
    const desk = openTestDesk({ printing: tray.printing, clock: { now: () => now } });
    ends.push(() => desk.close());
    await foundSample(desk);
    /** Asks for papers of a dossier of its own; answers how to print form 02. */
    const ask = async () => {
      const dossier = await takeIn(desk);
      const done = await desk.ask('act.do', { dossier, act: commandOf('requestSupplements', randomUUID()) });
      const about = done.ok ? (done.value.page.state.rounds[0]?.asked.event ?? '') : '';
      return { dossier, form: 'supplements' as const, about, layout };
    };
    const print = async (wanted: Awaited<ReturnType<typeof ask>>, outcome: Tray['outcome'] = 'printed') => {
      tray.outcome = outcome;
      await desk.ask('paper.print', { ...wanted, printer: 'QUAY' });
      tray.outcome = 'printed';
      return tray.jobs.at(-1)?.values.map((values) => ('number' in values ? values.number : ''));
    };
    const both = (number: string) => [number, number];
    const failed = await ask();
    expect(await print(failed, 'failed')).toEqual(both('02-0001/2026'));
    expect(await print(await ask(), 'unsure')).toEqual(both('02-0002/2026'));
    const looked = await ask();
    expect(await desk.ask('paper.preview', looked)).toMatchObject({ ok: true });
    expect(await print(await ask())).toEqual(both('02-0004/2026'));
    // What was not printed then keeps its number whenever it is.
    expect(await print(looked)).toEqual(both('02-0003/2026'));
    expect(await print(failed)).toEqual(both('02-0001/2026'));
    now = Date.parse('2027-01-05T09:00:00+07:00');
    await desk.ask('day.confirm', { day: '2027-01-05' });
    expect(await print(await ask())).toEqual(both('02-0001/2027'));
    expect(await print(failed)).toEqual(both('02-0001/2026'));
  });
});

describe('the control slip', () => {
  it('is found without its event, as of the last hand-over, and noted with that', async () => {
    const { desk, tray } = await openDesk();
    const dossier = await takeIn(desk);
    for (const unit of ['Tư pháp', 'Lãnh đạo'])
      expect(
        await desk.ask('act.do', {
          dossier,
          act: commandOf('handOver', randomUUID(), { ...sampleInputs.handOver, to: { unit, person: '' } }),
        }),
      ).toMatchObject({ ok: true });
    const wanted = { dossier, form: 'control' as const, layout, printer: 'QUAY' };
    expect(await desk.ask('paper.print', wanted)).toMatchObject({ ok: true });
    expect(tray.jobs.at(-1)?.values.map(({ copy }) => copy)).toEqual(['Lưu tại quầy', 'Đi cùng hồ sơ']);
    expect(stateOf(desk, dossier).papers.at(-1)).toMatchObject({
      form: 'control',
      about: stateOf(desk, dossier).moves.at(-1)?.event,
      reprint: false,
    });
    const other = await takeIn(desk);
    expect(await desk.ask('paper.print', { ...wanted, dossier: other })).toMatchObject({
      ok: false,
      fault: { code: 'nothingToPrint' },
    });
  });
});

describe('papers of money', () => {
  const charged = async (desk: TestDesk): Promise<string> => {
    const dossier = await takeIn(desk);
    const lines = stateOf(desk, dossier).money.lines.flatMap(({ state }, line) =>
      state === 'toBeSet' ? [line] : [],
    );
    for (const line of lines)
      await desk.ask('act.do', {
        dossier,
        act: commandOf('setFeeAmount', randomUUID(), { line, amount: 8000 }),
      });
    return dossier;
  };

  it('a transfer slip needs the office’s account, and holds what is owed now', async () => {
    const { desk, tray } = await openDesk();
    const dossier = await charged(desk);
    const wanted = { dossier, form: 'transfer' as const, layout, printer: 'QUAY' };
    expect(await desk.ask('paper.print', wanted)).toMatchObject({
      ok: false,
      fault: { code: 'paperLacks', params: { what: 'tài khoản nhận tiền của cơ quan' } },
    });
    const account = { bin: '970405', number: '8500201000123', holder: 'Trung tâm xã Mẫu' };
    expect(await desk.ask('money.setAccount', { account })).toMatchObject({ ok: true });
    expect(await desk.ask('paper.print', wanted)).toMatchObject({ ok: true });
    expect(tray.jobs.at(-1)?.values[0]).toMatchObject({
      amount: '8.000 đ',
      transfer: { number: '8500201000123', text: 'H552422611230001' },
    });
    await desk.ask('act.do', { dossier, act: commandOf('collectFee', randomUUID(), { amount: 8000 }) });
    expect(await desk.ask('paper.print', wanted)).toMatchObject({
      ok: false,
      fault: { code: 'nothingToPrint' },
    });
  });

  it('the biên lai of three leaves is off until its series is the counter’s', async () => {
    const { desk, tray } = await openDesk();
    const dossier = await charged(desk);
    const receipt = {
      form: '01BLP',
      series: 'AB-26P',
      number: '0000001',
      date: '2026-11-23',
      kind: 'selfPrinted' as const,
    };
    const done = await desk.ask('act.do', {
      dossier,
      act: commandOf('collectFee', randomUUID(), { amount: 8000, receipt }),
    });
    const about = done.ok ? (done.value.events[0] ?? '') : '';
    const wanted = { dossier, form: 'feeReceipt' as const, about, layout, printer: 'QUAY' };
    const sent = tray.jobs.length;
    expect(await desk.ask('paper.print', wanted)).toMatchObject({
      ok: false,
      fault: { code: 'receiptSeriesOff', params: { series: 'AB-26P' } },
    });
    expect(tray.jobs).toHaveLength(sent);
    const book: InputOf<'money.assignBook'> = {
      form: '01BLP',
      series: 'AB-26P',
      from: 1,
      to: 50,
      kind: 'selfPrinted',
    };
    expect(await desk.ask('money.assignBook', book)).toMatchObject({ ok: true });
    expect(await desk.ask('paper.print', wanted)).toMatchObject({ ok: true });
    const job = tray.jobs.at(-1);
    expect(job?.layout).toMatchObject({ paper: 'A5', twoOnOne: false });
    expect(job?.values.map(({ copy }) => copy)).toEqual(['Lưu', 'Giao khách hàng', 'Nội bộ']);
    expect(job?.values[0]).toMatchObject({ number: '0000001', series: 'AB-26P', amount: '8.000 đ' });
  });
});

describe('after a cut', () => {
  it('an act’s paper without a result is asked about; one of many has its list', async () => {
    const { desk, again } = await openDesk();
    const [alone, first, second] = [await takeIn(desk), await takeIn(desk), await takeIn(desk)];
    await desk.ask('act.do', { dossier: alone, act: commandOf('requestSupplements', randomUUID()) });
    const act = commandOf('handOver', randomUUID());
    await desk.ask('act.doMany', { dossiers: [first, second], act });
    // While it runs nothing is in doubt: she may be about to print it.
    expect(await unsure(desk)).toEqual([]);
    const next = await again();
    const [asked, ...others] = await unsure(next);
    expect(others).toEqual([]);
    if (asked?.kind !== 'dossier') throw new Error('nothing was asked');
    expect([asked.row.id, asked.form]).toEqual([alone, 'supplements']);
    const { form, about } = asked;
    expect(
      await next.ask('paper.settle', { kind: 'dossier', dossier: alone, form, about, printed: true }),
    ).toEqual({ ok: true, value: null });
    expect(await unsure(next)).toEqual([]);
    expect(stateOf(next, alone).papers.at(-1)).toMatchObject({ form: 'supplements', outcome: 'printed' });
  });

  it('a list cut between its number and its paper is asked about and keeps its number', async () => {
    const { desk, tray, again } = await openDesk();
    const dossiers = [await takeIn(desk), await takeIn(desk)];
    const list = randomUUID();
    const wish = { list, form: 'jointReceipt' as const, dossiers, layout };
    tray.printing.print = () => Promise.reject(new Error('the power is gone'));
    expect(await desk.ask('lists.print', { wish, printer: 'QUAY' })).toMatchObject({ ok: false });
    expect(await unsure(desk)).toEqual([]);
    const next = await again();
    expect(await unsure(next)).toMatchObject([
      { kind: 'list', list: { id: list, number: 'TN-0001/2026', count: 2, outcome: null } },
    ]);
    await next.ask('paper.settle', { kind: 'list', list, printed: false });
    expect(await unsure(next)).toEqual([]);
    expect(await next.ask('lists.of', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
      ok: true,
      value: [{ outcome: 'skipped' }],
    });
  });

  it('a pile’s fee slip that is unsure, or was never tried, is asked about', async () => {
    const { desk, tray, again } = await openDesk();
    await desk.ask('certification.open', { volume: 1, next: 1 });
    await desk.ask('certification.setSigner', { name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' });
    const [tried, untried] = [randomUUID(), randomUUID()];
    for (const id of [tried, untried])
      expect(
        await desk.ask('certification.accept', { id, form: samplePile(['Giấy khai sinh', 1, 3]) }),
      ).toMatchObject({ ok: true });
    tray.outcome = 'unsure';
    const wish = { paper: 'certificationFee' as const, of: tried, numbers: [], layout };
    await desk.ask('certification.printPaper', { wish, printer: 'QUAY' });
    expect((await unsure(desk)).map((one) => one.kind === 'pile' && one.pile)).toEqual([tried]);
    const next = await again();
    expect((await unsure(next)).map((one) => one.kind === 'pile' && one.pile)).toEqual([tried, untried]);
    for (const pile of [tried, untried])
      expect(await next.ask('paper.settle', { kind: 'pile', pile, printed: true })).toMatchObject({
        ok: true,
      });
    expect(await unsure(next)).toEqual([]);
  });
});
