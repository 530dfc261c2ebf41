import type { MessageParams } from './problem.ts';

/**
 * What may be written in a field. HTML and template syntax are plain text and stay; characters that could hide, reorder or
 * break what is printed do not: invisible ones a paste brings along are dropped without a word, the rest is refused with its place.
 */

export type TextFaultCode =
  | 'tooLong'
  | 'hiddenCharacter'
  | 'directionOverride'
  | 'brokenCharacter'
  | 'privateCharacter'
  | 'tooManyMarks';

/** `params`: position (1-based, in characters) and character ("U+202E"), or limit and length. */
export interface TextFault {
  code: TextFaultCode;
  params: MessageParams;
}

export type CleanText = { ok: true; text: string } | { ok: false; fault: TextFault };

export interface CleanOptions {
  /** Longest text allowed, in characters, after cleaning. */
  max: number;
  /** Keeps line breaks (as \n). Without it they become spaces. */
  multiline?: boolean;
}

/** Soft hyphen, zero-width space and joiners, BOM, direction marks, variation selectors, tags: nothing of them is ever seen. */
const invisible = /\p{Default_Ignorable_Code_Point}+/gu;

/** Embeddings, overrides and isolates: they print a text in another order than it is stored. */
const direction = /[\u202A-\u202E\u2066-\u2069]/u;

/** NUL and every other control but tab and the line breaks. */
const control = /(?![\t\n\v\f\r\u0085])\p{Cc}/u;
const broken = /\p{Cs}|\uFFFE|\uFFFF/u;
const privateUse = /\p{Co}/u;
/** Vietnamese needs two marks on a letter; five in a row is a text climbing over its neighbours. */
const markPile = /\p{M}{5}/u;

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

const refused: readonly (readonly [TextFaultCode, RegExp])[] = [
  ['hiddenCharacter', control],
  ['directionOverride', direction],
  ['brokenCharacter', broken],
  ['privateCharacter', privateUse],
  ['tooManyMarks', markPile],
];

const countCharacters = (text: string): number => {
  let count = 0;
  for (const character of text) count += character.length > 0 ? 1 : 0;
  return count;
};

const faultAt = (code: TextFaultCode, text: string, index: number): TextFault => {
  const value = text.codePointAt(index) ?? 0;
  const character = `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
  return { code, params: { position: countCharacters(text.slice(0, index)) + 1, character } };
};

/**
 * What nearly every field holds: printable ASCII and composed Latin letters, Vietnamese among them, one space between words. Nothing in these
 * ranges is a fault, invisible or changed by NFC, so such a text is clean as it stands and the dozen looks below are spared.
 */
const plain = /^(?:[!-~\u00C0-\u024F\u1E00-\u1EFF]+(?: [!-~\u00C0-\u024F\u1E00-\u1EFF]+)*)?$/;

/** The first thing in a text that no field accepts, or undefined. */
export const findTextFault = (text: string): TextFault | undefined => {
  if (plain.test(text)) return undefined;
  for (const [code, pattern] of refused) {
    const index = text.search(pattern);
    if (index >= 0) return faultAt(code, text, index);
  }
  return undefined;
};

/**
 * NFC, trimmed, runs of spaces made one; faults as above. A text far beyond `max` is refused before it is looked at, so ten
 * megabytes cost nothing.
 */
export const cleanText = (input: string, options: CleanOptions): CleanText => {
  const tooLong = (length: number): CleanText => ({
    ok: false,
    fault: { code: 'tooLong', params: { limit: options.max, length } },
  });
  if (input.length > options.max * 4 + 1000) return tooLong(input.length);
  if (input.length <= options.max && plain.test(input)) return { ok: true, text: input };
  const fault = findTextFault(input);
  if (fault) return { ok: false, fault };
  const lines = input
    .replace(invisible, '')
    .replace(lineBreak, options.multiline ? '\n' : ' ')
    .normalize('NFC')
    .replace(/[\t\p{Zs}]+/gu, ' ');
  const text = (options.multiline ? lines.replace(/ ?\n ?/g, '\n') : lines).trim();
  const length = countCharacters(text);
  return length > options.max ? tooLong(length) : { ok: true, text };
};
