import type { BackupDone, BackupPlan } from './backup.ts';
import { copyOfKey, runWorker } from './worker.ts';

/** Beside the bundle of main: scripts/build makes `backup.cjs` of backup.process.ts. */
const bundled = (): URL => new URL('./backup.cjs', import.meta.url);

let running: Promise<BackupDone> | undefined;

const start = (plan: Omit<BackupPlan, 'countFaults'>, script: URL): Promise<BackupDone> => {
  const databaseKey = copyOfKey(plan.databaseKey);
  return runWorker<BackupDone>(script, { ...plan, databaseKey }, [databaseKey.buffer]);
};

/**
 * Makes one backup in a worker thread: `backUp` of backup.ts, with the journal's chain counted through. One at a time: asked again meanwhile, it gives
 * the one under way. Throws what `backUp` throws.
 */
export const backUpInWorker = (
  plan: Omit<BackupPlan, 'countFaults'>,
  script: URL = bundled(),
): Promise<BackupDone> => {
  running ??= start(plan, script).finally(() => {
    running = undefined;
  });
  return running;
};
