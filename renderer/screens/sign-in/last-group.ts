/** As the vault reads codes: any case, O for 0, I or L for 1, no spaces. */
const plain = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Whether the typed text is the last group of the code, or the whole code. */
export const lastGroupMatches = (code: string, typed: string): boolean => {
  const given = plain(typed);
  return given !== '' && (given === plain(code.split('-').at(-1) ?? '') || given === plain(code));
};
