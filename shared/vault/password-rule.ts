/** Longest password taken, in UTF-16 units: more buys nothing and would only feed the hash. */
export const PASSWORD_MAX_LENGTH = 512;
export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MIN_WORDS = 4;
const minDifferent = 5;

export type PasswordWeakness = 'short' | 'long' | 'plain' | 'ownName';

/** The one form a password is hashed in: keyboards differ in how they compose Vietnamese, the clerk's fingers do not. */
export const passwordForm = (password: string): string => password.normalize('NFC');

const comparable = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');

/** True when every character is the one after, or before, the one at its left: 123456789012, lkjihgfedcba. */
const isRun = (characters: readonly string[]): boolean => {
  const places = characters.map((character) => character.codePointAt(0) ?? 0);
  // On a keyboard 0 follows 9.
  const around = characters.every((character) => character >= '0' && character <= '9') ? 10 : 0;
  const goes = (step: number): boolean =>
    places.slice(1).every((place, index) => {
      const moved = place - (places[index] ?? 0);
      return moved === step || moved === step - Math.sign(step) * around;
    });
  return goes(1) || goes(-1);
};

/** What keeps this text from being a password, undefined when nothing does: 12 characters or more, or four words. */
export const findPasswordWeakness = (
  password: string,
  ownNames: readonly string[],
): PasswordWeakness | undefined => {
  const text = passwordForm(password);
  if (text.length > PASSWORD_MAX_LENGTH) return 'long';
  const characters = Array.from(text.trim());
  const words = new Set(text.split(/\s+/).filter((word) => Array.from(word).length >= 2));
  if (characters.length < PASSWORD_MIN_CHARACTERS && words.size < PASSWORD_MIN_WORDS) return 'short';
  const plain = comparable(text);
  if (new Set(plain).size < minDifferent || isRun(Array.from(plain))) return 'plain';
  const own = ownNames.map(comparable).filter((name) => name.length >= 4);
  if (own.some((name) => plain.replaceAll(name, '').length < 4)) return 'ownName';
  return undefined;
};
