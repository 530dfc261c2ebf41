import type { Findings } from '../../shared/contract.ts';
import { normalizePhone } from '../../shared/citizen/number.ts';
import { readDossierCode } from '../../shared/dossier/code.ts';
import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';
import { fold } from '../../shared/text/fold.ts';
import { listFresh } from '../journal/dossier-text.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { summariesOf } from './working-set.ts';

const atMost = 20;

/** More words than a name and a code have together only make FTS5 work. */
const mostWords = 12;

/** How a word of a name, a code or a number goes on once it is folded. */
const followers = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

/**
 * A word still growing. The text's prefix index begins at two characters: of a single one FTS5 would read every word there is
 * (25 ms for "0" among 100,000 dossiers), so it is asked for by all it may grow into (0.1 ms).
 */
const begun = (word: string): string =>
  word.length > 1
    ? `"${word}"*`
    : `("${word}" OR ${followers.map((next) => `"${word}${next}"*`).join(' OR ')})`;

/** Every word must be there, the last may still be growing. Folded words are letters and digits: nothing in them is FTS5 syntax. */
const allOf = (words: readonly string[]): string =>
  words.map((word, index) => (index === words.length - 1 ? begun(word) : `"${word}"`)).join(' AND ');

const isNumber = (text: string): boolean => /^[\d\s().+-]+$/.test(text.trim());

/** What is typed, as the lists of words of which one must be there whole; empty when nothing is left to ask. A number read aloud in groups is also asked for in one piece. */
const readQuery = (text: string): string[][] => {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (words.length === 0) return [];
  const whole = isNumber(text) ? fold(normalizePhone(text)) : '';
  return whole === '' || whole === words.join(' ') ? [words] : [words, [whole]];
};

/** As an FTS5 query; null when there is nothing to ask. */
const toMatch = ([first, second]: readonly string[][]): string | null => {
  if (!first) return null;
  return second ? `(${allOf(first)}) OR ${allOf(second)}` : allOf(first);
};

export const matchOf = (text: string): string | null => toMatch(readQuery(text));

/** Rows of the newest dossiers whose words wait for the index, judged as FTS5 judges its own. */
const findFresh = (db: ReadableDatabase, query: readonly string[][]): number[] =>
  listFresh(db)
    .filter(({ name, phone, code, ids }) => {
      const held = `${name} ${phone} ${code} ${ids}`.split(/[^\p{L}\p{N}]+/u);
      return query.some((words) =>
        words.every((word, index) =>
          index === words.length - 1 ? held.some((one) => one.startsWith(word)) : held.includes(word),
        ),
      );
    })
    .slice(0, atMost)
    .map(({ rowid }) => rowid);

/** Newest first: FTS5 stops after twenty rows, where ranking would read every match of a short prefix. */
const indexed = `SELECT rowid AS r FROM dossier_text WHERE dossier_text MATCH ? ORDER BY rowid DESC LIMIT ${atMost}`;
const byIndex = `SELECT d.summary FROM (${indexed}) JOIN dossier d ON d.rowid = r ORDER BY r DESC`;
const byBoth = `SELECT d.summary FROM (SELECT r FROM (${indexed}) UNION SELECT value FROM json_each(?)) JOIN dossier d ON d.rowid = r
  ORDER BY r DESC LIMIT ${atMost}`;

const byText = (db: ReadableDatabase, text: string): Findings['rows'] => {
  const query = readQuery(text);
  const match = toMatch(query);
  if (match === null) return [];
  const fresh = findFresh(db, query);
  return fresh.length === 0
    ? summariesOf(db, byIndex, [match])
    : summariesOf(db, byBoth, [match, JSON.stringify(fresh)]);
};

const scanned = (db: ReadableDatabase, code: string, key: string | null): Findings => {
  const rows = db
    .prepare(`SELECT summary, receipt_key FROM dossier WHERE code = ? LIMIT ${atMost}`)
    .all<{ summary: string; receipt_key: string }>([code]);
  const genuine = key === null ? rows : rows.filter((row) => row.receipt_key === key);
  return {
    rows: summariesOf(db, `SELECT summary FROM dossier WHERE code = ? LIMIT ${atMost}`, [code]),
    taken: key === null ? 'code' : 'receipt',
    forged: rows.length > 0 && genuine.length === 0,
  };
};

/** Finds a dossier by anything the counter may have: a scanned receipt, a code, a name without marks, a phone, an ID number. */
export const findDossiers = (db: ReadableDatabase, text: string): Findings => {
  const scan = readReceiptScan(text);
  if (scan && (scan.key !== null || readDossierCode(scan.code))) {
    const found = scanned(db, scan.code, scan.key);
    if (found.rows.length > 0 || scan.key !== null) return found;
  }
  return { rows: byText(db, text), taken: isNumber(text) ? 'number' : 'words', forged: false };
};
