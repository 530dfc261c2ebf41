import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fair, openFaultyLine } from '../../hub/testing-faulty-line.ts';
import type { FaultyLine } from '../../hub/testing-faulty-line.ts';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { commandOf, sampleInputs } from '../../shared/dossier/acts/testing-life.ts';
import { fold } from '../../shared/dossier/evolve.ts';
import { isDossierId } from '../../shared/dossier/id.ts';
import { readHeader } from '../../shared/journal/header.ts';
import { fromHex, witnessOf } from '../../shared/journal/row.ts';
import { upcast } from '../../shared/journal/upcast.ts';
import { getCabinet } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { findCursor } from './enrolment.ts';
import { closeLine, joinHub, level, openLineDesk, reopenLineDesk } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

/** A soak goes on for longer, and again with the seed a run has named. */
const seconds = Number(process.env['SOAK_SECONDS'] ?? 3);
const seed = Number(process.env['SOAK_SEED'] ?? randomInt(2 ** 31));

const office = 'H80.1';
const numbers = [1, 2, 3] as const;

interface Counter {
  desk: LineDesk;
  line: FaultyLine;
  folder: string;
}

let hub: TestHub;
const counters: Counter[] = [];
const dossiers: string[] = [];

beforeAll(async () => {
  hub = await makeHub();
  const second = await hub.more();
  for (const number of numbers) {
    const folder = mkdtempSync(join(tmpdir(), 'quay-order-'));
    const line = await openFaultyLine(number === 3 ? second.url : hub.hub.url, {}, seed + number);
    const desk = await openLineDesk(number, office, { folder });
    await joinHub(hub, desk, { url: line.url });
    counters.push({ desk, line, folder });
  }
});
afterAll(async () => {
  for (const { desk, line, folder } of counters) {
    await closeLine(desk);
    await line.close();
    rmSync(folder, { recursive: true, force: true });
  }
  await hub.drop();
});

const counterAt = (at: number): Counter => {
  const counter = counters[at];
  if (!counter) throw new Error(`no desk ${at}`);
  return counter;
};

/** Everything that can happen at a counter, on its line and in the province, in any order. */
const at = fc.nat({ max: numbers.length - 1 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('accept' as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      at,
      act: fc.constantFrom(...(Object.keys(sampleInputs) as (keyof typeof sampleInputs)[])),
      back: fc.nat({ max: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), at, cut: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('break' as const),
      at,
      way: fc.constantFrom('up' as const, 'down' as const),
      bytes: fc.nat({ max: 4_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('weather' as const),
      at,
      weather: fc.record({
        delayMs: fc.nat({ max: 40 }),
        resets: fc.constantFrom(0, 0.02, 0.2),
        holdMs: fc.nat({ max: 60 }),
        repeats: fc.constantFrom(0, 0.5, 1),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('database' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rest' as const), ms: fc.nat({ max: 80 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const story = fc.array(step, { minLength: 12, maxLength: 40 });

let people = 0;
const take = async (one: Step): Promise<void> => {
  switch (one.kind) {
    case 'accept': {
      people += 1;
      const { desk } = counterAt(one.at);
      const form = await readySample(desk, `019199${String(people).padStart(6, '0')}`);
      dossiers.push((await acceptSample(desk, form)).dossier);
      return;
    }
    case 'act': {
      const dossier = dossiers.at(-1 - one.back);
      // Refused is an answer too: of a dossier this desk has not heard of, or one that has come further.
      if (dossier !== undefined)
        await counterAt(one.at).desk.ask('act.do', { dossier, act: commandOf(one.act, randomUUID()) });
      return;
    }
    case 'cut':
      counterAt(one.at).line.setCut(one.cut);
      return;
    case 'break':
      counterAt(one.at).line.cutAfter(one.way, one.bytes);
      return;
    case 'weather':
      counterAt(one.at).line.change(one.weather);
      return;
    case 'reopen': {
      const counter = counterAt(one.at);
      await closeLine(counter.desk);
      counter.desk = await reopenLineDesk(counter.folder);
      return;
    }
    case 'database':
      // Every transaction of both instances ends where it is.
      await hub.db.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      return;
    case 'rest':
      await rest(one.ms);
  }
};

const heal = async (): Promise<void> => {
  for (const { line } of counters) {
    line.setCut(false);
    line.change(fair);
  }
  const nudging = setInterval(() => {
    for (const { desk } of counters) desk.sync.nudge();
  }, 250);
  await level(
    hub,
    counters.map(({ desk }) => desk),
  );
  clearInterval(nudging);
};

const fedRow = z.strictObject({
  position: z.number(),
  hash: z.string(),
  verdict: z.string(),
  header: z.string(),
  payload: z.string().nullable(),
});
const standing = z.strictObject({ position: z.number(), hash: z.string() });

const compareAll = async (): Promise<void> => {
  const fed = await psql(
    hub.url,
    fedRow,
    `SELECT position, encode(hash, 'hex') AS hash, verdict, header, payload
     FROM feed JOIN journal_row USING (office, desk, epoch, seq) WHERE office = :'office' ORDER BY position`,
    { office },
  );
  // Nothing lost, nothing twice, no position left out.
  const written = counters.flatMap(({ desk }) =>
    getCabinet(desk.desk)
      .db.prepare('SELECT lower(hex(hash)) AS hash FROM journal')
      .all<{ hash: string }>([])
      .map(({ hash }) => hash),
  );
  expect(fed.map(({ hash }) => hash).sort()).toEqual(written.sort());
  expect(fed.map(({ position }) => position)).toEqual(fed.map((_, place) => place + 1));
  const [stands] = await psql(
    hub.url,
    standing,
    "SELECT position, encode(rolling, 'hex') AS hash FROM office WHERE office = :'office'",
    { office },
  );
  for (const { desk } of counters) expect(findCursor(getCabinet(desk.desk).db)).toEqual(stands);
  const folded = fed.filter(({ verdict }) => verdict !== 'quarantined');
  const subjectOf = ({ header }: z.infer<typeof fedRow>): string => readHeader(header)?.subject ?? '';
  expect([...new Set(folded.map(subjectOf))].filter(isDossierId).sort()).toEqual([...dossiers].sort());
  for (const dossier of dossiers) {
    const state = fold(
      folded.flatMap(({ header: text, hash, payload }) => {
        const header = readHeader(text);
        if (header?.subject !== dossier) return [];
        const event = upcast({ ...header, payload: JSON.parse(payload ?? 'null') as unknown });
        return [{ ...header, witness: witnessOf(fromHex(hash)), event }];
      }),
    );
    for (const { desk } of counters)
      expect(findDossierState(getCabinet(desk.desk).db, dossier)).toEqual(state);
  }
};

describe('three desks and a province of two instances', () => {
  it(
    `end with one feed and one state everywhere after anything in any order (SOAK_SEED=${seed})`,
    async () => {
      const end = performance.now() + seconds * 1_000;
      for (let round = 0; round === 0 || performance.now() < end; round += 1) {
        const [steps = []] = fc.sample(story, { seed: seed + round, numRuns: 1 });
        try {
          for (const one of steps) await take(one);
          await heal();
          await compareAll();
        } catch (error) {
          throw new Error(`round ${round}: ${JSON.stringify(steps)}`, { cause: error });
        }
      }
    },
    (seconds + 180) * 1_000,
  );
});
