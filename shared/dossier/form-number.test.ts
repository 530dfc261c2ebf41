import { describe, expect, it } from 'vitest';
import { documentNumber, formNumber } from './form-number.ts';

describe('a number of a series', () => {
  it('names the desk that gave it, but for the first', () => {
    expect(formNumber('extension', { number: 1, year: 2026, ofDesk: 1 })).toBe('04-0001/2026');
    expect(formNumber('extension', { number: 1, year: 2026, ofDesk: 2 })).toBe('04-2.0001/2026');
    expect(formNumber('cash', { number: 12345, year: 2026, ofDesk: 11 })).toBe('PT-11.12345/2026');
  });

  it('stays as printed where it was given before numbers named a desk', () => {
    expect(formNumber('control', { number: 7, year: 2026 })).toBe('06-0007/2026');
  });

  it('with its symbol is that of a document the office issues', () => {
    expect(documentNumber(3, 1, 'GXN-UBND')).toBe('03/GXN-UBND');
    expect(documentNumber(112, 2, 'QĐ-UBND')).toBe('2.112/QĐ-UBND');
  });
});
