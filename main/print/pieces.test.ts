import { describe, expect, it } from 'vitest';
import { readPieces } from './pieces.ts';

describe('a poured template', () => {
  it('is cut at its marks', () => {
    const paper = readPieces(
      `<!--first-->A<!--next-->B<!--foot-->C <!--page-->/<!--pages-->
      <!--body-->
      <!--block keep--><p>one</p>
      <!--table things--><thead></thead>
      <!--row--><td>1</td>
      <!--row--><td>2</td>
      <!--end-->
      <!--annex-->
      <!--block--><p>two</p>`,
    );
    expect(paper).toEqual({
      first: 'A',
      next: 'B',
      foot: 'C <!--page-->/<!--pages-->',
      tables: [{ name: 'things', opening: '<thead></thead>' }],
      pieces: [
        { kind: 'block', html: '<p>one</p>', keep: true },
        { kind: 'row', html: '<td>1</td>', table: 0 },
        { kind: 'row', html: '<td>2</td>', table: 0 },
        { kind: 'block', html: '<p>two</p>', keep: false },
      ],
      annexFrom: 3,
    });
  });

  it.each([
    ['text that would be lost', '<!--body-->lost<!--block-->a'],
    ['text after a table', '<!--table t--><!--row-->1<!--end-->lost<!--block-->a'],
    ['a row outside a table', '<!--body--><!--row-->1'],
    ['nothing', '<!--first-->head'],
  ])('is refused with %s', (_, html) => {
    expect(() => readPieces(html)).toThrow();
  });
});
