/** The columns of the components table the cursor can stand in, in their order. */
export const gridColumns = ['mode', 'originals', 'certified', 'copies', 'pages', 'held', 'files'] as const;
export type GridColumn = (typeof gridColumns)[number];

export interface Cell {
  row: number;
  column: GridColumn;
}

/** What a key means in the table. */
export type GridAct =
  | { act: 'go'; to: Cell }
  | { act: 'hold' }
  | { act: 'complete' }
  | { act: 'mode'; mode: 'submit' | 'present' | 'declare' };

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

const walk = (at: Cell, rows: number, down: number, right: number): GridAct => {
  const column = clamp(gridColumns.indexOf(at.column) + right, gridColumns.length - 1);
  return { act: 'go', to: { row: clamp(at.row + down, rows - 1), column: gridColumns[column] ?? at.column } };
};

/**
 * Arrows walk, Space keeps the original, Đ (or D, whatever the input method makes of it) receives all that is required, N X K say
 * how a paper is handed in. Digits belong to the cell. null: not the table's key.
 */
export const readGridKey = (key: string, at: Cell, rows: number): GridAct | null => {
  switch (key) {
    case 'ArrowUp':
      return walk(at, rows, -1, 0);
    case 'ArrowDown':
      return walk(at, rows, 1, 0);
    case 'ArrowLeft':
      return walk(at, rows, 0, -1);
    case 'ArrowRight':
      return walk(at, rows, 0, 1);
    case ' ':
      return at.column === 'files' ? null : { act: 'hold' };
    case 'd':
    case 'D':
    case 'đ':
    case 'Đ':
      return { act: 'complete' };
    case 'n':
    case 'N':
      return { act: 'mode', mode: 'submit' };
    case 'x':
    case 'X':
      return { act: 'mode', mode: 'present' };
    case 'k':
    case 'K':
      return { act: 'mode', mode: 'declare' };
    default:
      return null;
  }
};

/** A count as typed: digits only, at most three, '' is none. */
export const readCount = (text: string): number => {
  const digits = text.replace(/\D/g, '').slice(-3);
  return digits === '' ? 0 : Number(digits);
};
