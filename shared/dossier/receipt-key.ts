/** Crockford's base32: no letter that a tired eye takes for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBits = 96;

/**
 * What the receipt's key is the HMAC-SHA-256 of, with the look-up key of the desk that printed it: the code, because code and key are
 * all a receipt carries, and the province must know a genuine one before its row arrives (design §6).
 */
export const receiptKeyMessage = (code: string): string => `quay-lookup-2\n${code}`;

/** The first 96 bits of the HMAC as 20 characters. */
export const receiptKeyText = (hmac: Uint8Array): string => {
  // Twenty characters hold a hundred bits: four that are nought come first.
  let text = '';
  let held = 0;
  let bits = 4;
  for (const byte of hmac.subarray(0, keyBits / 8)) {
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
