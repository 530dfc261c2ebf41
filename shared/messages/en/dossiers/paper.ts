import type { paper as source } from '../../vi/dossiers/paper.ts';
import type { Translation } from '../../translation.ts';

const on = (printer: string) => (printer ? ` on ${printer}` : '');
const why = (detail: string) => (detail ? `: ${detail}` : '');

export const paper: Translation<typeof source> = {
  draftTitle: 'Preview of the receipt',
  draftNote: 'The dossier is not received yet: this is only a preview and cannot be printed or saved.',
  frame: (params) => `Page: ${params.title}`,
  sheetArea: 'Page, scroll with the arrow keys',
  loading: 'Laying out the page…',
  failed: 'The page could not be laid out',
  pages: (params) => (params.count === 1 ? '1 page' : `${params.count} pages`),
  choices: 'How to print',
  size: 'Paper size',
  twoOnOne: 'Two copies on one A4 sheet, to be cut',
  copies: 'Copies',
  printer: 'Printer',
  choosePrinter: 'Choose a printer',
  noPrinters: 'This machine has no printer. Connect one, then open this page again to print.',
  notReady: 'not ready',
  defaultMark: 'default',
  print: 'Print',
  save: 'Save PDF',
  close: 'Close (Esc)',
  printing: 'Printing…',
  saving: 'Saving…',
  outcomes: {
    printed: (params) => `The paper was sent to ${params.printer}.`,
    saved: (params) => (params.detail ? `PDF saved: ${params.detail}` : 'PDF saved.'),
    failed: (params) =>
      `Not printed${on(params.printer)}${why(params.detail)}. The dossier is safe. Check the printer, then press F9 to print again.`,
    unsure: (params) =>
      `It is not sure that the paper came out${on(params.printer)}. The dossier is safe. Look at the tray: if it is not there, press F9 to print again.`,
    skipped: 'The paper was not printed. The dossier is safe; press F9 to print it.',
  },
  sheetFailed: (params) =>
    `The sheet was not printed${on(params.printer)}${why(params.detail)}. Check the printer, then print again.`,
};
