import type { DossierRow } from '../../../shared/contract.ts';

/** Rows per question: four screens, so that a steady scroll always finds the next page already here. */
export const PAGE_ROWS = 100;
/** Pages kept behind the scroll; beyond it the farthest is let go, so that an evening of scrolling holds no archive. */
const KEPT_PAGES = 40;

/** A long list known in pieces: how many there are, and those pages that were looked at. */
export interface ListPages {
  /** null until main has answered once. */
  total: number | null;
  pages: ReadonlyMap<number, readonly DossierRow[]>;
}

export const noPages: ListPages = { total: null, pages: new Map() };

export const pageOf = (index: number): number => Math.floor(index / PAGE_ROWS);

export const rowAt = ({ pages }: ListPages, index: number): DossierRow | undefined =>
  pages.get(pageOf(index))?.[index % PAGE_ROWS];

/** Pages that rows `first` to `last` lie on, both included; page 0 when the list is still unknown. */
export const pagesOver = (first: number, last: number): number[] => {
  const from = pageOf(Math.max(0, first));
  const to = pageOf(Math.max(0, last));
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
};

export const missingPages = ({ pages }: ListPages, wanted: readonly number[]): number[] =>
  wanted.filter((page) => !pages.has(page));

/** Takes in a page; the ones farthest from it make room. A page that no longer exists is forgotten. */
export const withPage = (
  list: ListPages,
  page: number,
  rows: readonly DossierRow[],
  total: number,
): ListPages => {
  const pages = new Map(list.pages);
  pages.set(page, rows);
  const last = pageOf(Math.max(0, total - 1));
  for (const known of [...pages.keys()]) if (known > last) pages.delete(known);
  const far = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
  for (const known of far.slice(0, Math.max(0, pages.size - KEPT_PAGES))) pages.delete(known);
  return { total, pages };
};

/** Keeps only these pages: the others no longer tell the truth. */
export const withOnly = ({ total, pages }: ListPages, kept: readonly number[]): ListPages => ({
  total,
  pages: new Map([...pages].filter(([page]) => kept.includes(page))),
});

/** Where a dossier stands among the rows that are known; undefined when it is on none of them. */
export const findRow = ({ pages }: ListPages, id: string): number | undefined => {
  for (const [page, rows] of pages) {
    const place = rows.findIndex((row) => row.id === id);
    if (place >= 0) return page * PAGE_ROWS + place;
  }
  return undefined;
};
