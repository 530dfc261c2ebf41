import { formatDay, formatTime } from '../calendar/vietnam-time.ts';
import type { Messages } from '../messages/index.ts';

/** One value of a book, as it is reckoned with: a text, a number, an instant in milliseconds; null where there is nothing. */
export type Cell = string | number | null;

/** 'money': đồng. 'moment' and 'day': milliseconds. 'share': 0 to 1. */
export type CellKind = 'text' | 'count' | 'money' | 'moment' | 'day' | 'share';

export interface Column {
  readonly key: string;
  readonly kind: CellKind;
  /** Characters it takes in a spreadsheet. */
  readonly width: number;
}

/** How one kind of book is written down: its columns, a line's cells, and the last line that adds up. */
export interface BookShape<Line> {
  readonly columns: readonly Column[];
  /** `no`: the line's number in the book, from 1. */
  cells(line: Line, no: number, words: Messages): Cell[];
  /** Null where nothing is added up. */
  totals(lines: readonly Line[], words: Messages): Cell[] | null;
}

const grouped = (value: number): string =>
  `${value < 0 ? '-' : ''}${String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, '.')}`;

/** "16.000 đ"; a period may give back more than it took. */
export const moneyText = (amount: number): string => `${grouped(amount)} đ`;

/** 98,5 % */
const shareText = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;

/** A cell as it is read: on the screen, on paper, in CSV. */
export const cellText = (cell: Cell | undefined, kind: CellKind): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'day':
      return formatDay(cell);
    case 'moment':
      return `${formatTime(cell)} ${formatDay(cell)}`;
    case 'share':
      return shareText(cell);
    case 'money':
    case 'count':
      return grouped(cell);
    case 'text':
      return String(cell);
  }
};

export const isFigure = (kind: CellKind): boolean => kind === 'count' || kind === 'money' || kind === 'share';
