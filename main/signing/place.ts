import { PDFArray, PDFDict, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { copyBox, handBox, pointsOf, sealBeside, sealMm } from '../../shared/signing/appearance.ts';
import type { Box, SignaturePlace } from '../../shared/signing/appearance.ts';
import { seenSize } from './draw-signature.ts';
import type { Appearance } from './draw-signature.ts';

export interface SignatureFace {
  readonly place: SignaturePlace;
  /** Stands above a seal also where its picture takes the place of the words. */
  readonly heading?: readonly string[];
  readonly lines: readonly string[];
  readonly picture?: Uint8Array;
}

const name = PDFName.of;

const notesOf = (page: PDFPage): PDFDict[] => {
  const notes = page.node.Annots();
  return Array.from({ length: notes?.size() ?? 0 }, (_, at) => notes?.lookup(at)).filter(
    (note) => note instanceof PDFDict,
  );
};

const boxOf = (note: PDFDict): Box => {
  const rect = note.lookupMaybe(name('Rect'), PDFArray);
  const [left = 0, low = 0, right = 0, high = 0] = [0, 1, 2, 3].map(
    (at) => rect?.lookupMaybe(at, PDFNumber)?.asNumber() ?? 0,
  );
  return {
    x: Math.min(left, right),
    y: Math.min(low, high),
    width: Math.abs(right - left),
    height: Math.abs(high - low),
  };
};

/** Signatures already to be seen on a page: the next one stands beside them, never over them. */
const seenOn = (page: PDFPage): Box[] =>
  notesOf(page)
    .filter((note) => note.lookup(name('FT')) === name('Sig'))
    .map(boxOf)
    .filter(({ width, height }) => width > 0 && height > 0);

/** What a form links to itself where it keeps room for the signature: assets/forms/parts/sign-here.liquid. */
const isKept = (note: PDFDict): boolean => {
  const goal = note.lookup(name('Dest'));
  const said = goal instanceof PDFName || goal instanceof PDFString ? goal.decodeText() : '';
  return note.lookup(name('Subtype')) === name('Link') && said === 'ky';
};

interface Kept {
  /** From 1. */
  readonly page: number;
  readonly box: Box;
  readonly isTaken: boolean;
}

const meets = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Letters reach a little out of their lines into the room above and below. */
const within = (box: Box): Box => ({ ...box, y: box.y + 2, height: box.height - 4 });

/** The room a form of the office's own keeps; a paper from elsewhere keeps none. */
const keptIn = (pages: readonly PDFPage[]): Kept | undefined => {
  for (const [at, page] of pages.entries()) {
    const note = notesOf(page).find(isKept);
    if (!note) continue;
    const box = within(boxOf(note));
    return { page: at + 1, box, isTaken: seenOn(page).some((seen) => meets(seen, box)) };
  }
  return undefined;
};

/** Beside the copies' lines that stand at the top already: below them is the letterhead. */
const besideCopies = (page: PDFPage, box: Box): Box => {
  const already = seenOn(page).filter((seen) => meets(seen, { ...box, x: 0, width: box.x + box.width }));
  return { ...box, x: box.x - already.length * (box.width + 4) };
};

/** Room for lines above a picture, and as much below: it stands in the middle of its box, in its real size. */
const withHeading = (box: Box, lines: number): Box => {
  const room = lines * 13;
  return { ...box, y: box.y - room, height: box.height + 2 * room };
};

/**
 * Where a signature goes on this document, by NĐ 30/2020/NĐ-CP, Phụ lục I: a hand in the room its form keeps, else at the foot of the
 * last page; the seal over the left third of the last hand; a copy's line at the top right of the first page, without a picture.
 */
export const placeSignature =
  ({ place, heading = [], lines: words, picture }: SignatureFace) =>
  (doc: PDFDocument): Appearance => {
    const pages = doc.getPages();
    const [first, last] = [pages[0], pages.at(-1)];
    if (!first || !last) throw new Error('a document without pages');
    const lines = [...heading, ...words];
    if (place === 'copy') {
      const box = besideCopies(first, copyBox(seenSize(first), lines.length));
      return { page: 1, box, lines, ink: 'black', align: 'right' };
    }
    const ink = place === 'person' ? 'blue' : 'black';
    const shown = { lines, ink, align: 'middle', ...(picture ? { picture } : {}) } as const;
    const sealed = (hand: Box) => ({ box: withHeading(sealBeside(hand), heading.length), lines: heading });
    const kept = keptIn(pages);
    const isSeal = place === 'agency' && picture !== undefined;
    // A form too low for a seal has none on paper either.
    if (isSeal && kept && kept.box.height >= pointsOf(sealMm))
      return { ...shown, page: kept.page, ...sealed(kept.box) };
    if (!isSeal && kept && !kept.isTaken) return { ...shown, page: kept.page, box: kept.box };
    const already = seenOn(last).length;
    if (!isSeal) return { ...shown, page: pages.length, box: handBox(seenSize(last), already) };
    const hand = handBox(seenSize(last), Math.max(0, already - 1));
    return { ...shown, page: pages.length, ...sealed(hand) };
  };
