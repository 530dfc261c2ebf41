import { Worker } from 'node:worker_threads';
import type { FaultCode } from '../../shared/faults.ts';
import type { MessageParams } from '../../shared/text/problem.ts';
import { VaultFault } from './faults.ts';

/** What a worker thread of the vault answers, once: faults cannot cross as they are. */
export type WorkerAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FaultCode; readonly params: MessageParams };

const answeringFault = (error: unknown): WorkerAnswer<never> =>
  error instanceof VaultFault
    ? { ok: false, code: error.code, params: error.params }
    : {
        ok: false,
        code: 'internal',
        params: { method: error instanceof Error ? error.message : 'worker' },
      };

/** Runs the worker's job and puts its outcome into words that cross to the main thread. */
export const answering = <T>(job: () => T): WorkerAnswer<T> => {
  try {
    return { ok: true, value: job() };
  } catch (error) {
    return answeringFault(error);
  }
};

/** The same for a job that waits. */
export const answeringLater = <T>(job: () => Promise<T>): Promise<WorkerAnswer<T>> =>
  job().then((value) => ({ ok: true, value }), answeringFault);

/** A copy of a key, to be given away to a worker: the vault may close, and zero its own, meanwhile. */
export const copyOfKey = (key: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(key);

/** What a worker may say on the way. */
interface Progress {
  readonly progress: unknown;
}

/** Starts `script`, waits for its one answer; `hear` is told what it says on the way. Throws the VaultFault it answered, or an Error when it died without a word. */
export const runWorker = <T>(
  script: URL,
  workerData: object,
  transferList: ArrayBuffer[],
  hear: (progress: unknown) => void = () => undefined,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData, transferList });
    worker.on('message', (answer: WorkerAnswer<T> | Progress) => {
      if ('progress' in answer) hear(answer.progress);
      else if (answer.ok) resolve(answer.value);
      else reject(new VaultFault(answer.code, answer.params));
    });
    worker.once('error', reject);
    // After an answer this changes nothing; without one the worker died.
    worker.once('exit', (code) =>
      reject(new Error(`a worker of the vault ended with ${code} and no answer`)),
    );
  });
