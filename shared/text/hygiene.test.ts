import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanText, findTextFault } from './hygiene.ts';

const clean = (text: string, max = 200) => cleanText(text, { max });

describe('cleanText', () => {
  it('composes, trims and makes runs of spaces one', () => {
    expect(clean('  Nguye\u0302\u0303n\u00A0 \u3000 Văn\tMẫu ')).toEqual({
      ok: true,
      text: 'Nguyễn Văn Mẫu',
    });
  });

  it.each([
    ['zero-width space', 'Ma\u200Bi'],
    ['zero-width joiner', 'Ma\u200Di'],
    ['soft hyphen', 'Ma\u00ADi'],
    ['byte order mark', '\uFEFFMai'],
    ['word joiner', 'Ma\u2060i'],
    ['left-to-right mark', 'Ma\u200Ei'],
    ['variation selector', 'Ma\uFE0Fi'],
    ['tag character', 'Ma\u{E0041}i'],
  ])('drops what is never seen: %s', (_, text) => {
    expect(clean(text)).toEqual({ ok: true, text: 'Mai' });
  });

  it.each([
    ['U+0000', 'Mai\u0000', 'hiddenCharacter', 4, 'U+0000'],
    ['escape', 'M\u001Bai', 'hiddenCharacter', 2, 'U+001B'],
    ['C1', 'Mai\u009B31m', 'hiddenCharacter', 4, 'U+009B'],
    ['right-to-left override', 'Mai \u202Eiam', 'directionOverride', 5, 'U+202E'],
    ['isolate', '\u2067Mai', 'directionOverride', 1, 'U+2067'],
    ['lone high surrogate', 'Mai\uD83D', 'brokenCharacter', 4, 'U+D83D'],
    ['lone low surrogate', '\uDE00Mai', 'brokenCharacter', 1, 'U+DE00'],
    ['private use', 'Mai\uE000', 'privateCharacter', 4, 'U+E000'],
    ['private use beyond the first plane', '😀\u{F0000}', 'privateCharacter', 2, 'U+F0000'],
    ['a pile of marks', 'Ma\u0301\u0302\u0303\u0304\u0305', 'tooManyMarks', 3, 'U+0301'],
  ])('refuses %s and says where', (_, text, code, position, character) => {
    expect(clean(text)).toEqual({ ok: false, fault: { code, params: { position, character } } });
  });

  it('keeps markup, templates and emoji as the text they are', () => {
    const text = '<script>alert(1)</script> {{ owner.name }} {% raw %} ${x} 😀 &lt;';
    expect(clean(text)).toEqual({ ok: true, text });
  });

  it('keeps line breaks only where asked', () => {
    expect(clean('dòng một \r\n dòng hai\u2028ba')).toEqual({ ok: true, text: 'dòng một dòng hai ba' });
    expect(cleanText('dòng một \r\n dòng hai\rba', { max: 100, multiline: true })).toEqual({
      ok: true,
      text: 'dòng một\ndòng hai\nba',
    });
  });

  it('counts characters, not UTF-16 units, after cleaning', () => {
    expect(clean('😀'.repeat(200))).toMatchObject({ ok: true });
    expect(clean('a'.repeat(201))).toEqual({
      ok: false,
      fault: { code: 'tooLong', params: { limit: 200, length: 201 } },
    });
    expect(clean('a'.repeat(200) + ' '.repeat(500))).toMatchObject({ ok: true });
    expect(clean('ễ'.normalize('NFD').repeat(200))).toMatchObject({ ok: true });
  });

  it('refuses a ten-thousand-character name and ten megabytes, and can read long text that is allowed', () => {
    expect(clean('ễ'.repeat(10_000))).toMatchObject({ ok: false, fault: { code: 'tooLong' } });
    const tenMegabytes = 'Nguyễn \u200B'.repeat(1_000_000);
    expect(clean(tenMegabytes)).toMatchObject({ ok: false, fault: { code: 'tooLong' } });
    expect(cleanText(tenMegabytes, { max: 10_000_000 })).toMatchObject({ ok: true });
    expect(cleanText(`${tenMegabytes}\u0000`, { max: 10_000_000 })).toMatchObject({
      ok: false,
      fault: { code: 'hiddenCharacter', params: { position: 8_000_001 } },
    });
  });

  it('gives text that is clean: cleaning again changes nothing, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, multiline) => {
        const first = cleanText(text, { max: 300, multiline });
        if (!first.ok) return;
        expect(cleanText(first.text, { max: 300, multiline })).toEqual(first);
        expect(findTextFault(first.text)).toBeUndefined();
        expect(first.text).toBe(first.text.normalize('NFC'));
      }),
      { numRuns: 500 },
    );
  });

  it('says of Latin text what it says of any', () => {
    const letter = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...Array.from('aăâđêôơưéẹẻẽếệ AB12.,-()')) },
      { weight: 1, arbitrary: fc.constantFrom('\u00A0', '\u00AD', '\u0300', '\u0085', '\n', '\t', '\u007F') },
      fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x1e00, max: 0x1fff }).map((code) => String.fromCharCode(code)),
    );
    // One more word of another script: the text is then looked at in full.
    const inFull = (text: string): ReturnType<typeof clean> => {
      const result = clean(`${text} 字`);
      return result.ok ? { ok: true, text: result.text.replace(/ ?字$/, '') } : result;
    };
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join('');
        expect(clean(text)).toEqual(inFull(text));
        expect(findTextFault(text)).toEqual(findTextFault(`${text} 字`));
      }),
      { numRuns: 3000 },
    );
  });
});
