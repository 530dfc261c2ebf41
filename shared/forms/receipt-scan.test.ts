import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierCode } from '../dossier/code.ts';
import { readReceiptScan, receiptScanText } from './receipt-scan.ts';

const key = 'K7Q2M4ZP3XWRT5BN6YHC';
const code = 'H55.242-261123-0007';

const office = fc
  .array(fc.stringMatching(/^[A-Z0-9]{1,3}$/), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join('.'));
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const codes = fc
  .tuple(office, day, fc.integer({ min: 1, max: 9999 }))
  .map(([place, date, number]) => dossierCode(place, date, number));
const keys = fc.stringMatching(/^[A-Z2-7]{20}$/);
const bases = fc.constantFrom(
  '',
  'https://tracuu.example.gov.vn/ho-so',
  'https://tracuu.example.gov.vn/#/tra-cuu',
  'http://10.0.0.1:8080/?x=1&y=2',
);
const wrappings = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `${text}\r\n`,
  (text) => `${text}\r`,
  (text) => `\t ${text}\n`,
);
const cases = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
);

describe('a receipt read back', () => {
  it('gives the code and key that were printed, whatever the scanner adds or does to case', () => {
    fc.assert(
      fc.property(codes, keys, bases, wrappings, cases, (number, secret, base, wrap, shift) => {
        expect(readReceiptScan(wrap(shift(receiptScanText(base, number, secret))))).toEqual({
          code: number,
          key: secret,
        });
      }),
    );
  });

  it('takes the Code 128, which holds the code alone', () => {
    fc.assert(
      fc.property(codes, wrappings, cases, (number, wrap, shift) => {
        expect(readReceiptScan(wrap(shift(number)))).toEqual({ code: number, key: null });
      }),
    );
  });

  it('never takes another text for a receipt and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const read = readReceiptScan(text);
        if (read) expect(text.toUpperCase()).toContain(read.code);
      }),
    );
  });

  it('keeps the code when an input method garbled the key', () => {
    expect(readReceiptScan(`${code}.K7Q2M4ZP3XƯRT5BN6YHC`)).toEqual({ code, key: null });
    expect(readReceiptScan(`https://tracưu.vn/#${code}.K7Q2M4ĐP3XRT5BN6YHC`)).toEqual({ code, key: null });
  });

  it.each([
    ['nothing', ''],
    ['a name', 'Nguyễn Văn Mẫu'],
    ['a citizen card', '001099000001|012345678|Nguyễn Văn Mẫu|01011999|Nam|Xã Mẫu|01012024'],
    ['a key cut short', `${code}.${key.slice(0, 12)}`],
    ['a key too long', `${code}.${key}AA`],
    ['a code with something before it', `x ${code}.${key}`],
    ['two receipts in one burst', `${code}.${key}${code}.${key}`],
    ['a month that cannot be read', `H55.242-2611-0007.${key}`],
  ])('refuses %s', (_, text) => {
    expect(readReceiptScan(text)).toBeNull();
  });

  it('holds only characters of the compact QR mode while there is no look-up page', () => {
    expect(receiptScanText('', code, key.toLowerCase())).toBe(`${code}.${key}`);
    expect(receiptScanText('', code, key)).toMatch(/^[0-9A-Z.-]+$/);
  });
});
