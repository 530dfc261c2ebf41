import { encode } from 'uqr';
import { code128Widths } from '../../shared/forms/code128.ts';

/** White modules around a symbol: ISO/IEC 18004 asks for 4 around a QR, ISO/IEC 15417 for 10 beside a Code 128. */
const QR_QUIET = 4;
const BAR_QUIET = 10;
/**
 * The strongest error level (30 %) while the symbol stays at version 5, 37 modules; beyond it level Q (25 %), so that modules
 * do not become smaller than a worn drum prints.
 */
const strongestTo = 5;

/** Dark modules of a row as runs: one path for the whole symbol, a few hundred segments. */
const rowPath = (row: readonly boolean[], y: number): string => {
  let path = '';
  let from = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const dark = row[x] === true;
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      path += `M${from + QR_QUIET} ${y + QR_QUIET}h${x - from}v1h${from - x}z`;
      from = -1;
    }
  }
  return path;
};

const drawQr = (text: string): string => {
  const strong = encode(text, { ecc: 'H', border: 0 });
  const symbol = strong.version <= strongestTo ? strong : encode(text, { ecc: 'Q', border: 0 });
  const side = symbol.size + 2 * QR_QUIET;
  const path = symbol.data.map(rowPath).join('');
  return `<svg class="qr" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img"><path d="${path}"/></svg>`;
};

/** The copies of a paper hold the same symbol, and working it out is a good part of pouring one. */
let last = { text: '', svg: '' };

/** Inline SVG of a QR symbol with its quiet zone, in modules; the page gives it its size. */
export const qrSvg = (text: string): string => {
  if (last.text !== text || last.svg === '') last = { text, svg: drawQr(text) };
  return last.svg;
};

/** Inline SVG of a Code 128 with its quiet zones, one unit a module, stretched to the height the page gives it. */
export const code128Svg = (text: string): string => {
  let x = BAR_QUIET;
  let path = '';
  code128Widths(text).forEach((width, place) => {
    if (place % 2 === 0) path += `M${x} 0h${width}v1h${-width}z`;
    x += width;
  });
  const width = x + BAR_QUIET;
  return `<svg class="code128" viewBox="0 0 ${width} 1" preserveAspectRatio="none" shape-rendering="crispEdges" role="img"><path d="${path}"/></svg>`;
};
