import type { PDFDataRangeTransport, PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
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
/** A part of a file as main opens it at once, and the most it is asked for at once. */
const partBytes = 256 * 1024;
const askedBytes = 4 * partBytes;

const opened = (document: PDFDocumentProxy, parts: PDFDataRangeTransport): OpenPdf => ({
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
  close: () => {
    parts.abort();
    void document.loadingTask.destroy();
  },
});

/** One for all files: a file that is closed while it is drawn would else take it along, and the next would find none. */
let worker: PDFWorker | undefined;

/** The reader is loaded when a first file is looked at. Nothing in a citizen's file runs: scripts, forms and links are not read. */
const loadReader = async () => {
  const reader = await import('pdfjs-dist/legacy/build/pdf.mjs');
  worker ??= reader.PDFWorker.create({
    port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }),
  });
  return { ...reader, worker };
};

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Bytes [from, to): pdf.js asks for a whole page's picture at once, and main is asked for no more than it should hold. Undefined where they cannot be had. */
const readRange = async (
  hash: string,
  from: number,
  to: number,
  isWanted: () => boolean,
): Promise<Uint8Array | undefined> => {
  const bytes = new Uint8Array(to - from);
  for (let at = from; at < to && isWanted(); at += askedBytes) {
    const answer = await ask('attachment.read', { hash, from: at, to: Math.min(to, at + askedBytes) });
    if (!answer.ok) return undefined;
    bytes.set(answer.value, at - from);
  }
  return bytes;
};

/** Gives pdf.js the parts of a file it asks for; a part that cannot be had ends the reading. */
const partsOf = (
  { PDFDataRangeTransport }: Awaited<ReturnType<typeof loadReader>>,
  hash: string,
  { size, head }: OpenedFile,
  fail: () => void,
) => {
  const parts = new PDFDataRangeTransport(size, head);
  let isOpen = true;
  // A file may be closed in the middle of its drawing; what comes after that nobody waits for.
  parts.abort = () => {
    isOpen = false;
  };
  parts.requestDataRange = (from, to) => {
    void readRange(hash, from, to, () => isOpen).then((bytes) => {
      if (!isOpen) return;
      if (bytes) parts.onDataRange(from, bytes);
      else {
        parts.abort();
        fail();
      }
    });
  };
  return parts;
};

/** Opens a file of the vault. `sheetsUnreadable` when it is no PDF that can be shown, or main's own fault. */
export const openPdf = async (hash: string): Promise<Result<OpenPdf>> => {
  const [answer, reader] = await Promise.all([ask('attachment.open', { hash }), loadReader()]);
  if (!answer.ok) return answer;
  let loading: PDFDocumentLoadingTask | undefined;
  const parts = partsOf(reader, hash, answer.value, () => void loading?.destroy());
  try {
    loading = reader.getDocument({
      worker: reader.worker,
      range: parts,
      rangeChunkSize: partBytes,
      disableStream: true,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: true,
      disableAutoFetch: true,
      enableXfa: false,
    });
    const document = await loading.promise;
    return { ok: true, value: opened(document, parts) };
  } catch (error) {
    if (isNamed(error, 'PasswordException')) return { ok: true, value: lockedPdf };
    return { ok: false, fault: { code: 'sheetsUnreadable' } satisfies Fault };
  }
};
