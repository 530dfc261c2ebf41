import { describe, expect, it } from 'vitest';
import { provesCode } from './recovery-proof.ts';

describe('provesCode', () => {
  const code = '4G2K-90QX-1ZT7-H0B1';
  it.each(['H0B1', 'hobi', ' h0 bl ', code, code.toLowerCase()])('takes %j', (typed) => {
    expect(provesCode(code, typed)).toBe(true);
  });
  it.each(['', ' ', '1ZT7', 'H0B', '4G2K'])('refuses %j', (typed) => {
    expect(provesCode(code, typed)).toBe(false);
  });
});
