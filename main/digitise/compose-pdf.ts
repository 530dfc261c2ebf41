import { PDFDocument, PDFName, degrees } from '@cantoo/pdf-lib';
import type { SheetRef } from '../../shared/contract.ts';
import { mostTakenIn } from '../../shared/dossier/file-limits.ts';
import { VaultFault } from '../vault/faults.ts';

const open = async (bytes: Uint8Array): Promise<PDFDocument> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  } catch (error) {
    throw new VaultFault('sheetsUnreadable', {}, error);
  }
};

/** True for a PDF whose signatures a new arrangement of its pages would break, or that cannot be opened without a password. */
const isSealedPdf = (doc: PDFDocument): boolean => {
  const form = doc.catalog.lookup(PDFName.of('AcroForm'));
  return doc.isEncrypted || (form !== undefined && form.toString().includes('/SigFlags'));
};

/** The files that come of a component's sheets: those that must stay whole, by hash, and one made of all other sheets, or null. */
export interface Composed {
  whole: string[];
  made: Uint8Array | null;
}

const fullTurn = 360;

/**
 * Puts sheets of several PDFs into one, in the order given, each turned as she wants it. A signed or locked file stays a file of its own: its
 * sheets must all be there, in order, unturned. Throws signedPdfWhole, sheetsUnreadable, imageUnreadable (a sheet that is not there), sheetsTooLarge.
 */
export const composePdf = async (
  sheets: readonly SheetRef[],
  read: (hash: string) => Promise<Uint8Array>,
  at: Date,
): Promise<Composed> => {
  const files = new Map<string, PDFDocument>();
  let room = mostTakenIn;
  for (const { hash } of sheets) {
    if (files.has(hash)) continue;
    const bytes = await read(hash);
    const doc = await open(bytes);
    files.set(hash, doc);
    if (!isSealedPdf(doc)) room -= bytes.length;
    // What is taken apart lies in memory, and again as it is put together.
    if (room < 0) throw new VaultFault('sheetsTooLarge', { limitMb: mostTakenIn / 1024 / 1024 });
  }
  const isWhole = (hash: string, doc: PDFDocument): boolean => {
    const taken = sheets.filter((sheet) => sheet.hash === hash);
    // A locked file does not even tell how many sheets it has: the counter shows it as one.
    const count = doc.isEncrypted ? 1 : doc.getPageCount();
    return taken.length === count && taken.every(({ page, turn }, place) => page === place && turn === 0);
  };
  const whole = [...files].filter(([, doc]) => isSealedPdf(doc));
  if (whole.some(([hash, doc]) => !isWhole(hash, doc))) throw new VaultFault('signedPdfWhole');
  const kept = whole.map(([hash]) => hash);
  const loose = sheets.filter(({ hash }) => !kept.includes(hash));
  const [first] = loose;
  if (!first) return { whole: kept, made: null };
  const only = files.get(first.hash);
  // One untouched file is kept as it came.
  if (only && loose.every(({ hash }) => hash === first.hash) && isWhole(first.hash, only))
    return { whole: [...kept, first.hash], made: null };

  const made = await PDFDocument.create({ updateMetadata: false });
  made.setCreationDate(at);
  made.setModificationDate(at);
  for (const { hash, page, turn } of loose) {
    const source = files.get(hash);
    if (!source || page >= source.getPageCount()) throw new VaultFault('imageUnreadable');
    const [copy] = await made.copyPages(source, [page]);
    if (!copy) throw new VaultFault('imageUnreadable');
    copy.setRotation(degrees((copy.getRotation().angle + turn) % fullTurn));
    made.addPage(copy);
  }
  return { whole: kept, made: await made.save() };
};
