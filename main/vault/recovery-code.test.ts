import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts';

const codes = fc.constant(null).map(() => makeRecoveryCode());
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The place of the nth letter in the printed code, dashes skipped. */
const placeOf = (letter: number): number => letter + Math.floor(letter / 4);
const replaceAt = (text: string, place: number, by: string): string =>
  text.slice(0, place) + by + text.slice(place + 1);

describe('a recovery code', () => {
  it('is seven groups of four, never the same', () => {
    const made = Array.from({ length: 200 }, makeRecoveryCode);
    for (const code of made) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(made).size).toBe(200);
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
        expect(readRecoveryCode(typed)).toEqual({ ok: true, code });
        expect(readRecoveryCode(code.replaceAll('-', '–').replaceAll('1', 'I'))).toEqual({ ok: true, code });
      }),
    );
  });

  it('with one wrong letter names the group it stands in', () => {
    fc.assert(
      fc.property(codes, fc.nat(27), fc.integer({ min: 1, max: 31 }), (code, letter, shift) => {
        const place = placeOf(letter);
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(place)) + shift) % 32);
        expect(readRecoveryCode(replaceAt(code, place, other))).toEqual({
          ok: false,
          reason: 'mistyped',
          group: Math.floor(letter / 4) + 1,
        });
      }),
    );
  });

  it('is never taken with two letters wrong or swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(27), fc.nat(27), fc.nat(31), fc.nat(31), (code, a, b, x, y) => {
        const wrong = replaceAt(
          replaceAt(code, placeOf(a), alphabet.charAt(x)),
          placeOf(b),
          alphabet.charAt(y),
        );
        const swapped = replaceAt(
          replaceAt(code, placeOf(a), code.charAt(placeOf(b))),
          placeOf(b),
          code.charAt(placeOf(a)),
        );
        for (const typed of [wrong, swapped]) expect(readRecoveryCode(typed).ok).toBe(typed === code);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says when it is too short, and takes any text at all', () => {
    expect(readRecoveryCode('ABCD')).toEqual({ ok: false, reason: 'length', group: 0 });
    expect(readRecoveryCode('')).toEqual({ ok: false, reason: 'length', group: 0 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !readRecoveryCode(text).ok));
  });
});
