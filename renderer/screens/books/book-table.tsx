import { useEffect, useEffectEvent, useRef } from 'react';
import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { columnsOf, titlesOf } from '../../../shared/books/kinds.ts';
import type { BookKind } from '../../../shared/books/kinds.ts';
import { cellText, isFigure } from '../../../shared/books/table.ts';
import type { Cell } from '../../../shared/books/table.ts';
import { useWords } from '../../words.ts';
import classes from './books.module.css';

/** CSS pixels: a row, a head of two lines, a character of a column's width. */
const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 44;
const CHARACTER = 7.4;
const OVERSCAN = 12;

interface Props {
  book: BookKind;
  count: number;
  totals: readonly Cell[] | null;
  rowAt: (index: number) => readonly Cell[] | undefined;
  /** Told which rows are on screen, both ends included. */
  onShow: (first: number, last: number) => void;
}

/** The lines in sight of a book, its heads above them and its sums below; the region scrolls and takes the keyboard. */
export const BookTable = ({ book, count, totals, rowAt, onShow }: Props) => {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = columnsOf[book];
  const titles = titlesOf(book, words);
  const width = columns.reduce((sum, column) => sum + column.width * CHARACTER, 0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const tell = useEffectEvent(() => onShow(first, last));
  useEffect(() => tell(), [first, last]);

  const above = (items[0]?.start ?? HEAD_HEIGHT) - HEAD_HEIGHT;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? HEAD_HEIGHT) - HEAD_HEIGHT);
  const cellsOf = (row: readonly Cell[] | undefined) =>
    columns.map(({ key, kind }, at) => {
      const text = row === undefined ? '' : cellText(row[at], kind);
      return (
        <td key={key} className={isFigure(kind) ? classes['figure'] : undefined} title={text}>
          {text}
        </td>
      );
    });
  const gap = (height: number) =>
    height > 0 && (
      <tr aria-hidden="true">
        <td colSpan={columns.length} style={{ height, padding: 0 }} />
      </tr>
    );
  return (
    <Box
      className={classes['scroller'] ?? ''}
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={words.books.names[book]}
    >
      <table
        className={classes['table']}
        style={{ width: Math.round(width) }}
        aria-rowcount={count + 1 + (totals === null ? 0 : 1)}
      >
        <colgroup>
          {columns.map(({ key, width: characters }) => (
            <col key={key} style={{ width: Math.round(characters * CHARACTER) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
            {columns.map(({ key, kind }, at) => (
              <th key={key} scope="col" className={isFigure(kind) ? classes['figure'] : undefined}>
                {titles[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(above)}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2} style={{ height: ROW_HEIGHT }}>
              {cellsOf(rowAt(index))}
            </tr>
          ))}
          {gap(below)}
        </tbody>
        {totals !== null && (
          <tfoot>
            <tr aria-rowindex={count + 2}>{cellsOf(totals)}</tr>
          </tfoot>
        )}
      </table>
    </Box>
  );
};
