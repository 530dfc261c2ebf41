import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import type { Box } from '../../shared/signing/appearance.ts';
import { seenSize } from './draw-signature.ts';

const name = PDFName.of;

/** What a page draws with, by its own resources: nothing that writes means that no word can be found by reading. */
const meansOf = (page: PDFPage): { writes: boolean; pictures: boolean } => {
  const resources = page.node.Resources();
  const dicts = resources?.lookupMaybe(name('XObject'), PDFDict)?.entries() ?? [];
  const kinds = dicts.map(([, ref]) => {
    const drawn = page.doc.context.lookup(ref);
    return drawn !== undefined && 'dict' in drawn && drawn.dict instanceof PDFDict
      ? drawn.dict.lookup(name('Subtype'))
      : undefined;
  });
  const fonts = resources?.lookupMaybe(name('Font'), PDFDict)?.entries() ?? [];
  return {
    writes: fonts.length > 0 || kinds.some((kind) => kind !== name('Image')),
    pictures: kinds.length > 0,
  };
};

/**
 * Where a page has words or pictures, as it is seen, from its lower left corner. A page that is a picture alone is taken all over, since
 * nobody here can read what a scanner saw; and so is one that cannot be read.
 */
export const takenOn = async (pdf: Uint8Array, page: PDFPage, number: number): Promise<readonly Box[]> => {
  const means = meansOf(page);
  const all = [{ x: 0, y: 0, ...seenSize(page) }];
  if (!means.writes) return means.pictures ? all : [];
  // pdf.js is read where a page has words, and not before: it is large.
  const { readPage } = await import('./read-page.ts');
  return readPage(pdf, number, means.pictures).catch(() => all);
};
