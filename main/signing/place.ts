import { PDFArray, PDFDict, PDFName, PDFNumber, PDFPage, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { copyBox, handBoxes, pointsOf, sealBeside, sealMm } from '../../shared/signing/appearance.ts';
import type { Box, SignaturePlace } from '../../shared/signing/appearance.ts';
import { asSeen, seenSize } from './draw-signature.ts';
import type { Appearance } from './draw-signature.ts';
import { signatureFields, unwatched } from './open-pdf.ts';
import { takenOn } from './taken.ts';

export interface SignatureFace {
  readonly place: SignaturePlace;
  /** Stands above a seal also where its picture takes the place of the words. */
  readonly heading?: readonly string[];
  readonly lines: readonly string[];
  readonly picture?: Uint8Array;
  /** A hand that the agency's seal will cover: both are found room for, and the number the seal bears. */
  readonly sealFollows?: boolean;
}

const name = PDFName.of;

const notesOf = (page: PDFPage): PDFDict[] => {
  const notes = page.node.Annots();
  return Array.from({ length: notes?.size() ?? 0 }, (_, at) => notes?.lookup(at)).filter(
    (note) => note instanceof PDFDict,
  );
};

const boxOf = (page: PDFPage, note: PDFDict): Box => {
  const rect = note.lookupMaybe(name('Rect'), PDFArray);
  const [left = 0, low = 0, right = 0, high = 0] = [0, 1, 2, 3].map(
    (at) => rect?.lookupMaybe(at, PDFNumber)?.asNumber() ?? 0,
  );
  return asSeen(page, {
    x: Math.min(left, right),
    y: Math.min(low, high),
    width: Math.abs(right - left),
    height: Math.abs(high - low),
  });
};

const isLink = (note: PDFDict): boolean => note.lookup(name('Subtype')) === name('Link');

/** Signatures already to be seen on a page: the next one stands beside them, never over them. */
const seenOn = (page: PDFPage): Box[] =>
  notesOf(page)
    .filter((note) => note.lookup(name('FT')) === name('Sig'))
    .map((note) => boxOf(page, note))
    .filter(({ width, height }) => width > 0 && height > 0);

/** What a form links to itself where it keeps room for the signature: assets/forms/parts/sign-here.liquid. */
const isKept = (note: PDFDict): boolean => {
  const goal = note.lookup(name('Dest'));
  const said = goal instanceof PDFName || goal instanceof PDFString ? goal.decodeText() : '';
  return isLink(note) && said === 'ky';
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
    const box = within(boxOf(page, note));
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

interface Room {
  /** From 1. */
  readonly page: number;
  readonly box: Box;
}

const fromTheHead = (page: { width: number; height: number }): Box[] =>
  handBoxes(page).sort((one, other) => other.y - one.y);

/**
 * Room for a hand on a page, from its foot up; on an empty one from its head down. Never over a word, a picture, a field, a signature.
 * `withSeal`: only where the seal and its number have room beside it too; else such a place is preferred.
 */
const roomOn = async (
  pdf: Uint8Array,
  page: PDFPage,
  number: number,
  withSeal: boolean,
): Promise<Room | undefined> => {
  const printed = await takenOn(pdf, page, number);
  const filled = notesOf(page)
    .filter((note) => !isLink(note))
    .map((note) => boxOf(page, note));
  const boxes = printed.length === 0 ? fromTheHead(seenSize(page)) : handBoxes(seenSize(page));
  const isFree = (box: Box): boolean => ![...printed, ...filled].some((taken) => meets(box, taken));
  const free = boxes.filter(isFree);
  const box = free.find((one) => isFree(withHeading(sealBeside(one), 1))) ?? (withSeal ? undefined : free[0]);
  return box && { page: number, box };
};

/**
 * Room for a hand in a paper that keeps none: on its last page, else on a page added to it. To what somebody has signed no page can be
 * added, so any page will do there, at last without the seal's room; undefined where all are full: the signature is then made without
 * being seen.
 */
const findRoom = async (pdf: Uint8Array, doc: PDFDocument, withSeal: boolean): Promise<Room | undefined> => {
  const pages = doc.getPages();
  const last = pages.at(-1);
  if (!last) return undefined;
  const room = await roomOn(pdf, last, pages.length, withSeal);
  if (room) return room;
  if (!signatureFields(doc).some(({ value }) => value)) {
    const { width, height } = seenSize(last);
    const added = await unwatched(doc, () => {
      const blank = PDFPage.create(doc);
      blank.setSize(width, height);
      return blank;
    });
    doc.addPage(added);
    const [box] = fromTheHead({ width, height });
    return box && { page: pages.length + 1, box };
  }
  for (const both of withSeal ? [true, false] : [false])
    for (const [at, page] of [...pages.entries()].reverse()) {
      const found = await roomOn(pdf, page, at + 1, both);
      if (found) return found;
    }
  return undefined;
};

/** The last hand to be seen, on the last page that has one: the seal goes over it. */
const lastHand = (pages: readonly PDFPage[]): Room | undefined => {
  for (const [at, page] of [...pages.entries()].reverse()) {
    const box = seenOn(page).at(-1);
    if (box) return { page: at + 1, box };
  }
  return undefined;
};

/** A seal where it goes, its number above it; where that would stand over words, the number is the signature's reason alone. */
const sealOver = async (
  pdf: Uint8Array,
  page: PDFPage | undefined,
  hand: Room,
  heading: readonly string[],
): Promise<Pick<Appearance, 'page' | 'box' | 'lines'>> => {
  const seal = sealBeside(hand.box);
  const high = withHeading(seal, heading.length);
  const above = { ...high, y: seal.y + seal.height, height: high.y + high.height - seal.y - seal.height };
  const words = page ? await takenOn(pdf, page, hand.page) : [];
  const isFree = !words.some((word) => meets(word, above));
  return isFree ? { page: hand.page, box: high, lines: heading } : { page: hand.page, box: seal, lines: [] };
};

/**
 * Where a signature goes on this document, by NĐ 30/2020/NĐ-CP, Phụ lục I: a hand in the room its form keeps, else where the last page
 * has room, from its foot up; the seal over the left third of the last hand; a copy's line at the top right of the first page, without
 * a picture. `pdf`: the bytes of the document.
 */
export const placeSignature =
  ({ place, heading = [], lines: words, picture, sealFollows = false }: SignatureFace, pdf: Uint8Array) =>
  async (doc: PDFDocument): Promise<Appearance | undefined> => {
    const pages = doc.getPages();
    const [first] = pages;
    if (!first) throw new Error('a document without pages');
    const lines = [...heading, ...words];
    if (place === 'copy') {
      const box = besideCopies(first, copyBox(seenSize(first), lines.length));
      return { page: 1, box, lines, ink: 'black', align: 'right' };
    }
    const ink = place === 'person' ? 'blue' : 'black';
    const shown = { lines, ink, align: 'middle', ...(picture ? { picture } : {}) } as const;
    const kept = keptIn(pages);
    if (place === 'agency' && picture) {
      // A form too low for a seal has none on paper either.
      const isHigh = kept && kept.box.height >= pointsOf(sealMm);
      const hand = isHigh ? kept : (lastHand(pages) ?? (await findRoom(pdf, doc, true)));
      return hand && { ...shown, ...(await sealOver(pdf, pages[hand.page - 1], hand, heading)) };
    }
    const room = kept && !kept.isTaken ? kept : await findRoom(pdf, doc, sealFollows);
    return room && { ...shown, page: room.page, box: room.box };
  };
