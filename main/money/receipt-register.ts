import type { OfficialReceipt } from '../../shared/dossier/acts/money-events.ts';
import { findBook, receiptDigits } from '../../shared/fees/receipt-books.ts';
import type { Problem } from '../../shared/faults.ts';
import type { Cabinet } from '../desk/desk.ts';
import { countReceipts, findNextReceipt } from '../journal/official-receipts.ts';
import type { BookState } from '../../shared/contract.ts';

/** Numbers of a book follow each other; what lies in no book of this counter is recorded as it was typed. */
export const findNumberProblem = ({ db, office }: Cabinet, receipt: OfficialReceipt): Problem | undefined => {
  const number = Number(receipt.number);
  const book = findBook(office.books ?? [], { ...receipt, number });
  if (!book) return undefined;
  const next = findNextReceipt(db, book);
  if (next === null || next === number) return undefined;
  return { field: 'receipt.number', code: 'actReceiptNotNext', params: { next: receiptDigits(next) } };
};

/** The counter's books as they stand, those still to be written in first. */
export const booksOf = ({ db, office }: Cabinet): BookState[] =>
  (office.books ?? [])
    .map((book) => {
      const { used, voided } = countReceipts(db, book);
      const left = book.to - book.from + 1 - used - voided;
      return { ...book, next: findNextReceipt(db, book), used, voided, left };
    })
    .sort((one, other) => Number(one.next === null) - Number(other.next === null));
