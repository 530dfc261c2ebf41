import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { trialClock } from '../desk/clock.ts';
import { getCabinet } from '../desk/desk.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findDossierState } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { transaction } from '../vault/database.ts';
import { sweepDrafts } from './drafts.ts';
import { openTestDesk, sampleFounding, sampleMoment } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';

const opened: TestDesk[] = [];
const openDesk = (options: Parameters<typeof openTestDesk>[0] = {}): TestDesk => {
  const one = openTestDesk(options);
  opened.push(one);
  return one;
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const verifyAll = (desk: TestDesk) => {
  const { db } = getCabinet(desk.desk);
  return verifyJournal(rowsAfter(db, 0), chainCrypto, emptyCheckpoint()).report;
};

describe('an intake', () => {
  it('becomes one dossier with a code, a date and a row in a chain that verifies', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    const id = randomUUID();
    await desk.ask('intake.saveDraft', { id, form });
    const preview = await desk.ask('intake.preview', { id, form });
    expect(preview.ok && preview.value.problems).toEqual([]);
    const answer = await acceptSample(desk, form, id);
    expect(answer).toMatchObject({ outcome: 'accepted', code: 'H55.242-261123-0001', dossier: id });
    expect(preview.ok && preview.value.code).toBe(answer.code);
    // Three working days from Monday 9:15, Tuesday 24/11 being a holiday: Friday 9:15.
    expect(answer.dueAt).toBe(Date.parse('2026-11-27T09:15:00+07:00'));
    const drafts = await desk.ask('intake.drafts', {});
    expect(drafts.ok && drafts.value).toEqual([]);
    // The row ended the draft; what is left of it goes when nobody waits.
    const { db } = getCabinet(desk.desk);
    const left = () => db.prepare('SELECT count(*) AS n FROM draft').get<{ n: number }>()?.n;
    expect(left()).toBe(1);
    sweepDrafts(db);
    expect(left()).toBe(0);
    expect(verifyAll(desk).faults).toEqual([]);
    const state = findDossierState(getCabinet(desk.desk).db, id);
    expect(state?.accepted?.submitter.name).toBe('Nguyễn Thị Mẫu');
    expect(state?.witness).toBe(answer.witness);
  });

  it('answers the same command with the first answer, and a late save opens nothing', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    const id = randomUUID();
    const first = await acceptSample(desk, form, id);
    expect(await acceptSample(desk, { ...form, note: 'đổi ý' }, id)).toEqual(first);
    expect(await desk.ask('intake.saveDraft', { id, form })).toMatchObject({
      ok: false,
      fault: { code: 'alreadyDecided' },
    });
    const list = await desk.ask('dossier.list', {
      filter: { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' },
      offset: 0,
      limit: 10,
    });
    expect(list.ok && list.value.total).toBe(1);
  });

  it('is found by name without marks, code, phone, number and receipt, and warns of a second one', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    const { code, dossier } = await acceptSample(desk, form);
    const key = findDossierState(getCabinet(desk.desk).db, dossier)?.accepted?.key ?? '';
    for (const text of ['nguyen thi mau', 'mẫu', code, '0912345678', '019199000123', `${code}.${key}`]) {
      const answer = await desk.ask('dossier.find', { text });
      expect(answer.ok && answer.value.rows.map((row) => row.id), text).toEqual([dossier]);
      expect(answer.ok && answer.value.forged).toBe(false);
    }
    const forged = await desk.ask('dossier.find', { text: `${code}.${'0'.repeat(20)}` });
    expect(forged.ok && forged.value.forged).toBe(true);
    const preview = await desk.ask('intake.preview', { id: randomUUID(), form });
    expect(preview.ok && preview.value.duplicates.map((row) => row.id)).toEqual([dossier]);
  });

  it('keeps what is typed however wrong, and names every field that bars acceptance', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    const bad: IntakeForm = {
      ...form,
      submitter: { ...form.submitter, name: 'A\u202Eb', birthDate: '2030-01-01', phone: '12' },
      note: '\u0000'.repeat(3),
      sets: 0.5,
    };
    const id = randomUUID();
    expect((await desk.ask('intake.saveDraft', { id, form: bad })).ok).toBe(true);
    const answer = await desk.ask('intake.accept', { id, form: bad });
    const fields = answer.ok ? [] : answer.fault.problems?.map((problem) => problem.field);
    expect(fields).toEqual(
      expect.arrayContaining(['submitter.name', 'submitter.birthDate', 'submitter.phone', 'sets', 'note']),
    );
    const again = await desk.ask('intake.openDraft', { id });
    expect(again.ok && again.value.form).toEqual(bad);
  });

  it('hands out forms 02 and 03 in series of their own, without a code', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    const guided = await desk.ask('intake.guide', {
      id: randomUUID(),
      form: { ...form, components: [] },
      missing: [{ name: 'Tờ khai', count: 1, what: 'bản chính' }],
      reason: '',
    });
    expect(guided).toMatchObject({
      ok: true,
      value: { outcome: 'guided', code: '02-0001/2026', dueAt: null },
    });
    const refused = await desk.ask('intake.refuse', {
      id: randomUUID(),
      form,
      reason: 'Không thuộc thẩm quyền',
    });
    expect(refused.ok && refused.value).toMatchObject({ outcome: 'refused', code: '03-0001/2026' });
    expect((await acceptSample(desk, form)).code).toBe('H55.242-261123-0001');
    expect(verifyAll(desk).faults).toEqual([]);
  });

  it('hands out another number at another desk of the office, found again by it', async () => {
    const desk = openDesk();
    await desk.ask(
      'setup.found',
      sampleFounding({ desk: { number: 2, name: 'Quầy 2' }, lane: { from: 1000, to: 1999 } }),
    );
    const id = randomUUID();
    const refused = await desk.ask('intake.refuse', { id, form: await readySample(desk), reason: 'Lý do' });
    expect(refused).toMatchObject({ ok: true, value: { code: '03-2.0001/2026' } });
    const page = await desk.ask('dossier.get', { id });
    expect(page).toMatchObject({
      ok: true,
      value: { row: { code: '03-2.0001/2026' }, history: [{ detail: { slip: '03-2.0001/2026' } }] },
    });
    const found = await desk.ask('dossier.find', { text: '03-2.0001/2026' });
    expect(found).toMatchObject({ ok: true, value: { rows: [{ id }] } });
  });

  it('leaves nothing behind when the disk fills during the commit, and the draft stays', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    await acceptSample(desk, form);
    const id = randomUUID();
    await desk.ask('intake.saveDraft', { id, form });
    const { db, journal } = getCabinet(desk.desk);
    const head = { ...journal.head };
    // What is free inside the file is filled first, so that the next commit needs a page that is not to be had.
    db.exec('CREATE TABLE filler (body BLOB)');
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    expect(() => {
      for (;;) transaction(db, () => db.prepare('INSERT INTO filler VALUES (randomblob(3000))').run());
    }).toThrow();
    const answer = await desk.ask('intake.accept', { id, form });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'diskFull' } });
    expect(getCabinet(desk.desk).journal.head).toEqual(head);
    const drafts = await desk.ask('intake.drafts', {});
    expect(drafts.ok && drafts.value.map((draft) => draft.id)).toEqual([id]);
    db.pragma('max_page_count = 1000000');
    expect((await acceptSample(desk, form, id)).code).toBe('H55.242-261123-0002');
    expect(verifyAll(desk).faults).toEqual([]);
  });
});

describe('a vault copied back', () => {
  it('asks for the newest kept copy and repeats no code', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    await acceptSample(desk, form);
    const { folder } = desk;
    desk.desk.close();
    cpSync(join(folder, 'vault'), join(folder, 'yesterday'), { recursive: true });
    const second = openDesk({ folder, clock: trialClock(sampleMoment + 60_000) });
    await signInSample(second);
    const codes = [await acceptSample(second, form), await acceptSample(second, form)].map(
      ({ code }) => code,
    );
    second.desk.close();
    rmSync(join(folder, 'vault'), { recursive: true });
    cpSync(join(folder, 'yesterday'), join(folder, 'vault'), { recursive: true });

    const third = openDesk({ folder, clock: trialClock(sampleMoment + 120_000) });
    await signInSample(third);
    const blocked = await third.ask('intake.accept', { id: randomUUID(), form });
    expect(blocked).toMatchObject({ ok: false, fault: { code: 'restoreUnconfirmed' } });
    expect(await third.ask('restore.confirm', { scan: '', day: '2026-11-23' })).toMatchObject({ ok: false });
    const confirmed = await third.ask('restore.confirm', { scan: codes[1] ?? '', day: '2026-11-23' });
    expect(confirmed).toMatchObject({ ok: true, value: { state: 'ok' } });
    const next = await acceptSample(third, form);
    expect(codes).not.toContain(next.code);
    expect(next.code > (codes[1] ?? '')).toBe(true);
    expect(verifyAll(third).faults).toEqual([]);
  });
});

describe('the business day', () => {
  it('is asked for when the clock stands years behind, and work goes on from the day that is said', async () => {
    const desk = openDesk();
    await foundSample(desk);
    const form = await readySample(desk);
    await acceptSample(desk, form);
    desk.desk.close();
    const dead = openDesk({
      folder: desk.folder,
      clock: trialClock(Date.parse('2019-01-01T00:05:00+07:00')),
    });
    await signInSample(dead);
    expect(await dead.ask('intake.accept', { id: randomUUID(), form })).toMatchObject({
      ok: false,
      fault: { code: 'dayUnconfirmed' },
    });
    expect(await dead.ask('day.confirm', { day: '2026-02-31' })).toMatchObject({
      ok: false,
      fault: { code: 'dayInvalid' },
    });
    expect(await dead.ask('day.confirm', { day: '2026-11-25' })).toMatchObject({
      ok: true,
      value: { state: 'ok' },
    });
    expect((await acceptSample(dead, form)).code).toBe('H55.242-261125-0001');
  });
});
