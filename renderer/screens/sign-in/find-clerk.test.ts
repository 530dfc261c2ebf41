import { describe, expect, it } from 'vitest';
import { findClerk, stepClerk } from './find-clerk.ts';
import { countdownText } from './countdown.ts';

const clerks = [
  { slotId: 'a', name: 'Nguyễn Thị Mẫu', username: 'mau', waitUntil: 0 },
  { slotId: 'b', name: 'Trần Văn Thí Dụ', username: 'thidu', waitUntil: 0 },
  { slotId: 'c', name: 'Đỗ Thị Mẫu', username: 'do.mau', waitUntil: 0 },
];

describe('findClerk', () => {
  it.each([
    ['n', 0, 0],
    ['tran v', 0, 1],
    ['đỗ', 0, 2],
    ['do', 0, 2],
    ['m', 1, 2],
    ['thidu', 0, 1],
    ['x', 0, -1],
    [' ', 0, -1],
  ])('finds %j from place %i at %i', (typed, after, place) => {
    expect(findClerk(clerks, typed, after)).toBe(place);
  });
});

describe('stepClerk', () => {
  it('stays at the ends', () => {
    expect(stepClerk(0, 3, 'ArrowUp')).toBe(0);
    expect(stepClerk(2, 3, 'ArrowDown')).toBe(2);
    expect(stepClerk(0, 3, 'ArrowDown')).toBe(1);
    expect(stepClerk(0, 3, 'End')).toBe(2);
  });
});

describe('countdownText', () => {
  it('rounds up, so that zero means now', () => {
    expect(countdownText(1)).toBe('0:01');
    expect(countdownText(60_000)).toBe('1:00');
    expect(countdownText(245_200)).toBe('4:06');
  });
});
