import type { BookKind } from '../../shared/books/kinds.ts';
import type { Period } from '../../shared/books/period.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import type { OpenBook } from './book-worker.ts';

/** A book open at this desk. */
export interface KeptBook {
  book: OpenBook;
  kind: BookKind;
  period: Period;
  /** When it was read, the counter's milliseconds. */
  at: number;
}

/** Two windows and one being read anew; the oldest makes room. */
export const mostOpen = 3;

const opened = new WeakMap<Cabinet, Map<string, KeptBook>>();

export const booksOf = (desk: Desk): Map<string, KeptBook> => {
  const cabinet = getCabinet(desk);
  const known = opened.get(cabinet) ?? new Map<string, KeptBook>();
  opened.set(cabinet, known);
  return known;
};

/** Ends every book: nobody is at the desk, and their lines are citizens' data. */
export const closeBooks = ({ cabinet }: Desk): void => {
  const books = cabinet ? opened.get(cabinet) : undefined;
  for (const { book } of books?.values() ?? []) book.end();
  books?.clear();
};
