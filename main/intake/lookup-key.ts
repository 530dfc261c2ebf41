import { createHmac } from 'node:crypto';

/** Crockford's base32: no letter that a tired eye takes for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBits = 96;

/** The receipt's key: 96 bits of HMAC-SHA-256 over the dossier's random id with the desk's look-up key, as 20 characters (design §6). */
export const receiptKey = (lookupKey: Buffer, dossier: string): string => {
  const bytes = createHmac('sha256', lookupKey).update(`quay-lookup-1\n${dossier}`).digest();
  // Twenty characters hold a hundred bits: four that are nought come first.
  let text = '';
  let held = 0;
  let bits = 4;
  for (const byte of bytes.subarray(0, keyBits / 8)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[held >> bits] ?? '';
      held &= (1 << bits) - 1;
    }
  }
  return text;
};
