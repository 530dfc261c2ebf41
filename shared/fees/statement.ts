import { isLocalDate } from '../calendar/vietnam-time.ts';
import type { LocalDate } from '../calendar/vietnam-time.ts';
import { readDossierCode } from '../dossier/code.ts';
import { cleanText } from '../text/hygiene.ts';
import { fold } from '../text/fold.ts';
import { isAmount } from './money.ts';
import { transferText } from './viet-qr.ts';

/**
 * A bank's statement as rows of cells, whatever bank it is from: the row that names a day, money coming in and a text is taken for the
 * heading, and all below it for lines. Nothing is guessed: what cannot be read is said by its row.
 */

export type Cell = string | number | boolean | Date | null | undefined;

/** Money that came in. */
export interface StatementLine {
  /** Tells it from every other, also in another file of the same bank. */
  mark: string;
  bankDate: LocalDate;
  amount: number;
  text: string;
  /** The bank's own number of it; '' where there is none. */
  reference: string;
}

export interface ReadStatement {
  lines: StatementLine[];
  /** Rows of money going out. */
  outgoing: number;
  /** Rows with something in them that are no line; the number is the file's. */
  unread: { row: number; text: string }[];
}

type Column = 'date' | 'credit' | 'debit' | 'amount' | 'text' | 'reference';

/** Headings as banks write them, folded. The first that fits a column takes it. */
const headings: Readonly<Record<Column, readonly RegExp[]>> = {
  date: [
    /^ngay (giao dich|gd|hieu luc|hach toan|ghi so)/,
    /^(transaction|posting|value|effective) date/,
    /^(ngay|date)\b/,
  ],
  credit: [/(ghi|phat sinh|ps|so tien) co\b/, /^(co|credit|tien vao|so tien vao)\b/, /\bcredit\b/],
  debit: [/(ghi|phat sinh|ps|so tien) no\b/, /^(no|debit|tien ra|so tien ra)\b/, /\bdebit\b/],
  amount: [/^(so tien|amount)\b/],
  text: [/^(noi dung|dien giai|mo ta|chi tiet|ghi chu)/, /^(description|details|remark|narrative|content)/],
  reference: [
    /^(so |ma )?(tham chieu|but toan|giao dich|ct|chung tu|fto?)\b/,
    /^(reference|ref|transaction (no|id|number))/,
  ],
};
const columns: readonly Column[] = ['date', 'credit', 'debit', 'amount', 'text', 'reference'];

const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return String(cell);
};

type Layout = Partial<Record<Column, number>>;

const readHeading = (row: readonly Cell[]): Layout | null => {
  const names = row.map((cell) => fold(cellText(cell)));
  const layout: Layout = {};
  const taken = new Set<number>();
  for (const column of columns) {
    const at = headings[column]
      .map((heading) => names.findIndex((name, place) => !taken.has(place) && heading.test(name)))
      .find((place) => place >= 0);
    if (at === undefined) continue;
    layout[column] = at;
    taken.add(at);
  }
  const hasMoney = layout.credit !== undefined || layout.amount !== undefined;
  return layout.date !== undefined && layout.text !== undefined && hasMoney ? layout : null;
};

const two = (digits: string): string => digits.padStart(2, '0');

/** Day first as Vietnamese banks write it, year first, or a spreadsheet's own date. */
const readDay = (cell: Cell): LocalDate | null => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  const written = cellText(cell).trim();
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(written);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(written);
  const day = dayFirst
    ? `${dayFirst[3] ?? ''}-${two(dayFirst[2] ?? '')}-${two(dayFirst[1] ?? '')}`
    : yearFirst
      ? `${yearFirst[1] ?? ''}-${two(yearFirst[2] ?? '')}-${two(yearFirst[3] ?? '')}`
      : '';
  return isLocalDate(day) ? day : null;
};

/** Whole đồng, below nought for money going out; null for what is no such figure. "1.234.000", "1,234,000.00", "+ 50 000 VND". */
const readMoney = (cell: Cell): number | null => {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : null;
  const written = cellText(cell)
    .replace(/\s|vnd|vnđ|đ/gi, '')
    .replace(/[.,]00?$/, '');
  if (!/^[+-]?(\d+|\d{1,3}([.,]\d{3})+)$/.test(written)) return null;
  const amount = Number(written.replace(/[.,]/g, ''));
  return Number.isSafeInteger(amount) ? amount : null;
};

const longestText = 300;
const readText = (cell: Cell): string => {
  // What a bank's text holds that no paper may is taken out: the money came all the same.
  const plain = cellText(cell).replace(/[\p{C}\p{M}]+/gu, (found) =>
    /^\p{M}{1,4}$/u.test(found) ? found : ' ',
  );
  const cut = Array.from(plain.replace(/\s+/g, ' ').trim()).slice(0, longestText).join('');
  const clean = cleanText(cut, { max: longestText });
  return clean.ok ? clean.text : fold(cut).slice(0, longestText);
};

interface Money {
  amount: number;
}

/** What a row brings in; null when its money cannot be read; 0 when nothing came or it went out. */
const moneyIn = (row: readonly Cell[], { credit, debit, amount }: Layout): Money | null => {
  const at = credit ?? amount;
  const cell = at === undefined ? null : row[at];
  const isEmpty = cellText(cell).trim() === '' || cellText(cell).trim() === '-';
  if (isEmpty) {
    const out = debit === undefined ? null : readMoney(row[debit]);
    return out === null || out === 0 ? null : { amount: 0 };
  }
  const read = readMoney(cell);
  if (read === null || !isAmount(Math.abs(read))) return null;
  return { amount: Math.max(0, read) };
};

const squeeze = (text: string): string => fold(text).replace(/ /g, '').toUpperCase();

/** Reads a statement; null when no row of it is a heading. `hash` makes a mark of a line's own words. */
export const readStatement = (
  rows: readonly (readonly Cell[])[],
  hash: (text: string) => string,
): ReadStatement | null => {
  const start = rows.slice(0, 60).findIndex((row) => readHeading(row) !== null);
  const layout = start < 0 ? null : readHeading(rows[start] ?? []);
  if (layout === null) return null;
  const read: ReadStatement = { lines: [], outgoing: 0, unread: [] };
  const met = new Map<string, number>();
  rows.slice(start + 1).forEach((row, place) => {
    const cell = (column: Column): Cell => {
      const at = layout[column];
      return at === undefined ? null : row[at];
    };
    if (row.every((one) => cellText(one).trim() === '')) return;
    const bankDate = readDay(cell('date'));
    const money = moneyIn(row, layout);
    if (bankDate === null || money === null) {
      const text = row.map(cellText).filter((one) => one.trim() !== '');
      read.unread.push({ row: start + place + 2, text: readText(text.join(' · ')) });
      return;
    }
    if (money.amount === 0) {
      read.outgoing += 1;
      return;
    }
    const text = readText(cell('text'));
    const reference = readText(cell('reference'));
    const own = [bankDate, money.amount, squeeze(reference), squeeze(text)].join('|');
    // Two payments alike in everything, and no number of the bank's to tell them: the second is the second.
    const nth = (met.get(own) ?? 0) + 1;
    met.set(own, nth);
    read.lines.push({ mark: hash(`${own}|${nth}`), bankDate, amount: money.amount, text, reference });
  });
  return read;
};

/**
 * Codes of this office that a payer's text names: its transfer text stands in it, however the bank spaced or cut it up. A number that
 * only runs into others is no name.
 */
export const codesNamed = (text: string, office: string): string[] => {
  const squeezed = squeeze(text);
  const found = new Set<string>();
  for (let at = 0; at + 10 <= squeezed.length; at += 1) {
    const tail = /^(\d{6})(\d{4})/.exec(squeezed.slice(at, at + 10));
    if (!tail) continue;
    const code = `${office}-${tail[1] ?? ''}-${tail[2] ?? ''}`;
    if (readDossierCode(code) && squeezed.includes(transferText(code))) found.add(code);
  }
  return [...found];
};
