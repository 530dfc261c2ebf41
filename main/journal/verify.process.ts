// A worker thread: verifies a journal off the main thread and answers once. Started by verify-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { openForReading } from '../vault/database.ts';
import { VaultFault, findStorageFault } from '../vault/faults.ts';
import { inspectVault } from './verify.ts';
import type { VerifyAnswer } from './verify-worker.ts';

const taskShape = z.object({
  file: z.string(),
  databaseKey: z.instanceof(Uint8Array),
  mode: z.enum(['checkpoint', 'full']),
});

const answer = (): VerifyAnswer => {
  const { file, databaseKey, mode } = taskShape.parse(workerData);
  try {
    const db = openForReading(file, databaseKey);
    try {
      return { ok: true, inspection: inspectVault(db, mode) };
    } finally {
      db.close();
    }
  } catch (error) {
    const fault = error instanceof VaultFault ? error : findStorageFault(error);
    if (!fault) throw error;
    return { ok: false, code: fault.code, params: fault.params };
  } finally {
    databaseKey.fill(0);
  }
};

parentPort?.postMessage(answer());
