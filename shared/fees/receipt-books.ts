import type { ReceiptKind } from '../dossier/acts/money-events.ts';
import { cleanText } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';

/**
 * Books of state fee receipts (biên lai) given to this counter: printed ones ordered from a printer, or a range the office prints itself
 * (NĐ 123/2020/NĐ-CP). Electronic receipts are numbered by their own system and have no book here.
 */
export interface ReceiptBook {
  /** Mẫu số and ký hiệu, in capitals, as on the paper. */
  form: string;
  series: string;
  /** Both ends included. */
  from: number;
  to: number;
  kind: Exclude<ReceiptKind, 'electronic'>;
  /** Business day, and who handed it over to the counter. */
  assignedOn: string;
  assignedBy: string;
}

export type BookInput = Pick<ReceiptBook, 'form' | 'series' | 'from' | 'to' | 'kind'>;

/** Numbers that came to nothing: torn, misprinted, lost. */
export interface VoidedReceipts {
  form: string;
  series: string;
  from: number;
  to: number;
  reason: string;
  businessDay: string;
  clerkName: string;
}

/** Seven digits: 0000001 to 9999999. */
const highest = 9_999_999;
/** More numbers than that at once is a digit too many, not a book. */
const mostInBook = 100_000;
/** A lost book is at most so long. */
export const mostVoided = 1_000;

/** The number as it is written on the paper. */
export const receiptDigits = (number: number): string => String(number).padStart(7, '0');

/** Form and series are told apart in capitals: a receipt typed in small letters is the same receipt. */
export const inCapitals = (text: string): string => text.trim().toUpperCase();

type Numbered = Pick<ReceiptBook, 'form' | 'series'>;
const isSameSeries = (one: Numbered, other: Numbered): boolean =>
  inCapitals(one.form) === inCapitals(other.form) && inCapitals(one.series) === inCapitals(other.series);

/** The book a receipt was torn from; undefined for one no book of this counter holds. */
export const findBook = (
  books: readonly ReceiptBook[],
  receipt: Numbered & { number: number },
): ReceiptBook | undefined =>
  books.find(
    (book) => isSameSeries(book, receipt) && receipt.number >= book.from && receipt.number <= book.to,
  );

/** A book as it may be given to the counter, or every field that needs a hand. */
export const checkBook = (
  input: BookInput,
  held: readonly ReceiptBook[],
): { book: BookInput; problems: Problem[] } => {
  const problems: Problem[] = [];
  const read = (field: 'form' | 'series'): string => {
    const clean = cleanText(input[field], { max: 40 });
    if (!clean.ok) problems.push({ field, code: clean.fault.code, params: clean.fault.params });
    else if (clean.text === '') problems.push({ field, code: 'required', params: {} });
    return clean.ok ? inCapitals(clean.text) : '';
  };
  const book: BookInput = { ...input, form: read('form'), series: read('series') };
  const isNumber = (value: number) => Number.isInteger(value) && value >= 1 && value <= highest;
  if (!isNumber(book.from)) problems.push({ field: 'from', code: 'bookNumber', params: {} });
  if (!isNumber(book.to)) problems.push({ field: 'to', code: 'bookNumber', params: {} });
  else if (book.to < book.from) problems.push({ field: 'to', code: 'bookOrder', params: {} });
  else if (book.to - book.from >= mostInBook)
    problems.push({ field: 'to', code: 'bookTooLong', params: { most: mostInBook } });
  const clash = held.find((one) => isSameSeries(one, book) && one.from <= book.to && book.from <= one.to);
  if (clash)
    problems.push({
      field: 'from',
      code: 'bookOverlaps',
      params: { from: receiptDigits(clash.from), to: receiptDigits(clash.to) },
    });
  return { book, problems };
};
