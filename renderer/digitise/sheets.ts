import type { SheetRef } from '../../shared/contract.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';

/** A sheet on the table: a page of a file, as it will stand in the paper's PDF. */
export interface Sheet extends SheetRef {
  /** The file's name: said when a sheet is named. */
  file: string;
}

export interface SheetTable {
  sheets: readonly Sheet[];
  /** Place of the sheet shown large; 0 when there is none. */
  at: number;
}

export const emptyTable: SheetTable = { sheets: [], at: 0 };

export const sheetsOf = ({ hash, name }: AttachmentRef, count: number): Sheet[] =>
  Array.from({ length: count }, (_, page) => ({ hash, page, turn: 0, file: name }));

/** New sheets come last, and the first of them is shown. */
export const addSheets = ({ sheets }: SheetTable, added: readonly Sheet[]): SheetTable => ({
  sheets: [...sheets, ...added],
  at: Math.min(sheets.length, Math.max(0, sheets.length + added.length - 1)),
});

export const goTo = ({ sheets }: SheetTable, at: number): SheetTable => ({
  sheets,
  at: Math.max(0, Math.min(at, sheets.length - 1)),
});

export const removeSheet = ({ sheets, at }: SheetTable): SheetTable =>
  goTo({ sheets: sheets.filter((_, place) => place !== at), at }, at);

const turns = [0, 90, 180, 270] as const;

/** A quarter turn of the sheet shown: clockwise for 1, back for -1. */
export const turnSheet = ({ sheets, at }: SheetTable, quarter: 1 | -1): SheetTable => ({
  sheets: sheets.map((sheet, place) =>
    place === at
      ? { ...sheet, turn: turns[(turns.indexOf(sheet.turn) + quarter + turns.length) % turns.length] ?? 0 }
      : sheet,
  ),
  at,
});

/** Moves the sheet shown one place, and stays on it. */
export const moveSheet = ({ sheets, at }: SheetTable, by: 1 | -1): SheetTable => {
  const to = at + by;
  const [one, other] = [sheets[at], sheets[to]];
  if (!one || !other) return { sheets, at };
  const next = [...sheets];
  next[at] = other;
  next[to] = one;
  return { sheets: next, at: to };
};

/** What a key does on the row of sheets; null when it is not one of its keys. */
export const readSheetKey = (
  { key, altKey, shiftKey }: { key: string; altKey: boolean; shiftKey: boolean },
  table: SheetTable,
): SheetTable | null => {
  const last = table.sheets.length - 1;
  const steps: Readonly<Record<string, 1 | -1>> = {
    ArrowRight: 1,
    ArrowDown: 1,
    ArrowLeft: -1,
    ArrowUp: -1,
  };
  const step = steps[key];
  if (step !== undefined) return altKey ? moveSheet(table, step) : goTo(table, table.at + step);
  if (altKey) return null;
  if (key === 'Home') return goTo(table, 0);
  if (key === 'End') return goTo(table, last);
  if (key === 'Delete') return removeSheet(table);
  if (key.toLowerCase() === 'r') return turnSheet(table, shiftKey ? -1 : 1);
  return null;
};
