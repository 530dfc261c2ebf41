import type { PaperPage } from '../../shared/contract.ts';

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4;
/** Ground around and between the sheets of a preview, CSS pixels. */
export const SHEET_GAP = 16;

export interface Extent {
  width: number;
  height: number;
}

/** Room all sheets need one below the other, CSS pixels. */
export const jobExtent = ({ sheet, pages }: Pick<PaperPage, 'sheet' | 'pages'>): Extent => ({
  width: sheet.width * MM + 2 * SHEET_GAP,
  height: (sheet.height * MM + SHEET_GAP) * Math.max(1, pages) + SHEET_GAP,
});

/** How much smaller the sheets must be drawn to fit the room's width; never larger than life. */
export const fitScale = (room: number, width: number): number => (room <= 0 ? 1 : Math.min(1, room / width));
