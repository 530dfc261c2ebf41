/** As the vault reads codes: any case, O for 0, I or L for 1, no spaces. */
const plain = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** The part of a recovery code she types back as proof that the paper is in her hand. */
export const lastGroupOf = (code: string): string => plain(code.split('-').at(-1) ?? '');

/** Whether what was typed is the last group of the code on paper, or the whole code. */
export const provesCode = (code: string, typed: string): boolean => {
  const given = plain(typed);
  return given !== '' && (given === lastGroupOf(code) || given === plain(code));
};
