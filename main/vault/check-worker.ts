import { copyOfKey, runWorker } from './worker.ts';

/** What a look through the vault found. */
export interface VaultCheck {
  /** Every page's seal and the structure; false: only a first look at the newest rows. */
  readonly full: boolean;
  readonly sound: boolean;
  readonly brokenPages: number;
  readonly findings: number;
  readonly pages: number;
  /** Attachment files that no dossier and no draft names: room, not danger. Nothing removes them by itself. */
  readonly strayFiles: number;
  readonly strayBytes: number;
  /** Milliseconds. */
  readonly took: number;
}

/** Beside the bundle of main: scripts/build makes `check-vault.cjs` of check-vault.process.ts. */
const bundled = (): URL => new URL('./check-vault.cjs', import.meta.url);

/**
 * Looks through the open vault in a worker thread, on a handle that cannot write. `hear` is told when the seals are proved and the structure's turn comes.
 * Throws what keeps it from being read at all (busy, diskFailed …); damage is an answer, not a fault.
 */
export const checkInWorker = (
  task: {
    readonly folder: string;
    readonly databaseKey: Uint8Array;
    readonly full: boolean;
    readonly now: number;
  },
  hear: (progress: unknown) => void = () => undefined,
  script: URL = bundled(),
): Promise<VaultCheck> => {
  const databaseKey = copyOfKey(task.databaseKey);
  return runWorker<VaultCheck>(script, { ...task, databaseKey }, [databaseKey.buffer], hear);
};
