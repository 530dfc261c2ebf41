import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/calendar/vietnam-time.ts';
import { readDossierCode, usualLane } from '../../shared/dossier/code.ts';
import type { Lane } from '../../shared/office/profile.ts';
import { makeDatabase, makeFolder, removeFolder } from '../vault/testing.ts';
import {
  abandonBlocks,
  blockSize,
  countAbove,
  findNextFormNumber,
  findNextNumber,
  noteTaken,
  takeFormNumber,
  takeNumber,
} from './numbering.ts';
import { openNumberDesk } from './testing-numbers.ts';
import type { NumberDesk, Standing } from './testing-numbers.ts';

const office = 'H55.242';
const monday = '2026-11-23';
let folder = '';
const desks: NumberDesk[] = [];
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  removeFolder(folder);
});
const openDesk = (lane: Lane): NumberDesk => {
  const desk = openNumberDesk(join(folder, `desk-${lane.from}-${desks.length}`), office, lane);
  desks.push(desk);
  return desk;
};
const numberOf = (code: string): number => readDossierCode(code)?.number ?? 0;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const repeated = (codes: readonly string[]): string[] =>
  codes.filter((code, at) => codes.indexOf(code) !== at);

describe('numbers of a lane', () => {
  it('follow each other, are claimed twenty at a time, and begin anew each business day', () => {
    const desk = openDesk({ from: 1000, to: 1999 });
    for (let n = 0; n < 45; n += 1) desk.accept(monday);
    expect(desk.given.map(numberOf)).toEqual(Array.from({ length: 45 }, (_, n) => 1000 + n));
    expect(desk.accept('2026-11-24')).toBe('H55.242-261124-1000');
    expect(desk.accept(monday)).toBe('H55.242-261123-1045');
  });

  it('end with the lane: nothing spills over, a further lane goes on', () => {
    const desk = openDesk({ from: 5, to: 30 });
    while (desk.accept(monday) !== null);
    expect(desk.given.map(numberOf)).toEqual(Array.from({ length: 26 }, (_, n) => 5 + n));
    expect(desk.accept(monday)).toBeNull();
    desk.grant({ from: 5000, to: 5002 });
    while (desk.accept(monday) !== null);
    expect(desk.given.slice(26).map(numberOf)).toEqual([5000, 5001, 5002]);
    expect(desk.accept('2026-11-24')).toBe('H55.242-261124-0005');
  });

  it('go on where they were after a proper end, and lose at most a block to a cut', () => {
    const desk = openDesk({ from: 1, to: 999 });
    for (let n = 0; n < 7; n += 1) desk.accept(monday);
    expect(desk.restart()).toBe('same');
    expect(desk.accept(monday)).toBe('H55.242-261123-0008');
    expect(desk.cut('beforeNote', monday)).toBe('cutOff');
    expect(desk.given.at(-1)).toBe('H55.242-261123-0009');
    expect(desk.accept(monday)).toBe('H55.242-261123-0021');
    for (let n = 22; n <= 40; n += 1) desk.accept(monday);
    expect(desk.cut('beforeCommit', monday)).not.toBe('behind');
    // Block 41–60 was claimed and nothing of it was given out.
    expect(desk.accept(monday)).toBe('H55.242-261123-0061');
    expect(repeated(desk.given)).toEqual([]);
  });

  it('are the guard’s when the vault knows less', () => {
    const { db, folder: own } = makeDatabase();
    const lane = { from: 1, to: 999 };
    expect(findNextNumber(db, monday, [lane], () => 40)).toEqual({
      number: 41,
      lane,
      until: 60,
      claim: true,
    });
    takeNumber(db, monday, { number: 41, lane, until: 60, claim: true });
    noteTaken(db, monday, { number: 41, lane, until: 60, claim: true });
    expect(findNextNumber(db, monday, [lane], () => 0)).toEqual({
      number: 42,
      lane,
      until: 60,
      claim: false,
    });
    abandonBlocks(db);
    expect(findNextNumber(db, monday, [lane], () => 0)).toMatchObject({ number: 61, until: 80, claim: true });
    countAbove(db, monday, lane, 300);
    expect(findNextNumber(db, monday, [lane], () => 60)).toMatchObject({ number: 301, until: 320 });
    countAbove(db, monday, lane, 20);
    expect(findNextNumber(db, monday, [lane], () => 60)).toMatchObject({ number: 301 });
    countAbove(db, monday, lane, 995);
    expect(findNextNumber(db, monday, [lane], () => 0)).toMatchObject({ number: 996, until: 999 });
    countAbove(db, monday, lane, 999);
    expect(findNextNumber(db, monday, [lane], () => 0)).toBeNull();
    db.close();
    removeFolder(own);
  });
});

describe('ten thousand receipts at each of three counters', () => {
  const all = new Set<string>();
  const seen: Record<string, number> = {};
  const perDesk = 10_000;

  it.each([1, 2, 3])(
    'never meet, through restarts, cuts and copies put back: counter %i',
    async (counter) => {
      const lane = usualLane(counter, false)!;
      // A small generator of its own: the same story at every run, another at each counter.
      let state = counter;
      const dice = (sides: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return (state >>> 8) % sides;
      };
      const desk = openDesk(lane);
      let day = monday;
      let copy = desk.copy();
      const happen = (): Standing | undefined => {
        switch (dice(400)) {
          case 0:
            return desk.restart();
          case 1:
            return desk.cut('beforeNote', day);
          case 2:
            return desk.cut('beforeCommit', day);
          case 3:
            return dice(3) === 0 ? desk.putBack(copy) : undefined;
          case 4:
            copy = desk.copy();
            return undefined;
          default:
            return undefined;
        }
      };
      while (desk.given.length < perDesk) {
        if (desk.accept(day) === null) day = addDays(day, 1);
        const standing = happen();
        if (standing === 'behind') {
          expect(desk.accept(day)).toBeNull();
          desk.confirmNewest();
        }
        if (standing) seen[standing] = (seen[standing] ?? 0) + 1;
        // The test runner wants to hear from us now and then.
        if (desk.given.length % 200 === 0) await nextTurn();
      }
      const before = all.size;
      for (const code of desk.given) {
        const number = numberOf(code);
        if (number < lane.from || number > lane.to) throw new Error(`${code} has left its lane`);
        all.add(code);
      }
      expect(all.size - before).toBe(desk.given.length);
    },
    300_000,
  );

  it('and the story really had each of them', () => {
    expect(all.size).toBeGreaterThanOrEqual(3 * perDesk);
    expect(Math.min(seen['same'] ?? 0, seen['cutOff'] ?? 0, seen['behind'] ?? 0)).toBeGreaterThan(5);
  });
});

describe('a vault copied back', () => {
  it('at every point, to every earlier point, repeats no code and says that it is behind', () => {
    const longest = 2 * blockSize + 3;
    const desk = openDesk({ from: 1, to: 9999 });
    const copies = [desk.copy()];
    for (let n = 0; n < longest; n += 1) {
      desk.accept(monday);
      copies.push(desk.copy());
    }
    for (const [at, copy] of copies.entries()) {
      const standing = desk.putBack(copy);
      // Putting back what is there already is no step back, but nobody can tell the opening's own row apart: it asks.
      expect(standing, `copy ${at}`).toBe('behind');
      expect(desk.accept(monday)).toBeNull();
      // She looks away and starts the program again: it asks again.
      expect(desk.restart()).toBe('behind');
      desk.confirmNewest();
      for (let n = 0; n < 3; n += 1) expect(desk.accept(monday)).not.toBeNull();
      expect(repeated(desk.given)).toEqual([]);
    }
  });

  it('and used on without an answer stays behind, however far it goes', () => {
    const desk = openDesk({ from: 1, to: 999 });
    const copy = desk.copy();
    for (let n = 0; n < 5; n += 1) desk.accept(monday);
    expect(desk.putBack(copy)).toBe('behind');
    for (let starts = 0; starts < 30; starts += 1) expect(desk.restart()).toBe('behind');
    desk.confirmNewest();
    expect(desk.restart()).toBe('same');
    desk.accept(monday);
    expect(repeated(desk.given)).toEqual([]);
  });

  it('to another PC, where no guard is, goes by the newest kept copy, in whatever lane it was', () => {
    const desk = openDesk({ from: 1, to: 25 });
    desk.grant({ from: 5000, to: 5999 });
    for (let n = 0; n < 10; n += 1) desk.accept(monday);
    const copy = desk.copy();
    for (let n = 0; n < 20; n += 1) desk.accept(monday);
    expect(desk.given.at(-1)).toBe('H55.242-261123-5004');
    desk.loseGuard();
    expect(desk.putBack(copy)).toBe('behind');
    desk.confirmNewest();
    expect(desk.accept(monday)).toBe('H55.242-261123-5005');
  });

  it('in any story of cuts, copies and lost guards repeats no code', () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ do: fc.constant('accept' as const), times: fc.integer({ min: 1, max: 25 }) }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('nextDay' as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('cut' as const),
          where: fc.constantFrom('beforeNote' as const, 'beforeCommit' as const),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('copy' as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('putBack' as const), which: fc.nat(5), guard: fc.boolean() }),
      },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const desk = openDesk({ from: 1, to: 60 });
        desk.grant({ from: 5000, to: 5060 });
        let day = monday;
        const copies = [desk.copy()];
        for (const one of steps) {
          if (one.do === 'accept') for (let n = 0; n < one.times; n += 1) desk.accept(day);
          if (one.do === 'nextDay') day = addDays(day, 1);
          if (one.do === 'restart') desk.restart();
          if (one.do === 'cut') desk.cut(one.where, day);
          if (one.do === 'copy') copies.push(desk.copy());
          if (one.do === 'putBack') {
            if (!one.guard) desk.loseGuard();
            desk.putBack(copies[one.which % copies.length]!);
          }
          desk.confirmNewest();
        }
        expect(repeated(desk.given)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a form’s own series', () => {
  it('has no gaps, and is its own for each form, year and desk', () => {
    const { db, folder: own } = makeDatabase();
    for (let number = 1; number <= 3; number += 1) {
      expect(findNextFormNumber(db, 'guidance', 2026, 1)).toBe(number);
      takeFormNumber(db, 'guidance', 2026, 1, number);
    }
    expect(findNextFormNumber(db, 'refusal', 2026, 1)).toBe(1);
    expect(findNextFormNumber(db, 'guidance', 2027, 1)).toBe(1);
    expect(findNextFormNumber(db, 'guidance', 2026, 2)).toBe(1);
    db.close();
    removeFolder(own);
  });
});
