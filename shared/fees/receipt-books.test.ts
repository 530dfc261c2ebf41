import { describe, expect, it } from 'vitest';
import { checkAccount } from './account.ts';
import { checkBook, findBook } from './receipt-books.ts';
import type { BookInput, ReceiptBook } from './receipt-books.ts';

const book: BookInput = { form: ' 01blp2-001 ', series: 'aa-26p', from: 1, to: 50, kind: 'ordered' };
const held: ReceiptBook = {
  ...book,
  form: '01BLP2-001',
  series: 'AA-26P',
  assignedOn: '2026-11-23',
  assignedBy: 'Cán bộ Mẫu',
};
const codes = (change: Partial<BookInput>, of: readonly ReceiptBook[] = []) =>
  checkBook({ ...book, ...change }, of).problems.map(({ field, code }) => `${field}:${code}`);

describe('a receipt book', () => {
  it('is written in capitals, as on the paper', () => {
    expect(checkBook(book, [])).toEqual({
      book: { ...book, form: '01BLP2-001', series: 'AA-26P' },
      problems: [],
    });
  });

  it.each<[string, Partial<BookInput>, string[]]>([
    ['no form', { form: ' ' }, ['form:required']],
    ['a reversing series', { series: 'A\u202EB' }, ['series:directionOverride']],
    ['nought', { from: 0 }, ['from:bookNumber']],
    ['a fraction', { from: 1.5 }, ['from:bookNumber']],
    ['eight digits', { to: 10_000_000 }, ['to:bookNumber']],
    ['the end before the beginning', { from: 60 }, ['to:bookOrder']],
    ['a digit too many', { to: 500_000 }, ['to:bookTooLong']],
  ])('is refused with %s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('never shares a number with another of its series', () => {
    expect(codes({ from: 50, to: 99 }, [held])).toEqual(['from:bookOverlaps']);
    expect(codes({ from: 51, to: 100 }, [held])).toEqual([]);
    expect(codes({ series: 'AB-26P' }, [held])).toEqual([]);
  });

  it('is found by form, series and number alone', () => {
    const find = (number: number, series = 'Aa-26p') =>
      findBook([held], { form: '01blp2-001', series, number });
    expect([find(1), find(50)]).toEqual([held, held]);
    expect([find(51), find(7, 'AB-26P'), find(NaN)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the collecting account', () => {
  it('loses the spaces people type', () => {
    const typed = { bin: ' 970405', number: '8500 2010-00123', holder: ' Xã  Mẫu ' };
    expect(checkAccount(typed)).toEqual({
      account: { bin: '970405', number: '8500201000123', holder: 'Xã Mẫu' },
      problems: [],
    });
  });

  it.each([
    [{ bin: '123456', number: '12345', holder: 'x' }, ['bin']],
    [{ bin: '970405', number: '12', holder: '' }, ['number', 'holder']],
    [{ bin: '970405', number: '1'.repeat(20), holder: 'a\u0000' }, ['number', 'holder']],
    [{ bin: '970405', number: 'số 12345', holder: 'x' }, ['number']],
  ])('is refused when it cannot be one', (input, fields) => {
    expect(checkAccount(input).problems.map(({ field }) => field)).toEqual(fields);
  });
});
