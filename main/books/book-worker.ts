import { Worker } from 'node:worker_threads';
import type { BookKind } from '../../shared/books/kinds.ts';
import type { Period } from '../../shared/books/period.ts';
import type { Cell } from '../../shared/books/table.ts';
import type { Language } from '../../shared/messages/index.ts';
import { VaultFault } from '../vault/faults.ts';
import { copyOfKey } from '../vault/worker.ts';
import type { WorkerAnswer } from '../vault/worker.ts';
import type { BookHead } from './xlsx.ts';

export type BookAsk =
  | { do: 'rows'; language: Language; offset: number; limit: number }
  | { do: 'totals'; language: Language }
  | { do: 'csv' }
  | { do: 'xlsx'; head: BookHead };

export interface BookReply {
  id: number;
  answer: WorkerAnswer<unknown>;
}

/** A book read in a worker thread, which keeps its lines: the counter's thread only passes pages on. */
export interface OpenBook {
  readonly count: number;
  rows(language: Language, offset: number, limit: number): Promise<Cell[][]>;
  totals(language: Language): Promise<Cell[] | null>;
  csv(): Promise<Uint8Array>;
  xlsx(head: BookHead): Promise<Uint8Array>;
  end(): void;
}

/**
 * Room for what is let go of while it is young: rows parsed, cells and their XML. With the 48 MB a thread has by itself a third of a
 * year's book is spent on sweeping it.
 */
const YOUNG_MB = 128;

/** Beside the bundle of main: scripts/build makes `book.cjs` of book.process.ts. */
const bundled = (): URL => new URL('./book.cjs', import.meta.url);

interface Waiting {
  resolve: (value: never) => void;
  reject: (fault: Error) => void;
}

/** Reads the book of a period on a read-only handle of its own. Throws the storage faults of `openForReading`. */
export const openBookInWorker = async (
  task: {
    readonly file: string;
    readonly databaseKey: Uint8Array;
    readonly kind: BookKind;
    readonly period: Period;
    readonly now: number;
  },
  script: URL = bundled(),
): Promise<OpenBook> => {
  const databaseKey = copyOfKey(task.databaseKey);
  const worker = new Worker(script, {
    workerData: { ...task, databaseKey },
    transferList: [databaseKey.buffer],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let gone: Error | undefined;
  const expect = <T>(): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (gone) reject(gone);
      else waiting.set(next, { resolve, reject });
      next += 1;
      worker.ref();
    });
  const fail = (fault: Error): void => {
    gone = fault;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('message', ({ id, answer }: { id: number; answer: WorkerAnswer<never> }) => {
    const settle = waiting.get(id);
    waiting.delete(id);
    // An open book that is asked nothing keeps no process from ending.
    if (waiting.size === 0) worker.unref();
    if (answer.ok) settle?.resolve(answer.value);
    else settle?.reject(new VaultFault(answer.code, answer.params));
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the book's worker ended with ${code}`)));
  const ask = <T>(what: BookAsk): Promise<T> => {
    const id = next;
    const answer = expect<T>();
    worker.postMessage({ id, ask: what });
    return answer;
  };
  const end = (): void => void worker.terminate();
  const count = await expect<number>().catch((fault: unknown) => {
    end();
    throw fault;
  });
  return {
    count,
    rows: (language, offset, limit) => ask({ do: 'rows', language, offset, limit }),
    totals: (language) => ask({ do: 'totals', language }),
    csv: () => ask({ do: 'csv' }),
    xlsx: (head) => ask({ do: 'xlsx', head }),
    end,
  };
};
