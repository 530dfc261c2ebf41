import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierId } from './id.ts';

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('a dossier id', () => {
  it('is a version 7 UUID whose order is that of time', () => {
    fc.assert(
      fc.property(moment, moment, tenBytes, tenBytes, (one, other, a, b) => {
        const [first, second] = [dossierId(one, a), dossierId(other, b)];
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        if (one < other) expect(first < second).toBe(true);
      }),
    );
  });

  it('keeps 74 random bits apart', () => {
    const id = (byte: number) => dossierId(1_795_000_000_000, new Uint8Array(10).fill(byte));
    expect(id(1)).not.toBe(id(2));
    expect(id(0).slice(14)).toBe('7000-8000-000000000000');
  });
});
