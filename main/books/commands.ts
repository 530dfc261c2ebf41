import type { booksMethods } from '../../shared/contract/books.ts';
import type { Commands } from '../dispatch.ts';
import { onTimeShare } from './on-time-share.ts';
import { bookRows, openBook, previewBook, printBook, saveBook } from './open-books.ts';

export const bookCommands: Pick<Commands, keyof typeof booksMethods> = {
  'books.open': ({ desk }, input) => openBook(desk, input),
  'books.rows': ({ desk }, input) => bookRows(desk, input),
  'books.preview': ({ desk }, input) => previewBook(desk, input),
  'books.print': ({ desk }, input) => printBook(desk, input),
  'books.onTimeShare': ({ desk }) => onTimeShare(desk),
  'books.save': ({ desk }, input) => saveBook(desk, input),
};
