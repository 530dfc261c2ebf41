import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/vietnam-time.ts';
import { messagesIn } from '../messages/index.ts';
import {
  instantsOf,
  isPeriod,
  kindOfPeriod,
  periodAround,
  periodSlug,
  periodText,
  stepPeriod,
} from './period.ts';

const words = messagesIn('vi');
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('the period of a book', () => {
  it.each([
    ['day', '2026-11-23', '2026-11-23', '2026-11-23', 'ngày 23/11/2026', '2026-11-23'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29', 'tháng 2 năm 2028', '2028-02'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-12-31', 'quý IV năm 2026', '2026-quy-4'],
    ['year', '2026-11-23', '2026-01-01', '2026-12-31', 'năm 2026', '2026'],
  ] as const)('%s around %s is %s to %s, called %s', (kind, day, from, to, text, slug) => {
    const period = periodAround(kind, day);
    expect(period).toEqual({ from, to });
    expect(kindOfPeriod(period)).toBe(kind);
    expect(periodText(period, words)).toBe(text);
    expect(periodSlug(period)).toBe(slug);
  });

  it('of two chosen days is named by both', () => {
    const period = { from: '2026-11-01', to: '2026-11-15' };
    expect(periodText(period, words)).toBe('từ ngày 1/11/2026 đến ngày 15/11/2026');
    expect(kindOfPeriod(period)).toBe('range');
  });

  it('goes on without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('day', 'month', 'quarter', 'year' as const), (day, kind) => {
        const period = periodAround(kind, day);
        const next = stepPeriod(kind, period, 1);
        expect(next.from).toBe(addDays(period.to, 1));
        expect(stepPeriod(kind, next, -1)).toEqual(period);
        expect(instantsOf(period).until).toBe(instantsOf(next).from);
        expect(isPeriod(period)).toBe(true);
      }),
    );
  });

  it('is refused when its days are no days, are turned round, or lie too far apart', () => {
    for (const period of [
      { from: '', to: '' },
      { from: '2026-02-30', to: '2026-03-01' },
      { from: '2026-11-02', to: '2026-11-01' },
      { from: '1026-11-01', to: '2026-11-01' },
    ])
      expect(isPeriod(period)).toBe(false);
  });
});
