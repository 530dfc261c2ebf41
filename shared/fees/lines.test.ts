import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseCataloguePack } from '../catalogue/pack.ts';
import type { CopyRates } from '../catalogue/procedure.ts';
import type { FeeEntry } from '../dossier/form.ts';
import { costOfCopy } from './copy-certification.ts';
import { listFees, settleFees, type FeeCase } from './lines.ts';

const parsed = parseCataloguePack(
  readFileSync(new URL('../../assets/catalogue/vn-commune-2026.json', import.meta.url), 'utf8'),
);
const procedures = parsed.ok ? parsed.value.procedures : expect.fail(JSON.stringify(parsed.fault));
const get = (code: string) => procedures.find((one) => one.code === code) ?? expect.fail(code);
const rates: CopyRates = { first: 2000, firstPages: 2, next: 1000, cap: 200_000 };

const settle = (code: string, change: Partial<FeeCase> = {}) =>
  settleFees({
    procedure: get(code),
    case: '',
    entries: [],
    answers: {},
    amounts: [],
    channel: 'counter',
    ...change,
  });
const entry = (change: Partial<FeeEntry>): FeeEntry => ({
  fee: null,
  label: '',
  amount: null,
  quantity: 1,
  exemption: null,
  ...change,
});

describe('certified copies', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 5_000],
    [10, 12_000],
    [197, 199_000],
    [198, 200_000],
    [199, 200_000],
    [2_000, 200_000],
  ])('%i pages cost %i đ a copy', (pages, cost) => {
    expect(costOfCopy(pages, rates)).toBe(cost);
  });

  it('never cost less for more pages, nor more than counting page by page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1999 }), (pages) => {
        let slow = 0;
        for (let page = 1; page <= pages; page += 1) slow += page <= 2 ? 2000 : 1000;
        expect(costOfCopy(pages, rates)).toBe(Math.min(200_000, slow));
        expect(costOfCopy(pages + 1, rates)).toBeGreaterThanOrEqual(costOfCopy(pages, rates));
      }),
    );
  });

  it.each([0, -1, 1.5, NaN, 2001])('are refused for %d pages', (pages) => {
    expect(() => costOfCopy(pages, rates)).toThrow(RangeError);
  });

  it('are one line a paper', () => {
    const { lines, total, problems } = settle('2.000815', {
      answers: {
        papers: [
          { name: 'Bằng tốt nghiệp', pages: 1, copies: 3 },
          { name: 'Học bạ', pages: 12, copies: 2 },
          { name: 'chưa xong', pages: 0, copies: 1 },
        ],
      },
    });
    expect(lines.map(({ label, amount, quantity, total: sum }) => [label, amount, quantity, sum])).toEqual([
      ['Phí chứng thực bản sao: Bằng tốt nghiệp (1 trang)', 2_000, 3, 6_000],
      ['Phí chứng thực bản sao: Học bạ (12 trang)', 14_000, 2, 28_000],
    ]);
    expect([total, problems]).toEqual([34_000, []]);
  });
});

describe('fee lines', () => {
  it('leave to the province what it has not set, and never say 0', () => {
    const { lines, total, toBeSet } = settle('1.004873');
    expect(lines).toMatchObject([{ fee: 'le-phi-ho-tich', state: 'toBeSet', amount: null, total: null }]);
    expect([total, toBeSet]).toEqual([0, 1]);
  });

  it('take what the province has set, with its decision', () => {
    const amounts = [
      { procedure: '1.004873', fee: 'le-phi-ho-tich', amount: 15_000, decision: 'NQ 12/2025/NQ-HĐND' },
      { procedure: '1.001022', fee: 'le-phi-ho-tich', amount: 1, decision: 'khác' },
    ];
    expect(settle('1.004873', { amounts, answers: { extractCopies: 2 } })).toMatchObject({
      lines: [
        { state: 'known', amount: 15_000, total: 15_000, basis: 'NQ 12/2025/NQ-HĐND' },
        { fee: 'ban-sao-trich-luc', quantity: 2, total: 16_000 },
      ],
      total: 31_000,
      toBeSet: 0,
      problems: [],
    });
  });

  it('say free only where the law says so, by case', () => {
    expect(settle('1.001193').lines).toMatchObject([{ fee: 'dang-ky-dung-han', state: 'free', total: 0 }]);
    expect(settle('1.001193').lines[0]?.basis).toContain('Luật Hộ tịch');
    expect(settle('1.001193', { case: 'qua-han' }).lines).toMatchObject([
      { fee: 'dang-ky-qua-han', state: 'toBeSet' },
    ]);
  });

  it('keep an exempt line with the law it rests on', () => {
    const entries = [entry({ fee: 'truc-tiep', exemption: 'nguoi-cao-tuoi' })];
    expect(settle('1.004222', { entries })).toMatchObject({
      lines: [{ state: 'exempt', amount: 20_000, total: 0, exemption: 'nguoi-cao-tuoi' }],
      total: 0,
      problems: [],
    });
    expect(settle('1.004222', { entries }).lines[0]?.basis).toContain('TT 75/2022');
  });

  it('charge the counter what the counter costs', () => {
    expect(settle('1.004222').total).toBe(20_000);
    expect(settle('1.004222', { channel: 'online' }).total).toBe(10_000);
    expect(listFees(get('1.004194'), 'theo-danh-sach', 'counter').map(({ id }) => id)).toEqual([
      'danh-sach-truc-tiep',
    ]);
    expect(settle('1.004194', { case: 'theo-danh-sach', answers: { peopleCount: 7 } }).total).toBe(70_000);
    expect(settle('1.004194', { case: 'theo-danh-sach' }).problems).toEqual([
      { field: 'answers.peopleCount', code: 'quantityMissing', params: {} },
    ]);
  });

  it('take charges the clerk adds', () => {
    const entries = [entry({ label: ' Cước  bưu chính ', amount: 26_000 })];
    expect(settle('1.013750', { entries })).toMatchObject({
      lines: [{ fee: null, label: 'Cước bưu chính', total: 26_000 }],
      total: 26_000,
      problems: [],
    });
  });

  it.each<[string, string, Partial<FeeEntry>, string]>([
    ['a negative amount', '1.013750', { label: 'x', amount: -1 }, 'fees.0.amount:amountInvalid'],
    ['a fraction', '1.013750', { label: 'x', amount: 0.5 }, 'fees.0.amount:amountInvalid'],
    ['nothing', '1.013750', { label: 'x', amount: 0 }, 'fees.0.amount:amountInvalid'],
    ['no amount', '1.013750', { label: 'x' }, 'fees.0.amount:amountMissing'],
    ['an absurd amount', '1.013750', { label: 'x', amount: 1e13 }, 'fees.0.amount:amountTooLarge'],
    ['a sum beyond belief', '1.013750', { label: 'x', amount: 1e12, quantity: 2 }, 'fees:amountTooLarge'],
    ['a nameless charge', '1.013750', { amount: 1000 }, 'fees.0.label:feeLabelMissing'],
    ['a reversing label', '1.013750', { label: '\u202Ex', amount: 1000 }, 'fees.0.label:directionOverride'],
    ['half a piece', '1.004222', { fee: 'truc-tiep', quantity: 0.5 }, 'fees.0.quantity:quantityInvalid'],
    [
      'another amount than the law',
      '1.004222',
      { fee: 'truc-tiep', amount: 5_000 },
      'fees.0.amount:amountDiffers',
    ],
    [
      'an exemption of another fee',
      '1.004222',
      { fee: 'truc-tiep', exemption: 'x' },
      'fees.0.exemption:exemptionUnknown',
    ],
    ['an unknown fee', '1.004222', { fee: 'le-phi-la' }, 'fees.0:feeUnknown'],
    [
      'an absurd provincial amount',
      '1.004873',
      { fee: 'le-phi-ho-tich', amount: -5 },
      'fees.0.amount:amountInvalid',
    ],
  ])('refuse %s', (_, code, change, expected) => {
    const { problems } = settle(code, { entries: [entry(change)] });
    expect(problems.map(({ field, code: what }) => `${field}:${what}`)).toEqual([expected]);
  });

  it('let an amount without its decision through, with a warning', () => {
    const entries = [entry({ fee: 'le-phi-ho-tich', amount: 15_000 })];
    expect(settle('1.004873', { entries })).toMatchObject({
      total: 15_000,
      problems: [],
      warnings: [{ field: 'fees.0.amount', code: 'amountWithoutDecision' }],
    });
  });

  it('add up, for every procedure and case shipped', () => {
    for (const procedure of procedures)
      for (const { id } of procedure.cases) {
        const settled = settle(procedure.code, { case: id, answers: { peopleCount: 1 } });
        expect(settled.problems).toEqual([]);
        expect(settled.total).toBe(settled.lines.reduce((sum, line) => sum + (line.total ?? 0), 0));
        for (const line of settled.lines.filter(({ total }) => total === 0))
          expect(line.state === 'free' && line.basis !== '').toBe(true);
      }
  });
});
