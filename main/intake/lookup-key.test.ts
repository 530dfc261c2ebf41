import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { receiptKey } from './lookup-key.ts';

it('is 96 bits of HMAC in Crockford’s base32, read as one number', () => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (let n = 0; n < 200; n += 1) {
    const lookupKey = randomBytes(32);
    const dossier = randomUUID();
    const key = receiptKey(lookupKey, dossier);
    expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    const value = Array.from(key).reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n);
    const hmac = createHmac('sha256', lookupKey).update(`quay-lookup-1\n${dossier}`).digest('hex');
    expect(value.toString(16).padStart(24, '0')).toBe(hmac.slice(0, 24));
  }
});
