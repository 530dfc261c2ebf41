import './like-a-window.ts';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';
// Registers itself: there is no second thread to load it in.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { Box } from '../../shared/signing/appearance.ts';

type Matrix = readonly number[];

const upright: Matrix = [1, 0, 0, 1, 0, 0];

/** `one` before `other`, as PDF's cm puts it. */
const combine = (
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: Matrix,
): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

/** The box around a rectangle [0, low]–[width, high] that a matrix moves, turns and stretches. */
const around = (
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  { width, low, high }: { width: number; low: number; high: number },
): Box => {
  const corners = [0, width].flatMap((x) => [low, high].map((y) => [a * x + c * y + e, b * x + d * y + f]));
  const across = corners.map(([x = 0]) => x);
  const up = corners.map(([, y = 0]) => y);
  const [x, y] = [Math.min(...across), Math.min(...up)];
  return { x, y, width: Math.max(...across) - x, height: Math.max(...up) - y };
};

/** Letters reach this far below their line, in letter sizes. */
const descent = 0.25;

const words = async (page: PDFPageProxy, view: Matrix): Promise<Box[]> => {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform.map(Number);
    // The matrix holds the size of the letters; how far the line runs is told in points.
    const [wide, high] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
    const line = [a / wide, b / wide, c / high, d / high, e, f];
    return [around(combine(line, view), { width: item.width, low: -descent * high, high })];
  });
};

const pictures = async (page: PDFPageProxy, view: Matrix): Promise<Box[]> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ]);
  const found: Box[] = [];
  const kept: Matrix[] = [];
  let now: Matrix = upright;
  for (const [at, operator] of fnArray.entries()) {
    const args: unknown = argsArray[at];
    const matrix = Array.isArray(args) ? args.flat().filter((one) => typeof one === 'number') : [];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(now);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = kept.pop() ?? upright;
    else if (operator === OPS.transform || operator === OPS.paintFormXObjectBegin)
      now = combine(matrix.length >= 6 ? matrix.slice(0, 6) : upright, now);
    else if (painted.has(operator)) found.push(around(combine(now, view), { width: 1, low: 0, high: 1 }));
  }
  return found;
};

/** Where a page, counted from 1, has words, and pictures where these are asked for, as it is seen, from its lower left corner. Throws where pdf.js cannot read it. */
export const readPage = async (
  pdf: Uint8Array,
  number: number,
  withPictures: boolean,
): Promise<readonly Box[]> => {
  const task = getDocument({
    // It keeps, and empties, what it is given.
    data: Uint8Array.from(pdf),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
  });
  try {
    const page = await (await task.promise).getPage(number);
    const { transform, height } = page.getViewport({ scale: 1 });
    // The viewport counts from the top.
    const view = combine(transform, [1, 0, 0, -1, 0, height]);
    return [...(await words(page, view)), ...(withPictures ? await pictures(page, view) : [])];
  } finally {
    await task.destroy();
  }
};
