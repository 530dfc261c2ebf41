import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WritableDatabase } from './database.ts';
import { closeDatabase, createDatabase, openDatabase } from './database.ts';
import { VaultFault } from './faults.ts';
import type { FoundedVault } from './found-vault.ts';
import { createVault } from './found-vault.ts';
import { migrate, MIGRATIONS } from './migrations/index.ts';

export interface TestDatabase {
  readonly folder: string;
  readonly file: string;
  readonly key: Buffer;
  readonly db: WritableDatabase;
}

/** A fresh temporary folder; the caller removes it with `removeFolder`. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'quay-vault-'));

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/**
 * A real encrypted database in its own folder, at `version` (the newest when left out; 0 for no tables).
 * For a migration's test: open at the version before, insert old rows, `migrate(db)`, compare.
 */
export const makeDatabase = (version?: number): TestDatabase => {
  const folder = makeFolder();
  const file = join(folder, 'vault.db');
  const key = randomBytes(32);
  const db = createDatabase(file, key);
  const steps =
    version === undefined ? MIGRATIONS : MIGRATIONS.filter((migration) => migration.version <= version);
  migrate(db, steps);
  return { folder, file, key, db };
};

/** Lets `look` at what the newest release finds in a vault that `fill` wrote when `version` was the newest. */
export const upgradeFrom = (
  version: number,
  fill: (old: WritableDatabase) => void,
  look: (upgraded: WritableDatabase) => void,
): void => {
  const { folder, file, key, db } = makeDatabase(version);
  try {
    fill(db);
    closeDatabase(db);
    const upgraded = openDatabase(file, key);
    migrate(upgraded);
    look(upgraded);
    closeDatabase(upgraded);
  } finally {
    removeFolder(folder);
  }
};

/** The scrypt cost of tests: 1 MiB instead of 128. */
export const QUICK_LOG2N = 10;
export const SAMPLE_PASSWORD = 'bốn chiếc thuyền giấy';

/** A real vault in its own folder, with one clerk whose password is SAMPLE_PASSWORD. */
export const makeVault = async (
  folder: string,
  fill?: Parameters<typeof createVault>[2],
): Promise<FoundedVault> =>
  createVault(
    folder,
    {
      trial: false,
      label: { office: { code: 'H55.242', name: 'UBND xã Mẫu' }, desk: { number: 1, name: 'Quầy 1' } },
      clerk: { clerkId: 'c1', username: 'mau', name: 'Nguyễn Văn Mẫu', password: SAMPLE_PASSWORD },
      now: 1_795_000_000_000,
      log2N: QUICK_LOG2N,
    },
    fill,
  );

/** 'code' or 'code/what' of the VaultFault that `fn` throws, 'none' when it throws none. */
export const faultOf = async (fn: () => unknown): Promise<string> => {
  try {
    await fn();
  } catch (error) {
    if (!(error instanceof VaultFault)) throw error;
    const detail = error.params['what'] ?? error.params['reason'];
    return detail === undefined ? error.code : `${error.code}/${detail}`;
  }
  return 'none';
};

/** A file system of `megabytes` to fill up, undefined where none may be mounted (not root, not Linux). `unmount` when done. */
export const mountSmallDisk = (megabytes: number): { folder: string; unmount: () => void } | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = makeFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    removeFolder(folder);
    return undefined;
  }
  return {
    folder,
    unmount: () => {
      execFileSync('umount', ['-l', folder]);
      removeFolder(folder);
    },
  };
};
