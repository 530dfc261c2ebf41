import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Custody } from './custody.ts';
import { decideCertification } from './decide.ts';
import type { CertificationCommand } from './commands.ts';
import type { CertificationEvent } from './events.ts';
import type { RegisterState } from './register.ts';
import { rememberedAfter, standingOf } from './standing.ts';
import type { Known } from './standing.ts';
import { foldRegister, sampleContext, samplePile } from './testing-register.ts';

/** Three desks of one office over years, volumes, hand-overs, replays and vaults copied back; the paper book is the witness. */

interface Counter {
  state: RegisterState | null;
  known: Known | null;
  /** Earlier states, as backups keep them. */
  backups: (RegisterState | null)[];
}

interface World {
  desks: Counter[];
  /** Milliseconds; only ever goes on. */
  now: number;
  /** Lines ever shown, oldest first: any may be typed again anywhere. */
  lines: Custody[];
  /** Numbers written on paper: 'year/number', with the volume. */
  paper: { year: number; volume: number; number: number }[];
  /** Where the paper book lies; null while it is carried. */
  bookAt: number | null;
}

type Act =
  | { act: 'accept'; desk: number; papers: number }
  | { act: 'handOver'; desk: number; to: number }
  | { act: 'type'; desk: number; line: number }
  | { act: 'volume'; desk: number }
  | { act: 'wait'; days: number }
  | { act: 'restore'; desk: number; backup: number; anotherPc: boolean }
  | { act: 'backUp' | 'sign' | 'answer'; desk: number };

const desk = fc.integer({ min: 0, max: 2 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('accept' as const),
      desk,
      papers: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('handOver' as const), desk, to: desk }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('type' as const), desk, line: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('volume' as const), desk }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 300 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('backUp' as const, 'answer' as const), desk }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('sign' as const), desk }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('restore' as const),
      desk,
      backup: fc.nat(5),
      anotherPc: fc.boolean(),
    }),
  },
);

const dayOf = (now: number): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
const contextOf = (world: World, at: number) =>
  sampleContext({
    desk: at + 1,
    day: dayOf(world.now),
    at: world.now,
    known: world.desks[at]?.known ?? null,
  });

const isHeld = (world: World, at: number): boolean => {
  const counter = world.desks[at];
  return counter?.state != null && standingOf(counter.state, counter.known, at + 1) === 'held';
};

/** Runs a command as main does: events, state, and what is remembered outside the vault. */
const run = (world: World, at: number, command: CertificationCommand): CertificationEvent[] => {
  const counter = world.desks[at];
  if (!counter) return [];
  const decided = decideCertification(counter.state, command, contextOf(world, at));
  if (!decided.ok) return [];
  const before = { state: counter.state, known: counter.known };
  counter.state = foldRegister(decided.value, counter.state);
  if (counter.state) counter.known = rememberedAfter(before, decided.value, counter.state, at + 1);
  for (const event of decided.value) {
    if (event.type === 'pileCertified') {
      const { year, volume, entries } = event.payload;
      for (const { number } of entries) world.paper.push({ year, volume, number });
    }
    if (event.type === 'registerHandedOver') {
      world.lines.push({ register: 'K7Q2', ...event.payload });
      world.bookAt = null;
    }
    if (event.type === 'registerTaken') world.bookAt = at;
  }
  return decided.value;
};

const found = (): World => {
  const blank = (): Counter => ({ state: null, known: null, backups: [] });
  const world: World = {
    desks: [blank(), blank(), blank()],
    now: Date.parse('2026-11-23T09:15:00+07:00'),
    lines: [],
    paper: [],
    bookAt: 0,
  };
  run(world, 0, { kind: 'open', register: 'K7Q2', year: 2026, volume: 1, next: 1 });
  for (const at of [1, 2]) run(world, at, { kind: 'join', register: 'K7Q2' });
  for (const at of [0, 1, 2])
    run(world, at, { kind: 'setSigner', name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' });
  return world;
};

/** The clerk answers truly: where the book lies, what its last number is. */
const answerDoubt = (world: World, at: number): void => {
  const year = Number(dayOf(world.now).slice(0, 4));
  const written = world.paper.filter((one) => one.year === year);
  run(world, at, {
    kind: 'reconcile',
    volume: Math.max(1, world.desks[at]?.known?.place.volume ?? 1, ...written.map(({ volume }) => volume)),
    last: Math.max(0, ...written.map(({ number }) => number)),
    holding: world.bookAt === at,
  });
};

const isOnTheWay = (world: World, at: number): boolean =>
  world.bookAt === null && world.lines.at(-1)?.toDesk === at + 1;

const act = (world: World, one: Act, count: number): void => {
  world.now += 60_000;
  if (one.act === 'wait') {
    world.now += one.days * 86_400_000;
    return;
  }
  const counter = world.desks[one.desk];
  if (!counter) return;
  switch (one.act) {
    case 'accept': {
      const papers = Array.from({ length: one.papers }, (_, n): [string, number, number] => [
        `Giấy ${n}`,
        1,
        1,
      ]);
      run(world, one.desk, { kind: 'accept', pile: `p${count}`, form: samplePile(...papers) });
      return;
    }
    case 'sign':
      run(world, one.desk, { kind: 'setSigner', name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' });
      return;
    case 'answer':
      answerDoubt(world, one.desk);
      return;
    case 'handOver':
      run(world, one.desk, { kind: 'handOver', toDesk: one.to + 1 });
      return;
    case 'type': {
      // Mostly the newest line, which is what honest desks do; else any old one.
      const custody =
        one.line < 15 ? world.lines.at(-1) : world.lines[one.line % Math.max(1, world.lines.length)];
      if (custody) run(world, one.desk, { kind: 'take', custody });
      return;
    }
    case 'volume':
      run(world, one.desk, { kind: 'openVolume' });
      return;
    case 'backUp':
      counter.backups.push(counter.state);
      return;
    case 'restore': {
      const backup = counter.backups[one.backup % Math.max(1, counter.backups.length)];
      // A line on its way to a desk that has forgotten everything is the one thing lost: docs/decisions.
      if (!backup || (one.anotherPc && isOnTheWay(world, one.desk))) return;
      counter.state = backup;
      if (one.anotherPc) counter.known = null;
    }
  }
};

it('gives no number twice and leaves none out, whatever the desks do', { timeout: 120_000 }, () => {
  let longest = 0;
  let handed = 0;
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 20, maxLength: 120, size: 'max' }), (acts) => {
      const world = found();
      acts.forEach((one, count) => {
        act(world, one, count);
        expect([0, 1, 2].filter((at) => isHeld(world, at)).length).toBeLessThanOrEqual(1);
      });
      const years = new Set(world.paper.map(({ year }) => year));
      for (const year of years) {
        const numbers = world.paper.filter((one) => one.year === year);
        expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, at) => at + 1));
        const volumes = numbers.map(({ volume }) => volume);
        expect(volumes).toEqual(volumes.toSorted((a, b) => a - b));
      }
      longest = Math.max(longest, world.paper.length);
      handed = Math.max(handed, world.lines.length);
    }),
    { numRuns: 400 },
  );
  // The histories went somewhere.
  expect(longest).toBeGreaterThan(20);
  expect(handed).toBeGreaterThan(2);
});
