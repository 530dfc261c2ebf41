import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesNamed, readStatement } from './statement.ts';
import type { Cell } from './statement.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const read = (rows: Cell[][]) => readStatement(rows, hash) ?? expect.fail('no heading found');

describe('a bank’s statement', () => {
  it('is read below its heading, whatever stands above it', () => {
    const { lines, outgoing, unread } = read([
      ['NGÂN HÀNG MẪU'],
      ['Số tài khoản', '8500201000123'],
      [],
      ['STT', 'Ngày giao dịch', 'Số tham chiếu', 'Ghi nợ', 'Ghi có', 'Số dư', 'Nội dung chi tiết'],
      ['1', '23/11/2026 09:30:11', 'FT001', '', '16,000', '16,000', 'H552422611230007 nop le phi'],
      ['2', '24/11/2026', 'FT002', '50.000', '', '1', 'Phi quan ly'],
      ['3', '25/11/2026', 'FT003', '0', '1.234.000', '1', 'khong ro'],
      ['4', '31/02/2026', 'FT004', '', '10000', '', 'ngay khong co'],
      ['', '', '', '', 'Tổng cộng', '', ''],
    ]);
    expect(lines.map(({ bankDate, amount, reference }) => [bankDate, amount, reference])).toEqual([
      ['2026-11-23', 16_000, 'FT001'],
      ['2026-11-25', 1_234_000, 'FT003'],
    ]);
    expect(outgoing).toBe(1);
    expect(unread.map(({ row }) => row)).toEqual([8, 9]);
  });

  it.each<[string, Cell, number | null]>([
    ['dots', '1.234.000', 1_234_000],
    ['commas and cents', '1,234,000.00', 1_234_000],
    ['a sign and a currency', '+ 50 000 VND', 50_000],
    ['a number', 16_000, 16_000],
    ['a fraction', 16_000.5, null],
    ['a fraction as text', '16.000,5', null],
    ['words', 'mười nghìn', null],
    ['more than there is', '1e20', null],
    ['an absurd figure', '99999999999999', null],
  ])('takes %s as money or says it cannot', (_, cell, amount) => {
    const { lines, unread } = read([
      ['Ngày', 'Số tiền ghi có', 'Diễn giải'],
      ['2026-11-23', cell, 'x'],
    ]);
    expect(lines.map((line) => line.amount)).toEqual(amount === null ? [] : [amount]);
    expect(unread).toHaveLength(amount === null ? 1 : 0);
  });

  it('takes one signed column, and the money going out of it for what it is', () => {
    const { lines, outgoing } = read([
      ['Transaction date', 'Amount', 'Description'],
      [new Date('2026-11-23T00:00:00Z'), -20_000, 'out'],
      [new Date('2026-11-23T00:00:00Z'), 20_000, 'in'],
    ]);
    expect([lines.length, outgoing, lines[0]?.bankDate]).toEqual([1, 1, '2026-11-23']);
  });

  it('marks a line by its own words: alike in every file, and two alike in one file are two', () => {
    const line = ['23/11/2026', '16.000', 'nop phi'];
    const head = ['Ngày', 'Ghi có', 'Nội dung'];
    const [one, two] = read([head, line, line]).lines;
    expect(one?.mark).not.toBe(two?.mark);
    const other = read([
      ['Date', 'Description', 'Credit'],
      ['2026-11-23', 'NOP  PHI', 16_000],
    ]).lines[0];
    expect(other?.mark).toBe(one?.mark);
  });

  it('keeps hostile text out of what is recorded, and the money in', () => {
    const { lines } = read([
      ['Ngày', 'Ghi có', 'Nội dung'],
      ['23/11/2026', '16.000', `\u202E<script>{{ x }}</script>\u0000${'a'.repeat(999)}`],
    ]);
    expect(lines[0]?.amount).toBe(16_000);
    expect(lines[0]?.text).toMatch(/^<script>\{\{ x \}\}<\/script> a+$/);
    expect(lines[0]?.text.length).toBeLessThanOrEqual(300);
  });

  it('is none without a heading, and never throws', () => {
    expect(readStatement([['a', 'b'], ['c']], hash)).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.string(), fc.double(), fc.date(), fc.constant(null)))),
        (rows) => {
          readStatement([['Ngày', 'Ghi có', 'Nội dung'], ...rows], hash);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a payer’s text', () => {
  it.each([
    ['H552422611230007', ['H55.242-261123-0007']],
    ['CT DEN:0123 NGUYEN VAN MAU chuyen H55242 261123 0007 GD 99', ['H55.242-261123-0007']],
    ['h55.242-261123-0007; H55.242-261124-0012', ['H55.242-261123-0007', 'H55.242-261124-0012']],
    ['2611230007', []],
    ['H99.242-261123-0007', []],
    ['H552422613990007', []],
    ['', []],
  ])('%j names %j', (text, codes) => {
    expect(codesNamed(text, 'H55.242')).toEqual(codes);
  });
});
