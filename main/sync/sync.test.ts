import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { commandOf } from '../../shared/dossier/acts/testing-life.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { getCabinet } from '../desk/desk.ts';
import { stripOf } from '../desk/status.ts';
import { findDossierState } from '../journal/projections.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { openTestDesk } from '../testing-desk.ts';
import { findCursor } from './enrolment.ts';
import { closeLine, joinHub, level, openLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

const opened: LineDesk[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await closeLine(one);
});
let offices = 0;
const newOffice = (): string => {
  offices += 1;
  return `H77.${offices}`;
};
const open = async (
  number: number,
  office: string,
  options: Parameters<typeof openLineDesk>[2] = {},
): Promise<LineDesk> => {
  const one = await openLineDesk(number, office, options);
  opened.push(one);
  return one;
};
const db = (desk: LineDesk) => getCabinet(desk.desk).db;
/** Everything but what an engine's own number would show. */
const stateOf = (desk: LineDesk, dossier: string) => findDossierState(db(desk), dossier);

describe('two desks of an office', () => {
  it('see each other’s dossiers in lists, search and page, and stand at the same point of one feed', async () => {
    const office = newOffice();
    const [one, two] = [await open(1, office), await open(2, office)];
    const before = await acceptSample(one);
    await joinHub(hub, one);
    await joinHub(hub, two);
    const after = await acceptSample(two, await readySample(two, '019199000777'));
    await level(hub, [one, two]);

    expect(findCursor(db(one))).toEqual(findCursor(db(two)));
    for (const dossier of [before.dossier, after.dossier])
      expect(stateOf(one, dossier)).toEqual(stateOf(two, dossier));
    for (const [desk, found] of [
      [two, before],
      [one, after],
    ] as const) {
      expect(await desk.ask('dossier.find', { text: found.code })).toMatchObject({
        ok: true,
        value: { rows: [{ id: found.dossier }] },
      });
      expect(await desk.ask('workingSet.get', {})).toMatchObject({
        ok: true,
        value: { rows: expect.arrayContaining([expect.objectContaining({ id: found.dossier })]) as unknown },
      });
    }
    const page = await two.ask('dossier.get', { id: before.dossier });
    expect(page).toMatchObject({
      ok: true,
      value: { history: [{ type: 'dossierAccepted', clerkName: 'Cán bộ Mẫu 1', desk: 1 }] },
    });
    // The windows were told, each row by its delta.
    expect(
      two.told.some(
        (telling) => telling.kind === 'delta' && telling.rows.some(({ id }) => id === before.dossier),
      ),
    ).toBe(true);
    // With psql: the hub holds exactly the desks' own rows.
    const { rows } = await hub.db.query<{ desk: number; n: number }>(
      'SELECT desk, count(*)::int AS n FROM journal_row WHERE office = $1 GROUP BY desk ORDER BY desk',
      [office],
    );
    expect(rows).toEqual(
      [one, two].map((desk, at) => ({ desk: at + 1, n: getCabinet(desk.desk).journal.head.pos })),
    );
  });

  it('act on one dossier while both are cut off, and end the same with the conflict shown to both', async () => {
    const office = newOffice();
    let cut = false;
    const reach: typeof fetch = (url, init) =>
      cut ? Promise.reject(new TypeError('no line')) : fetch(url, init);
    const [one, two] = [await open(1, office, { reach }), await open(2, office, { reach })];
    await joinHub(hub, one);
    await joinHub(hub, two);
    const { dossier } = await acceptSample(one);
    await level(hub, [one, two]);
    cut = true;
    for (const desk of [one, two]) {
      expect(
        await desk.ask('act.do', { dossier, act: commandOf('requestSupplements', randomUUID()) }),
      ).toMatchObject({
        ok: true,
      });
    }
    expect(stripOf(two.desk)).toMatchObject({ waiting: 1 });
    expect(await two.ask('dossier.get', { id: dossier })).toMatchObject({
      ok: true,
      value: { sync: 'waiting' },
    });
    cut = false;
    for (const desk of [one, two]) await desk.ask('sync.sendNow', {});
    await level(hub, [one, two]);
    expect(stateOf(one, dossier)).toEqual(stateOf(two, dossier));
    expect(findCursor(db(one))).toEqual(findCursor(db(two)));
    for (const desk of [one, two]) {
      const page = await desk.ask('dossier.get', { id: dossier });
      expect(page).toMatchObject({ ok: true, value: { row: { conflicts: 1 } } });
    }
    // Verdicts as the hub judged them, once.
    const { rows } = await hub.db.query<{ verdict: string }>(
      'SELECT verdict FROM feed WHERE office = $1 AND subject = $2 ORDER BY position',
      [office, dossier],
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['fact', 'fact', 'conflict']);
    expect(stripOf(one.desk)).toMatchObject({ waiting: 0, oldestWaitingAt: null });
    // One line in lists, on the dossier's page and on F7: all of it is with the province, until the province keeps a row aside.
    const line = async () => {
      const answer = await one.ask('dossier.standing', { id: dossier });
      return answer.ok ? answer.value : answer.fault;
    };
    const { sync } = messagesIn('vi').acts.standing;
    expect(await line()).toMatchObject({
      sync: 'received',
      line: expect.stringContaining(` · ${sync.received}.`) as unknown,
    });
    db(one)
      .prepare(
        `UPDATE seen SET verdict = 'quarantined' WHERE pos = (SELECT max(pos) FROM journal WHERE subject = ?)`,
      )
      .run([dossier]);
    expect(await line()).toMatchObject({
      sync: 'refused',
      line: expect.stringContaining(` · ${sync.refused}.`) as unknown,
    });
  });

  it('take up a dossier the other desk opened, and its line stays one line', async () => {
    const office = newOffice();
    const [one, two] = [await open(1, office), await open(2, office)];
    await joinHub(hub, one);
    await joinHub(hub, two);
    const { dossier, code } = await acceptSample(one);
    await level(hub, [one, two]);
    expect(await two.ask('act.do', { dossier, act: commandOf('handOver', randomUUID()) })).toMatchObject({
      ok: true,
    });
    await level(hub, [one, two]);
    expect(stateOf(one, dossier)).toEqual(stateOf(two, dossier));
    const found = await two.ask('dossier.find', { text: code });
    expect(found).toMatchObject({ ok: true, value: { rows: [{ id: dossier, business: 'processing' }] } });
    expect(db(two).prepare('SELECT count(*) AS n FROM dossier WHERE id = ?').get([dossier])).toEqual({
      n: 1,
    });
    const page = await one.ask('dossier.get', { id: dossier });
    expect(page).toMatchObject({
      ok: true,
      value: { history: [{ desk: 1 }, { desk: 2, clerkName: 'Cán bộ Mẫu 2' }] },
    });
  });

  it('take one request in twice while both are cut off: listed at both, each page leads to the other, until one is stopped', async () => {
    const office = newOffice();
    let line = new AbortController();
    const reach: typeof fetch = (url, init) =>
      fetch(url, { ...init, signal: AbortSignal.any([line.signal, ...(init?.signal ? [init.signal] : [])]) });
    const [one, two] = [await open(1, office, { reach }), await open(2, office, { reach })];
    await joinHub(hub, one);
    await joinHub(hub, two);
    await level(hub, [one, two]);
    line.abort(new TypeError('no line'));
    const twice = [await acceptSample(one), await acceptSample(two)] as const;
    expect(await one.ask('day.twins', {})).toMatchObject({ ok: true, value: [] });
    line = new AbortController();
    for (const desk of [one, two]) await desk.ask('sync.sendNow', {});
    await level(hub, [one, two]);
    const [kept, other] = twice;
    for (const desk of [one, two]) {
      expect(await desk.ask('day.twins', {})).toMatchObject({
        ok: true,
        value: [twice.map(({ code }) => ({ code }))],
      });
      expect(await desk.ask('dossier.get', { id: kept.dossier })).toMatchObject({
        ok: true,
        value: { twins: [{ code: other.code }] },
      });
    }
    const stop = { ...commandOf('stop', randomUUID()), reason: `Trùng với hồ sơ ${kept.code}` };
    expect(await one.ask('act.do', { dossier: other.dossier, act: stop })).toMatchObject({ ok: true });
    await level(hub, [one, two]);
    for (const desk of [one, two]) {
      expect(await desk.ask('day.twins', {})).toMatchObject({ ok: true, value: [] });
      for (const { code, dossier } of twice)
        expect(await desk.ask('dossier.find', { text: code })).toMatchObject({
          ok: true,
          value: { rows: [{ id: dossier }] },
        });
      expect(await desk.ask('dossier.get', { id: kept.dossier })).toMatchObject({
        ok: true,
        value: { twins: [{ code: other.code, business: 'stopped' }] },
      });
    }
  });
});

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
