import type { PaperLayout } from '../../shared/contract.ts';
import { escapeText } from './template.ts';
import { fontFaceCss, fontSampleHtml } from './fonts.ts';
import type { Heights, PageRange } from './paginate.ts';
import type { Paper } from './pieces.ts';

/** Where the print pages and their fonts are served (print-window.ts). */
export const printOrigin = 'app://print';

/** Nothing runs, nothing is fetched but our own font files. */
export const printPolicy = `default-src 'none'; style-src 'unsafe-inline'; font-src ${printOrigin}`;

const MM = 96 / 25.4;

export interface SheetSize {
  /** Millimetres. */
  width: number;
  height: number;
}

/** How closely a paper is set, from its own size to the smallest that is still read with ease. */
export const densities = ['usual', 'snug', 'tight'] as const;
export type Density = (typeof densities)[number];

/** Two A5 pages stand side by side on one A4 sheet, to be cut in the middle. */
export const isTwoOnOne = (layout: PaperLayout): boolean => layout.paper === 'A4' && layout.twoOnOne;

/** How sheets lie: as the clerk chose, and turned where the form is wider than high. */
export type SheetLayout = PaperLayout & { readonly landscape?: boolean };

const sizes = { A4: { width: 210, height: 297 }, A5: { width: 148, height: 210 } } as const;

/** Whether the paper goes through the printer turned. */
export const isTurned = (layout: SheetLayout): boolean => isTwoOnOne(layout) || layout.landscape === true;

export const sheetSize = (layout: SheetLayout): SheetSize => {
  const { width, height } = sizes[layout.paper];
  return isTurned(layout) ? { width: height, height: width } : { width, height };
};

/** A sheet is drawn this much shorter than the paper, so that rounding never adds an empty page. */
const SLACK_MM = 0.3;

/** Height in CSS pixels of a job of so many sheets in which nothing overflows. */
export const jobHeight = (layout: SheetLayout, sheets: number): number =>
  (sheetSize(layout).height - SLACK_MM) * MM * sheets;

const numbered = (html: string, page: number, pages: number): string =>
  html.replaceAll('<!--page-->', String(page)).replaceAll('<!--pages-->', String(pages));

/** The pieces of a range; rows of one table stand in one table, its head above them. `name` gives the element of a piece its id. */
const flowHtml = (paper: Paper, { from, to }: PageRange, name?: (place: number) => string): string => {
  let html = '';
  let open: number | null = null;
  for (let place = from; place < to; place += 1) {
    const piece = paper.pieces[place];
    if (!piece) continue;
    const table = piece.kind === 'row' ? piece.table : null;
    if (table !== open) {
      if (open !== null) html += '</table>';
      const about = table === null ? undefined : paper.tables[table];
      if (about) html += `<table class="${about.name}">${about.opening}`;
      open = table;
    }
    const id = name ? ` id="${name(place)}"` : '';
    html +=
      piece.kind === 'row'
        ? `<tbody${id}><tr>${piece.html}</tr></tbody>`
        : `<div class="block"${id}>${piece.html}</div>`;
  }
  return open === null ? html : `${html}</table>`;
};

const pageHtml = (head: string, flow: string, foot: string, id = ''): string =>
  `<div class="page"><header>${head}</header><div class="flow"${id}>${flow}</div><footer>${foot}</footer></div>`;

/** Pages of one copy, in order. */
export const copyPages = (paper: Paper, ranges: readonly PageRange[]): string[] =>
  ranges.map((range, place) => {
    const page = pageHtml(place === 0 ? paper.first : paper.next, flowHtml(paper, range), paper.foot);
    return numbered(page, place + 1, ranges.length);
  });

/** Everything on one page: what most papers need. */
export const onePage = (paper: Paper): PageRange[] => [{ from: 0, to: paper.pieces.length }];

const sheetHtml = (content: string): string => `<section class="sheet">${content}</section>`;

/** Which pages share a sheet: page by page of both copies, or one copy's pages in pairs. */
const pairs = (copies: readonly (readonly string[])[]): string[][] => {
  const [one = [], other] = copies;
  if (other) {
    const count = Math.max(one.length, other.length);
    return Array.from({ length: count }, (_, place) => [one[place] ?? '', other[place] ?? '']);
  }
  return Array.from({ length: Math.ceil(one.length / 2) }, (_, place) => [
    one[2 * place] ?? '',
    one[2 * place + 1] ?? '',
  ]);
};

/** The sheets of a job, as HTML each. */
export const arrangeSheets = (copies: readonly (readonly string[])[], layout: PaperLayout): string[] =>
  isTwoOnOne(layout)
    ? pairs(copies).map(([left = '', right = '']) =>
        sheetHtml(`<div class="half">${left}</div><div class="cut"></div><div class="half">${right}</div>`),
      )
    : copies.flat().map(sheetHtml);

export interface Look {
  layout: SheetLayout;
  density: Density;
  /** Shared and form styles. */
  css: string;
  title: string;
}

const geometry = (layout: SheetLayout): string => {
  const { width, height } = sheetSize(layout);
  return `@page{size:${width}mm ${height}mm;margin:0}.sheet{width:${width}mm;min-height:${height - SLACK_MM}mm}`;
};

/** Size, density and arrangement, as the style sheets know them. */
export const lookClasses = ({ layout, density }: Pick<Look, 'layout' | 'density'>): string => {
  const two = isTwoOnOne(layout);
  const turned = !two && isTurned(layout) ? ' landscape' : '';
  return `${two || layout.paper === 'A5' ? 'a5' : 'a4'} ${density}${two ? ' two' : ''}${turned}`;
};

/** The element that holds a whole job: the print window swaps it, a preview wraps it in a document. */
export const jobHtml = (sheets: readonly string[], look: Look): string =>
  `<main class="${lookClasses(look)}"><title>${escapeText(look.title)}</title><style>${geometry(look.layout)}${look.css}</style>${sheets.join('')}</main>`;

/** A document around a job. The print window keeps one open, with every font face in use out of sight. */
export const shellHtml = (job: string, use: 'print' | 'preview'): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${printPolicy}">` +
  `<style>${fontFaceCss(`${printOrigin}/fonts/`)}\n.sample{position:absolute;left:-9999px;top:0;height:1px;overflow:hidden;font-family:Tinos}</style></head>` +
  `<body class="${use}">${use === 'print' ? `<div class="sample" aria-hidden="true">${fontSampleHtml}</div>` : ''}${job}</body></html>`;

/** Drawn once to be measured: an empty first page, an empty next page, and every piece one below the other. */
export const measureSheets = (paper: Paper): string[] => {
  const all = flowHtml(paper, { from: 0, to: paper.pieces.length }, (place) => `piece-${place}`);
  const heads = paper.tables
    .map(({ name, opening }, place) => `<table class="${name}" id="head-${place}">${opening}</table>`)
    .join('');
  return [
    pageHtml(paper.first, '', numbered(paper.foot, 1, 9), ' id="first"'),
    pageHtml(paper.next, '', numbered(paper.foot, 1, 9), ' id="next"'),
    pageHtml(paper.first, all + heads, paper.foot),
  ].map(sheetHtml);
};

/** Borders that neighbours share and fractions of a pixel add up to less than this over a page. */
const ROUNDING_PX = 4;

/** Heights of a measured paper; `heightOf` gives the height in CSS pixels of the element with that id. */
export const readHeights = (paper: Paper, heightOf: (id: string) => number): Heights => ({
  firstRoom: heightOf('first') - ROUNDING_PX,
  nextRoom: heightOf('next') - ROUNDING_PX,
  pieces: paper.pieces.map((piece, place) => ({
    height: heightOf(`piece-${place}`),
    keep: piece.kind === 'block' && piece.keep,
    table: piece.kind === 'row' ? piece.table : null,
  })),
  tableHeads: paper.tables.map((_, place) => heightOf(`head-${place}`)),
});
