import { describe, expect, it } from 'vitest';
import { gridColumns, readCount, readGridKey, type Cell } from './grid-keys.ts';

const at: Cell = { row: 1, column: 'originals' };

describe('keys of the components table', () => {
  it.each([
    ['ArrowUp', { row: 0, column: 'originals' }],
    ['ArrowDown', { row: 2, column: 'originals' }],
    ['ArrowLeft', { row: 1, column: 'mode' }],
    ['ArrowRight', { row: 1, column: 'certified' }],
  ])('%s walks', (key, to) => {
    expect(readGridKey(key, at, 3)).toEqual({ act: 'go', to });
  });

  it('stays within the table', () => {
    const corner: Cell = { row: 0, column: gridColumns[0] };
    expect(readGridKey('ArrowUp', corner, 1)).toEqual({ act: 'go', to: corner });
    expect(readGridKey('ArrowLeft', corner, 1)).toEqual({ act: 'go', to: corner });
    expect(readGridKey('ArrowDown', corner, 1)).toEqual({ act: 'go', to: corner });
    expect(readGridKey('ArrowRight', { row: 0, column: 'files' }, 1)).toMatchObject({
      to: { column: 'files' },
    });
  });

  it('Đ is one key with or without an input method', () => {
    for (const key of ['d', 'D', 'đ', 'Đ']) expect(readGridKey(key, at, 3)).toEqual({ act: 'complete' });
  });

  it('Space keeps the original, but presses the button in the column of files', () => {
    expect(readGridKey(' ', at, 3)).toEqual({ act: 'hold' });
    expect(readGridKey(' ', { row: 0, column: 'files' }, 3)).toBeNull();
  });

  it('leaves digits, Enter, Tab and Esc alone', () => {
    for (const key of ['1', 'Enter', 'Tab', 'Escape', 'Backspace'])
      expect(readGridKey(key, at, 3)).toBeNull();
  });
});

it('a count is digits, at most 999', () => {
  expect(readCount('')).toBe(0);
  expect(readCount('12')).toBe(12);
  expect(readCount('-1a')).toBe(1);
  expect(readCount('12345')).toBe(345);
});
