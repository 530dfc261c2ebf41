import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { copyBox, handBox, sealBeside } from '../../shared/signing/appearance.ts';
import type { Box, SignaturePlace } from '../../shared/signing/appearance.ts';
import { seenSize } from './draw-signature.ts';
import type { Appearance } from './draw-signature.ts';

export interface SignatureFace {
  readonly place: SignaturePlace;
  readonly lines: readonly string[];
  readonly picture?: Uint8Array;
}

/** Signatures already to be seen on a page: the next one stands beside them, never over them. */
const seenOn = (page: PDFPage): number => {
  const notes = page.node.Annots();
  return Array.from({ length: notes?.size() ?? 0 }, (_, at) => notes?.lookup(at)).filter((note) => {
    if (!(note instanceof PDFDict) || note.lookup(PDFName.of('FT')) !== PDFName.of('Sig')) return false;
    const rect = note.lookupMaybe(PDFName.of('Rect'), PDFArray);
    const number = (at: number): number => rect?.lookupMaybe(at, PDFNumber)?.asNumber() ?? 0;
    return number(2) - number(0) > 0 && number(3) - number(1) > 0;
  }).length;
};

/** Below the copies' lines that stand at the top right already. */
const below = (box: Box, already: number): Box => ({ ...box, y: box.y - already * (box.height + 4) });

/**
 * Where a signature goes on this document, by NĐ 30/2020/NĐ-CP, Phụ lục I: a hand at the foot of the last page; the seal over the
 * left third of the last hand; a copy's line at the top right of the first page, without a picture.
 */
export const placeSignature =
  ({ place, lines, picture }: SignatureFace) =>
  (doc: PDFDocument): Appearance => {
    const pages = doc.getPages();
    const [first, last] = [pages[0], pages.at(-1)];
    if (!first || !last) throw new Error('a document without pages');
    if (place === 'copy') {
      const box = copyBox(seenSize(first), lines.length);
      return { page: 1, box: below(box, pages.length === 1 ? 0 : seenOn(first)), lines, ink: 'black' };
    }
    const already = seenOn(last);
    const shown = { page: pages.length, ...(picture ? { picture } : {}) };
    if (place === 'person') return { ...shown, box: handBox(seenSize(last), already), lines, ink: 'blue' };
    if (!picture) return { ...shown, box: handBox(seenSize(last), already), lines, ink: 'black' };
    return {
      ...shown,
      box: sealBeside(handBox(seenSize(last), Math.max(0, already - 1))),
      lines: [],
      ink: 'black',
    };
  };
