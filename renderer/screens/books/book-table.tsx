import { useEffect, useEffectEvent, useRef } from 'react';
import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { columnsOf, titlesOf } from '../../../shared/books/kinds.ts';
import type { BookKind } from '../../../shared/books/kinds.ts';
import { cellText, isFigure } from '../../../shared/books/table.ts';
import type { Cell, CellKind } from '../../../shared/books/table.ts';
import { useWords } from '../../words.ts';
import { screenColumns } from './screen-columns.ts';
import classes from './books.module.css';

/** CSS pixels: a row of two lines, a head of three. */
const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 54;
const OVERSCAN = 12;

/** A column of the book and its place in a line. */
interface Part {
  key: string;
  kind: CellKind;
  at: number;
}

const partsOf = (book: BookKind, keys: readonly string[]): Part[] =>
  keys.flatMap((wanted) =>
    columnsOf[book].flatMap(({ key, kind }, at) => (key === wanted ? [{ key, kind, at }] : [])),
  );

const classOf = (parts: readonly Part[]): string | undefined =>
  parts.some(({ kind }) => isFigure(kind)) ? classes['figure'] : undefined;

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
  const titles = titlesOf(book, words);
  const columns = screenColumns[book].map(({ keys, width }) => ({ width, parts: partsOf(book, keys) }));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
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
    columns.map(({ parts }) => (
      <td key={parts[0]?.key} className={classOf(parts)}>
        {parts.map(({ key, kind, at }) => {
          const text = cellText(row?.[at], kind);
          return (
            <div key={key} title={text}>
              {text}
            </div>
          );
        })}
      </td>
    ));
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
        style={{ minWidth: width }}
        aria-rowcount={count + 1 + (totals === null ? 0 : 1)}
      >
        <colgroup>
          {columns.map(({ parts, width: share }) => (
            <col key={parts[0]?.key} style={{ width: `${(100 * share) / width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
            {columns.map(({ parts }) => (
              <th key={parts[0]?.key} scope="col" className={classOf(parts)}>
                {parts.map(({ key, at }) => (
                  <div key={key} title={titles[at]}>
                    {titles[at]}
                  </div>
                ))}
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
