import ExifReader from 'exifreader';
import UTIF from 'utif2';
import { VaultFault } from '../vault/faults.ts';
import type { FileKind } from './kinds.ts';

export type ImageKind = Exclude<FileKind, 'application/pdf'>;

/** Pixels of one picture that are decoded at most: A4 at 600 dpi has 35 million, and each takes four bytes. */
const mostPixels = 40_000_000;

/** One picture of a file, its bytes still packed (JPEG, PNG) or laid open (TIFF). */
export interface Picture {
  width: number;
  height: number;
  /** Dots per inch as the file tells; null when it does not. */
  dpi: number | null;
  /** EXIF orientation, 1 to 8 (JEITA CP-3451, tag 0x0112): how it must be turned to stand upright. */
  orientation: number;
  pixels: { packed: Uint8Array } | { rgba: Uint8Array };
}

const unreadable = (cause?: unknown): VaultFault => new VaultFault('imageUnreadable', {}, cause);

const refuseHuge = (width: number, height: number): void => {
  if (!(width > 0 && height > 0)) throw unreadable();
  if (width * height > mostPixels) throw new VaultFault('imageTooBig', { width, height });
};

const cmPerInch = 2.54;
/** Unit 3 (EXIF, TIFF) and 2 (JFIF) count per centimetre. */
const perInch = (resolution: number | undefined, isMetric: boolean): number | null =>
  resolution === undefined || !(resolution > 1) ? null : isMetric ? resolution * cmPerInch : resolution;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const rational = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  if (!isList(value)) return undefined;
  const [over, under] = value;
  return typeof over === 'number' && typeof under === 'number' ? over / under : rational(over);
};

const standing = (orientation: unknown): number =>
  typeof orientation === 'number' && orientation >= 1 && orientation <= 8 ? orientation : 1;

const readJpeg = (bytes: Uint8Array): Picture => {
  const { file, jfif, exif } = ExifReader.load(Buffer.from(bytes), { expanded: true });
  const width = file?.['Image Width']?.value ?? 0;
  const height = file?.['Image Height']?.value ?? 0;
  if (!(width > 0 && height > 0)) throw unreadable();
  const unit = jfif?.['Resolution Unit']?.value;
  const dpi =
    unit === 1 || unit === 2
      ? perInch(jfif?.XResolution?.value, unit === 2)
      : perInch(rational(exif?.XResolution?.value), exif?.ResolutionUnit?.value === 3);
  return { width, height, dpi, orientation: standing(exif?.Orientation?.value), pixels: { packed: bytes } };
};

const inchesPerMetre = 39.3701;

const readPng = (bytes: Uint8Array): Picture => {
  const { png, pngFile, exif } = ExifReader.load(Buffer.from(bytes), { expanded: true });
  const tags = { ...png, ...pngFile };
  const width = tags['Image Width']?.value ?? 0;
  const height = tags['Image Height']?.value ?? 0;
  refuseHuge(width, height);
  const perMetre = tags['Pixels Per Unit X']?.value;
  const isMetre = tags['Pixel Units']?.value === 1;
  return {
    width,
    height,
    dpi: isMetre && perMetre !== undefined && perMetre > 0 ? perMetre / inchesPerMetre : null,
    orientation: standing(exif?.Orientation?.value),
    pixels: { packed: bytes },
  };
};

const firstNumber = (value: unknown): number | undefined =>
  Array.isArray(value) && typeof value[0] === 'number' ? value[0] : undefined;

const readTiff = (bytes: Uint8Array): Picture[] => {
  const buffer = Buffer.from(bytes);
  const pages = UTIF.decode(buffer).filter(
    (page) => page['t256'] !== undefined && page['t257'] !== undefined,
  );
  return pages.map((page) => {
    refuseHuge(firstNumber(page['t256']) ?? 0, firstNumber(page['t257']) ?? 0);
    UTIF.decodeImage(buffer, page);
    const rgba = UTIF.toRGBA8(page);
    if (rgba.length < page.width * page.height * 4) throw unreadable();
    return {
      width: page.width,
      height: page.height,
      dpi: perInch(rational(page['t282']), firstNumber(page['t296']) === 3),
      orientation: standing(firstNumber(page['t274'])),
      pixels: { rgba },
    };
  });
};

/** The pictures in an image file, one but for a TIFF of several pages. Throws imageUnreadable, imageTooBig {width, height}. */
export const readPictures = (kind: ImageKind, bytes: Uint8Array): Picture[] => {
  try {
    const pictures =
      kind === 'image/tiff' ? readTiff(bytes) : [kind === 'image/png' ? readPng(bytes) : readJpeg(bytes)];
    if (pictures.length === 0) throw unreadable();
    return pictures;
  } catch (error) {
    throw error instanceof VaultFault ? error : unreadable(error);
  }
};
