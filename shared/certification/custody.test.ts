import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustody, readRegisterKey, registerName, writeCustody, writeRegisterKey } from './custody.ts';
import type { Custody, Seal } from './custody.ts';

/** A stand-in for main's HMAC: FNV-1a with the key in front. */
const sealWith =
  (key: string): Seal =>
  (text) => {
    let hash = 0xcbf29ce484222325n;
    for (const character of key + text)
      hash = ((hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n) & 0xffffffffffffffffn;
    return hash;
  };
const seal = sealWith('khóa');
const register = registerName(0x5a5a5);
const sample: Custody = {
  register,
  fromDesk: 1,
  toDesk: 2,
  serial: 3_600_000,
  place: { year: 2026, volume: 3, first: 1, next: 1532, tally: { struck: 2, copies: 4100, fees: 9_876_000 } },
};
const read = (line: string) => readCustody(line, { register, seal });

const anyCustody = fc.record({
  register: fc.constant(register),
  fromDesk: fc.integer({ min: 1, max: 99 }),
  toDesk: fc.integer({ min: 1, max: 99 }),
  serial: fc.integer({ min: 0, max: 2 ** 25 - 1 }),
  place: fc.record({
    year: fc.integer({ min: 2000, max: 2127 }),
    volume: fc.integer({ min: 0, max: 999 }),
    first: fc.integer({ min: 1, max: 1_000_000 }),
    next: fc.integer({ min: 1, max: 1_000_000 }),
    tally: fc.record({
      struck: fc.integer({ min: 0, max: 16_000 }),
      copies: fc.integer({ min: 0, max: 4_000_000 }),
      fees: fc.integer({ min: 0, max: 60_000_000_000 }),
    }),
  }),
});

describe('a hand-over’s line', () => {
  it('says all of it and comes back whole', () => {
    fc.assert(
      fc.property(anyCustody, (custody) => {
        expect(read(writeCustody(custody, seal))).toEqual({ ok: true, custody });
      }),
    );
  });

  it('may be typed small, without its dashes, with letters that look like digits', () => {
    const line = writeCustody(sample, seal);
    expect(read(line.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual({
      ok: true,
      custody: sample,
    });
  });

  it('is unreadable with any one character wrong, any two exchanged, or one missing', () => {
    const line = writeCustody(sample, seal).replaceAll('-', '');
    for (let at = 0; at < line.length; at += 1) {
      const other = line.charAt(at) === '7' ? '8' : '7';
      const wrong = line.slice(0, at) + other + line.slice(at + 1);
      expect(read(wrong)).toEqual({ ok: false, flaw: 'unreadable' });
      const exchanged = line.slice(0, at) + line.charAt(at + 1) + line.charAt(at) + line.slice(at + 2);
      if (exchanged !== line && exchanged.length === line.length)
        expect(read(exchanged)).toEqual({ ok: false, flaw: 'unreadable' });
      expect(read(line.slice(0, at) + line.slice(at + 1))).toEqual({ ok: false, flaw: 'unreadable' });
    }
  });

  it('is forged without the key, and foreign from another register', () => {
    expect(read(writeCustody(sample, sealWith('khác')))).toEqual({ ok: false, flaw: 'forged' });
    const other = registerName(0x12345);
    expect(read(writeCustody({ ...sample, register: other }, seal))).toEqual({ ok: false, flaw: 'foreign' });
  });
});

describe('a register’s key', () => {
  it('is typed once at each desk', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 80n) - 1n }), (key) => {
        expect(readRegisterKey(writeRegisterKey(register, key))).toEqual({ register, key });
      }),
    );
    expect(readRegisterKey(writeRegisterKey(register, 7n).replace('7', '8'))).toBeUndefined();
  });
});
