import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WritableDatabase } from './database.ts';
import { createDatabase } from './database.ts';
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
