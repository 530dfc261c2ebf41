import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from './backup.ts';
import { backUp } from './backup.ts';
import type { WritableDatabase } from './database.ts';
import { closeDatabase, transaction } from './database.ts';
import type { FoundedVault } from './found-vault.ts';
import { openVault } from './found-vault.ts';
import { makeFolder, makeVault } from './testing.ts';

/** Enough rows to fill a few hundred pages. */
export const MANY_ROWS = 600;

/** Rows of the right shape, `from` to `to` inclusive, whose chain nobody verifies. */
export const addRows = (db: WritableDatabase, from: number, to: number): void =>
  transaction(db, () => {
    const journal = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const answers = db.prepare('INSERT INTO setting VALUES (?, ?)');
    for (let n = from; n <= to; n++) {
      const blob = Buffer.alloc(32, n % 251);
      const payload = Buffer.alloc(700, n % 251);
      const subject = `dossier${n % 40}`;
      const header = 'h'.repeat(300);
      journal.run([n, `row${n}`, 'sample', subject, 'epoch', n, header, blob, payload, blob, blob, blob]);
      answers.run([`command${String(n).padStart(6, '0')}`, 'a'.repeat(200)]);
    }
  });

/** Scratches a page, counted from 1, as a dying disk would. */
export const smashPage = (file: string, page: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, randomBytes(512), 0, 512, (page - 1) * 4096 + 1_000);
  closeSync(handle);
};

/** A vault in `folder` and a `stick` for its backups, both below `root`. */
export interface Place {
  readonly root: string;
  readonly folder: string;
  readonly stick: string;
  readonly made: FoundedVault;
  readonly withVault: <T>(use: (db: WritableDatabase) => T, where?: string) => T;
  readonly countRows: (where?: string) => number;
  readonly backUpAt: (now: number, keep?: number) => Backup;
}

export const makePlace = async (): Promise<Place> => {
  const root = makeFolder();
  const folder = join(root, 'data');
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const made = await makeVault(folder);
  const withVault: Place['withVault'] = (use, where = folder) => {
    const db = openVault(where, made.databaseKey);
    try {
      return use(db);
    } finally {
      closeDatabase(db);
    }
  };
  return {
    root,
    folder,
    stick,
    made,
    withVault,
    countRows: (where) =>
      withVault((db) => Number(db.prepare('SELECT count(*) AS n FROM journal').get()?.['n']), where),
    backUpAt: (now, keep) => {
      const plan = { folder, databaseKey: made.databaseKey, destination: stick, now };
      return backUp(keep === undefined ? plan : { ...plan, keep }).backup;
    },
  };
};
