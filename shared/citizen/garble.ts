import { isSyllable, readTelex, splitTones } from './syllable.ts';

/**
 * A wedge scanner types the card as a keyboard would. With a Vietnamese input method on (Unikey, EVKey), or a scanner set to send
 * keystrokes, what arrives is "Nguyeenx", "Nguye6n4" or "Nguyeễn" instead of "Nguyễn". Such a name must never reach a paper, and a
 * real name must never be refused: minority and foreign names break every spelling rule, so each sign here is one that spelling
 * cannot produce, or several weaker ones together.
 */

/** typing: an input method or keystrokes; encoding: the scanner sends the wrong character set. */
export type Garble = 'typing' | 'encoding';

/** UTF-8 read as Windows-1252 ("Nguyá»…n"), replacement characters, question marks for letters. */
const mojibake = /[ÃÂÄÅ][\u0080-\u009F\u00A1-\u00BF\u0192\u2018-\u203A]|á[º»]|Æ[°¡]|Ä‘|\uFFFD/u;
const lostLetter = /\p{L}\?+\p{L}|\?\p{L}/u;

/** A letter a Vietnamese keyboard makes; a curly apostrophe is none. */
const marked = /(?=\P{ASCII})[\p{L}\p{M}]/u;

/** A syllable whatever vowel its tone sits on. */
const keyOf = (word: string): string => {
  const { letters, tones } = splitTones(word);
  return letters + tones.join('');
};

/** Names so common that one of them left as raw Telex is enough; so spelled, none is a name in another language. */
const commonNames = new Set(
  (
    'nguyễn trần phạm hoàng huỳnh đặng đỗ dương trịnh đinh đoàn triệu nông lương trương phùng ' +
    'văn thị đình đức hữu ngọc hồng thúy tuấn dũng hùng cường thảo hương phương quốc bảo thắng thành ' +
    'mẫu hạnh hiền nhật tuyết lệ hằng nguyệt dụ'
  )
    .split(' ')
    .map(keyOf),
);

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];

const baseOf = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');

/** "eễ", "aă", "dđ": an input method whose backspace came too late leaves the letter beside what it became. */
const hasDoubledLetter = (written: string): boolean => {
  const word = written.toLowerCase().normalize('NFC');
  const letters = Array.from(word);
  return letters.some((letter, at) => {
    const before = letters[at - 1];
    if (before === undefined || before === letter || baseOf(before) !== baseOf(letter)) return false;
    if (!'aeiouyd'.includes(baseOf(letter))) return false;
    // ưu is a rime of its own (Lưu, Cựu), and oong carries its tone on the second o.
    const isRime = letter === 'u' && splitTones(before).letters === 'ư';
    const isLongO =
      before === 'o' && splitTones(letter).letters === 'o' && /^(?:ng|c)/.test(word.slice(at + 1));
    return !isRime && !isLongO;
  });
};

/** One word, one syllable, one tone: also where minorities' names are written in the national script. */
const hasTwoTones = (word: string): boolean => splitTones(word).tones.length > 1;

interface RawWord {
  read: string;
  /** A letter like ê, ư or đ is spelled by keys. */
  shaped: boolean;
  /** So spelled that hardly a foreign name has it: by w or dd, or a doubled vowel with a tone key as well. */
  strong: boolean;
}

/** A word that is Vietnamese only when read as Telex keys. */
const readRaw = (word: string): RawWord | undefined => {
  if (marked.test(word) || isSyllable(word)) return undefined;
  const read = readTelex(word);
  if (!marked.test(read) || !isSyllable(read)) return undefined;
  const { letters, tones } = splitTones(read);
  const shaped = /[ăâêôơưđ]/u.test(letters);
  const strong = word.length >= 4 && (/[ăơưđ]/u.test(letters) || (shaped && tones.length > 0));
  return { read, shaped, strong };
};

/** Keys of a letter like ă, ô or đ, whether or not the word around them is Vietnamese ("DDawk"). */
const hasShapeKeys = (word: string): boolean =>
  /dd|[aou]w|aa|ee|oo/i.test(word) && marked.test(readTelex(word));

const sexGarbled = (text: string): boolean => {
  const sex = text.trim().normalize('NFC').toLowerCase();
  return (
    sex !== '' && sex !== 'nam' && sex !== 'nữ' && sex !== 'nu' && /^n(?:am|[uưúùủũụứừửữự]|\d)/u.test(sex)
  );
};

const nameGarbled = (name: string, address: string): boolean => {
  const words = wordsOf(name);
  const raw = words.flatMap((word) => {
    const found = readRaw(word);
    return found ? [{ ...found, length: word.length }] : [];
  });
  if (raw.some(({ read, length }) => length >= 4 && commonNames.has(keyOf(read)))) return true;
  if (raw.length >= 2 && raw.some(({ strong }) => strong)) return true;
  // A real card has marks at least in its address; without any, less is enough.
  if (marked.test(name) || marked.test(address)) return false;
  const all = [...words, ...wordsOf(address)];
  const shaped = all.filter(hasShapeKeys).length;
  return shaped >= 2 || all.filter((word) => readRaw(word) !== undefined).length + shaped >= 3;
};

/** Letters where a card has only digits. */
const numberGarbled = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);

/**
 * What befell a scanned card, undefined when nothing did. `parts` are its fields as split at '|': number, old number, name, date of
 * birth, sex, address, date of issue; missing ones are not judged.
 */
export const findGarble = (parts: readonly string[]): Garble | undefined => {
  const name = (parts[2] ?? '').normalize('NFC');
  const address = (parts[5] ?? '').normalize('NFC');
  if ([name, address].some((text) => mojibake.test(text)) || lostLetter.test(name)) return 'encoding';
  if (/\d/.test(name) || /\p{Ll}\d+\p{Ll}.*\p{Ll}\d+\p{Ll}/u.test(address)) return 'typing';
  if ([0, 1, 3, 6].some((at) => numberGarbled(parts[at]))) return 'typing';
  if (sexGarbled(parts[4] ?? '')) return 'typing';
  const words = [...wordsOf(name), ...wordsOf(address)];
  if (words.some(hasDoubledLetter) || wordsOf(name).some(hasTwoTones)) return 'typing';
  return nameGarbled(name, address) ? 'typing' : undefined;
};
