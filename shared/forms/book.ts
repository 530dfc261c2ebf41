import type { BookKind } from '../books/kinds.ts';
import { columnsOf } from '../books/kinds.ts';
import { periodText } from '../books/period.ts';
import type { Period } from '../books/period.ts';
import { cellText } from '../books/table.ts';
import type { Cell } from '../books/table.ts';
import type { Messages } from '../messages/index.ts';
import type { OfficeProfile } from '../office/profile.ts';
import { stampsOf } from './extra.ts';
import { officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import { cellOrBelow } from './values.ts';
import type { PaperKind } from './values.ts';

/** Lines printed as one volume: what the print window draws and a printer takes without trouble, some forty pages. */
export const linesPerVolume = 500;

export const volumesOf = (lines: number): number => Math.max(1, Math.ceil(lines / linesPerVolume));

/** A line by the names of its columns, so that a template may leave one out or place it elsewhere. */
export type BookRow = Readonly<Record<string, string>>;

/** One line of it, and what of its note is too long for the column. */
export type BookLine = Readonly<Record<string, string | readonly string[]>>;

export type BookValues = {
  /** Of the window and the PDF. */
  title: string;
  stamps: string[];
  head: OfficeHead;
  period: string;
  /** "Tập 2/10: dòng 1.001 đến 2.000"; '' when all lines are in one. */
  volume: string;
  columns: BookRow;
  rows: BookLine[];
  /** In the last volume, where the book adds up; null otherwise. */
  totals: BookRow | null;
  /** "Sổ có 152 dòng." */
  count: string;
  made: string;
  clerkName: string;
};

/** The form each book is printed on. */
export const formOfBook = {
  tracking: 'trackingBook',
  fees: 'feeBook',
  receipts: 'receiptBook',
  onTime: 'onTimeBook',
} as const satisfies Record<BookKind, PaperKind>;

export interface BookPage {
  kind: BookKind;
  period: Period;
  /** Lines of the whole book. */
  count: number;
  /** From 1. */
  volume: number;
  rows: readonly (readonly Cell[])[];
  totals: readonly Cell[] | null;
}

const rowOf = (kind: BookKind, cells: readonly Cell[]): BookRow =>
  Object.fromEntries(columnsOf[kind].map(({ key, kind: as }, at) => [key, cellText(cells[at], as)]));

const lineOf = (kind: BookKind, cells: readonly Cell[]): BookLine => {
  const row = rowOf(kind, cells);
  const { cell, below } = cellOrBelow(row['note'] ?? '');
  return { ...row, note: cell, below };
};

/** One volume of a book on paper. */
export const bookValues = (
  page: BookPage,
  extra: { profile: OfficeProfile; trial: boolean; at: number; clerkName: string; words: Messages },
): BookValues => {
  const { kind, period, count, volume, rows, totals } = page;
  const { words } = extra;
  const say = words.books;
  const volumes = volumesOf(count);
  const first = (volume - 1) * linesPerVolume + 1;
  const text = periodText(period, words);
  return {
    title: `${say.names[kind]}, ${text}`,
    stamps: stampsOf({ trial: extra.trial, reprint: false, words }),
    head: officeHead(extra.profile, extra.at, words),
    period: text,
    volume:
      volumes === 1
        ? ''
        : say.paper.volume({
            volume,
            volumes,
            first: cellText(first, 'count'),
            last: cellText(first + rows.length - 1, 'count'),
          }),
    columns: { ...say[kind].columns },
    rows: rows.map((cells) => lineOf(kind, cells)),
    totals: totals === null || volume < volumes ? null : rowOf(kind, totals),
    count: say.paper.count({ count: cellText(count, 'count') }),
    made: say.paper.made({ at: cellText(extra.at, 'moment') }),
    clerkName: extra.clerkName,
  };
};
