import { describe, expect, test } from 'vitest';
import { offerPrinter } from './offer-printer.ts';
import { fitScale, jobExtent, SHEET_GAP } from './sheet-size.ts';

const printer = (name: string, isDefault = false, ready = true) => ({ name, label: name, isDefault, ready });

describe('offerPrinter', () => {
  test('this machine’s own comes first, even when it is off', () => {
    expect(offerPrinter([printer('a', true), printer('QUAY', false, false)], 'QUAY')).toBe('QUAY');
  });

  test('a printer that has gone gives way to the system’s, then to one that is ready', () => {
    expect(offerPrinter([printer('a'), printer('b', true)], 'QUAY')).toBe('b');
    expect(offerPrinter([printer('a', false, false), printer('b')], 'QUAY')).toBe('b');
  });

  test('is empty when nothing can print', () => {
    expect(offerPrinter([], 'QUAY')).toBe('');
    expect(offerPrinter([printer('a', false, false)], '')).toBe('');
  });
});

describe('sheets of a preview', () => {
  test('every further sheet adds its height and one gap', () => {
    const sheet = { width: 297, height: 210 };
    const one = jobExtent({ sheet, pages: 1 });
    const two = jobExtent({ sheet, pages: 2 });
    expect(two.height - one.height).toBeCloseTo((210 / 25.4) * 96 + SHEET_GAP);
    expect(two.width).toBe(one.width);
    expect(two.width).toBeGreaterThan(one.height);
  });

  test('is drawn smaller to fit, never larger than life', () => {
    expect(fitScale(400, 800)).toBe(0.5);
    expect(fitScale(2000, 800)).toBe(1);
    expect(fitScale(0, 800)).toBe(1);
  });
});
