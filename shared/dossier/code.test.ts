import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/vietnam-time.ts';
import type { Lane } from '../office/profile.ts';
import {
  dossierCode,
  highestNumber,
  isLaneValid,
  lanesOverlap,
  provinceSafeFrom,
  readDossierCode,
  usualLane,
} from './code.ts';

/** As QĐ 20/2020/QĐ-TTg writes them: parts of letters and digits between dots, 35 characters at most. */
const officeCode = fc.stringMatching(/^[A-Z0-9]{1,5}(\.[A-Z0-9]{1,5}){1,4}$/);
const day = fc.integer({ min: 0, max: 28_000 }).map((days) => addDays('2020-01-01', days));
const number = fc.integer({ min: 1, max: highestNumber });
const lane = fc.record({
  from: fc.integer({ min: -10, max: highestNumber + 10 }),
  to: fc.integer({ min: -10, max: highestNumber + 10 }),
});

describe('a dossier code', () => {
  it('is read back whole, in either case and with spaces around', () => {
    fc.assert(
      fc.property(officeCode, day, number, (office, on, n) => {
        const code = dossierCode(office, on, n);
        const parts = { office, day: on, number: n };
        expect(readDossierCode(code)).toEqual(parts);
        expect(readDossierCode(`  ${code.toLowerCase()}\n`)).toEqual(parts);
      }),
    );
  });

  it('differs whenever office, day or number differ', () => {
    const parts = fc.tuple(officeCode, day, number);
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(dossierCode(...a) === dossierCode(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('sorts by day, then by number, within an office', () => {
    fc.assert(
      fc.property(day, day, number, number, (one, other, n, m) => {
        const [a, b] = [dossierCode('H55.242', one, n), dossierCode('H55.242', other, m)];
        expect(a < b).toBe(one < other || (one === other && n < m));
      }),
    );
  });

  it('has the form of the province’s examples', () => {
    expect(dossierCode('H55.242', '2026-11-23', 7)).toBe('H55.242-261123-0007');
    expect(dossierCode('000.15.23.H10', '2027-01-05', 5000)).toBe('000.15.23.H10-270105-5000');
  });

  it.each([
    '',
    'H55.242',
    'H55.242-261123',
    'H55.242-261123-007',
    'H55.242-261123-00070',
    'H55.242-26112-0007',
    'H55.242–261123–0007',
    'H55 242-261123-0007',
    '-261123-0007',
    'H55.242-261123-0007.ABC',
    `${'H'.repeat(36)}-261123-0007`,
    'Ｈ55.242-261123-0007',
    'H55.242-٢٦١١٢٣-0007',
    '\u0000H55.242-261123-0007',
  ])('is not "%s"', (text) => {
    expect(readDossierCode(text)).toBeUndefined();
  });

  it('names a day that exists and a number that is given out', () => {
    for (const text of [
      'H55.242-261332-0007',
      'H55.242-260229-0007',
      'H55.242-260000-0001',
      'H55.242-261123-0000',
    ])
      expect(readDossierCode(text), text).toBeUndefined();
  });

  it('is read in no time, however long the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readDossierCode(text)));
    expect(readDossierCode(`${'A.'.repeat(100_000)}-261123-0001`)).toBeUndefined();
  });
});

describe('lanes', () => {
  it('of all counters lie apart, within a day’s numbers, clear of the province’s', () => {
    for (const provinceNumbers of [false, true]) {
      const lanes = Array.from({ length: 20 }, (_, at) => usualLane(at + 1, provinceNumbers)).filter(
        (one): one is Lane => one !== undefined,
      );
      expect(lanes).toHaveLength(provinceNumbers ? 5 : 10);
      for (const [at, one] of lanes.entries()) {
        expect(isLaneValid(one, provinceNumbers)).toBe(true);
        for (const other of lanes.slice(at + 1)) expect(lanesOverlap(one, other)).toBe(false);
      }
    }
    expect(usualLane(1, false)).toEqual({ from: 1, to: 999 });
    expect(usualLane(2, false)).toEqual({ from: 1000, to: 1999 });
    expect(usualLane(1, true)).toEqual({ from: 5000, to: 5999 });
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 11, 1e9])('have no counter %d', (counter) => {
    expect(usualLane(counter, false)).toBeUndefined();
  });

  it('overlap exactly when they share a number', () => {
    const small = fc.record({ from: fc.integer({ min: 1, max: 30 }), to: fc.integer({ min: 1, max: 30 }) });
    const ordered = small.filter(({ from, to }) => from <= to);
    fc.assert(
      fc.property(ordered, ordered, (a, b) => {
        const shared = Array.from({ length: 30 }, (_, at) => at + 1).some(
          (n) => n >= a.from && n <= a.to && n >= b.from && n <= b.to,
        );
        expect(lanesOverlap(a, b)).toBe(shared);
        expect(lanesOverlap(b, a)).toBe(shared);
      }),
    );
  });

  it('are usable only as whole numbers in order, within the day, above what the province gives out', () => {
    fc.assert(
      fc.property(lane, fc.boolean(), (one, provinceNumbers) => {
        const lowest = provinceNumbers ? provinceSafeFrom : 1;
        expect(isLaneValid(one, provinceNumbers)).toBe(
          one.from >= lowest && one.to <= highestNumber && one.from <= one.to,
        );
      }),
    );
    expect(isLaneValid({ from: 1.5, to: 10 }, false)).toBe(false);
    expect(isLaneValid({ from: 1, to: Number.NaN }, false)).toBe(false);
  });
});
