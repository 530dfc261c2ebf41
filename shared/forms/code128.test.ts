import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code128Widths, isCode128Text } from './code128.ts';

describe('Code 128', () => {
  it('draws a code as an independent encoder does', () => {
    // bwip-js 4.11.4, toSVG({ bcid: 'code128' }).
    expect(code128Widths('A').join('')).toBe('2112141113231311232331112');
    expect(code128Widths('H55.242-261123-0007').reduce((sum, width) => sum + width)).toBe(222);
    expect(code128Widths('000.00.06.H56-231027-0361').reduce((sum, width) => sum + width)).toBe(288);
  });

  it('begins and ends with a bar, each symbol 11 modules and the stop 13', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]{1,60}$/), (text) => {
        const widths = code128Widths(text);
        expect(widths.length % 6).toBe(1);
        const symbols = Array.from({ length: (widths.length - 7) / 6 }, (_, place) =>
          widths.slice(place * 6, place * 6 + 6),
        );
        for (const symbol of symbols) expect(symbol.reduce((sum, width) => sum + width)).toBe(11);
        expect(widths.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
      }),
    );
  });

  it('refuses what it cannot hold', () => {
    for (const text of ['', 'Đ', 'a\n', 'é']) {
      expect(isCode128Text(text)).toBe(false);
      expect(() => code128Widths(text)).toThrow(RangeError);
    }
  });
});
