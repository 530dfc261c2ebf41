import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatMoney, isAmount, maxAmount, moneyInWords } from './money.ts';

describe('money', () => {
  it.each([
    [0, '0 đ'],
    [5, '5 đ'],
    [16_000, '16.000 đ'],
    [1_234_567, '1.234.567 đ'],
    [maxAmount, '1.000.000.000.000 đ'],
  ])('%i is written %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });

  it.each([
    [0, 'không đồng'],
    [1, 'một đồng'],
    [10, 'mười đồng'],
    [11, 'mười một đồng'],
    [14, 'mười bốn đồng'],
    [15, 'mười lăm đồng'],
    [20, 'hai mươi đồng'],
    [21, 'hai mươi mốt đồng'],
    [24, 'hai mươi tư đồng'],
    [25, 'hai mươi lăm đồng'],
    [100, 'một trăm đồng'],
    [101, 'một trăm linh một đồng'],
    [105, 'một trăm linh năm đồng'],
    [110, 'một trăm mười đồng'],
    [115, 'một trăm mười lăm đồng'],
    [121, 'một trăm hai mươi mốt đồng'],
    [1_000, 'một nghìn đồng'],
    [1_005, 'một nghìn không trăm linh năm đồng'],
    [1_050, 'một nghìn không trăm năm mươi đồng'],
    [8_000, 'tám nghìn đồng'],
    [15_000, 'mười lăm nghìn đồng'],
    [16_000, 'mười sáu nghìn đồng'],
    [21_000, 'hai mươi mốt nghìn đồng'],
    [104_004, 'một trăm linh bốn nghìn không trăm linh bốn đồng'],
    [200_000, 'hai trăm nghìn đồng'],
    [1_000_000, 'một triệu đồng'],
    [1_000_001, 'một triệu không trăm linh một đồng'],
    [1_024_500, 'một triệu không trăm hai mươi tư nghìn năm trăm đồng'],
    [2_000_000_000, 'hai tỷ đồng'],
    [2_000_000_005, 'hai tỷ không trăm linh năm đồng'],
    [
      999_999_999_999,
      'chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
    ],
    [maxAmount, 'một nghìn tỷ đồng'],
  ])('%i is said %s', (value, text) => {
    expect(moneyInWords(value)).toBe(text);
  });

  it('says every amount in words that can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
        expect(readBack(moneyInWords(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([-1, 0.5, NaN, Infinity, maxAmount + 1])('%d is no amount', (value) => {
    expect(isAmount(value)).toBe(false);
    expect(() => formatMoney(value)).toThrow(RangeError);
    expect(() => moneyInWords(value)).toThrow(RangeError);
  });
});

/** A slow reader of amounts in words, from the other side. */
const readBack = (text: string): number => {
  const ones: Record<string, number> = {
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    tư: 4,
    năm: 5,
    lăm: 5,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
  };
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of text.split(' ')) {
    if (word === 'đồng' || word in { nghìn: 1, triệu: 1, tỷ: 1 }) {
      total += (group + digit) * ({ nghìn: 1e3, triệu: 1e6, tỷ: 1e9, đồng: 1 }[word] ?? 1);
      group = 0;
      digit = 0;
    } else if (word === 'trăm') [group, digit] = [digit * 100, 0];
    else if (word === 'mươi') [group, digit] = [group + digit * 10, 0];
    else if (word === 'mười') group += 10;
    else if (word !== 'linh') digit = ones[word] ?? NaN;
  }
  return total;
};
