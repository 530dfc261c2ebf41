import { writeXlsx } from 'hucre/xlsx';
import type { Cell as SheetCell, CellStyle, ColumnDef } from 'hucre/xlsx';
import { DAY_MS } from '../../shared/calendar/vietnam-time.ts';
import { isFigure } from '../../shared/books/table.ts';
import type { Cell, CellKind, Column } from '../../shared/books/table.ts';

/** What stands above the columns: the book and its period, then the office and the day. */
export interface BookHead {
  title: string;
  lines: readonly string[];
  /** Name of the sheet, at most 31 characters, none of []:*?/\. */
  sheet: string;
}

/** Days from the spreadsheet's 30/12/1899 to 1970-01-01, and Vietnam's seven hours as a part of a day. */
const EPOCH_SERIAL = 25_569;
const VIETNAM_DAY_PART = 7 / 24;
/** The most a cell may hold. */
const MOST_CHARACTERS = 32_767;

const serialOf = (instant: number): number => instant / DAY_MS + VIETNAM_DAY_PART + EPOCH_SERIAL;

const formats: Partial<Record<CellKind, string>> = {
  moment: 'hh:mm dd/mm/yyyy',
  day: 'dd/mm/yyyy',
  money: '#,##0',
  count: '0',
  share: '0.0%',
};

/** Times become numbers a spreadsheet reckons with; texts stay texts, whatever they begin with. */
const valueOf = (cell: Cell | undefined, kind: CellKind): string | number | null => {
  if (cell === undefined || cell === null || cell === '') return null;
  if (typeof cell === 'string') return cell.slice(0, MOST_CHARACTERS);
  return kind === 'moment' || kind === 'day' ? serialOf(cell) : cell;
};

const columnOf = ({ kind, width }: Column): ColumnDef => {
  const numFmt = formats[kind];
  const style: CellStyle = {
    alignment: { vertical: 'top', wrapText: kind === 'text', horizontal: isFigure(kind) ? 'right' : 'left' },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
  return { width, style };
};

const bold: CellStyle = { font: { bold: true }, alignment: { vertical: 'top', wrapText: false } };
const heading: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};

/** A workbook of one sheet: head, columns' titles (frozen, filtered, repeated on paper), lines, totals. */
export const bookXlsx = (
  head: BookHead,
  columns: readonly Column[],
  titles: readonly string[],
  lines: readonly (readonly Cell[])[],
  totals: readonly Cell[] | null,
): Promise<Uint8Array> => {
  const above = [head.title, ...head.lines];
  const titleRow = above.length;
  const styled = new Map<string, Partial<SheetCell>>([
    ['0,0', { style: { font: { bold: true, size: 14 }, alignment: { wrapText: false } } }],
    ...head.lines.map((_, row): [string, Partial<SheetCell>] => [
      `${row + 1},0`,
      { style: { alignment: { wrapText: false } } },
    ]),
    ...titles.map((_, column): [string, Partial<SheetCell>] => [`${titleRow},${column}`, { style: heading }]),
  ]);
  const rowOf = (cells: readonly Cell[]) => columns.map(({ kind }, at) => valueOf(cells[at], kind));
  const rows = [
    ...above.map((text) => [text]),
    [...titles],
    ...lines.map(rowOf),
    ...(totals === null ? [] : [rowOf(totals)]),
  ];
  if (totals !== null)
    columns.forEach(({ kind }, column) => {
      const numFmt = formats[kind];
      styled.set(`${rows.length - 1},${column}`, {
        style: { ...bold, ...(numFmt === undefined ? {} : { numFmt }) },
      });
    });
  return writeXlsx({
    sheets: [
      {
        name: head.sheet,
        columns: columns.map(columnOf),
        rows,
        cells: styled,
        freezePane: { rows: titleRow + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${titleRow + 1}:$${titleRow + 1}`,
        },
        autoFilter: { range: `A${titleRow + 1}:${lastColumn(columns.length)}${titleRow + 1 + lines.length}` },
      },
    ],
    properties: { title: head.title },
  });
};

/** Letter of the last of so many columns; no book has more than 26. */
const lastColumn = (count: number): string => String.fromCharCode(64 + Math.min(26, count));
