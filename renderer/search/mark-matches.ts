import { fold, searchTerms } from '../../shared/text/fold.ts';

/** A run of text and whether the query matched it. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Text folded letter by letter, each folded character remembering the letter it came from. */
interface FoldedText {
  letters: string[];
  folded: string;
  /** Index into `letters` for each character of `folded`. */
  origin: number[];
}

const combining = /\p{M}/u;

/** A character with the marks that stand on it. */
const lettersOf = (text: string): string[] => {
  const letters: string[] = [];
  for (const character of text) {
    const last = letters.at(-1);
    if (last !== undefined && combining.test(character)) letters[letters.length - 1] = last + character;
    else letters.push(character);
  }
  return letters;
};

/** Names use few letters, and twenty rows are folded at every keystroke. */
const known = new Map<string, string>();
const KNOWN_LETTERS = 4_000;

/** What folds to nothing parts words, as it does in fold() of the whole text. */
const foldLetter = (letter: string): string => {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const folded = fold(letter) || ' ';
  if (known.size < KNOWN_LETTERS) known.set(letter, folded);
  return folded;
};

const foldLetters = (text: string): FoldedText => {
  const letters = lettersOf(text);
  const origin: number[] = [];
  let folded = '';
  letters.forEach((letter, place) => {
    const part = foldLetter(letter);
    for (let index = 0; index < part.length; index += 1) origin.push(place);
    folded += part;
  });
  return { letters, folded, origin };
};

/** Below this a match in the middle of a word is noise: "an" is in half of all names. */
const INNER_MATCH_LENGTH = 3;

const occurrences = (text: string, term: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found.push(at);
  return found;
};

/** What the search itself matched: whole words, for the word still being typed also beginnings of words; else the middle. */
const matchesOf = (text: string, term: string, growing: boolean): number[] => {
  const all = occurrences(text, term);
  const starts = all.filter((at) => at === 0 || text[at - 1] === ' ');
  const whole = starts.filter((at) => at + term.length === text.length || text[at + term.length] === ' ');
  if (!growing && whole.length > 0) return whole;
  return starts.length > 0 || term.length < INNER_MATCH_LENGTH ? starts : all;
};

const markTerm = (text: FoldedText, term: string, growing: boolean, marks: boolean[]) => {
  for (const at of matchesOf(text.folded, term, growing))
    for (const letter of text.origin.slice(at, at + term.length)) marks[letter] = true;
};

/**
 * Cuts a text into runs for drawing, the parts the query matched being marked. Matching is on folded text, so "dao" marks "Đào"
 * however its marks were typed. The runs joined are always the text itself.
 */
export const markMatches = (text: string, query: string): Piece[] => {
  const terms = searchTerms(query);
  if (terms.length === 0 || text === '') return text === '' ? [] : [{ text, marked: false }];
  const foldedText = foldLetters(text);
  const marks = foldedText.letters.map(() => false);
  for (const term of terms) markTerm(foldedText, term, term === terms.at(-1), marks);
  const pieces: Piece[] = [];
  foldedText.letters.forEach((letter, index) => {
    const marked = marks[index] ?? false;
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += letter;
    else pieces.push({ text: letter, marked });
  });
  return pieces;
};
