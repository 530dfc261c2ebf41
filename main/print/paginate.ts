/** Heights in CSS pixels, as the page measured them. */
export interface Heights {
  /** Room between head and foot of the first page, and of the others. */
  firstRoom: number;
  nextRoom: number;
  pieces: readonly PieceHeight[];
  /** Head of each table, repeated on every page where it goes on. */
  tableHeads: readonly number[];
}

export interface PieceHeight {
  height: number;
  keep: boolean;
  /** Table of a row, null for a block. */
  table: number | null;
}

/** A page holds pieces `from` up to, not including, `to`. */
export interface PageRange {
  from: number;
  to: number;
}

/** What the pieces `from`…`to` need, table heads included. */
const heightOf = ({ pieces, tableHeads }: Heights, from: number, to: number): number => {
  let sum = 0;
  let table: number | null = null;
  for (const piece of pieces.slice(from, to)) {
    if (piece.table !== null && piece.table !== table) sum += tableHeads[piece.table] ?? 0;
    table = piece.table;
    sum += piece.height;
  }
  return sum;
};

/** A page may end before `at`: not right after a block that must stand with the next one. */
const mayBreakBefore = ({ pieces }: Heights, at: number): boolean => pieces[at - 1]?.keep !== true;

/**
 * Fills pages in order, each as full as it goes. A piece higher than a page gets one to itself, so nothing is ever left out;
 * the same holds for a chain of kept blocks that no page could hold.
 */
export const paginate = (heights: Heights): PageRange[] => {
  const count = heights.pieces.length;
  const pages: PageRange[] = [];
  let from = 0;
  while (from < count) {
    const room = pages.length === 0 ? heights.firstRoom : heights.nextRoom;
    let to = from + 1;
    while (to < count && heightOf(heights, from, to + 1) <= room) to += 1;
    let end = to;
    while (end < count && end > from + 1 && !mayBreakBefore(heights, end)) end -= 1;
    // Nothing but a kept chain fits: break where the room ends rather than loop.
    if (end < count && !mayBreakBefore(heights, end)) end = to;
    pages.push({ from, to: end });
    from = end;
  }
  return pages;
};

/** How many pages the pieces before `annexFrom` take, then how many all take: the smaller the better. */
export const costOfPages = (pages: readonly PageRange[], annexFrom: number): [number, number] => [
  pages.findIndex(({ to }) => to >= annexFrom) + 1,
  pages.length,
];
