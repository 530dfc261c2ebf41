/**
 * Vietnamese syllables: onset, rime, one tone. Used to tell a word that Telex left as keystrokes ("Nguyeenx") from a name that only
 * looks unusual ("K'Sor", "Y Blô"): the first becomes a Vietnamese syllable once its keys are read, the second does not.
 */

/** Grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?';

const rimes = [
  'a(?:ch|nh|ng|[cimnoptuy])?',
  'ă(?:ng|[cmnpt])',
  'â(?:ng|[cmnptuy])',
  'e(?:ng|[cmnopt])?',
  'ê(?:ch|nh|[mnptu])?',
  'i(?:ch|nh|[amnptu])?',
  '[iy]ê(?:ng|[cmnptu])',
  'o(?:ng|[cimnpt])?',
  'oo(?:ng|c)',
  'oa(?:ch|nh|ng|[cimnopty])?',
  'oă(?:ng|[cmnt])',
  'oe[not]?',
  'ô(?:ng|[cimnpt])?',
  'ơ[imnpt]?',
  'u(?:ng|[acimnpty])?',
  'uâ(?:ng|[nty])',
  'uê(?:ch|nh)?',
  'uô(?:ng|[cimnt])',
  'uơ',
  'uy(?:ch|nh|[atunp])?',
  'uyê[nt]',
  'ư(?:ng|[acitu])?',
  'ươ(?:ng|[cimnptu])',
  'y(?:nh|t|n|p)?',
];

const syllable = new RegExp(`^${onset}(?:${rimes.join('|')})$`, 'u');

/** Parts a word of any case and normal form into its letters without tone and the number of tones on it. */
export const splitTones = (word: string): { letters: string; tones: string[] } => {
  const parted = word.toLowerCase().normalize('NFD');
  return { letters: parted.replace(tones, '').normalize('NFC'), tones: parted.match(tones) ?? [] };
};

/** Whether a single word could be Vietnamese as it is written. */
export const isSyllable = (word: string): boolean => {
  const { letters, tones: marks } = splitTones(word);
  if (marks.length > 1 || !syllable.test(letters)) return false;
  // A stop coda carries only the acute or the dot below.
  const stopped = /(?:ch|[cpt])$/.test(letters);
  return !stopped || marks[0] === '\u0301' || marks[0] === '\u0323';
};

const telexTones: Partial<Record<string, string>> = {
  f: '\u0300',
  s: '\u0301',
  x: '\u0303',
  r: '\u0309',
  j: '\u0323',
};
const doubled: Partial<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô', d: 'đ' };
const horned: Partial<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

const replaceLast = (letters: string[], from: readonly string[], to: (letter: string) => string): boolean => {
  const at = letters.findLastIndex((letter) => from.includes(letter));
  const found = letters[at];
  if (found === undefined) return false;
  letters[at] = to(found);
  return true;
};

/** Where the tone goes does not matter to what compares syllables: it is put on the last vowel. */
const placeTone = (letters: string[], tone: string): string => {
  if (tone === '') return letters.join('');
  const at = letters.findLastIndex((letter) => 'aăâeêioôơuưy'.includes(letter));
  return letters.map((letter, place) => (place === at ? (letter + tone).normalize('NFC') : letter)).join('');
};

/** A word read as Telex keys, lower case: "Nguyeenx" → "nguyễn". Keys that change nothing stay letters. */
export const readTelex = (word: string): string => {
  const letters: string[] = [];
  let tone = '';
  for (const key of word.toLowerCase()) {
    const hasVowel = letters.some((letter) => 'aăâeêioôơuưy'.includes(letter));
    const toneOfKey = telexTones[key];
    const double = doubled[key];
    if (toneOfKey !== undefined && hasVowel) tone = toneOfKey;
    else if (key === 'w' && replaceLast(letters, ['a', 'o', 'u'], (letter) => horned[letter] ?? letter)) {
      const at = letters.lastIndexOf('ơ');
      if (at > 0 && letters[at - 1] === 'u' && letters[at - 2] !== 'q') letters[at - 1] = 'ư';
    } else if (double === undefined || !replaceLast(letters, [key], () => double)) letters.push(key);
  }
  // Nothing after it: thuở, not thưở.
  if (letters.at(-1) === 'ơ' && letters.at(-2) === 'ư') letters[letters.length - 2] = 'u';
  return placeTone(letters, tone);
};
