import type { PaperLayout } from '../../shared/contract.ts';
import type { PaperKind, PaperValues } from '../../shared/forms/values.ts';
import type { Forms } from './forms.ts';
import {
  arrangeSheets,
  copyPages,
  densities,
  jobHeight,
  jobHtml,
  lookClasses,
  measureSheets,
  onePage,
  readHeights,
} from './page.ts';
import type { Density, Look, SheetLayout } from './page.ts';
import { costOfPages, paginate } from './paginate.ts';
import type { PageRange } from './paginate.ts';
import { readPieces } from './pieces.ts';
import type { Paper } from './pieces.ts';

/** One or more papers of one form, sent together: `values` has an entry for each copy, in the order they come out. */
export interface PrintJob {
  form: PaperKind;
  values: readonly (PaperValues & { readonly title: string })[];
  layout: PaperLayout;
}

export interface Drawn {
  /** The job's element, as shown now. */
  html: string;
  /** Sheets of paper it takes. */
  sheets: number;
}

/** What a job is drawn on: the print window. */
export interface Easel {
  /** Puts a job's element into the page; answers the height of the whole in CSS pixels. */
  show(html: string): Promise<number>;
  /** Gives the job shown other classes; answers the height again. Cheaper than showing it anew. */
  restyle(classes: string): Promise<number>;
  /** Heights of the elements with an id, as shown now. */
  heights(): Promise<(id: string) => number>;
}

/** More pieces than one page could hold, however closely set: it is not even tried. */
const mostOnOnePage = 120;
const isLong = ({ pieces }: Paper): boolean => pieces.length > mostOnOnePage;

/** A pixel of rounding is no overflow. */
const TOLERANCE_PX = 1;
/** How much too high a page may be, set usually, that a closer setting could still save it: generous, only to spare trials. */
const absorbs: Readonly<Record<Density, number>> = { usual: Infinity, snug: 1.11, tight: 1.4 };

/** Everything on one page a copy, as large as it fits; undefined when it fits in no density. */
const drawWhole = async (
  easel: Easel,
  papers: readonly Paper[],
  look: Omit<Look, 'density'>,
): Promise<Drawn | undefined> => {
  const sheets = arrangeSheets(
    papers.map((paper) => copyPages(paper, onePage(paper))),
    look.layout,
  );
  const room = jobHeight(look.layout, sheets.length) + TOLERANCE_PX;
  let overflow = 1;
  for (const density of densities) {
    if (overflow > absorbs[density]) continue;
    const dressed = { ...look, density };
    const html = jobHtml(sheets, dressed);
    const height = await (density === 'usual' ? easel.show(html) : easel.restyle(lookClasses(dressed)));
    if (height <= room) return { html, sheets: sheets.length };
    if (density === 'usual') overflow = height / room;
  }
  return undefined;
};

const cutPages = async (easel: Easel, paper: Paper, look: Look): Promise<PageRange[]> => {
  await easel.show(jobHtml(measureSheets(paper), look));
  return paginate(readHeights(paper, await easel.heights()));
};

/** Set tight only where that saves a page, of the form itself before one of its annex. */
const chooseDensity = async (
  easel: Easel,
  paper: Paper,
  look: Omit<Look, 'density'>,
): Promise<{ density: Density; ranges: PageRange[] }> => {
  const usual = await cutPages(easel, paper, { ...look, density: 'usual' });
  if (isLong(paper)) return { density: 'usual', ranges: usual };
  const tight = await cutPages(easel, paper, { ...look, density: 'tight' });
  const [usualBody, usualAll] = costOfPages(usual, paper.annexFrom);
  const [tightBody, tightAll] = costOfPages(tight, paper.annexFrom);
  const saves = tightBody < usualBody || (tightBody === usualBody && tightAll < usualAll);
  return saves ? { density: 'tight', ranges: tight } : { density: 'usual', ranges: usual };
};

/** Puts a job on as few sheets as it needs: on one page, on one page set closer, else cut by what was measured. */
export const drawJob = async (
  easel: Easel,
  forms: Forms,
  { form, values, layout: chosen }: PrintJob,
): Promise<Drawn> => {
  const { css, pour, about } = forms.get(form);
  const layout: SheetLayout = { ...chosen, landscape: about.landscape };
  const papers = values.map((each) => readPieces(pour(each)));
  const look = { layout, css: `${forms.css}${css}`, title: values[0]?.title ?? '' };
  const whole = papers.some(isLong) ? undefined : await drawWhole(easel, papers, look);
  if (whole) return whole;
  const [first] = papers;
  if (!first) throw new Error('A job has no paper');
  const { density, ranges } = await chooseDensity(easel, first, look);
  const copies = [copyPages(first, ranges)];
  // Copies differ by a word, which may turn a line.
  for (const paper of papers.slice(1))
    copies.push(copyPages(paper, await cutPages(easel, paper, { ...look, density })));
  const sheets = arrangeSheets(copies, layout);
  const html = jobHtml(sheets, { ...look, density });
  await easel.show(html);
  return { html, sheets: sheets.length };
};
