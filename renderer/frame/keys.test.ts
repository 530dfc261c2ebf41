import { describe, expect, it } from 'vitest';
import { findKeyAct, places } from './keys.ts';
import type { PressedKey } from './keys.ts';

const pressed = (key: string, rest: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...rest,
});

describe('findKeyAct', () => {
  it('opens every place by its function key and, on laptops, by Alt and the same digit', () => {
    for (const { screen, key, digit } of places) {
      expect(findKeyAct(pressed(key))).toEqual({ act: 'go', screen });
      expect(findKeyAct(pressed(digit, { code: `Digit${digit}`, altKey: true }))).toEqual({
        act: 'go',
        screen,
      });
    }
  });

  it('opens the place beside another by Shift and its key', () => {
    expect(findKeyAct(pressed('F2', { shiftKey: true }))).toEqual({ act: 'go', screen: 'certification' });
    expect(findKeyAct(pressed('F3', { shiftKey: true }))).toEqual({ act: 'go', screen: 'signing' });
    expect(findKeyAct(pressed('F6', { shiftKey: true }))).toEqual({ act: 'go', screen: 'seals' });
  });

  it.each([
    ['Ctrl+K', pressed('k', { code: 'KeyK', ctrlKey: true }), 'palette'],
    ['Ctrl+K with Caps Lock', pressed('K', { code: 'KeyK', ctrlKey: true }), 'palette'],
    ['Ctrl+L', pressed('l', { code: 'KeyL', ctrlKey: true }), 'lock'],
    ['F9', pressed('F9'), 'reprint'],
    ['F7', pressed('F7'), 'whereIs'],
    ['F8', pressed('F8'), 'online'],
    ['Shift+F1', pressed('F1', { shiftKey: true }), 'keys'],
  ] as const)('knows %s', (_name, key, act) => {
    expect(findKeyAct(key)).toEqual({ act });
  });

  it.each([
    ['a letter', pressed('k', { code: 'KeyK' })],
    ['a digit', pressed('1', { code: 'Digit1' })],
    ['Alt with the number pad, which types a character', pressed('1', { code: 'Numpad1', altKey: true })],
    ['keys kept for later', pressed('F4')],
    ['Ctrl+Shift+K', pressed('K', { code: 'KeyK', ctrlKey: true, shiftKey: true })],
    ['AltGr, which is Ctrl and Alt', pressed('k', { code: 'KeyK', ctrlKey: true, altKey: true })],
    ['Shift+F5', pressed('F5', { shiftKey: true })],
    ['the Windows key', pressed('l', { code: 'KeyL', ctrlKey: true, metaKey: true })],
  ])('leaves %s to the screen', (_name, key) => {
    expect(findKeyAct(key)).toBeUndefined();
  });
});
