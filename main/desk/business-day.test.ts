import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, instantOf, localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { rowsToVerify } from '../journal/read.ts';
import { businessInstant, clockTrust, confirmDay, freshBusinessClock, judgeDay } from './business-day.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';
import type { Clock } from './clock.ts';
import { getCabinet } from './desk.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const last = at('2026-11-23T15:40:00');
const judge = (clock: number, before = last) => judgeDay(freshBusinessClock(), clock, before);

describe('the business day', () => {
  it.each([
    ['a minute later', '2026-11-23T15:41:00', 'ok', '2026-11-23'],
    ['a clock set right by a minute', '2026-11-23T15:39:00', 'ok', '2026-11-23'],
    ['just inside the tolerance', '2026-11-23T15:38:00', 'ok', '2026-11-23'],
    ['just outside it', '2026-11-23T15:37:59', 'behind', '2026-11-23'],
    ['an hour back', '2026-11-23T14:40:00', 'behind', '2026-11-23'],
    ['yesterday', '2026-11-22T16:00:00', 'behind', '2026-11-23'],
    ['the next morning', '2026-11-24T07:30:00', 'ok', '2026-11-24'],
    ['after a weekend', '2026-11-26T23:59:59', 'ok', '2026-11-26'],
    ['four days on', '2026-11-27T00:00:00', 'ahead', '2026-11-27'],
    ['a dead battery', '2002-01-01T00:03:00', 'behind', '2026-11-23'],
    ['the beginning of time', '1970-01-01T07:00:00', 'behind', '2026-11-23'],
    ['years ahead', '2035-06-01T08:00:00', 'ahead', '2035-06-01'],
  ])('of %s after the newest row is judged', (_, clock, state, day) => {
    expect(judge(at(clock))).toEqual({ state, day, last: '2026-11-23', clock: at(clock) });
  });

  it('of an empty journal is whatever the clock says', () => {
    expect(judge(at('2002-01-01T00:03:00'), 0)).toMatchObject({ state: 'ok', day: '2002-01-01', last: null });
  });

  it.each(['', '2026-02-29', '26-11-2026', '2019-12-31', '2100-01-01', '0000-00-00', '2026-11-23T00:00'])(
    'is not "%s"',
    (day) => {
      expect(confirmDay(day, last, last)).toBeUndefined();
    },
  );

  it('once said is in force, whatever the clock, and the hours run on from there', () => {
    const days = fc.integer({ min: 0, max: 29_000 }).map((n) => addDays('2020-01-01', n));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: at('2120-01-01T00:00:00') }),
        fc.integer({ min: 1, max: at('2120-01-01T00:00:00') }),
        fc.integer({ min: 0, max: 3_600_000 }),
        (day, clock, before, later) => {
          const business = confirmDay(day, clock, before)!;
          const said = businessInstant(business, clock);
          expect(localDateAt(said)).toBe(day);
          // Never before a row of the same day, and always in a state that work can go on from.
          if (localDateAt(before) === day) expect(said).toBeGreaterThanOrEqual(before);
          expect(judgeDay(business, clock, said)).toMatchObject({ state: 'ok', day });
          expect(businessInstant(business, clock + later)).toBe(said + later);
        },
      ),
    );
  });

  it('is trusted as far as it is known', () => {
    const ok = judge(at('2026-11-24T07:30:00'));
    expect(clockTrust(freshBusinessClock(), ok)).toBe('ok');
    expect(clockTrust({ offset: 86_400_000 }, ok)).toBe('entered');
    expect(clockTrust(freshBusinessClock(), judge(at('2002-01-01T00:00:00')))).toBe('suspect');
  });
});

describe('a counter whose clock is wrong', () => {
  /** Founded and used on Monday 23/11/2026 at 15:40: copied for each test. */
  let used = '';
  const opened: TestDesk[] = [];
  const folders: string[] = [];
  const open = async (folder: string, clock: Clock): Promise<TestDesk> => {
    const desk = openTestDesk({ folder, clock });
    opened.push(desk);
    await signInSample(desk);
    return desk;
  };
  beforeAll(async () => {
    used = makeFolder();
    const first = openTestDesk({ folder: used, clock: { now: () => last } });
    await foundSample(first);
    expect((await acceptSample(first)).code).toBe('H55.242-261123-0001');
    first.close();
  });
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
    folders.splice(0).forEach(removeFolder);
  });
  afterAll(() => removeFolder(used));

  /** The desk opened again with a clock the test moves. */
  const openWithClock = async (text: string) => {
    const folder = makeFolder();
    folders.push(folder);
    cpSync(used, folder, { recursive: true });
    const clock = { value: at(text), now: () => clock.value };
    return { desk: await open(folder, clock), clock };
  };
  const dayState = async (desk: TestDesk) => {
    const status = await desk.ask('app.status', {});
    return status.ok ? status.value.session?.day : undefined;
  };
  const isSound = (desk: TestDesk): boolean =>
    verifyJournal(rowsToVerify(getCabinet(desk.desk).db, 0), chainCrypto, emptyCheckpoint()).report.faulty ===
    0;

  it.each([
    ['years behind', '2002-01-01T00:03:00', 'behind', '2026-11-25', 'H55.242-261125-0001'],
    ['behind, on the same day', '2002-01-01T00:03:00', 'behind', '2026-11-23', 'H55.242-261123-0002'],
    ['at yesterday', '2026-11-22T16:00:00', 'behind', '2026-11-23', 'H55.242-261123-0002'],
    ['years ahead', '2035-06-01T08:00:00', 'ahead', '2026-11-24', 'H55.242-261124-0001'],
    ['right, after a long holiday', '2026-12-02T07:35:00', 'ahead', '2026-12-02', 'H55.242-261202-0001'],
  ])('%s asks for the day and goes on from it', async (_, clock, state, day, code) => {
    const { desk } = await openWithClock(clock);
    expect(await dayState(desk)).toMatchObject({ state, last: '2026-11-23' });
    const form = await readySample(desk);
    const refused = await desk.ask('intake.accept', { id: randomUUID(), form });
    expect(refused).toMatchObject({ ok: false, fault: { code: 'dayUnconfirmed' } });
    expect(await desk.ask('day.confirm', { day })).toMatchObject({ ok: true, value: { state: 'ok', day } });
    const accepted = await acceptSample(desk, form);
    expect(accepted.code).toBe(code);
    expect(localDateAt(accepted.dueAt ?? 0) > day).toBe(true);
    expect(isSound(desk)).toBe(true);
  });

  it('back at midnight goes on from the hour of the newest row, so that the deadline does not', async () => {
    const { desk } = await openWithClock('2002-01-01T00:03:00');
    await desk.ask('day.confirm', { day: '2026-11-23' });
    const { dossier } = await acceptSample(desk);
    const page = await desk.ask('dossier.get', { id: dossier });
    expect(page.ok && page.value.row.receivedAt).toBeGreaterThanOrEqual(last);
  });

  it('set right by the network after the day was said is noticed again', async () => {
    const { desk, clock } = await openWithClock('2002-01-01T00:03:00');
    await desk.ask('day.confirm', { day: '2026-11-24' });
    await acceptSample(desk);
    clock.value = at('2026-11-24T08:00:00');
    expect(await dayState(desk)).toMatchObject({ state: 'ahead' });
    const form = await readySample(desk);
    expect(await desk.ask('intake.accept', { id: randomUUID(), form })).toMatchObject({
      fault: { code: 'dayUnconfirmed' },
    });
    await desk.ask('day.confirm', { day: '2026-11-24' });
    expect((await acceptSample(desk, form)).code).toBe('H55.242-261124-0002');
    expect(isSound(desk)).toBe(true);
  });

  it('said wrongly can be said again, though rows already bear the wrong day', async () => {
    const { desk } = await openWithClock('2002-01-01T00:03:00');
    await desk.ask('day.confirm', { day: '2027-11-24' });
    expect((await acceptSample(desk)).code).toBe('H55.242-271124-0001');
    expect(await desk.ask('day.confirm', { day: '2026-11-24' })).toMatchObject({
      value: { state: 'ok', day: '2026-11-24' },
    });
    expect((await acceptSample(desk)).code).toBe('H55.242-261124-0001');
    await desk.ask('day.confirm', { day: '2027-11-24' });
    expect((await acceptSample(desk)).code).toBe('H55.242-271124-0002');
  });

  it('asks again at every start until the clock is right', async () => {
    const { desk, clock } = await openWithClock('2002-01-01T00:03:00');
    await desk.ask('day.confirm', { day: '2026-11-24' });
    await acceptSample(desk);
    desk.desk.close();
    const again = await open(desk.folder, clock);
    expect(await dayState(again)).toMatchObject({ state: 'behind', last: '2026-11-24' });
    again.desk.close();
    clock.value = instantOf('2026-11-25', 8 * 60);
    const mended = await open(desk.folder, clock);
    expect(await dayState(mended)).toMatchObject({ state: 'ok', day: '2026-11-25' });
    expect((await acceptSample(mended)).code).toBe('H55.242-261125-0001');
  });

  it('numbers each business day from the beginning of its lane', async () => {
    const { desk, clock } = await openWithClock('2026-11-24T08:00:00');
    expect((await acceptSample(desk)).code).toBe('H55.242-261124-0001');
    expect((await acceptSample(desk)).code).toBe('H55.242-261124-0002');
    clock.value = at('2026-11-25T07:30:00');
    expect((await acceptSample(desk)).code).toBe('H55.242-261125-0001');
  });
});
