import type { PaperLayout } from '../../shared/contract.ts';

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4;
/** Ground around and between the sheets of a preview, CSS pixels. */
export const SHEET_GAP = 16;

export interface Extent {
  width: number;
  height: number;
}

/** A layout, and whether the form lies on its long side. */
export type ShownLayout = PaperLayout & { landscape?: boolean };

/** Size of one sheet as the preview draws it, CSS pixels: upright, but for two A5 side by side and for books. */
export const sheetExtent = ({ paper, twoOnOne, landscape = false }: ShownLayout): Extent => {
  const [width, height] = paper === 'A5' ? [148, 210] : [210, 297];
  const turned = landscape || (paper === 'A4' && twoOnOne);
  return { width: (turned ? height : width) * MM, height: (turned ? width : height) * MM };
};

/** Room all sheets need one below the other. */
export const jobExtent = (layout: ShownLayout, sheets: number): Extent => {
  const sheet = sheetExtent(layout);
  const count = Math.max(1, sheets);
  return { width: sheet.width + 2 * SHEET_GAP, height: (sheet.height + SHEET_GAP) * count + SHEET_GAP };
};

/** How much smaller the sheets must be drawn to fit the room's width; never larger than life. */
export const fitScale = (room: number, width: number): number => (room <= 0 ? 1 : Math.min(1, room / width));
