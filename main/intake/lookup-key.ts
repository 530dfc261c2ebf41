import { createHmac } from 'node:crypto';

/** Crockford's base32: no letter that a tired eye takes for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBits = 96;

/** The receipt's key: 96 bits of HMAC-SHA-256 over the dossier's random id with the desk's look-up key, as 20 characters (design §6). */
export const receiptKey = (lookupKey: Buffer, dossier: string): string => {
  const bytes = createHmac('sha256', lookupKey).update(`quay-lookup-1\n${dossier}`).digest();
  let value = 0n;
  for (const byte of bytes.subarray(0, keyBits / 8)) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let left = 20; left > 0; left -= 1) {
    text = (alphabet[Number(value & 31n)] ?? '') + text;
    value >>= 5n;
  }
  return text;
};
