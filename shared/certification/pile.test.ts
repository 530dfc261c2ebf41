import { describe, expect, it } from 'vitest';
import { readPaperLine } from './paper-line.ts';
import { weighPile } from './pile.ts';
import { samplePile, sampleRates } from './testing-register.ts';

const weigh = (...papers: Parameters<typeof samplePile>) => weighPile(samplePile(...papers), sampleRates);

describe('a pile', () => {
  it('costs 2,000 đ a page, 1,000 from the third, never more than 200,000 a copy', () => {
    // 1 page: 2,000. 3 pages: 2,000 + 2,000 + 1,000 = 5,000 × 2 copies. 198 pages: 4,000 + 196,000 = the cap; 300 the same.
    const { pile, problems } = weigh(
      ['Giấy khai sinh', 1, 1],
      ['Học bạ', 3, 2],
      ['Hợp đồng', 198, 1],
      ['Bản vẽ', 300, 2],
    );
    expect(problems).toEqual([]);
    expect(pile.entries.map(({ fee }) => fee)).toEqual([2_000, 10_000, 200_000, 400_000]);
    expect(pile.total).toBe(612_000);
  });

  it('has one number per kind of paper, not per copy and not per line', () => {
    const { pile } = weigh(['Giấy khai sinh', 1, 10], ['Học bạ', 3, 2], ['  giấy KHAI sinh ', 2, 3]);
    expect(pile.entries).toMatchObject([
      {
        kind: 'Giấy khai sinh',
        copies: 13,
        parts: [{ pages: 1 }, { pages: 2 }],
        fee: 10 * 2_000 + 3 * 4_000,
      },
      { kind: 'Học bạ', copies: 2 },
    ]);
  });

  it('keeps what the law charges beside what an exempt citizen pays', () => {
    const { pile } = weighPile(
      { ...samplePile(['Giấy khai sinh', 1, 2]), exemption: 'Vay vốn phục vụ nông nghiệp' },
      sampleRates,
    );
    expect(pile).toMatchObject({ total: 0, entries: [{ due: 4_000, fee: 0 }] });
  });

  it.each([
    ['no requester', { requester: { name: ' ', idNumber: '', address: '' } }, 'requesterMissing'],
    ['no paper', { papers: [] }, 'papersMissing'],
    ['a nameless paper', { papers: [{ kind: ' ', pages: 1, copies: 1 }] }, 'kindMissing'],
    ['no page', { papers: [{ kind: 'x', pages: 0, copies: 1 }] }, 'pagesInvalid'],
    ['half a page', { papers: [{ kind: 'x', pages: 1.5, copies: 1 }] }, 'pagesInvalid'],
    ['absurdly many copies', { papers: [{ kind: 'x', pages: 1, copies: 1001 }] }, 'copiesInvalid'],
    [
      'a name that reads backwards',
      { requester: { name: 'a\u202Eb', idNumber: '', address: '' } },
      'directionOverride',
    ],
  ])('is refused with %s', (_, change, code) => {
    const { problems } = weighPile({ ...samplePile(['Giấy khai sinh', 1, 1]), ...change }, sampleRates);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('a typed line', () => {
  const kinds = [
    { code: 'ks', name: 'Giấy khai sinh', pages: 1 },
    { code: 'kh', name: 'Giấy chứng nhận kết hôn', pages: 2 },
    { code: 'hb', name: 'Học bạ', pages: 8 },
  ];
  const read = (text: string, before?: { copies: number }) =>
    readPaperLine(text, kinds, before && { kind: '', pages: 1, ...before })?.line;

  it.each([
    ['ks', { kind: 'Giấy khai sinh', pages: 1, copies: 1 }],
    ['KS 3x2', { kind: 'Giấy khai sinh', pages: 3, copies: 2 }],
    ['kh x5', { kind: 'Giấy chứng nhận kết hôn', pages: 2, copies: 5 }],
    ['hb 12', { kind: 'Học bạ', pages: 12, copies: 1 }],
    ['hoc', { kind: 'Học bạ', pages: 8, copies: 1 }],
    ['học bạ 6 × 2', { kind: 'Học bạ', pages: 6, copies: 2 }],
    ['Hợp đồng thuê nhà 2*3', { kind: 'Hợp đồng thuê nhà', pages: 2, copies: 3 }],
    ['Quyết định 15', { kind: 'Quyết định', pages: 15, copies: 1 }],
    ['Mẫu B12', { kind: 'Mẫu B12', pages: 1, copies: 1 }],
  ])('%s', (text, line) => expect(read(text)).toEqual(line));

  it('takes the copies of the paper before when none are said', () => {
    expect(read('ks', { copies: 3 })).toMatchObject({ copies: 3 });
    expect(read('ks x1', { copies: 3 })).toMatchObject({ copies: 1 });
  });

  it('is nothing without a kind', () => {
    expect(read('  ')).toBeUndefined();
    expect(read('3x2')).toBeUndefined();
  });
});
