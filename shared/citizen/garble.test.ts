import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findGarble } from './garble.ts';
import { parseCard } from './card.ts';
import { isSyllable, readTelex } from './syllable.ts';
import { addresses, foreignNames, givens, middles, minorityNames, surnames } from './testing-names.ts';

/** A keyboard of its own for the test: what Telex and VNI make of a letter, written from their published tables. */
const shapes: Record<string, [telex: string, vni: string]> = {
  ă: ['aw', 'a8'],
  â: ['aa', 'a6'],
  ê: ['ee', 'e6'],
  ô: ['oo', 'o6'],
  ơ: ['ow', 'o7'],
  ư: ['uw', 'u7'],
  đ: ['dd', 'd9'],
};
const toneKeys: Record<string, [telex: string, vni: string]> = {
  '\u0301': ['s', '1'],
  '\u0300': ['f', '2'],
  '\u0309': ['r', '3'],
  '\u0303': ['x', '4'],
  '\u0323': ['j', '5'],
};
const methods = { telex: 0, vni: 1 } as const;
type Method = keyof typeof methods;

const upperLike = (keys: string, letter: string) =>
  letter === letter.toLowerCase() ? keys : keys.slice(0, 1).toUpperCase() + keys.slice(1);

/** Parts a letter into shape and tone. */
const partsOf = (letter: string): { shape: string; tone: string } => {
  const parted = letter.normalize('NFD');
  const tone = parted.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
  return { shape: parted.replace(tone, '').normalize('NFC'), tone };
};

/** The keys of a word. `end`: the tone key comes after the word, as people type; otherwise right after its vowel. */
const keysOfWord = (word: string, method: Method, end: boolean): string => {
  let held = '';
  const keys = Array.from(word.normalize('NFC'), (letter) => {
    const { shape, tone } = partsOf(letter);
    const body = shapes[shape.toLowerCase()]?.[methods[method]] ?? shape;
    const toneKey = toneKeys[tone]?.[methods[method]] ?? '';
    if (end) held += toneKey;
    return upperLike(body, letter) + (end ? '' : toneKey);
  }).join('');
  return keys + held;
};

const eachWord = (text: string, change: (word: string) => string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, change);

/** A scanner that sends keys while nobody reads them. */
const asKeys = (text: string, method: Method, end: boolean): string =>
  eachWord(text, (word) => keysOfWord(word, method, end));

/** An input method too slow for the burst: what it composes is put beside the letter it should have replaced. */
const asLate = (text: string): string =>
  eachWord(text, (word) =>
    Array.from(word.normalize('NFC'), (letter) => {
      const { shape, tone } = partsOf(letter);
      const plain = shape.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D');
      return (plain === letter ? '' : plain) + (tone !== '' && shape !== plain ? shape : '') + letter;
    }).join(''),
  );

/** Alt+number codes for the letters a keyboard has not, with VNI taking the digits. */
const asAltCodes = (text: string): string =>
  Array.from(text, (letter) => (/\P{ASCII}/u.test(letter) ? String(letter.codePointAt(0)) : letter)).join('');

const asWrongEncoding = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

const kinhName = fc
  .tuple(fc.constantFrom(...surnames), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map((parts) => parts.join(' '));
const sex = fc.constantFrom('Nam', 'Nữ');
const card = (name: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.stringMatching(/^0(?:01|79|66)[0-3]\d{2}\d{6}$/), name, sex, fc.constantFrom(...addresses))
    .map(([number, who, what, where]) => `${number}||${who}|02091990|${what}|${where}|10052021`);

const today = '2026-11-26';
const outcome = (raw: string) => {
  const reading = parseCard(raw, today);
  return reading.ok ? 'read' : reading.fault.code;
};

describe('cards as they are', () => {
  it('are never taken for garbled: Kinh names', () => {
    fc.assert(
      fc.property(card(kinhName), fc.boolean(), fc.constantFrom('NFC', 'NFD'), (raw, upper, form) => {
        const sent = (upper ? raw.toUpperCase().replace('NAM', 'Nam').replace('NỮ', 'Nữ') : raw).normalize(
          form,
        );
        expect(outcome(sent)).toBe('read');
      }),
      { numRuns: 3000 },
    );
  });

  it.each([...minorityNames, ...foreignNames])('are never taken for garbled: %s', (name) => {
    for (const where of addresses)
      for (const written of [name, name.toUpperCase(), name.normalize('NFD')])
        expect(outcome(`079200001234||${written}|02091990|Nam|${where}|10052021`)).toBe('read');
  });
});

describe('cards an input method has spoiled', () => {
  it.each(['telex', 'vni'] as const)('keys sent as they are: %s', (method) => {
    fc.assert(
      fc.property(card(kinhName), fc.boolean(), (raw, end) => {
        // A name without any mark is typed by the same keys as it is written: nothing of it is spoiled, the address is.
        const spoiled = asKeys(raw, method, end);
        fc.pre(spoiled.split('|')[2] !== raw.split('|')[2]);
        expect(outcome(spoiled)).toBe('cardGarbled');
      }),
      { numRuns: 2000 },
    );
  });

  it('composed too late', () => {
    fc.assert(
      fc.property(card(kinhName), (raw) => {
        fc.pre(asLate(raw) !== raw);
        expect(outcome(asLate(raw))).toBe('cardGarbled');
      }),
      { numRuns: 2000 },
    );
  });

  it('number codes eaten by VNI', () => {
    fc.assert(
      fc.property(card(kinhName), (raw) => {
        fc.pre(/\P{ASCII}/u.test(raw.split('|')[2]!));
        expect(outcome(asAltCodes(raw))).toBe('cardGarbled');
      }),
      { numRuns: 1000 },
    );
  });

  it('read in the wrong character set, or with letters lost', () => {
    fc.assert(
      fc.property(card(kinhName), (raw) => {
        fc.pre(/\P{ASCII}/u.test(raw.split('|')[2]!));
        expect(outcome(asWrongEncoding(raw))).toBe('cardEncoding');
      }),
      { numRuns: 1000 },
    );
    expect(outcome('079200001234||Nguy?n V?n M?u|02091990|Nam|Hà Nội|10052021')).toBe('cardEncoding');
    expect(outcome('079200001234||Nguy\uFFFDn|02091990|Nam|Hà Nội|10052021')).toBe('cardEncoding');
  });

  it.each([
    ['one common name among clean fields', '079200001234||Nguyeenx An|02091990|Nam|Hà Nội|10052021'],
    ['sex in Telex', '079300001234||Mai Lan|02091990|Nuwx|Hà Nội|10052021'],
    ['sex in VNI', '079300001234||Mai Lan|02091990|Nu74|Hà Nội|10052021'],
    ['digits turned to tones', '0792ộ0001234||Mai Lan|02091990|Nữ|Hà Nội|10052021'],
    ['two tones on one word', '079300001234||Nguỹễn Lan|02091990|Nữ|Hà Nội|10052021'],
    ['VNI in the name only', '079300001234||Nguye6n4 Va8n Ma64u|02091990|Nam|Hà Nội|10052021'],
    ['d beside đ', '079300001234||dđặng Lan|02091990|Nữ|Hà Nội|10052021'],
  ])('%s', (_, raw) => {
    expect(outcome(raw)).toBe('cardGarbled');
  });
});

describe('syllables', () => {
  it.each([...surnames, ...givens, 'nghiêng', 'khuỷu', 'quyết', 'ngoằn', 'giếng', 'huýt', 'thuở', 'rượu'])(
    '%s is one',
    (word) => {
      expect(isSyllable(word)).toBe(true);
      expect(isSyllable(word.normalize('NFD').toUpperCase())).toBe(true);
    },
  );

  it.each(['Ksor', 'Blô', 'Wang', 'Nguyeenx', 'Max', 'cat', 'Nguỹễn', 'hach', 'Zơrâm', ''])(
    '%s is none',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );

  it('reads back what its keys spell', () => {
    // A plain oo (xoong) has no keys of its own: typists press o three times.
    const words = [...surnames, ...middles, ...givens].filter((word) => !word.includes('oo'));
    for (const word of words)
      for (const end of [true, false])
        expect(partsOfWord(readTelex(keysOfWord(word, 'telex', end)))).toEqual(partsOfWord(word));
  });
});

const partsOfWord = (word: string) => {
  const parted = word.toLowerCase().normalize('NFD');
  return {
    letters: parted.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC'),
    tones: parted.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [],
  };
};

describe('findGarble', () => {
  it('judges what is there, of any text', () => {
    expect(findGarble([])).toBeUndefined();
    expect(findGarble(['079200001234', '', 'Lê Văn'])).toBeUndefined();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 }), (parts) => {
        expect([undefined, 'typing', 'encoding']).toContain(findGarble(parts));
      }),
    );
  });
});
