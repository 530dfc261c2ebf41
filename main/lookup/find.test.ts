import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptScanText } from '../../shared/forms/receipt-scan.ts';
import { findDossiers, matchOf } from './find.ts';
import { gatherText, mergeText } from '../journal/dossier-text.ts';
import { openShelf, person } from './testing-shelf.ts';
import type { Shelf } from './testing-shelf.ts';

/** The same four dossiers: all new, two of them in the index, all in it. */
let fresh: Shelf;
let half: Shelf;
let indexed: Shelf;
const dao = person('Nguyễn Thị Đào', {
  phone: '0912345678',
  idNumber: '019190000001',
  oldIdNumber: '090123456',
});
const huong = person('Trần Thị Ngọc Hường', { phone: '02083000000', idNumber: '019085000002' });
const mau = person('Lý Văn Mẫu', { phone: '+6591234567', idNumber: 'C1234567' });
const key = 'K7Q2M4ZP3XWRT5BN6YHC';

const fill = (shelf: Shelf, between: () => void = () => undefined): Shelf => {
  shelf.put('dao', 7, { owner: dao, submitter: dao, code: 'H55.242-261123-0007', key });
  shelf.put('huong', 8, { owner: huong, submitter: dao, code: 'H55.242-261123-0008', key: 'A'.repeat(20) });
  between();
  shelf.put('mau', 9, { owner: mau, submitter: mau, code: 'H55.242-261124-0007', key: 'B'.repeat(20) });
  shelf.turnAway('guided', 12, 'intakeGuided', {
    owner: person('Hồ Thị Yến'),
    submitter: person('Hồ Thị Yến'),
  });
  return shelf;
};
beforeAll(() => {
  fresh = fill(openShelf());
  half = openShelf();
  fill(half, () => mergeText(half.db, 64));
  indexed = fill(openShelf());
  mergeText(indexed.db, 64);
});
afterAll(() => [fresh, half, indexed].forEach((shelf) => shelf.close()));

const find = (text: string, shelf = half) => findDossiers(shelf.db, text);
const idsFor = (text: string, shelf = half): string[] => find(text, shelf).rows.map(({ id }) => id);

describe('a look-up', () => {
  it.each<[string, string, string[]]>([
    ['a whole name', 'Nguyễn Thị Đào', ['huong', 'dao']],
    ['a name without marks', 'nguyen thi dao', ['huong', 'dao']],
    ['a name in capitals without marks', 'TRAN THI NGOC HUONG', ['huong']],
    ['a given name first', 'đào nguyễn', ['huong', 'dao']],
    ['words in any order', 'hường trần ngọc', ['huong']],
    ['a word begun', 'hư', ['huong']],
    ['a begun word after whole ones', 'trần thị ng', ['huong']],
    ['one letter', 'y', ['guided']],
    ['one digit', '2', ['guided', 'mau', 'huong', 'dao']],
    ['one letter after a whole word', 'thị y', ['guided']],
    ['one letter of many names', 'n', ['huong', 'dao']],
    ['a name in NFD', 'Nguyễn Thị Đào'.normalize('NFD'), ['huong', 'dao']],
    ['a name with marks typed late', 'Nguyên Thi Đáo', ['huong', 'dao']],
    ['a name with stray signs', '“Đào”, (Nguyễn)!', ['huong', 'dao']],
    ['the submitter', 'lý mẫu', ['mau']],
    ['a phone', '0912345678', ['huong', 'dao']],
    ['a phone in groups', '0912 345 678', ['huong', 'dao']],
    ['a phone with dots', '0912.345.678', ['huong', 'dao']],
    ['a phone with the country code', '+84 912 345 678', ['huong', 'dao']],
    ['a phone with the country code and no plus', '84912345678', ['huong', 'dao']],
    ['a landline with its area in brackets', '(0208) 3000 000', ['huong']],
    ['a phone abroad', '+65 9123 4567', ['mau']],
    ['a phone begun', '09123', ['huong', 'dao']],
    ['an ID number', '019085000002', ['huong']],
    ['an ID number in groups', '019 085 000 002', ['huong']],
    ['an old ID number', '090123456', ['huong', 'dao']],
    ['a passport', 'c1234567', ['mau']],
    ['a code', 'H55.242-261123-0008', ['huong']],
    ['a code in small letters', 'h55.242-261123-0008', ['huong']],
    ['a code without its office', '261123-0008', ['huong']],
    ['a code’s parts', '261124 0007', ['mau']],
    ['a number of any day', '0007', ['mau', 'dao']],
    ['a form 02', '02-0012/2026', ['guided']],
    ['somebody who is not there', 'Phạm Thị Không Có', []],
    ['a name and a phone together', 'đào 0912345678', ['huong', 'dao']],
  ])('by %s', (_, text, expected) => {
    expect(idsFor(text, fresh)).toEqual(expected);
    expect(idsFor(text, half)).toEqual(expected);
    expect(idsFor(text, indexed)).toEqual(expected);
  });

  it('says what the text was taken for', () => {
    expect(find('0912 345 678').taken).toBe('number');
    expect(find('nguyễn').taken).toBe('words');
    expect(find('H55.242-261123-0007').taken).toBe('code');
    expect(find(`H55.242-261123-0007.${key}`).taken).toBe('receipt');
  });

  it('by a scanned receipt, with or without the province’s address, and by its Code 128', () => {
    const code = 'H55.242-261123-0007';
    const scans = [
      receiptScanText('', code, key),
      receiptScanText('https://tracuu.example.gov.vn/hs', code, key),
      `${receiptScanText('', code, key)}\r\n`,
      receiptScanText('', code, key).toLowerCase(),
      code,
    ];
    for (const scan of scans) {
      expect(idsFor(scan), scan).toEqual(['dao']);
      expect(find(scan).forged).toBe(false);
    }
  });

  it('by a receipt whose key is not that dossier’s says so, and by one of another desk finds nothing', () => {
    const forged = find(`H55.242-261123-0007.${'Z'.repeat(20)}`);
    expect(forged).toMatchObject({ taken: 'receipt', forged: true });
    expect(find(`H55.242-261123-0999.${key}`)).toMatchObject({ rows: [], taken: 'receipt', forged: false });
  });

  it('by a code of which there are two shows both', () => {
    const other = openShelf();
    other.put('one', 1, { code: 'H55.242-261123-0001' });
    other.put('two', 2, { code: 'H55.242-261123-0001' });
    expect(
      findDossiers(other.db, 'H55.242-261123-0001')
        .rows.map(({ id }) => id)
        .sort(),
    ).toEqual(['one', 'two']);
    other.close();
  });

  it('by one character finds what FTS5 finds by reading every word there is', () => {
    const every = indexed.db.prepare(
      'SELECT d.id FROM dossier_text t JOIN dossier d ON d.rowid = t.rowid WHERE dossier_text MATCH ? ORDER BY t.rowid DESC LIMIT 20',
    );
    for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789')
      for (const before of ['', 'thị '])
        for (const shelf of [fresh, half, indexed])
          expect(idsFor(before + character, shelf), before + character).toEqual(
            every.all<{ id: string }>([`${before && 'thi '}${character}*`]).map(({ id }) => id),
          );
  });

  it('is the same when the index has been gathered into one piece', () => {
    const other = openShelf();
    const name = person('Phạm Thị Nhiều');
    const pieces = () =>
      other.db.prepare('SELECT count(DISTINCT segid) AS n FROM dossier_text_idx').get<{ n: number }>()?.n;
    for (let index = 0; index < 12; index += 1) {
      other.put(`d${index}`, index, { owner: name, submitter: name });
      mergeText(other.db, 0);
    }
    expect(pieces()).toBeGreaterThan(1);
    const before = findDossiers(other.db, 'nhiều').rows.map(({ id }) => id);
    gatherText(other.db, 64);
    expect(pieces()).toBe(1);
    expect(findDossiers(other.db, 'nhiều').rows.map(({ id }) => id)).toEqual(before);
    expect(before).toHaveLength(12);
    other.close();
  });

  it('shows the newest twenty first', () => {
    const other = openShelf();
    const name = person('Phạm Thị Nhiều');
    for (let index = 0; index < 30; index += 1) {
      other.put(`d${index}`, index, { owner: name, submitter: name });
      if (index === 14) mergeText(other.db, 64);
    }
    const found = findDossiers(other.db, 'nhiều').rows.map(({ id }) => id);
    expect(found).toEqual(Array.from({ length: 20 }, (_, at) => `d${29 - at}`));
    other.close();
  });
});

describe('hostile text', () => {
  it.each([
    '"',
    '""',
    '*',
    '^',
    'a*',
    '"đào',
    'đào"',
    "đào' OR 1=1 --",
    'NEAR(',
    'NEAR(đào nguyễn, 5)',
    'name:đào',
    'name : đào',
    '{name phone}: đào',
    '- đào',
    'đào AND',
    'AND',
    'OR',
    'NOT',
    'đào NOT nguyễn',
    '(',
    ')',
    '((((((',
    '+',
    'đào + nguyễn',
    'dossier_text',
    'rank',
    ';',
    'DROP TABLE dossier;',
    '\u0000',
    'đào\u0000nguyễn',
    '\uD800',
    '\u202Eđào',
    '\u200B',
    '%',
    '_',
    '\\',
    '😀',
    '𞤀𞤁',
    '१२३',
    'ﷺ',
    'ß',
    'İstanbul',
    '',
    '   ',
    '\n\t',
  ])('(case %#) finds or finds not, and never breaks', (text) => {
    const found = find(text);
    expect(found.rows.length).toBeLessThanOrEqual(20);
    expect(found.forged).toBe(false);
  });

  it('of FTS5’s own words is only words', () => {
    const other = openShelf();
    const near = person('Near And Or Not');
    other.put('near', 1, { owner: near, submitter: near });
    for (const text of ['NEAR', 'and', 'Or', 'NOT near', 'near and or not'])
      expect(
        findDossiers(other.db, text).rows.map(({ id }) => id),
        text,
      ).toEqual(['near']);
    expect(findDossiers(other.db, 'name:near').rows).toEqual([]);
    other.close();
  });

  it('of any kind and length never breaks', () => {
    const words = fc.array(
      fc.constantFrom('đào', '"', '*', 'NEAR(', 'col:', '^', '0912', '-', 'H55.242-261123-0007', '.'),
      {
        maxLength: 60,
      },
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      words.map((parts) => parts.join(' ')),
      words.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(find(one.slice(0, 500)).rows.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['a', 'đ', '1', 'a ', 'đào ', '1 ', '"', '.', '😀'])(
    'of 500 characters of "%s" is answered',
    (unit) => {
      const text = unit.repeat(500).slice(0, 500);
      expect(find(text).rows.length).toBeLessThanOrEqual(20);
      expect((matchOf(text) ?? '').length).toBeLessThan(2500);
    },
  );

  it('with nothing to ask asks nothing', () => {
    for (const text of ['', ' ', '"', '.,-', '\u0000', '😀']) expect(matchOf(text)).toBeNull();
  });
});

describe('every name', () => {
  it('is found by its words in any order, cut or whole, marked or not', () => {
    const names = ['Nguyễn Thị Đào', 'Trần Thị Ngọc Hường'];
    const ids = ['dao', 'huong'];
    const query = fc.record({
      who: fc.nat(1),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1, maxLength: 4 }),
      cut: fc.integer({ min: 1, max: 5 }),
      style: fc.constantFrom('NFC' as const, 'NFD' as const, 'plain' as const, 'upper' as const),
    });
    const write = {
      NFC: (t: string) => t.normalize('NFC'),
      NFD: (t: string) => t.normalize('NFD'),
      plain: (t: string) => t.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
      upper: (t: string) => t.toUpperCase(),
    };
    fc.assert(
      fc.property(query, ({ who, order, cut, style }) => {
        const parts = (names[who] ?? '').split(' ');
        const asked = order.flatMap((at) => parts[at] ?? []);
        fc.pre(asked.length > 0);
        const last = asked.pop() ?? '';
        const text = write[style]([...asked, last.slice(0, cut)].join(' '));
        expect(idsFor(text), text).toContain(ids[who]);
      }),
      { numRuns: 300 },
    );
  });
});
