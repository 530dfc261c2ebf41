import { describe, expect, it } from 'vitest';
import { isUnderAge } from './age.ts';

const born = (birthDate: string, kind: 'person' | 'organisation' = 'person') => ({ kind, birthDate });

describe('under age', () => {
  it.each([
    ['the day it is born', '2026-11-26', '2026-11-26', true],
    ['the day before its eighteenth birthday', '2008-11-27', '2026-11-26', true],
    ['on that birthday', '2008-11-26', '2026-11-26', false],
    ['born on a leap day, on 28 February', '2008-02-29', '2026-02-28', true],
    ['born on a leap day, on 1 March', '2008-02-29', '2026-03-01', false],
    ['of whom the year alone is known, in the year of seventeen', '2009', '2026-11-26', true],
    ['of whom the year alone is known, in the year of eighteen', '2008', '2026-01-01', false],
    ['of whom nothing is known', '', '2026-11-26', false],
  ])('%s', (_, birthDate, day, under) => {
    expect(isUnderAge(born(birthDate), day)).toBe(under);
  });

  it('an organisation never', () => {
    expect(isUnderAge(born('2020-01-01', 'organisation'), '2026-11-26')).toBe(false);
  });
});
