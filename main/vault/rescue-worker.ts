import type { SalvageReport } from './salvage.ts';
import { copyOfKey, runWorker } from './worker.ts';

/** `aside`: where the damaged vault is kept. `built`: what was saved, for a salvage; null for a restored backup. */
export interface Replaced {
  readonly aside: string;
  readonly built: SalvageReport | null;
}

/** Beside the bundle of main: scripts/build makes `rescue.cjs` of rescue.process.ts. */
const bundled = (): URL => new URL('./rescue.cjs', import.meta.url);

/** `replaceVault` with `restoreBackup`, off the main thread: seconds on a large vault. The database must be closed. */
export const restoreInWorker = (
  folder: string,
  backup: string,
  now: number,
  script: URL = bundled(),
): Promise<Replaced> => runWorker<Replaced>(script, { folder, now, by: { backup } }, []);

/** `replaceVault` with `salvageVault`, off the main thread: half a minute for 100,000 rows. The database must be closed. */
export const salvageInWorker = (
  folder: string,
  databaseKey: Uint8Array,
  now: number,
  script: URL = bundled(),
): Promise<Replaced> => {
  const salvageWith = copyOfKey(databaseKey);
  return runWorker<Replaced>(script, { folder, now, by: { salvageWith } }, [salvageWith.buffer]);
};
