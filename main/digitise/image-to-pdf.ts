import {
  PDFDocument,
  concatTransformationMatrix,
  drawObject,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { PDFRef } from '@cantoo/pdf-lib';
import { VaultFault } from '../vault/faults.ts';
import { readPictures } from './read-image.ts';
import type { ImageKind, Picture } from './read-image.ts';

const pointsPerInch = 72;
const pointsPerMm = pointsPerInch / 25.4;
const a4 = { short: 210 * pointsPerMm, long: 297 * pointsPerMm };
/** Sizes a scanned paper can have: from a card to a little over A3. A phone's picture claims 72 dpi and would be a metre tall. */
const plausible = { short: 40 * pointsPerMm, long: 450 * pointsPerMm };

/**
 * How a picture's unit square (PDF: up is y) is turned for each EXIF orientation, as the six numbers of a PDF matrix (ISO 32000-1, 8.3.3).
 * The picture's own bytes stay as they are.
 */
const turns: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/** Where a picture goes: the sheet's size and the picture's box on it, in points. */
const layOut = ({ width, height, dpi, orientation }: Picture) => {
  const [across, up] = orientation >= 5 ? [height, width] : [width, height];
  if (dpi !== null) {
    const sheet = { width: (across / dpi) * pointsPerInch, height: (up / dpi) * pointsPerInch };
    const isPlausible =
      Math.min(sheet.width, sheet.height) >= plausible.short &&
      Math.max(sheet.width, sheet.height) <= plausible.long;
    if (isPlausible) return { sheet, box: { x: 0, y: 0, ...sheet } };
  }
  const sheet = across > up ? { width: a4.long, height: a4.short } : { width: a4.short, height: a4.long };
  const scale = Math.min(sheet.width / across, sheet.height / up);
  const box = { width: across * scale, height: up * scale };
  return {
    sheet,
    box: { ...box, x: (sheet.width - box.width) / 2, y: (sheet.height - box.height) / 2 },
  };
};

/** Grey papers are stored grey: a third of the room. Transparent pixels are white, as on paper. */
const embedPixels = (doc: PDFDocument, { width, height }: Picture, rgba: Uint8Array): PDFRef => {
  const count = width * height;
  const colour = Buffer.alloc(count * 3);
  let isGrey = true;
  for (let at = 0; at < count; at += 1) {
    const cover = (rgba[at * 4 + 3] ?? 255) / 255;
    for (let part = 0; part < 3; part += 1)
      colour[at * 3 + part] = Math.round((rgba[at * 4 + part] ?? 0) * cover + 255 * (1 - cover));
    isGrey &&= colour[at * 3] === colour[at * 3 + 1] && colour[at * 3] === colour[at * 3 + 2];
  }
  const grey = isGrey ? Uint8Array.from({ length: count }, (_, at) => colour[at * 3] ?? 0) : null;
  const stream = doc.context.flateStream(grey ?? colour, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
  });
  return doc.context.register(stream);
};

const embed = async (doc: PDFDocument, kind: ImageKind, picture: Picture): Promise<PDFRef> => {
  if ('rgba' in picture.pixels) return embedPixels(doc, picture, picture.pixels.rgba);
  const { packed } = picture.pixels;
  const image = kind === 'image/png' ? await doc.embedPng(packed) : await doc.embedJpg(packed);
  return image.ref;
};

/**
 * A PDF of the pictures in a file, each on a sheet of its own true size, upright; one that tells no believable size fills an A4 sheet. A JPEG's bytes are taken as they
 * are. `at`: when it was digitised (TT 01/2023/TT-VPCP), which goes into the file's dates.
 * Throws imageUnreadable, imageTooBig {width, height}.
 */
export const imageToPdf = async (kind: ImageKind, bytes: Uint8Array, at: Date): Promise<Uint8Array> => {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.setCreationDate(at);
  doc.setModificationDate(at);
  try {
    for (const picture of readPictures(kind, bytes)) {
      const { sheet, box } = layOut(picture);
      const page = doc.addPage([sheet.width, sheet.height]);
      const name = page.node.newXObject('Image', await embed(doc, kind, picture));
      const [a, b, c, d, e, f] = turns[picture.orientation] ?? [1, 0, 0, 1, 0, 0];
      page.pushOperators(
        pushGraphicsState(),
        concatTransformationMatrix(
          box.width * a,
          box.height * b,
          box.width * c,
          box.height * d,
          box.x + box.width * e,
          box.y + box.height * f,
        ),
        drawObject(name),
        popGraphicsState(),
      );
    }
    await doc.flush();
  } catch (error) {
    throw error instanceof VaultFault ? error : new VaultFault('imageUnreadable', {}, error);
  }
  return doc.save({ useObjectStreams: false });
};
