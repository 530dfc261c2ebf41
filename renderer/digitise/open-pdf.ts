import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OpenedFile } from '../../shared/contract.ts';
import type { Fault, Result } from '../../shared/faults.ts';
import { ask } from '../bridge.ts';

/** A file of the vault opened for looking. */
export interface OpenPdf {
  /** Sheets; a file with a password is shown as one that cannot be looked into. */
  readonly count: number;
  readonly locked: boolean;
  /** Draws a sheet `width` CSS pixels wide, turned clockwise by `turn` more than it says itself. */
  draw(canvas: HTMLCanvasElement, page: number, turn: number, width: number): Promise<void>;
  close(): void;
}

const lockedPdf: OpenPdf = {
  count: 1,
  locked: true,
  draw: () => Promise.resolve(),
  close: () => undefined,
};

const fullTurn = 360;
/** A part of a file as main opens it at once. */
const partBytes = 256 * 1024;

const opened = (document: PDFDocumentProxy): OpenPdf => ({
  count: document.numPages,
  locked: false,
  draw: async (canvas, at, turn, width) => {
    const page = await document.getPage(at + 1);
    const rotation = (page.rotate + turn) % fullTurn;
    const scale = (width / page.getViewport({ scale: 1, rotation }).width) * window.devicePixelRatio;
    const viewport = page.getViewport({ scale, rotation });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport }).promise;
    // Else each sheet's picture stays unpacked in memory: forty of a scan are half a gigabyte.
    page.cleanup();
  },
  close: () => void document.loadingTask.destroy(),
});

/** The reader is loaded when a first file is looked at. Nothing in a citizen's file runs: scripts, forms and links are not read. */
const loadReader = async () => {
  const reader = await import('pdfjs-dist/legacy/build/pdf.mjs');
  reader.GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    type: 'module',
  });
  return reader;
};

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Gives pdf.js the parts of a file it asks for; a part that cannot be had ends the reading. */
const partsOf = (
  { PDFDataRangeTransport }: Awaited<ReturnType<typeof loadReader>>,
  hash: string,
  { size, head }: OpenedFile,
  fail: () => void,
) => {
  const parts = new PDFDataRangeTransport(size, head);
  parts.requestDataRange = (from, to) => {
    void ask('attachment.read', { hash, from, to }).then((answer) => {
      if (answer.ok) parts.onDataRange(from, answer.value);
      else fail();
    });
  };
  return parts;
};

/** Opens a file of the vault. `pdfUnreadable` when it is no PDF that can be shown, or main's own fault. */
export const openPdf = async (hash: string): Promise<Result<OpenPdf>> => {
  const [answer, reader] = await Promise.all([ask('attachment.open', { hash }), loadReader()]);
  if (!answer.ok) return answer;
  try {
    const loading = reader.getDocument({
      range: partsOf(reader, hash, answer.value, () => void loading.destroy()),
      rangeChunkSize: partBytes,
      disableStream: true,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: true,
      disableAutoFetch: true,
      enableXfa: false,
    });
    const document = await loading.promise;
    return { ok: true, value: opened(document) };
  } catch (error) {
    if (isNamed(error, 'PasswordException')) return { ok: true, value: lockedPdf };
    return { ok: false, fault: { code: 'pdfUnreadable' } satisfies Fault };
  }
};
