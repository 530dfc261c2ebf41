import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { SigningFault } from '../token/faults.ts';
import { buildCades } from './cades.ts';
import { drawSignature } from './draw-signature.ts';
import type { Appearance } from './draw-signature.ts';
import { hasTable, openForSigning, signatureFields, unwatched } from './open-pdf.ts';
import { proveSignature } from './prove.ts';
import type { Signer } from './signer.ts';

export interface SignWish {
  readonly at: Date;
  readonly reason?: string;
  readonly location?: string;
  readonly signerName?: string;
  /** Where a place depends on the pages, it is asked for once the document is open; undefined: nothing is to be seen. */
  readonly appearance?: Appearance | ((doc: PDFDocument) => Promise<Appearance | undefined>);
}

export interface SignedPdf {
  /** What is to be appended to the document as it was. */
  readonly added: Buffer;
  readonly field: string;
}

/** Room for the CMS: a chain of three and a time stamp added later come to 6–8 kB. */
const reserveBytes = 20_480;
const gap = '**********';
const name = PDFName.of;

const freeName = (doc: PDFDocument): string => {
  const taken = new Set(signatureFields(doc).map((field) => field.name));
  let number = taken.size + 1;
  while (taken.has(`Signature${number}`)) number++;
  return `Signature${number}`;
};

/** Registered as raw bytes, so that it is never put away in an object stream, where nothing could be filled in. */
const registerValue = (doc: PDFDocument, { at, reason, location, signerName }: SignWish): PDFRef => {
  const { context } = doc;
  const range = PDFArray.withContext(context);
  range.push(PDFNumber.of(0));
  for (let part = 0; part < 3; part++) range.push(name(gap));
  const text = (value: string): PDFHexString => PDFHexString.fromText(value.normalize('NFC'));
  const value = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: range,
    Contents: PDFHexString.of('0'.repeat(reserveBytes * 2)),
    M: PDFString.fromDate(at),
    ...(reason === undefined ? {} : { Reason: text(reason) }),
    ...(location === undefined ? {} : { Location: text(location) }),
    ...(signerName === undefined ? {} : { Name: text(signerName) }),
  });
  const bytes = new Uint8Array(value.sizeInBytes());
  value.copyBytesInto(bytes, 0);
  return context.register(PDFInvalidObject.of(bytes));
};

const arrayIn = (doc: PDFDocument, dict: PDFDict, key: string): PDFArray => {
  const known = dict.lookupMaybe(name(key), PDFArray);
  if (known) return known;
  const made = doc.context.obj([]);
  dict.set(name(key), made);
  return made;
};

const formOf = (doc: PDFDocument): PDFDict => {
  const known = doc.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  if (known) return known;
  const made = doc.context.obj({});
  doc.catalog.set(name('AcroForm'), doc.context.register(made));
  return made;
};

const pageOf = (doc: PDFDocument, number: number): PDFPage => {
  const page = doc.getPages()[number - 1];
  if (!page) throw new SigningFault('pdfPageMissing', { page: number });
  return page;
};

/** What comes after the document's own bytes: a field to be filled, and what is seen of it. */
const prepare = async (pdf: Buffer, wish: SignWish, face: Uint8Array): Promise<SignedPdf> => {
  const doc = await openForSigning(pdf);
  const { context } = doc;
  const appearance = typeof wish.appearance === 'function' ? await wish.appearance(doc) : wish.appearance;
  const page = pageOf(doc, appearance?.page ?? 1);
  const field = freeName(doc);
  const widget = await unwatched(doc, async () => {
    const { form, rect } = appearance
      ? await drawSignature(doc, page, appearance, face)
      : {
          form: context.register(context.formXObject([], { BBox: context.obj([0, 0, 0, 0]) })),
          rect: [0, 0, 0, 0],
        };
    return context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        Rect: rect,
        V: registerValue(doc, wish),
        T: PDFHexString.fromText(field),
        // Print, Locked.
        F: 132,
        P: page.ref,
        AP: { N: form },
      }),
    );
  });
  arrayIn(doc, page.node, 'Annots').push(widget);
  const forms = formOf(doc);
  // SignaturesExist, AppendOnly.
  forms.set(
    name('SigFlags'),
    PDFNumber.of((forms.lookupMaybe(name('SigFlags'), PDFNumber)?.asNumber() ?? 0) | 3),
  );
  arrayIn(doc, forms, 'Fields').push(widget);
  if (!context.snapshot) throw new Error('not opened for an incremental update');
  const added = await doc.saveIncremental(context.snapshot, {
    useObjectStreams: !hasTable(pdf),
    objectsPerTick: Infinity,
  });
  return { added: Buffer.from(added.buffer, added.byteOffset, added.byteLength), field };
};

/** Where the hex of the CMS goes: the last placeholder, since a document may quote one. */
const findGap = (bytes: Buffer): { rangeAt: number; rangeEnd: number; from: number; to: number } => {
  const rangeAt = bytes.lastIndexOf(`/ByteRange [ 0 /${gap}`);
  const rangeEnd = bytes.indexOf(']', rangeAt) + 1;
  const from = bytes.indexOf('<', bytes.indexOf('/Contents', rangeEnd));
  const to = bytes.indexOf('>', from) + 1;
  if (rangeAt < 0 || rangeEnd <= 0 || from < 0 || to <= 0)
    throw new Error('the placeholder was not written as expected');
  return { rangeAt, rangeEnd, from, to };
};

/**
 * Signs a PDF once more (PAdES-B-B, EN 319 142-1): an incremental update after the untouched bytes, so that earlier signatures stay
 * valid. What comes out has been proved; on any fault nothing comes out. A scan is not copied on the way: it is read, hashed, and left
 * where it is. `face`: the bytes of tinos-signature.ttf; `read`: SHA-256 of the document, where whoever read it has it.
 */
export const signPdf = async (
  pdf: Buffer,
  signer: Signer,
  wish: SignWish,
  face: Uint8Array,
  read = createHash('sha256').update(pdf),
): Promise<SignedPdf> => {
  const { added, field } = await prepare(pdf, wish, face);
  const { rangeAt, rangeEnd, from, to } = findGap(added);
  const gapInFile = { from: pdf.length + from, to: pdf.length + to };
  const range = `/ByteRange [0 ${gapInFile.from} ${gapInFile.to} ${added.length - to}]`;
  added.write(range.padEnd(rangeEnd - rangeAt), rangeAt, 'latin1');
  const digest = read.copy().update(added.subarray(0, from)).update(added.subarray(to)).digest();
  const cms = await buildCades(digest, signer);
  if (cms.length * 2 > to - from - 2) throw new SigningFault('signatureTooLong', { bytes: cms.length });
  added.write(cms.toString('hex'), from + 1, 'latin1');
  await proveSignature({ start: pdf.length, added, field, cms, ...gapInFile });
  return { added, field };
};
