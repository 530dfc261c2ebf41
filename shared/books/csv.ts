import { cellText } from './table.ts';
import type { Cell, Column } from './table.ts';

/** Spreadsheets run what begins so (OWASP, CSV injection): an apostrophe before it keeps it a text. */
const runs = /^[=+\-@\t\r]/;

const fieldOf = (text: string): string => {
  const tame = runs.test(text) ? `'${text}` : text;
  return /[",;\n\r\t]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
};

const lineOf = (fields: readonly string[]): string => `${fields.map(fieldOf).join(',')}\r\n`;

/** Figures as digits alone, so that they add up anywhere; the rest as it is read. */
const textOf = (cell: Cell | undefined, column: Column): string =>
  typeof cell === 'number' && (column.kind === 'money' || column.kind === 'count')
    ? String(cell)
    : cellText(cell, column.kind);

/** CSV by RFC 4180, UTF-8 with the mark by which spreadsheets know it; no cell can run. */
export const bookCsv = (
  columns: readonly Column[],
  titles: readonly string[],
  rows: Iterable<readonly Cell[]>,
): string => {
  const parts = ['\uFEFF', lineOf(titles)];
  for (const row of rows) parts.push(lineOf(columns.map((column, at) => textOf(row[at], column))));
  return parts.join('');
};
