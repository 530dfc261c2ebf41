import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withStorageFaults } from './faults.ts';

/** What lies where in a data folder. */
export interface VaultPaths {
  readonly database: string;
  /** The database of a set-up that has not been finished; see found-vault.ts. */
  readonly unfinishedDatabase: string;
  /** The database as it was before its newest migration, kept until the migrated one has been opened once more; see found-vault.ts. */
  readonly unmigratedDatabase: string;
  readonly slots: readonly [string, string];
  readonly lock: string;
  readonly lockHolder: string;
  readonly ballast: string;
  readonly attachments: string;
}

export const vaultPaths = (folder: string): VaultPaths => ({
  database: join(folder, 'vault.db'),
  unfinishedDatabase: join(folder, 'vault-unfinished.db'),
  unmigratedDatabase: join(folder, 'vault-before-migration.db'),
  slots: [join(folder, 'slots-a.json'), join(folder, 'slots-b.json')],
  lock: join(folder, 'lock.db'),
  lockHolder: join(folder, 'lock-holder.json'),
  ballast: join(folder, 'ballast'),
  attachments: join(folder, 'attachments'),
});

/** Makes a folder of the vault, its owner's alone (0700). */
export const makePrivateFolder = (folder: string): void => {
  withStorageFaults(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32') chmodSync(folder, 0o700);
  });
};
