import { trackingBook } from '../../shared/books/tracking.ts';
import {
  byReceiptNumber,
  feeBook,
  feeLines,
  receiptBook,
  receiptLines,
} from '../../shared/books/money-books.ts';
import { countOnTime, onTimeBook } from '../../shared/books/on-time-book.ts';
import type { BookKind } from '../../shared/books/kinds.ts';
import { instantsOf } from '../../shared/books/period.ts';
import type { Period } from '../../shared/books/period.ts';
import type { BookShape, Cell, Column } from '../../shared/books/table.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { livesAt, moneyTypes, openBetween, touchedBetween } from './lives.ts';
import { trackingLinesBetween } from './tracking-lines.ts';

/** A book of a period, read once; its cells are made as they are asked for, in the language asked for. */
export interface Book {
  readonly count: number;
  readonly columns: readonly Column[];
  row(place: number, words: Messages): Cell[];
  totals(words: Messages): Cell[] | null;
}

const bookOf = <Line>(shape: BookShape<Line>, lines: readonly Line[]): Book => ({
  count: lines.length,
  columns: shape.columns,
  row: (place, words) => {
    const line = lines[place];
    return line === undefined ? [] : shape.cells(line, place + 1, words);
  },
  totals: (words) => shape.totals(lines, words),
});

const ever = Number.MAX_SAFE_INTEGER;

/** Reads what a book of a period is made of. `now`: milliseconds, the counter's. */
export const makeBook = (db: ReadableDatabase, kind: BookKind, period: Period, now: number): Book => {
  const { from, until } = instantsOf(period);
  const within = ({ at }: { at: number }): boolean => at >= from && at < until;
  const touched = () =>
    livesAt(db, touchedBetween(db, moneyTypes, from, until), { money: true, until: ever });
  switch (kind) {
    case 'tracking':
      return bookOf(trackingBook, trackingLinesBetween(db, from, until, now));
    case 'fees': {
      const lines = [...touched()].flatMap(({ state, events }) =>
        events.filter(within).flatMap((event) => feeLines(state, event)),
      );
      return bookOf(
        feeBook,
        lines.sort((one, other) => one.at - other.at),
      );
    }
    case 'receipts': {
      const lines = [...touched()].flatMap(({ state, events }) =>
        events.filter(within).flatMap((event) => receiptLines(state, event)),
      );
      return bookOf(receiptBook, lines.sort(byReceiptNumber));
    }
    case 'onTime': {
      const asOf = Math.min(now, until);
      const lives = livesAt(db, openBetween(db, from, asOf), { money: false, until: asOf });
      const states = Array.from(lives, ({ state }) => state);
      return bookOf(onTimeBook, countOnTime(states, from, asOf));
    }
  }
};
