import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from './paginate.ts';
import type { Heights } from './paginate.ts';

const block = (height: number, keep = false) => ({ height, keep, table: null });
const row = (height: number, table = 0) => ({ height, keep: false, table });

const papers: fc.Arbitrary<Heights> = fc.record({
  firstRoom: fc.integer({ min: 50, max: 400 }),
  nextRoom: fc.integer({ min: 50, max: 400 }),
  pieces: fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 500 }),
      keep: fc.boolean(),
      table: fc.option(fc.integer({ min: 0, max: 2 })),
    }),
    { minLength: 1, maxLength: 60 },
  ),
  tableHeads: fc.constant([20, 30, 5]),
});

describe('cutting a paper into pages', () => {
  it('keeps every piece once and in order', () => {
    fc.assert(
      fc.property(papers, (heights) => {
        const pages = paginate(heights);
        expect(
          pages.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)),
        ).toEqual(heights.pieces.map((_, place) => place));
        for (const { from, to } of pages) expect(to).toBeGreaterThan(from);
      }),
    );
  });

  it('puts on a page no more than it holds, unless it is one piece', () => {
    fc.assert(
      fc.property(papers, (heights) => {
        paginate(heights).forEach(({ from, to }, place) => {
          if (to - from === 1) return;
          let sum = 0;
          let table: number | null = null;
          for (const piece of heights.pieces.slice(from, to)) {
            if (piece.table !== null && piece.table !== table) sum += heights.tableHeads[piece.table] ?? 0;
            table = piece.table;
            sum += piece.height;
          }
          expect(sum).toBeLessThanOrEqual(place === 0 ? heights.firstRoom : heights.nextRoom);
        });
      }),
    );
  });

  it('counts a table head again on each page it goes on', () => {
    const pieces = Array.from({ length: 6 }, () => row(30));
    expect(paginate({ firstRoom: 100, nextRoom: 100, pieces, tableHeads: [10] })).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 6 },
    ]);
    expect(paginate({ firstRoom: 99, nextRoom: 99, pieces, tableHeads: [10] })).toHaveLength(3);
  });

  it('takes a kept block along to the next page', () => {
    expect(
      paginate({
        firstRoom: 100,
        nextRoom: 100,
        pieces: [block(60), block(30, true), block(20)],
        tableHeads: [],
      }),
    ).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 3 },
    ]);
  });

  it('breaks a kept chain that no page holds', () => {
    const chain = Array.from({ length: 5 }, () => block(40, true));
    expect(
      paginate({ firstRoom: 100, nextRoom: 100, pieces: [...chain, block(40)], tableHeads: [] }),
    ).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 4, to: 6 },
    ]);
  });
});
