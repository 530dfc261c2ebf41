import { Worker } from 'node:worker_threads';
import type { FaultCode } from '../../shared/faults.ts';
import type { JournalReport } from '../../shared/journal/report.ts';
import type { MessageParams } from '../../shared/text/problem.ts';
import { VaultFault } from '../vault/faults.ts';
import type { Inspection } from './verify.ts';

/** What the worker thread answers, once. */
export type VerifyAnswer =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly code: FaultCode; readonly params: MessageParams };

/** Beside the bundle of main; see scripts/build for how `verify.process.ts` gets there. */
const bundled = (): URL => new URL('./verify.cjs', import.meta.url);

/**
 * Verifies a vault's journal in a worker thread, on a read-only handle of its own: main goes on answering. The caller keeps
 * the checkpoint (`keepCheckpoint`), since only main writes. Throws the storage faults of `openForReading`.
 */
export const verifyInWorker = (
  file: string,
  key: Uint8Array,
  mode: JournalReport['mode'],
  script: URL = bundled(),
): Promise<Inspection> =>
  new Promise((resolve, reject) => {
    // A copy of its own: the vault may close, and zero its key, while the journal is still being read.
    const databaseKey = Uint8Array.from(key);
    const worker = new Worker(script, {
      workerData: { file, databaseKey, mode },
      transferList: [databaseKey.buffer],
    });
    worker.once('message', (answer: VerifyAnswer) => {
      if (answer.ok) resolve(answer.inspection);
      else reject(new VaultFault(answer.code, answer.params));
    });
    worker.once('error', reject);
    // After an answer this changes nothing; without one the worker died.
    worker.once('exit', (code) => reject(new Error(`the verification ended with ${code} and no answer`)));
  });
