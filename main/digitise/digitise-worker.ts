import type { SheetRef } from '../../shared/contract.ts';
import { copyOfKey, runWorker } from '../vault/worker.ts';
import type { ImageKind } from './read-image.ts';

/** What a job left in the vault: files kept as they came, by hash, and one that was made. */
export interface Digitised {
  readonly whole: readonly string[];
  readonly made: { readonly hash: string; readonly size: number } | null;
}

interface Vault {
  readonly folder: string;
  readonly databaseKey: Uint8Array;
  /** When it is digitised, epoch milliseconds: the date the file carries. */
  readonly at: number;
}

type Job =
  /** A picture's bytes are given away. */
  | { readonly do: 'image'; readonly kind: ImageKind; readonly source: string | Uint8Array<ArrayBuffer> }
  | { readonly do: 'compose'; readonly sheets: readonly SheetRef[] };

/** Beside the bundle of main: scripts/build makes `digitise.cjs` of digitise.process.ts. */
const bundled = (): URL => new URL('./digitise.cjs', import.meta.url);

/**
 * Makes a PDF in a worker thread and keeps it in the vault, durable when this resolves.
 * Throws imageUnreadable, imageTooBig {width, height}, signedPdfWhole, sheetsUnreadable, sheetsTooLarge, fileTooLarge, diskFull …
 */
export const digitiseInWorker = (vault: Vault, job: Job, script: URL = bundled()): Promise<Digitised> => {
  const databaseKey = copyOfKey(vault.databaseKey);
  const given = job.do === 'image' && typeof job.source !== 'string' ? [job.source.buffer] : [];
  return runWorker<Digitised>(script, { ...vault, ...job, databaseKey }, [databaseKey.buffer, ...given]);
};
