/**
 * Folding: what a name is searched and compared by. "Nguyễn Thị Đào", "NGUYEN THI DAO" and the same typed with its marks in any
 * order all fold to "nguyen thi dao". SQLite's unicode61 leaves đ alone, so text and query are both folded here first.
 */

/** Letters that no Unicode decomposition turns into a plain one: đ (and the eth some old fonts used for it), Ê Đê ƀ. */
const strokes: Record<string, string> = { đ: 'd', ð: 'd', ƀ: 'b', ħ: 'h', ł: 'l', ø: 'o', ı: 'i' };

const foldAny = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toLowerCase()
    .replace(/[đðƀħłøı]/g, (letter) => strokes[letter] ?? letter)
    // Lower-casing may bring a mark of its own (İ → i̇).
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What each character below U+0250 and of U+1E00–U+1EFF folds to: '' for a mark of its own, ' ' between words. Filled as they are met. */
const known: (string | undefined)[] = [];

/** Latin letters, Vietnamese among them: each folds by itself, whatever stands beside it. */
const isLatin = (code: number): boolean => code < 0x250 || (code >= 0x1e00 && code < 0x1f00);

const foldOne = (code: number): string => {
  const letter = String.fromCharCode(code);
  // Between two others, so that a space is kept.
  const folded = foldAny(`a${letter}a`).slice(1, -1);
  known[code] = folded;
  return folded;
};

/** Lower case, no marks, letters and digits only, words one space apart; '' when nothing is left. Never throws. */
export const fold = (text: string): string => {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isLatin(code)) return foldAny(text);
    const part = known[code] ?? foldOne(code);
    if (part !== ' ') folded += part;
    else if (folded !== '' && !folded.endsWith(' ')) folded += ' ';
  }
  return folded.endsWith(' ') ? folded.slice(0, -1) : folded;
};

/** The folded words of a query, in order, each once. */
export const searchTerms = (text: string): string[] => {
  const folded = fold(text);
  return folded === '' ? [] : [...new Set(folded.split(' '))];
};
