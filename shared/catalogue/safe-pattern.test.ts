import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isSafePattern, maxPatternInput } from './safe-pattern.ts';

describe('isSafePattern', () => {
  it.each([
    '^\\d{12}$',
    '^[0-9A-Z]{5,15}$',
    '^(?:[01]\\d|2[0-3]):[0-5]\\d$',
    '^\\+?[0-9]{9,15}$',
    '^H\\d{2}(?:\\.\\d{1,3})?$',
    '^[\\p{L} .-]{1,60}$',
    '^$',
  ])('lets in %s', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  it.each([
    ['not anchored', '\\d{12}'],
    ['no end', '^\\d{12}'],
    ['star', '^a*$'],
    ['plus', '^\\d+$'],
    ['no upper bound', '^\\d{1,}$'],
    ['nested', '^(a+)+$'],
    ['a counted group', '^(?:a|aa){1,50}$'],
    ['a group counted exactly', '^(?:ab){3}$'],
    ['backreference', '^(a)\\1$'],
    ['lookahead', '^(?=a)a$'],
    ['named group', '^(?<x>a)$'],
    ['many options', '^a?a?a?a?a?a?a?aaaaaaa$'],
    ['many ranges', '^a{0,9}a{0,9}a{0,9}a{0,9}$'],
    ['too high a bound', '^a{0,101}$'],
    ['backwards', '^a{5,2}$'],
    ['unbalanced', '^(a$'],
    ['too long', `^${'a'.repeat(200)}$`],
    ['lazy', '^a{1,5}?$'],
  ])('keeps out %s', (_, pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });

  it('lets in only what runs and ends on the longest text there may be', () => {
    const part = fc.constantFrom(
      'a',
      '\\d',
      '[a-z]',
      '(?:a|b)',
      '{1,3}',
      '?',
      '{2}',
      '|',
      '(',
      ')',
      '.',
      '[^a]',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const pattern = `^${parts.join('')}$`;
        if (!isSafePattern(pattern)) return;
        expect(typeof new RegExp(pattern, 'u').test('a'.repeat(maxPatternInput))).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});
