import { createHmac, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { receiptKey } from './lookup-key.ts';

it('is 96 bits of HMAC in Crockford’s base32, read as one number', () => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (let n = 0; n < 200; n += 1) {
    const lookupKey = randomBytes(32);
    const code = `H55.242-261129-${String(n + 1).padStart(4, '0')}`;
    const key = receiptKey(lookupKey, code);
    expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    const value = Array.from(key).reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n);
    const hmac = createHmac('sha256', lookupKey).update(`quay-lookup-2\n${code}`).digest('hex');
    expect(value.toString(16).padStart(24, '0')).toBe(hmac.slice(0, 24));
  }
});
