import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFString,
} from '@cantoo/pdf-lib';
import { SigningFault } from '../token/faults.ts';

const name = PDFName.of;

/** A file truly ends with its last cross-reference and this mark; readers look for it this far from the end. */
const tailBytes = 1024;

/** The file's own length, where a linearised file tells it: an early part of one has an end mark too. */
const toldLength = (bytes: Buffer): number | undefined => {
  const found = /\/Linearized[^>]{0,200}?\/L\s+(\d+)/.exec(bytes.toString('latin1', 0, tailBytes));
  return found ? Number(found[1]) : undefined;
};

/** The beginning of the last cross-reference, where the file says that it is; `start`: where in the file these bytes begin. */
const lastReference = (bytes: Buffer, start = 0): string => {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - tailBytes));
  const said = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1];
  const at = Number(said) - start;
  return at >= 0 ? bytes.toString('latin1', at, at + 40) : '';
};

const isReference = (text: string): boolean => /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(text);

const looksWhole = (bytes: Buffer): boolean => {
  const told = toldLength(bytes);
  if (told !== undefined && told > bytes.length) return false;
  return isReference(lastReference(bytes));
};

/** A file with a cross-reference table gets another one: an old reader need not know of streams to follow it. */
export const hasTable = (bytes: Buffer): boolean => /^\s*xref/.test(lastReference(bytes));

/** Loads a PDF as it is, or throws the SigningFault that says why it may not be signed. A file "repaired" in silence would be another file. */
export const openPdf = async (bytes: Buffer, change: boolean): Promise<PDFDocument> => {
  if (!/^%PDF-\d/.test(bytes.toString('latin1', 0, 8))) throw new SigningFault('pdfNotPdf');
  if (!looksWhole(bytes)) throw new SigningFault('pdfTruncated');
  try {
    return await PDFDocument.load(bytes, {
      forIncrementalUpdate: change,
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: Infinity,
      preserveXFA: true,
    });
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new SigningFault('pdfEncrypted', {}, error);
    throw new SigningFault('pdfUnreadable', {}, error);
  }
};

const numberAt = (dict: PDFDict | undefined, key: string): number | undefined =>
  dict?.lookupMaybe(name(key), PDFNumber)?.asNumber();

/** DocMDP of a certification: 1 forbids every change, 2 and 3 allow signing. */
const certifiedLevel = (doc: PDFDocument): number | undefined => {
  const signature = doc.catalog.lookupMaybe(name('Perms'), PDFDict)?.lookupMaybe(name('DocMDP'), PDFDict);
  const references = signature?.lookupMaybe(name('Reference'), PDFArray);
  if (!signature) return undefined;
  const first = references && references.size() > 0 ? references.lookupMaybe(0, PDFDict) : undefined;
  return numberAt(first?.lookupMaybe(name('TransformParams'), PDFDict), 'P') ?? 2;
};

interface SignatureField {
  readonly name: string;
  readonly field: PDFDict;
  readonly value: PDFDict | undefined;
}

const nameOf = (field: PDFDict): string => {
  const own = field.lookup(name('T'));
  return own instanceof PDFString || own instanceof PDFHexString ? own.decodeText() : '';
};

const isSignature = (field: PDFDict): boolean => field.lookup(name('FT')) === name('Sig');

/** Every signature field with its value, however deep in the tree and whatever it inherits. */
export const signatureFields = (doc: PDFDocument): SignatureField[] => {
  const found: SignatureField[] = [];
  const seen = new Set<PDFDict>();
  const walk = (field: PDFDict, above: string, type: PDFName | undefined): void => {
    // A field that holds itself would never end.
    if (seen.has(field)) return;
    seen.add(field);
    const full = [above, nameOf(field)].filter((piece) => piece !== '').join('.');
    const kind = field.lookupMaybe(name('FT'), PDFName) ?? type;
    const kids = field.lookupMaybe(name('Kids'), PDFArray);
    if (kind === name('Sig')) found.push({ name: full, field, value: field.lookupMaybe(name('V'), PDFDict) });
    for (let at = 0; at < (kids?.size() ?? 0); at++) {
      const kid = kids?.lookupMaybe(at, PDFDict);
      if (kid?.has(name('T'))) walk(kid, full, kind);
    }
  };
  const fields = doc.catalog.lookupMaybe(name('AcroForm'), PDFDict)?.lookupMaybe(name('Fields'), PDFArray);
  for (let at = 0; at < (fields?.size() ?? 0); at++) {
    const field = fields?.lookupMaybe(at, PDFDict);
    if (field) walk(field, '', undefined);
  }
  return found;
};

/**
 * The signature fields that an incremental update writes, read from its bytes alone; `start`: where in the file they begin. Throws where
 * it is not whole, or where the file's end does not lead to its cross-reference.
 */
export const openUpdate = async (added: Buffer, start: number): Promise<SignatureField[]> => {
  if (!isReference(lastReference(added, start))) throw new Error('no cross-reference');
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), added]);
  const context = await PDFParser.forBytesWithOptions(bytes, Infinity, true).parseDocument();
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter(isSignature)
    .map((field) => ({ name: nameOf(field), field, value: field.lookupMaybe(name('V'), PDFDict) }));
};

/** Opens for one more signature; refuses what a signature would break. */
export const openForSigning = async (bytes: Buffer): Promise<PDFDocument> => {
  const doc = await openPdf(bytes, true);
  const isLocked = signatureFields(doc).some(
    ({ field, value }) => value && numberAt(field.lookupMaybe(name('Lock'), PDFDict), 'P') === 1,
  );
  if (isLocked || certifiedLevel(doc) === 1) throw new SigningFault('pdfCertified');
  const form = doc.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  if (form?.has(name('XFA'))) throw new SigningFault('pdfDynamicForm');
  return doc;
};

/**
 * New objects are written anyhow; while pdf-lib watches for changes it searches the whole document at each of their entries, which for a
 * face of a hundred letters is most of a signature's time.
 */
export const unwatched = async <T>({ context }: PDFDocument, build: () => T | Promise<T>): Promise<T> => {
  const { snapshot } = context;
  delete context.snapshot;
  try {
    return await build();
  } finally {
    if (snapshot) context.snapshot = snapshot;
  }
};
