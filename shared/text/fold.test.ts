import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fold, searchTerms } from './fold.ts';

const vietnamese =
  'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
const letters = Array.from(vietnamese + vietnamese.toUpperCase());
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((all) => all.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

describe('fold', () => {
  it.each([
    ['Nguyễn Thị Đào', 'nguyen thi dao'],
    ['NGUYỄN THỊ ĐÀO', 'nguyen thi dao'],
    ["H'Mông – Y Blô, K'Sor", 'h mong y blo k sor'],
    ['Ðặng', 'dang'],
    ['Lò Văn  Ƀing', 'lo van bing'],
    ['thôn 3, xã Ea Kar', 'thon 3 xa ea kar'],
    ['１２３ＡＢ', '123ab'],
    ['İ', 'i'],
    ['', ''],
    ['—', ''],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('does not see the order in which marks were typed', () => {
    // ệ as e + dot below + circumflex and as e + circumflex + dot below.
    expect(fold('vie\u0323\u0302t')).toBe('viet');
    expect(fold('vie\u0302\u0323t')).toBe('viet');
    expect(fold('hoà bình')).toBe(fold('hòa bình'));
  });

  it('is the same for composed and decomposed, upper and lower case, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(name, (text) => {
        const folded = fold(text);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(text.toUpperCase())).toBe(folded);
        expect(fold(text.toLowerCase())).toBe(folded);
        expect(fold(folded)).toBe(folded);
        expect(folded).toMatch(/^[a-z]+( [a-z]+)*$/);
      }),
    );
  });

  it('leaves only letters, digits and single spaces of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });
});

describe('fold of Latin letters, one by one', () => {
  it('is what folding the whole text gives', () => {
    const latin = fc
      .oneof(fc.integer({ min: 0, max: 0x24f }), fc.integer({ min: 0x1e00, max: 0x1eff }))
      .map((code) => String.fromCharCode(code));
    const whole = (text: string) => fold(`${text} Ω`).replace(/ ?ω$/, '');
    fc.assert(
      fc.property(fc.array(latin, { maxLength: 12 }), (letters) => {
        expect(fold(letters.join(''))).toBe(whole(letters.join('')));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('searchTerms', () => {
  it('gives each folded word once, in order', () => {
    expect(searchTerms('Xã Đăk Đăk xã 3')).toEqual(['xa', 'dak', '3']);
    expect(searchTerms('  ')).toEqual([]);
  });
});
