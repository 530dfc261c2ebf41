// A worker thread: puts another vault in the place of a damaged one. Started by rescue-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { replaceVault, restoreBackup, salvageVault } from './rescue.ts';
import type { Replaced } from './rescue-worker.ts';
import { answering } from './worker.ts';

const jobShape = z.object({
  folder: z.string(),
  now: z.number(),
  by: z.union([z.object({ backup: z.string() }), z.object({ salvageWith: z.instanceof(Uint8Array) })]),
});

const replace = (): Replaced => {
  const { folder, now, by } = jobShape.parse(workerData);
  if ('backup' in by)
    return { ...replaceVault(folder, (target) => restoreBackup(by.backup, target), now), built: null };
  try {
    return replaceVault(folder, (target) => salvageVault(folder, by.salvageWith, target), now);
  } finally {
    by.salvageWith.fill(0);
  }
};

parentPort?.postMessage(answering(replace));
