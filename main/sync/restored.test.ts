import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { actions } from '../../hub/console/actions.ts';
import { listDesks } from '../../hub/console/desks.ts';
import { inTransaction } from '../../hub/database.ts';
import { openIdentity } from '../../hub/identity.ts';
import { writeOwnRows } from '../../hub/province/own-rows.ts';
import { openFaultyLine } from '../../hub/testing-faulty-line.ts';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { readDossierCode } from '../../shared/dossier/code.ts';
import { getCabinet } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { commandOf } from '../../shared/dossier/acts/testing-life.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { backUp } from '../vault/backup.ts';
import { restoreBackup } from '../vault/rescue.ts';
import { findCursor } from './enrolment.ts';
import { joinHub, level, reopenLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';
import { countOffices, shutAfterEach } from './testing-line-desks.ts';

let hub: TestHub;
let scratch: string;
beforeAll(async () => {
  hub = await makeHub();
  scratch = mkdtempSync(join(tmpdir(), 'quay-restored-'));
});
afterAll(async () => {
  await hub.drop();
  rmSync(scratch, { recursive: true, force: true });
});
const { kept, open, shut } = shutAfterEach();
const newOffice = countOffices('H81');
let folders = 0;
const newFolder = (): string => {
  folders += 1;
  return join(scratch, String(folders));
};

const db = ({ desk }: LineDesk) => getCabinet(desk).db;
const stateOf = (desk: LineDesk, dossier: string) => findDossierState(db(desk), dossier);
const numberOf = (code: string): number => readDossierCode(code)?.number ?? 0;
const accept = async (desk: LineDesk, idNumber: string) =>
  acceptSample(desk, await readySample(desk, idNumber));
const standingOf = async (office: string, desk = 1) =>
  (await listDesks(hub.db)).find((one) => one.office === office && one.desk === desk);

/** The newest kept copy is scanned, as the dialog asks for it. */
const confirmCopy = async (desk: LineDesk, scan: string): Promise<void> => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const answer = await desk.ask('restore.confirm', { scan, day: today });
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  await desk.ask('sync.sendNow', {});
};

const everyCode = z.strictObject({ code: z.string(), n: z.number() });
/** With psql: no code was given out twice, no place of a chain holds two rows. */
const expectNothingReused = async (office: string): Promise<void> => {
  const codes = await psql(
    hub.url,
    everyCode,
    `SELECT payload::json ->> 'code' AS code, count(*) AS n FROM journal_row
     WHERE office = :'office' AND header LIKE '%"dossierAccepted"%' GROUP BY 1 HAVING count(*) > 1`,
    { office },
  );
  expect(codes).toEqual([]);
};

describe('a vault put back from its backup', () => {
  it('counts on above the papers, and finds what it had lost at the province', async () => {
    const office = newOffice();
    const [folder, stick] = [newFolder(), newFolder()];
    const one = await open(1, office, { folder });
    const two = await open(2, office);
    await joinHub(hub, one);
    await joinHub(hub, two);
    const before = await accept(one, '019199000401');
    await level(hub, [one, two]);
    cpSync(folder, stick, { recursive: true });
    const { backup } = backUp({
      folder: one.desk.places.data,
      databaseKey: getCabinet(one.desk).databaseKey,
      destination: stick,
      now: Date.now(),
    });
    const lost = await accept(one, '019199000402');
    await level(hub, [one, two]);
    await shut(one);
    rmSync(join(folder, 'vault'), { recursive: true });
    restoreBackup(backup.path, join(folder, 'vault'));

    const again = kept(await reopenLineDesk(folder));
    const refused = await again.ask('intake.accept', {
      id: 'no-number-yet',
      form: await readySample(again, '019199000403'),
    });
    expect(refused).toMatchObject({ ok: false, fault: { code: 'restoreUnconfirmed' } });
    await confirmCopy(again, lost.code);
    const after = await accept(again, '019199000403');
    await level(hub, [again, two]);
    expect(numberOf(after.code)).toBeGreaterThan(numberOf(lost.code));
    for (const { dossier } of [before, lost, after]) {
      expect(stateOf(again, dossier)?.accepted).not.toBeNull();
      expect(stateOf(again, dossier)).toEqual(stateOf(two, dossier));
    }
    expect(findCursor(db(again))).toEqual(findCursor(db(two)));
    expect(await standingOf(office)).toMatchObject({ branches: 1, copied: false, forks: 0, aside: 0 });
    await expectNothingReused(office);
  });
});

describe('a vault that was copied to a second PC', () => {
  it('shows itself as two branches that both go on; both are kept, and no number is given out twice', async () => {
    const office = newOffice();
    const [folder, copy] = [newFolder(), newFolder()];
    const first = await open(1, office, { folder });
    await joinHub(hub, first);
    const before = await accept(first, '019199000411');
    await level(hub, [first]);
    await shut(first);
    // What somebody copies is the data folder; what is remembered outside it stays behind.
    cpSync(join(folder, 'vault'), join(copy, 'vault'), { recursive: true });
    const one = kept(await reopenLineDesk(folder));
    const there = await accept(one, '019199000412');
    await level(hub, [one]);
    const clone = kept(await reopenLineDesk(copy));
    await confirmCopy(clone, there.code);
    await level(hub, [clone]);
    const here = await accept(clone, '019199000413');
    await level(hub, [clone, one]);
    expect(await standingOf(office)).toMatchObject({ branches: 1, copied: false });
    const more = await accept(one, '019199000414');
    await level(hub, [clone, one]);
    expect(await standingOf(office)).toMatchObject({ branches: 1, copied: true });
    for (const { dossier } of [before, there, here, more])
      expect(stateOf(one, dossier)).toEqual(stateOf(clone, dossier));
    await expectNothingReused(office);
  });
});

describe('a PC in the place of another', () => {
  const replace = async (office: string): Promise<string> => {
    const doing = { db: hub.db, operator: 'test', now: Date.now() };
    const ended = await actions.end.perform('end', doing, { office, desk: 1, why: 'replaced' });
    if (ended?.code === undefined) throw new Error(JSON.stringify(ended));
    return ended.code;
  };
  const joinWith = async (desk: LineDesk, code: string): Promise<void> => {
    const joined = await desk.ask('sync.join', { url: hub.hub.url, code });
    if (!joined.ok || !joined.value.joined) throw new Error(JSON.stringify(joined));
    const { fingerprint } = joined.value.joined;
    const doing = { db: hub.db, operator: 'test', now: Date.now() };
    const { office } = getCabinet(desk.desk);
    const place = { office: office.profile.code, desk: 1, fingerprint };
    expect(await actions.confirm.perform('confirm', doing, place)).toEqual({ done: 'confirmed' });
    await desk.ask('sync.sendNow', {});
  };
  const twoLanes = [
    { from: 1, to: 999 },
    { from: 7000, to: 7099 },
  ];

  it('with a new vault gets every lane again, counts above what was given out, and has the dossiers of before', async () => {
    const office = newOffice();
    const old = await open(1, office);
    await joinHub(hub, old);
    await hub.db.query('UPDATE desk SET lanes = $2 WHERE office = $1', [office, JSON.stringify(twoLanes)]);
    const before = await accept(old, '019199000421');
    await level(hub, [old]);
    // On paper, and never sent.
    await old.sync.stop();
    const unsent = await accept(old, '019199000422');
    await shut(old);
    const code = await replace(office);
    const fresh = await open(1, office);
    await joinWith(fresh, code);
    expect(getCabinet(fresh.desk).office.lanes).toEqual(twoLanes);
    expect(
      await fresh.ask('intake.accept', { id: 'no-number-yet', form: await readySample(fresh) }),
    ).toMatchObject({ ok: false, fault: { code: 'restoreUnconfirmed' } });
    await confirmCopy(fresh, unsent.code);
    const after = await accept(fresh, '019199000423');
    expect(numberOf(after.code)).toBeGreaterThan(numberOf(unsent.code));
    await level(hub, [fresh]);
    expect(stateOf(fresh, before.dossier)?.accepted?.code).toBe(before.code);
    expect(await standingOf(office)).toMatchObject({ lanes: twoLanes, branches: 0, aside: 0 });
    await expectNothingReused(office);
  });

  it('with the other’s vault from a backup joins anew, since its old key was ended', async () => {
    const office = newOffice();
    const folder = newFolder();
    const old = await open(1, office, { folder });
    await joinHub(hub, old);
    const before = await accept(old, '019199000431');
    await level(hub, [old]);
    const code = await replace(office);
    const after = await accept(old, '019199000432');
    await until(async () => {
      const standing = await old.ask('sync.get', {});
      return standing.ok && standing.value.failure === 'revoked';
    });
    await joinWith(old, code);
    await level(hub, [old]);
    for (const one of [before, after]) expect(stateOf(old, one.dossier)?.accepted?.code).toBe(one.code);
    expect(await standingOf(office)).toMatchObject({ state: 'confirmed', branches: 0 });
  });

  it('counts above numbers of its lanes that the province shows it, whatever was scanned', async () => {
    const office = newOffice();
    const old = await open(1, office);
    await joinHub(hub, old);
    const codes = [];
    for (const id of ['41', '42', '43']) codes.push((await accept(old, `0191990004${id}`)).code);
    await level(hub, [old]);
    await shut(old);
    const code = await replace(office);
    const fresh = await open(1, office);
    await joinWith(fresh, code);
    // An older paper than the newest.
    await confirmCopy(fresh, codes[0] ?? '');
    await level(hub, [fresh]);
    const after = await accept(fresh, '019199000444');
    expect(numberOf(after.code)).toBeGreaterThan(numberOf(codes[2] ?? ''));
    await expectNothingReused(office);
  });
});

describe('a hub put back from an older backup', () => {
  it('gets its feed again from the desks that read it: also rows of desks that are no more', async () => {
    const office = newOffice();
    const province = await makeHub();
    const line = await openFaultyLine(province.hub.url);
    const at = { db: province.db, hub: { url: line.url } };
    const [one, two, dead] = [await open(1, office), await open(2, office), await open(3, office)];
    for (const desk of [one, two, dead]) await joinHub(at, desk);
    const early = await accept(dead, '019199000451');
    await level(province, [one, two, dead]);
    await province.hub.close();
    const putBack = await province.backUp();
    let instance = await province.more();
    line.lead(instance.url);

    // After the backup: a desk that is gone since, one that was enrolled later and is gone too, and those that live.
    const theirs = await accept(dead, '019199000452');
    const own = await accept(one, '019199000453');
    await level(province, [one, two, dead]);
    const late = await open(4, office);
    await joinHub(at, late);
    const young = await accept(late, '019199000454');
    await level(province, [one, two, dead, late]);
    const act = commandOf('requestSupplements', randomUUID());
    expect(await two.ask('act.do', { dossier: theirs.dossier, act })).toMatchObject({ ok: true });
    const online = { subject: 'online', type: 'submissionReceived', payload: { number: 'H84-1' } };
    await inTransaction(province.db, (on) =>
      writeOwnRows(on, openIdentity(province.keyFile), { office, now: Date.now() }, [online]),
    );
    await level(province, [one, two, dead, late]);
    await shut(dead);
    await shut(late);
    const all = [early, theirs, own, young].map(({ dossier }) => dossier);
    const before = all.map((dossier) => stateOf(one, dossier));
    const counted = z.strictObject({ desk: z.number(), n: z.number() });
    const perDesk = `SELECT desk, count(*) AS n FROM journal_row WHERE office = :'office' GROUP BY desk ORDER BY desk`;
    const held = await psql(province.url, counted, perDesk, { office });

    await instance.close();
    await putBack();
    instance = await province.more();
    line.lead(instance.url);
    for (const desk of [one, two]) await desk.ask('sync.sendNow', {});
    await until(async () => {
      const again = await psql(province.url, counted, perDesk, { office });
      return JSON.stringify(again) === JSON.stringify(held);
    });
    await until(() => all.every((dossier) => stateOf(one, dossier) && stateOf(two, dossier)));
    await level(province, [one, two]);
    for (const desk of [one, two]) expect(all.map((dossier) => stateOf(desk, dossier))).toEqual(before);
    expect(findCursor(db(one))).toEqual(findCursor(db(two)));
    const verdicts = z.strictObject({ verdict: z.string() });
    const every = `SELECT DISTINCT verdict FROM feed WHERE office = :'office'`;
    expect(await psql(province.url, verdicts, every, { office })).toEqual([{ verdict: 'fact' }]);
    expect(db(one).prepare('SELECT count(*) AS n FROM set_aside').get()).toEqual({ n: 0 });
    // Its desk is known by its rows alone, until somebody enrols it again.
    expect((await listDesks(province.db)).find(({ desk }) => desk === 4)).toMatchObject({ state: 'revoked' });
    for (const desk of [one, two]) await shut(desk);
    await line.close();
    await province.drop();
  });
});
