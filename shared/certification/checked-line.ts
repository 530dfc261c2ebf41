/**
 * Text read off one screen or paper and typed or scanned at another PC: Crockford's base 32 (no I, L, O, U) and two check
 * characters. The line is a number of base 32 modulo a prime above 32 × 31, so any one wrong character and any two neighbours
 * exchanged are found.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prime = 1021;

const remainderOf = (text: string): number => {
  let rest = 0;
  for (const character of text) rest = (rest * 32 + alphabet.indexOf(character)) % prime;
  return rest;
};

const twoCharacters = (value: number): string => alphabet.charAt(value >> 5) + alphabet.charAt(value & 31);

/** Base 32 of a whole number, `length` characters. Throws RangeError when it does not fit. */
export const toBase32 = (value: bigint, length: number): string => {
  if (value < 0n || value >= 1n << BigInt(5 * length))
    throw new RangeError(`Not ${length} characters: ${value}`);
  let text = '';
  for (let rest = value, at = 0; at < length; at += 1, rest >>= 5n)
    text = alphabet.charAt(Number(rest & 31n)) + text;
  return text;
};

/** The number again; the caller has it from readCheckedLine. */
export const fromBase32 = (text: string): bigint => {
  let value = 0n;
  for (const character of text) value = (value << 5n) | BigInt(alphabet.indexOf(character));
  return value;
};

/** With its check characters, in groups of six. */
export const checkedLine = (body: string): string => {
  const whole = body + twoCharacters(remainderOf(body));
  return (whole.match(/.{1,6}/g) ?? []).join('-');
};

/** What was written without its check characters; undefined when it is not as it was written. Letters and digits that look alike are one. */
export const readCheckedLine = (typed: string, length: number): string | undefined => {
  const text = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (text.length !== length + 2 || !/^[0-9A-HJKMNP-TV-Z]*$/.test(text)) return undefined;
  const body = text.slice(0, length);
  return text.slice(length) === twoCharacters(remainderOf(body)) ? body : undefined;
};
