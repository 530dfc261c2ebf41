// Reads PDFs off the window's thread; a file of its own so that only a page that shows papers loads it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
