import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHub } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { commandOf } from '../../shared/dossier/acts/testing-life.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { getCabinet } from '../desk/desk.ts';
import { stripOf } from '../desk/status.ts';
import { findDossierState } from '../journal/projections.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { findCursor } from './enrolment.ts';
import { joinHub, level } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';
import { countOffices, shutAfterEach } from './testing-line-desks.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

const { open } = shutAfterEach();
const newOffice = countOffices('H77');
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
