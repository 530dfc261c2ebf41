import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Registers itself: there is no second thread to load it in.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** The words of a PDF in reading order, one text a page. Throws when it is none. */
export const wordsOfPdf = async (bytes: Uint8Array): Promise<string[]> => {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(
        items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
      );
    }
    return pages;
  } finally {
    await task.destroy();
  }
};
