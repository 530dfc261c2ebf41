import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { getCabinet } from '../desk/desk.ts';
import { stripOf } from '../desk/status.ts';
import { findDossierState } from '../journal/projections.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { openTestDesk } from '../testing-desk.ts';
import { findCursor } from './enrolment.ts';
import { joinHub, level, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';
import { countOffices, shutAfterEach } from './testing-line-desks.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

const { open } = shutAfterEach();
const newOffice = countOffices('H78');
const db = (desk: LineDesk) => getCabinet(desk.desk).db;
/** Everything but what an engine's own number would show. */
const stateOf = (desk: LineDesk, dossier: string) => findDossierState(db(desk), dossier);

describe('a desk', () => {
  it('with a vault for training never joins', async () => {
    const trial = openTestDesk();
    await foundSample(trial);
    const { dossier } = await acceptSample(trial);
    // What was written for practice waits for nobody.
    expect(stripOf(trial.desk)).toMatchObject({ saved: 1, waiting: 0, oldestWaitingAt: null });
    expect(await trial.ask('dossier.standing', { id: dossier })).toMatchObject({
      ok: true,
      value: { sync: 'local' },
    });
    expect(await trial.ask('sync.join', { url: hub.hub.url, code: 'ABCD' })).toMatchObject({
      ok: false,
      fault: { code: 'joinTrial' },
    });
    trial.close();
  });

  it('whose clock is years off is level with one whose clock is right, and both it and the province say how far off', async () => {
    const office = newOffice();
    const years = 3 * 365 * 86_400_000;
    const right = await open(1, office);
    const wrong = await open(2, office, { clock: { now: () => Date.now() + years } });
    await joinHub(hub, right);
    await joinHub(hub, wrong);
    const early = await acceptSample(wrong);
    const late = await acceptSample(right, await readySample(right, '019199000888'));
    await level(hub, [right, wrong]);
    for (const { dossier } of [early, late]) {
      expect(stateOf(right, dossier)?.accepted).not.toBeNull();
      expect(stateOf(right, dossier)).toEqual(stateOf(wrong, dossier));
    }
    const standing = await wrong.ask('sync.get', {});
    const shown = standing.ok ? (standing.value.clockOffset ?? 0) : 0;
    expect(Math.round(shown / 60_000)).toBe(years / 60_000);
    const offset = z.strictObject({ desk: z.number(), minutes: z.number() });
    expect(
      await psql(
        hub.url,
        offset,
        "SELECT desk, round(clock_offset / 60000.0)::int AS minutes FROM desk WHERE office = :'office' ORDER BY desk",
        { office },
      ),
    ).toEqual([
      { desk: 1, minutes: 0 },
      { desk: 2, minutes: years / 60_000 },
    ]);
  });

  it('names what is wrong with an address, a line or a code, and changes nothing', async () => {
    const desk = await open(1, newOffice());
    const join = (url: string) => desk.ask('sync.join', { url, code: 'ABCD-EFGH' });
    expect(await join('http://tinh.example')).toMatchObject({ ok: false, fault: { code: 'hubAddress' } });
    expect(await join('http://127.0.0.1:1')).toMatchObject({
      ok: false,
      fault: { code: 'hubUnreachable', params: { reason: 'offline' } },
    });
    expect(await join(hub.hub.url)).toMatchObject({
      ok: false,
      fault: { code: 'joinRefused', params: { reason: 'codeWrong' } },
    });
    expect(await desk.ask('sync.get', {})).toMatchObject({ ok: true, value: { joined: null, phase: 'off' } });
  });

  it('not yet confirmed sends, and reads nothing until it is', async () => {
    const desk = await open(1, newOffice());
    await acceptSample(desk);
    await joinHub(hub, desk, { confirm: false });
    await until(async () => {
      const got = await desk.ask('sync.get', {});
      return got.ok && got.value.failure === 'unconfirmed';
    });
    const { office } = getCabinet(desk.desk);
    await until(async () => {
      const { rows } = await hub.db.query('SELECT 1 FROM journal_row WHERE office = $1', [
        office.profile.code,
      ]);
      return rows.length === getCabinet(desk.desk).journal.head.pos;
    });
    expect(await desk.ask('sync.get', {})).toMatchObject({
      ok: true,
      value: { accepted: 0, waiting: { dossiers: 1, things: 2 } },
    });
  });

  it('lists what waits with its reason, and what is kept aside until somebody has settled it', async () => {
    const office = newOffice();
    let cut = false;
    const reach: typeof fetch = (url, init) =>
      cut ? Promise.reject(new TypeError('no line')) : fetch(url, init);
    const desk = await open(1, office, { reach });
    const { dossier, code } = await acceptSample(desk);
    await joinHub(hub, desk);
    await level(hub, [desk]);
    cut = true;
    const later = await acceptSample(desk, await readySample(desk, '019199000444'));
    // As the hub would have judged a row whose signature does not fit.
    db(desk)
      .prepare("UPDATE seen SET verdict = 'quarantined', detail = 'signatureWrong' WHERE pos = 3")
      .run();
    const listed = await desk.ask('sync.items', {});
    const { id } = db(desk).prepare('SELECT id FROM journal WHERE pos = 3').get<{ id: string }>([])!;
    expect(listed).toMatchObject({
      ok: true,
      value: {
        items: [
          { kind: 'aside', id, dossier, code, reason: 'signatureWrong' },
          { kind: 'waiting', id: '', dossier: later.dossier, count: 1 },
        ],
        more: 0,
      },
    });
    const needing = stripOf(desk.desk)?.needsYou ?? 0;
    expect(stripOf(desk.desk)).toMatchObject({ aside: 1, waiting: 1, accepted: 0 });
    expect(await desk.ask('sync.settle', { id })).toMatchObject({ ok: true });
    expect(stripOf(desk.desk)).toMatchObject({ aside: 0, needsYou: needing - 1 });
    expect(await desk.ask('sync.items', {})).toMatchObject({
      ok: true,
      value: { items: [{ kind: 'waiting' }] },
    });
    cut = false;
    await desk.ask('sync.sendNow', {});
    await level(hub, [desk]);
    await until(() => stripOf(desk.desk)?.line === 'level');
    expect(await desk.ask('sync.items', {})).toMatchObject({ ok: true, value: { items: [] } });
    // Told of, it is still not there: nothing says that the province has it all.
    expect(stripOf(desk.desk)).toMatchObject({ waiting: 0, accepted: 1 });
    expect(await desk.ask('dossier.standing', { id: dossier })).toMatchObject({
      ok: true,
      value: { sync: 'reported' },
    });
    expect(await desk.ask('sync.get', {})).toMatchObject({ ok: true, value: { keptAside: 1 } });
  });

  it('whose hub was restored to before its rows fills it again', async () => {
    const office = newOffice();
    const [one, two] = [await open(1, office), await open(2, office)];
    await joinHub(hub, one);
    await joinHub(hub, two);
    const kept = await acceptSample(one);
    await level(hub, [one, two]);
    const lost = await acceptSample(one, await readySample(one, '019199000555'));
    await level(hub, [one, two]);
    // The hub as it was before the second acceptance.
    await hub.db.query('DELETE FROM session WHERE office = $1', [office]);
    const { rows } = await hub.db.query<{ position: number; epoch: string; seq: number }>(
      'SELECT position, epoch, seq FROM feed WHERE office = $1 AND subject = $2',
      [office, lost.dossier],
    );
    const { position, epoch, seq } = rows[0]!;
    await hub.db.query('DELETE FROM feed WHERE office = $1 AND position >= $2', [office, position]);
    await hub.db.query('DELETE FROM journal_row WHERE office = $1 AND epoch = $2 AND seq >= $3', [
      office,
      epoch,
      seq,
    ]);
    await hub.db.query(
      `UPDATE epoch SET held = $3::int - 1, admitted = $3::int - 1, held_hash =
         (SELECT hash FROM journal_row AS row WHERE (row.office, row.epoch, row.seq) = (epoch.office, epoch.epoch, $3::int - 1))
       WHERE office = $1 AND epoch = $2`,
      [office, epoch, seq],
    );
    await hub.db.query(
      'UPDATE office SET position = $2::bigint - 1, rolling = (SELECT rolling FROM feed WHERE office = $1 AND position = $2::bigint - 1) WHERE office = $1',
      [office, position],
    );
    for (const desk of [one, two]) await desk.ask('sync.sendNow', {});
    const next = await acceptSample(two, await readySample(two, '019199000556'));
    await level(hub, [one, two]);
    for (const { dossier } of [kept, lost, next]) {
      expect(stateOf(one, dossier)?.accepted).not.toBeNull();
      expect(stateOf(one, dossier)).toEqual(stateOf(two, dossier));
    }
    expect(findCursor(db(one))).toEqual(findCursor(db(two)));
  });
});
