import { Worker } from 'node:worker_threads';
import type { FaultCode } from '../../shared/faults.ts';
import type { MessageParams } from '../../shared/text/problem.ts';
import type { BackupDone, BackupPlan } from './backup.ts';
import { VaultFault } from './faults.ts';

/** What the worker thread answers, once. */
export type BackupAnswer =
  | { readonly ok: true; readonly done: BackupDone }
  | { readonly ok: false; readonly code: FaultCode; readonly params: MessageParams };

/** Beside the bundle of main; see scripts/build for how `backup.process.ts` gets there. */
const bundled = (): URL => new URL('./backup.cjs', import.meta.url);

let running: Promise<BackupDone> | undefined;

const run = (plan: Omit<BackupPlan, 'countFaults'>, script: URL): Promise<BackupDone> =>
  new Promise((resolve, reject) => {
    // A copy of its own: the vault may close, and zero its key, while the backup is still being made.
    const databaseKey = Uint8Array.from(plan.databaseKey);
    const worker = new Worker(script, {
      workerData: { ...plan, databaseKey },
      transferList: [databaseKey.buffer],
    });
    worker.once('message', (answer: BackupAnswer) => {
      if (answer.ok) resolve(answer.done);
      else reject(new VaultFault(answer.code, answer.params));
    });
    worker.once('error', (error) => reject(error));
    // After an answer this changes nothing; without one the worker died.
    worker.once('exit', (code) => reject(new Error(`the backup ended with ${code} and no answer`)));
  });

/**
 * Makes one backup in a worker thread: `backUp` of backup.ts, with the journal's chain counted through. One at a time: asked again meanwhile, it gives
 * the one under way. Throws what `backUp` throws.
 */
export const backUpInWorker = (
  plan: Omit<BackupPlan, 'countFaults'>,
  script: URL = bundled(),
): Promise<BackupDone> => {
  running ??= run(plan, script).finally(() => {
    running = undefined;
  });
  return running;
};
