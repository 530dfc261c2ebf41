import type { Messages } from '../messages/index.ts';
import type { Column } from './table.ts';
import { feeBook, receiptBook } from './money-books.ts';
import { onTimeBook } from './on-time-book.ts';
import { trackingBook } from './tracking.ts';

/** The books of F6. */
export const bookKinds = ['tracking', 'fees', 'receipts', 'onTime'] as const;
export type BookKind = (typeof bookKinds)[number];

export const columnsOf: Readonly<Record<BookKind, readonly Column[]>> = {
  tracking: trackingBook.columns,
  fees: feeBook.columns,
  receipts: receiptBook.columns,
  onTime: onTimeBook.columns,
};

/** What stands over each column. */
export const titlesOf = (kind: BookKind, { books }: Messages): string[] => {
  const titles: Readonly<Record<string, string>> = books[kind].columns;
  return columnsOf[kind].map(({ key }) => titles[key] ?? '');
};
