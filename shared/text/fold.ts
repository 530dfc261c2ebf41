/**
 * Folding: what a name is searched and compared by. "Nguyễn Thị Đào", "NGUYEN THI DAO" and the same typed with its marks in any
 * order all fold to "nguyen thi dao". SQLite's unicode61 leaves đ alone, so text and query are both folded here first.
 */

/** Letters that no Unicode decomposition turns into a plain one: đ (and the eth some old fonts used for it), Ê Đê ƀ. */
const strokes: Record<string, string> = { đ: 'd', ð: 'd', ƀ: 'b', ħ: 'h', ł: 'l', ø: 'o', ı: 'i' };

/** Lower case, no marks, letters and digits only, words one space apart; '' when nothing is left. Never throws. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toLowerCase()
    .replace(/[đðƀħłøı]/g, (letter) => strokes[letter] ?? letter)
    // Lower-casing may bring a mark of its own (İ → i̇).
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The folded words of a query, in order, each once. */
export const searchTerms = (text: string): string[] => {
  const folded = fold(text);
  return folded === '' ? [] : [...new Set(folded.split(' '))];
};
