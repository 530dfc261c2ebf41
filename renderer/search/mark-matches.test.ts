import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fold } from '../../shared/text/fold.ts';
import { markMatches } from './mark-matches.ts';

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('markMatches', () => {
  test('marks letters with their diacritics for a query without', () => {
    expect(marked('Nguyễn Thị Đào', 'dao ng')).toEqual(['Ng', 'Đào']);
  });

  test('marks the same letters when the name is stored decomposed', () => {
    const decomposed = 'Trần Thị Thí Dụ'.normalize('NFD');
    expect(marked(decomposed, 'DỤ').map((text) => text.normalize('NFC'))).toEqual(['Dụ']);
  });

  test('marks the beginning of words first, the middle only when nothing begins so', () => {
    expect(marked('Hoàng Hoa An', 'an')).toEqual(['An']);
    expect(marked('0912345678', '345')).toEqual(['345']);
    expect(marked('Hoàng', 'an')).toEqual([]);
  });

  test('a finished word marks itself only, the word being typed every word it begins', () => {
    expect(marked('Trần Anh An', 'an tr')).toEqual(['Tr', 'An']);
    expect(marked('Trần Anh An', 'tran an')).toEqual(['Trần', 'An', 'An']);
  });

  test('marks the parts of a dossier code however it is spaced', () => {
    expect(marked('H55.242-261123-0007', '261123 0007')).toEqual(['261123', '0007']);
    expect(marked('H55.242-261123-0007', 'h55.242-261123-0007')).toEqual(['H55', '242', '261123', '0007']);
  });

  test('has nothing to mark for an empty query or an empty text', () => {
    expect(markMatches('Đào', ' - ')).toEqual([{ text: 'Đào', marked: false }]);
    expect(markMatches('', 'a')).toEqual([]);
  });

  test('never changes the text, and every mark folds into something asked for', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('aăâbdđeêghiklmnoôơpqrstuưvxy ÁẾỘỮ.-07<>&̀😀')),
    });
    fc.assert(
      fc.property(letters, letters, (text, query) => {
        const pieces = markMatches(text, query);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces.filter((one) => one.marked)) {
          expect(fold(piece.text)).not.toBe('');
        }
      }),
    );
  });
});
