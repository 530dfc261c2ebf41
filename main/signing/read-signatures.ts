import { createHash } from 'node:crypto';
import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { signatureFields } from './open-pdf.ts';

/** A signature as it stands in a PDF. */
export interface PdfSignature {
  readonly field: string;
  readonly subFilter: string;
  /** What the signer's own clock said: a claim, no proof. */
  readonly claimedAt: Date | undefined;
  readonly reason: string | undefined;
  readonly cms: Buffer;
  /** Signed are [0, from) and [to, end). */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** The range leaves out exactly its own <hex>, begins at the first byte and stays within the file. */
  readonly isRangeSound: boolean;
}

const name = PDFName.of;

const rangeOf = (value: PDFDict): number[] => {
  const range = value.lookupMaybe(name('ByteRange'), PDFArray);
  return Array.from(
    { length: range?.size() ?? 0 },
    (_, at) => range?.lookupMaybe(at, PDFNumber)?.asNumber() ?? -1,
  );
};

/** A file, or what was written at its end from `start` on. */
export interface Excerpt {
  readonly bytes: Buffer;
  readonly start: number;
}

/** Undefined where anything else than pairs of hex digits stands there. A reserve is forty thousand of them. */
const bytesOfHex = (hex: string): Buffer | undefined => {
  const bytes = Buffer.from(hex, 'hex');
  return bytes.length * 2 === hex.length ? bytes : undefined;
};

/** The hex left out must be the signature's own /Contents: else another signature's bytes could be shown under this one's range. */
const holdsContents = (
  { bytes, start }: Excerpt,
  fromInFile: number,
  toInFile: number,
  contents: Uint8Array,
): boolean => {
  const [from, to] = [fromInFile - start, toInFile - start];
  if (bytes[from] !== 0x3c || bytes[to - 1] !== 0x3e) return false;
  return bytesOfHex(bytes.toString('latin1', from + 1, to - 1))?.equals(contents) ?? false;
};

/** Plain hex, as everybody writes it, needs no reading letter by letter. */
const bytesOf = (contents: PDFHexString | PDFString): Buffer =>
  (contents instanceof PDFHexString ? bytesOfHex(contents.asString()) : undefined) ??
  Buffer.from(contents.asBytes());

/** DER says its own length; what follows in the reserve is padding. */
const withoutPadding = (bytes: Buffer): Buffer => {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return bytes.subarray(0, 2 + first);
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) return bytes;
  return bytes.subarray(0, 2 + count + bytes.readUIntBE(2, count));
};

const textOf = (value: PDFDict, key: string): string | undefined => {
  const text = value.lookup(name(key));
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : undefined;
};

const dateOf = (value: PDFDict): Date | undefined => {
  const text = value.lookup(name('M'));
  if (!(text instanceof PDFString)) return undefined;
  try {
    return text.decodeDate();
  } catch {
    return undefined;
  }
};

/** The signature a field has as its value; nothing where it is not a signature's. */
export const readSignature = (excerpt: Excerpt, field: string, value: PDFDict): PdfSignature | undefined => {
  const contents = value.lookup(name('Contents'));
  if (!(contents instanceof PDFHexString || contents instanceof PDFString)) return undefined;
  const raw = bytesOf(contents);
  const [first = -1, from = -1, to = -1, length = -1, ...more] = rangeOf(value);
  const end = to + length;
  const isPlaced =
    first === 0 &&
    from > 0 &&
    to > from &&
    length > 0 &&
    end <= excerpt.start + excerpt.bytes.length &&
    more.length === 0;
  return {
    field,
    subFilter: value.lookupMaybe(name('SubFilter'), PDFName)?.decodeText() ?? '',
    claimedAt: dateOf(value),
    reason: textOf(value, 'Reason'),
    cms: withoutPadding(raw),
    from,
    to,
    end,
    isRangeSound: isPlaced && holdsContents(excerpt, from, to, raw),
  };
};

/** Every signature of an open document, taken from its form fields, never by searching the bytes (docs/signing.md). */
export const readSignatures = (bytes: Buffer, doc: PDFDocument): PdfSignature[] =>
  signatureFields(doc).flatMap(({ name: field, value }) => {
    const read = value && readSignature({ bytes, start: 0 }, field, value);
    return read ? [read] : [];
  });

export const hashSigned = (bytes: Buffer, { from, to, end }: PdfSignature, hash: string): Buffer =>
  createHash(hash).update(bytes.subarray(0, from)).update(bytes.subarray(to, end)).digest();
