import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 26;
const groupLength = 4;

/** GF(32) over x⁵+x²+1, as powers of x: two check characters find any two wrong ones, and the place of a single one. */
const powers = ((): readonly number[] => {
  const list = [1];
  for (let i = 1; i < 31; i++) {
    const doubled = (list[i - 1] ?? 0) << 1;
    list.push(doubled & 32 ? doubled ^ 0b100101 : doubled);
  }
  return list;
})();
const power = (exponent: number): number => powers[((exponent % 31) + 31) % 31] ?? 0;
const logarithm = (value: number): number => powers.indexOf(value);
const multiply = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : power(logarithm(a) + logarithm(b));

/** Σ cᵢ and Σ cᵢ·xⁱ: both zero for a whole code. */
const syndromes = (symbols: readonly number[]): [number, number] => {
  let sum = 0;
  let weighted = 0;
  symbols.forEach((symbol, index) => {
    sum ^= symbol;
    weighted ^= multiply(symbol, power(index));
  });
  return [sum, weighted];
};

/** The two characters that bring both syndromes to zero at places 26 and 27. */
const checkSymbols = (secret: readonly number[]): [number, number] => {
  const [sum, weighted] = syndromes(secret);
  const first = power(secretLength);
  const second = power(secretLength + 1);
  const divisor = first ^ second;
  const a = multiply(weighted ^ multiply(sum, second), power(-logarithm(divisor)));
  return [a, sum ^ a];
};

const inGroups = (symbols: readonly number[]): string =>
  symbols
    .map((symbol, index) => `${index > 0 && index % groupLength === 0 ? '-' : ''}${alphabet.charAt(symbol)}`)
    .join('');

/** A fresh code to print: seven groups of four, 130 random bits and two check characters. */
export const makeRecoveryCode = (): string => {
  const secret = [...randomBytes(secretLength)].map((byte) => byte & 31);
  return inGroups([...secret, ...checkSymbols(secret)]);
};

export type ReadRecoveryCode =
  | { readonly ok: true; readonly code: string }
  /** `group`: where the slip is, counted from 1, when there is a single one; 0 when it cannot be told. */
  | { readonly ok: false; readonly reason: 'length' | 'mistyped'; readonly group: number };

/** Reads a code as people type it: any case, any spacing, O for 0, I or L for 1. A slip is found before any key is tried. */
export const readRecoveryCode = (typed: string): ReadRecoveryCode => {
  const characters = Array.from(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\p{Pd}.]/gu, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1'),
  );
  const symbols = characters.map((character) => alphabet.indexOf(character));
  const stranger = symbols.indexOf(-1);
  if (stranger >= 0) return { ok: false, reason: 'mistyped', group: groupOf(stranger) };
  if (symbols.length !== secretLength + 2) return { ok: false, reason: 'length', group: 0 };
  const [sum, weighted] = syndromes(symbols);
  if (sum === 0 && weighted === 0) return { ok: true, code: inGroups(symbols) };
  const place = sum === 0 || weighted === 0 ? -1 : (logarithm(weighted) - logarithm(sum) + 31) % 31;
  return { ok: false, reason: 'mistyped', group: place >= 0 && place < symbols.length ? groupOf(place) : 0 };
};

const groupOf = (index: number): number => Math.min(7, Math.floor(index / groupLength) + 1);
