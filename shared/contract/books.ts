import * as z from 'zod';
import { bookKinds } from '../books/kinds.ts';
import type { Cell } from '../books/table.ts';
import { answers, id, none, text } from './method.ts';
import type { PaperPage, PrintAnswer } from './paper-shapes.ts';

/** A book read for a window; it is closed when the counter is locked. */
export interface BookOpened {
  id: string;
  /** Lines. */
  count: number;
  /** How many parts it is printed in. */
  volumes: number;
  totals: Cell[] | null;
  /** When it was read. */
  at: number;
}

/** Of what was done this month, 0 to 1: the part done in time by QĐ 766. Null while nothing is done. */
export interface OnTimeShare {
  share: number | null;
}

const volume = z.number().int().min(1).max(100_000);

export const booksMethods = {
  /** The book of a period, days included; refused as 'periodInvalid' when they are no period. */
  'books.open': answers<BookOpened>()(
    z.strictObject({ book: z.enum(bookKinds), from: text(10), to: text(10) }),
    'any',
  ),
  'books.rows': answers<Cell[][]>()(
    z.strictObject({ id, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    'any',
  ),
  'books.preview': answers<PaperPage>()(z.strictObject({ id, volume }), 'any'),
  'books.print': answers<PrintAnswer>()(z.strictObject({ id, volume, printer: text(200) }), 'any'),
  'books.save': answers<PrintAnswer>()(
    z.strictObject({ id, as: z.enum(['pdf', 'xlsx', 'csv']), volume }),
    'any',
  ),
  /** For the first screen; up to ten minutes old. */
  'books.onTimeShare': answers<OnTimeShare>()(none, 'any'),
} as const;
