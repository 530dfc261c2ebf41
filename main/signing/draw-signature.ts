import {
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib';
import type { PDFFont, PDFOperator, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import type { Box } from '../../shared/signing/appearance.ts';
import { SigningFault } from '../token/faults.ts';

export interface Appearance {
  /** From 1. */
  readonly page: number;
  readonly box: Box;
  readonly lines: readonly string[];
  /** PNG with a transparent ground: the hand, or the seal. Text stands over it. */
  readonly picture?: Uint8Array;
  /** Blue for a hand, black for a copy's line (NĐ 30/2020). */
  readonly ink: 'blue' | 'black';
  /** A hand stands in the middle of its room; a copy's line at its right edge. */
  readonly align: 'middle' | 'right';
}

const inks = { blue: [0, 0, 0.7], black: [0, 0, 0] } as const;

/** How a letter is written, and its width in letters one point high. */
interface Letter {
  readonly hex: string;
  readonly wide: number;
}

interface Face {
  readonly doc: PDFDocument;
  readonly font: PDFFont;
  readonly has: ReadonlySet<number>;
  /** Those used so far: laying out is most of what a few words cost, and this face has neither kerning nor ligatures. */
  readonly letters: Map<string, Letter>;
}

const faces = new Map<Uint8Array, Promise<Face>>();

/** The face is read and embedded once a process; each document then gets a copy of the finished objects. */
const faceOf = (bytes: Uint8Array): Promise<Face> => {
  const known = faces.get(bytes);
  if (known) return known;
  const made = (async (): Promise<Face> => {
    const doc = await PDFDocument.create({ updateMetadata: false });
    doc.registerFontkit(fontkit);
    const font = await doc.embedFont(bytes, { subset: false });
    await doc.flush();
    return { doc, font, has: new Set(font.getCharacterSet()), letters: new Map() };
  })();
  faces.set(bytes, made);
  return made;
};

/** Composed first: a face has whole letters, not loose marks. What it lacks is shown as a question mark, never dropped unseen. */
const fit = (text: string, { has }: Face): string =>
  text.normalize('NFC').replace(/./gsu, (letter) => (has.has(letter.codePointAt(0) ?? 0) ? letter : '?'));

const letterOf = ({ font, letters }: Face, letter: string): Letter => {
  const known = letters.get(letter);
  if (known) return known;
  const made = { hex: font.encodeText(letter).asString(), wide: font.widthOfTextAtSize(letter, 1) };
  letters.set(letter, made);
  return made;
};

const wideOf = (face: Face, text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + letterOf(face, letter).wide, 0);

const encode = (face: Face, text: string): PDFHexString =>
  PDFHexString.of(
    Array.from(text)
      .map((letter) => letterOf(face, letter).hex)
      .join(''),
  );

const largest = 10;
/** From line to line, in letter sizes, and how far the first line's foot lies below the top: of this face nothing reaches further. */
const leading = 1.2;
const rise = 0.95;

/** Where a box as seen lies on a turned page (/Rotate), and the matrix that keeps its content upright. */
const onPage = (page: PDFPage, { x, y, width, height }: Box): { rect: number[]; matrix: number[] } => {
  const crop = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const [right, top] = [x + width, y + height];
  const corners: Record<number, [number, number, number, number]> = {
    0: [crop.x + x, crop.y + y, crop.x + right, crop.y + top],
    90: [crop.x + crop.width - top, crop.y + x, crop.x + crop.width - y, crop.y + right],
    180: [
      crop.x + crop.width - right,
      crop.y + crop.height - top,
      crop.x + crop.width - x,
      crop.y + crop.height - y,
    ],
    270: [crop.x + y, crop.y + crop.height - right, crop.x + top, crop.y + crop.height - x],
  };
  const matrices: Record<number, number[]> = {
    0: [1, 0, 0, 1, 0, 0],
    90: [0, 1, -1, 0, 0, 0],
    180: [-1, 0, 0, -1, 0, 0],
    270: [0, -1, 1, 0, 0, 0],
  };
  return { rect: corners[turn] ?? corners[0] ?? [], matrix: matrices[turn] ?? matrices[0] ?? [] };
};

/** Where what lies in a rectangle of a turned page is seen. */
export const asSeen = (page: PDFPage, { x, y, width, height }: Box): Box => {
  const crop = page.getCropBox();
  const [left, low] = [x - crop.x, y - crop.y];
  const [right, top] = [crop.width - left - width, crop.height - low - height];
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return { x: low, y: right, width: height, height: width };
    case 180:
      return { x: right, y: top, width, height };
    case 270:
      return { x: top, y: left, width: height, height: width };
    default:
      return { x: left, y: low, width, height };
  }
};

/** The page's size as seen. */
export const seenSize = (page: PDFPage): { width: number; height: number } => {
  const { width, height } = page.getCropBox();
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width };
};

/** Text and its width in letters one point high. */
interface Measured {
  readonly text: string;
  readonly wide: number;
}

/** A line cut between words, so that none is wider than `most`; a word alone may be. */
const cut = (words: readonly Measured[], space: number, most: number): Measured[] => {
  const rows: Measured[] = [];
  for (const { text, wide } of words) {
    const last = rows.at(-1);
    if (last && last.wide + space + wide <= most)
      rows[rows.length - 1] = { text: `${last.text} ${text}`, wide: last.wide + space + wide };
    else rows.push({ text, wide });
  }
  return rows;
};

/** The lines in the largest letters that the room holds, cut where that helps. */
const setInto = (
  face: Face,
  lines: readonly string[],
  { width, height }: Box,
): { size: number; rows: Measured[] } => {
  const space = wideOf(face, ' ');
  const measured = lines.map((line) => line.split(' ').map((text) => ({ text, wide: wideOf(face, text) })));
  for (let size = largest; ; size -= 0.25) {
    const rows = measured.flatMap((words) => cut(words, space, width / size));
    const widest = Math.max(...rows.map(({ wide }) => wide));
    if (size <= 1 || (rows.length * size * leading <= height && widest * size <= width))
      return { size, rows };
  }
};

const textOperators = (face: Face, { lines, box, ink, align }: Appearance): PDFOperator[] => {
  const { width, height } = box;
  const fitted = lines.map((line) => fit(line, face));
  const { size, rows } = setInto(face, fitted, box);
  const top = height - Math.min(2, (height - rows.length * size * leading) / 2);
  const [red, green, blue] = inks[ink];
  return [
    setFillingRgbColor(red, green, blue),
    ...rows.flatMap(({ text, wide }, at) => {
      const free = width - wide * size;
      return [
        beginText(),
        setFontAndSize('F1', size),
        setTextMatrix(1, 0, 0, 1, align === 'right' ? free : free / 2, top - size * (rise + leading * at)),
        showText(encode(face, text)),
        endText(),
      ];
    }),
  ];
};

/** The appearance as a form, and where it goes. */
export const drawSignature = async (
  doc: PDFDocument,
  page: PDFPage,
  appearance: Appearance,
  faceBytes: Uint8Array,
): Promise<{ form: PDFRef; rect: number[] }> => {
  const { box, lines, picture } = appearance;
  const face = await faceOf(faceBytes);
  const { context } = doc;
  const resources = context.obj({});
  const operators: PDFOperator[] = [];
  if (picture) {
    const image = await doc.embedPng(picture).catch((error: unknown) => {
      throw new SigningFault('sealImageUnfit', {}, error);
    });
    const scale = Math.min(box.width / image.width, box.height / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    await image.embed();
    resources.set(PDFName.of('XObject'), context.obj({ Im1: image.ref }));
    operators.push(
      pushGraphicsState(),
      concatTransformationMatrix(width, 0, 0, height, (box.width - width) / 2, (box.height - height) / 2),
      drawObject('Im1'),
      popGraphicsState(),
    );
  }
  if (lines.length > 0) {
    const font = PDFObjectCopier.for(face.doc.context, context).copy(face.font.ref);
    resources.set(PDFName.of('Font'), context.obj({ F1: font }));
    operators.push(...textOperators(face, appearance));
  }
  const { rect, matrix } = onPage(page, box);
  const stream = context.formXObject(operators, {
    BBox: context.obj([0, 0, box.width, box.height]),
    Matrix: context.obj(matrix),
    Resources: resources,
  });
  return { form: context.register(stream), rect };
};
