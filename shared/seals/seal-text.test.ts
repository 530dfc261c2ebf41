import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleSeal } from '../forms/testing-day-seal.ts';
import { readSealText, sealText } from './seal-text.ts';

describe('the text on a seal', () => {
  const text = sealText(sampleSeal(3));

  it('is read back wherever the lines were broken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (breaks) => {
        const broken = Array.from(text, (letter, at) => (breaks.includes(at) ? `\n ${letter}` : letter)).join(
          '',
        );
        expect(readSealText(`Trang 1/1 ${broken} Trang 1/1`)).toEqual({
          office: 'H55.242',
          desk: 1,
          number: 'CS-0007/2026',
          from: 12,
          to: 40,
          head: { epoch: 'ab'.repeat(16), seq: 29, hash: 'cd'.repeat(32) },
        });
      }),
    );
  });

  it('is none when a figure of it is missing', () => {
    expect(readSealText(text.replace('cd;', 'c;'))).toBeUndefined();
    expect(readSealText('')).toBeUndefined();
  });
});
