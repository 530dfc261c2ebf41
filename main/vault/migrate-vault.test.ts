import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { holdsBallast, layBallast } from './ballast.ts';
import { closeDatabase, openForReading, pragmaNumber, transaction } from './database.ts';
import type { WritableDatabase } from './database.ts';
import { vaultPaths } from './folder.ts';
import { openVault } from './found-vault.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { faultOf, makeFolder, makeVault, mountSmallDisk, removeFolder } from './testing.ts';

/** The release after this one. */
const next: readonly Migration[] = [
  ...MIGRATIONS,
  { version: 9990, name: 'test', up: (db) => db.exec('ALTER TABLE draft ADD COLUMN colour TEXT') },
];
const today = MIGRATIONS.at(-1)?.version;

const addSetting = (db: WritableDatabase, name: string): void => {
  transaction(db, () => db.prepare('INSERT INTO setting (name, body) VALUES (?, ?)').run([name, 'x']));
};
const look = (file: string, key: Uint8Array) => {
  const db = openForReading(file, key);
  try {
    return {
      version: pragmaNumber(db, 'user_version'),
      settings: db.prepare('SELECT name FROM setting ORDER BY name').all(),
    };
  } finally {
    db.close();
  }
};

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

const oldVault = async (root = makeFolder()) => {
  folders.push(root);
  const folder = join(root, 'data');
  const { databaseKey } = await makeVault(folder);
  const db = openVault(folder, databaseKey);
  addSetting(db, 'a');
  closeDatabase(db);
  return { folder, databaseKey, ...vaultPaths(folder) };
};

describe('a vault of the release before', () => {
  it('is copied whole before it changes, and the copy goes once the new one has been opened again', async () => {
    const { folder, databaseKey, database, unmigratedDatabase } = await oldVault();
    expect(existsSync(unmigratedDatabase)).toBe(false);
    const first = openVault(folder, databaseKey, next);
    addSetting(first, 'b');
    closeDatabase(first);
    expect(look(database, databaseKey)).toEqual({ version: 9990, settings: [{ name: 'a' }, { name: 'b' }] });
    expect(look(unmigratedDatabase, databaseKey)).toEqual({ version: today, settings: [{ name: 'a' }] });
    closeDatabase(openVault(folder, databaseKey, next));
    expect(existsSync(unmigratedDatabase)).toBe(false);
    expect(await faultOf(() => openVault(folder, databaseKey))).toBe('vaultNewer');
  });

  it('stays as it was when a step fails, and so does its copy', async () => {
    const { folder, databaseKey, database, unmigratedDatabase } = await oldVault();
    const failing: Migration = {
      version: 10000,
      name: 'fails',
      up: () => {
        throw new Error('a step that fails');
      },
    };
    expect(() => openVault(folder, databaseKey, [...next, failing])).toThrow('a step that fails');
    for (const file of [database, unmigratedDatabase])
      expect(look(file, databaseKey)).toEqual({ version: today, settings: [{ name: 'a' }] });
    closeDatabase(openVault(folder, databaseKey, next));
  });

  it('holds in its copy what a cut had left in the log', async () => {
    const { folder, databaseKey, unmigratedDatabase } = await oldVault();
    // Not closed: the row is in the log alone, as after a cut.
    const cut = openVault(folder, databaseKey);
    addSetting(cut, 'log');
    const reader = openForReading(vaultPaths(folder).database, databaseKey);
    reader.close();
    cut.close();
    closeDatabase(openVault(folder, databaseKey, next));
    expect(look(unmigratedDatabase, databaseKey).settings).toEqual([{ name: 'a' }, { name: 'log' }]);
  });
});

const disk = mountSmallDisk(8);

describe.skipIf(disk === undefined)('on a full disk', () => {
  afterAll(() => disk?.unmount());

  it('a vault spends its ballast on the copy, and without one is neither changed nor lost', async () => {
    const { folder, databaseKey, database, unmigratedDatabase } = await oldVault(join(disk!.folder, 'root'));
    const filler = join(disk!.folder, 'filler');
    const fillUp = (): void => {
      const { bavail, bsize } = statfsSync(disk!.folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024), 7));
    };
    fillUp();
    expect(await faultOf(() => openVault(folder, databaseKey, next))).toBe('diskFull');
    expect(existsSync(unmigratedDatabase)).toBe(false);
    rmSync(filler);
    expect(look(database, databaseKey)).toEqual({ version: today, settings: [{ name: 'a' }] });

    expect(await layBallast(folder, 1024 * 1024)).toBe('held');
    fillUp();
    closeDatabase(openVault(folder, databaseKey, next));
    expect(holdsBallast(folder)).toBe(false);
    expect(look(database, databaseKey).version).toBe(9990);
    expect(look(unmigratedDatabase, databaseKey).version).toBe(today);
  });
});
