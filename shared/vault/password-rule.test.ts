import { describe, expect, it } from 'vitest';
import { findPasswordWeakness, passwordForm } from './password-rule.ts';

const weakness = (text: string): string =>
  findPasswordWeakness(text, ['nguyenvanmau', 'Nguyễn Văn Mẫu']) ?? 'fine';

describe('the password rule', () => {
  it.each([
    ['Hồ sơ 2026!x', 'fine'],
    ['con mèo đi ăn', 'fine'],
    ['bà ba đi xa', 'fine'],
    ['mười-một-ch', 'short'],
    ['a b c d e f', 'short'],
    ['ăn ăn ăn ăn', 'short'],
    ['           a', 'short'],
    ['aaaaaaaaaaaa', 'plain'],
    ['121212121212', 'plain'],
    ['123456789:;<', 'plain'],
    ['123456789012', 'plain'],
    ['210987654321', 'plain'],
    ['lkjihgfedcba', 'plain'],
    ['nguyenvanmau', 'ownName'],
    ['nguyenvanmau1', 'ownName'],
    ['Nguyễn Văn Mẫu', 'ownName'],
    ['x'.repeat(600), 'long'],
    ['', 'short'],
  ])('%s is %s', (text, expected) => {
    expect(weakness(text)).toBe(expected);
  });

  it('takes a password composed or decomposed as the same', () => {
    expect(passwordForm('mật khẩu'.normalize('NFD'))).toBe('mật khẩu'.normalize('NFC'));
  });
});
