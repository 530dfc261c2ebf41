import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { openFaultyLine } from '../../hub/testing-faulty-line.ts';
import type { FaultyLine } from '../../hub/testing-faulty-line.ts';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { getCabinet } from '../desk/desk.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { putAttachment } from '../vault/attachments.ts';
import { pullThePlug, startProcess } from '../vault/testing-process.ts';
import { deskSigner, findCursor, findEnrolment } from './enrolment.ts';
import { countWaitingFiles } from './files/waiting-files.ts';
import { pushAfter } from './push.ts';
import { LineFault } from './reach.ts';
import { openHubSession } from './session.ts';
import { startSync } from './sync.ts';
import { closeLine, joinHub, level, openLineDesk, reopenLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

/** `npm run soak`: everything, for as long as it takes. */
const isSoak = process.env['SOAK_SECONDS'] !== undefined;

// Hundreds of broken pushes, thousands in the soak, and several processes: a limit that ends what hangs, on the busiest machine.
vi.setConfig({ testTimeout: isSoak ? 3_600_000 : 240_000 });

let offices = 0;
let office = '';
/** A retry finds an office of its own as well. */
beforeEach(() => {
  offices += 1;
  office = `H78.${offices}`;
});
const folders: string[] = [];
const desks: LineDesk[] = [];
const lines: FaultyLine[] = [];
const processes: ChildProcess[] = [];
afterEach(async () => {
  for (const one of desks.splice(0)) await closeLine(one);
  for (const one of lines.splice(0)) await one.close();
  for (const one of processes.splice(0)) if (one.exitCode === null && !one.killed) await pullThePlug(one);
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
});
const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-fault-'));
  folders.push(folder);
  return folder;
};
const lineTo = async (...wish: Parameters<typeof openFaultyLine>): Promise<FaultyLine> => {
  const line = await openFaultyLine(...wish);
  lines.push(line);
  return line;
};
const openDesk = async (folder?: string): Promise<LineDesk> => {
  const desk = await openLineDesk(1, office, folder === undefined ? {} : { folder });
  desks.push(desk);
  return desk;
};
const acceptSome = async (desk: LineDesk, many: number): Promise<void> => {
  for (let at = 0; at < many; at += 1)
    await acceptSample(desk, await readySample(desk, `01919900${1000 + at}`));
};

const stored = z.strictObject({ pos: z.number(), hash: z.string() });
/** What the desk's own journal holds, and what psql finds at the hub and in the feed, in their order. */
const compareWithPsql = async (url: string, desk: LineDesk): Promise<void> => {
  const written = getCabinet(desk.desk)
    .db.prepare('SELECT pos, lower(hex(hash)) AS hash FROM journal ORDER BY pos')
    .all<z.infer<typeof stored>>([]);
  const at = (from: string) =>
    psql(
      url,
      stored,
      `SELECT row_number() OVER (ORDER BY ${from}) AS pos, encode(row.hash, 'hex') AS hash
       FROM epoch JOIN journal_row AS row USING (office, desk, epoch) LEFT JOIN feed USING (office, desk, epoch, seq)
       WHERE office = :'office'`,
      { office },
    );
  expect(await at('epoch.arrival, row.seq')).toEqual(written);
  expect(await at('feed.position')).toEqual(written);
};

describe('a push over a line that breaks', () => {
  // Every point is cut at in the soak; in each test run some, from a place of its own.
  const step = isSoak ? 1 : 43;

  it('at any of its points keeps the row once, and its acknowledgement is asked for again', async () => {
    const hub = await makeHub();
    const desk = await openDesk();
    const line = await lineTo(hub.hub.url);
    await joinHub(hub, desk, { url: line.url });
    await level(hub, [desk]);
    await desk.sync.stop();
    const { db, journal } = getCabinet(desk.desk);
    const enrolment = findEnrolment(db);
    if (!enrolment) throw new Error('not enrolled');
    const signer = deskSigner(enrolment.seed);
    const standing = { application: 'test', waiting: 0, oldestWaitingAt: null, now: Date.now() };
    const never = (): AbortSignal => new AbortController().signal;
    const { token } = await openHubSession(fetch, enrolment, signer, standing, never());
    const push = () =>
      pushAfter(
        db,
        journal.head.pos - 1,
        { reach: fetch, enrolment, signer, token, signal: never(), hasRead: () => findCursor(db) },
        () => undefined,
      );
    await acceptSome(desk, 1);
    const before = line.passed();
    await push();
    const whole = line.passed();
    const sweep = { up: whole.up - before.up, down: whole.down - before.down };
    expect(sweep.up).toBeGreaterThan(1_000);
    const start = Math.floor(Math.random() * step);
    for (const way of ['up', 'down'] as const) {
      for (let point = start, tried = 0; point < sweep[way] - 16; point += step, tried += 1) {
        // A fresh row now and then: of the points between, each finds the row held, or not, by what the one before left.
        if (tried % 8 === 0) await acceptSome(desk, 1);
        line.cutAfter(way, point);
        await expect(push(), `${way} ${point}`).rejects.toBeInstanceOf(LineFault);
        if (tried % 8 === 7) await push();
      }
      await push();
    }
    desk.sync = startSync(desk.desk, fetch);
    await level(hub, [desk]);
    await compareWithPsql(hub.url, desk);
    await closeLine(desk);
    desks.splice(0);
    await hub.drop();
  });
});

// A week at a counter, scaled: in the soak 300 dossiers of its 2,000, one scan in thirty dossiers, a fiftieth of a scan's usual 1 MB; in each
// test run an hour of it, eight dossiers and one scan.
describe('a week over 64 kbit/s with 800 ms, where one segment in a hundred is its connection’s last', () => {
  const { dossiers, scanEvery, scanBytes } = isSoak
    ? { dossiers: 300, scanEvery: 30, scanBytes: 20_000 }
    : { dossiers: 8, scanEvery: 8, scanBytes: 6_000 };

  it('is all there, every scan under the hash its row names', async () => {
    const hub = await makeHub(undefined, 15);
    const desk = await openDesk();
    const line = await lineTo(hub.hub.url);
    await joinHub(hub, desk, { url: line.url });
    await level(hub, [desk]);
    line.setCut(true);
    const { db, databaseKey } = getCabinet(desk.desk);
    const scans: string[] = [];
    for (let at = 0; at < dossiers; at += 1) {
      const form = await readySample(desk, `01919800${1000 + at}`);
      const [first, ...rest] = form.components;
      if (at % scanEvery > 0 || !first) {
        await acceptSample(desk, form);
        continue;
      }
      const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(scanBytes)]);
      const { hash, size } = await putAttachment(
        desk.desk.places.data,
        databaseKey,
        Readable.from([content]),
      );
      const file = { hash, name: 'scan.pdf', size, mime: 'application/pdf' };
      await acceptSample(desk, { ...form, components: [{ ...first, files: [file] }, ...rest] });
      scans.push(createHash('sha256').update(content).digest('hex'));
    }
    line.change({ bytesPerSecond: 64_000 / 8, delayMs: 800, resets: 0.01 });
    line.setCut(false);
    desk.sync.nudge();
    await level(hub, [desk]);
    await until(() => countWaitingFiles(db) === 0);
    await compareWithPsql(hub.url, desk);
    const kept = await psql(
      hub.url,
      z.strictObject({ sha256: z.string() }),
      "SELECT encode(sha256, 'hex') AS sha256 FROM kept_file WHERE office = :'office' ORDER BY 1",
      { office },
    );
    expect(kept.map(({ sha256 }) => sha256)).toEqual(scans.toSorted());
    await closeLine(desk);
    desks.splice(0);
    await hub.drop();
  });
});

describe('with processes that are killed', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await makeHub();
  });
  afterAll(() => hub.drop());

  const counted = z.strictObject({ n: z.number() });
  const count = async (query: string): Promise<number> =>
    (await psql(hub.url, counted, `SELECT count(*) AS n ${query}`, { office }))[0]?.n ?? 0;

  it('the hub in the middle of a transaction leaves nothing of it, and its follower takes the rows once', async () => {
    let follower = hub.hub;
    const line = await lineTo(follower.url);
    const desk = await openDesk();
    await joinHub({ ...hub, hub: { url: line.url } }, desk);
    await level(hub, [desk]);
    // The last table each of the two steps writes to: rows are in, the transaction is not at its end.
    for (const [step, table] of [
      ['keeping', 'batch'],
      ['admitting', 'office'],
    ] as const) {
      await follower.close();
      const doomed = await startProcess('hub/index.ts', [], {
        DATABASE_URL: hub.url,
        HUB_DATA: hub.folder,
        HUB_PORT: '0',
        HUB_LOG: 'silent',
      });
      processes.push(doomed);
      line.lead(doomed.said);
      const before = {
        held: await count("FROM journal_row WHERE office = :'office'"),
        fed: await count("FROM feed WHERE office = :'office'"),
      };
      const holder = await hub.db.connect();
      await holder.query(`BEGIN; LOCK TABLE ${table} IN EXCLUSIVE MODE`);
      await acceptSome(desk, 3);
      await until(async () => (await count("FROM pg_locks WHERE NOT granted AND locktype = 'relation'")) > 0);
      await pullThePlug(doomed);
      // A statement that PostgreSQL has got whole it would bring to its end: what is in the middle of one ends with its session.
      await holder.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE NOT granted AND locktype = 'relation' AND datname = current_database()`,
      );
      await holder.query('ROLLBACK');
      holder.release();
      await until(
        async () =>
          (await count(
            "FROM pg_stat_activity WHERE datname = current_database() AND state LIKE '%active%'",
          )) <= 1,
      );
      expect([step, await count("FROM feed WHERE office = :'office'")]).toEqual([step, before.fed]);
      const held = step === 'keeping' ? before.held : before.held + 3;
      expect([step, await count("FROM journal_row WHERE office = :'office'")]).toEqual([step, held]);
      follower = await hub.more();
      line.lead(follower.url);
      await desk.ask('sync.sendNow', {});
      await level(hub, [desk]);
      await compareWithPsql(hub.url, desk);
    }
  });

  it('the desk in the middle of a batch sends it again at its next start', async () => {
    const line = await lineTo((await hub.more()).url);
    const folder = makeFolder();
    const desk = await openDesk(folder);
    await joinHub(hub, desk, { url: line.url });
    await level(hub, [desk]);
    line.setCut(true);
    await acceptSome(desk, 40);
    await closeLine(desk);
    desks.splice(0);
    line.setCut(false);
    line.change({ bytesPerSecond: 16 * 1024 });
    const before = line.passed().up;
    const counter = await startProcess('main/sync/testing-counter.ts', [folder]);
    processes.push(counter);
    await until(() => line.passed().up > before + 12_000);
    await pullThePlug(counter);
    line.change({ bytesPerSecond: Number.POSITIVE_INFINITY });
    const again = await reopenLineDesk(folder);
    desks.push(again);
    await level(hub, [again]);
    await compareWithPsql(hub.url, again);
  });
});
