import type { PaperLayout } from '../../shared/contract.ts';

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4;
/** Ground around and between the sheets of a preview, CSS pixels. */
export const SHEET_GAP = 16;

export interface Extent {
  width: number;
  height: number;
}

/** Size of one sheet as the preview draws it, CSS pixels: two A5 side by side on a lying A4, else upright. */
export const sheetExtent = ({ paper, twoOnOne }: PaperLayout): Extent => {
  if (paper === 'A5') return { width: 148 * MM, height: 210 * MM };
  return twoOnOne ? { width: 297 * MM, height: 210 * MM } : { width: 210 * MM, height: 297 * MM };
};

/** Room all sheets need one below the other. */
export const jobExtent = (layout: PaperLayout, sheets: number): Extent => {
  const sheet = sheetExtent(layout);
  const count = Math.max(1, sheets);
  return { width: sheet.width + 2 * SHEET_GAP, height: (sheet.height + SHEET_GAP) * count + SHEET_GAP };
};

/** How much smaller the sheets must be drawn to fit the room's width; never larger than life. */
export const fitScale = (room: number, width: number): number => (room <= 0 ? 1 : Math.min(1, room / width));
