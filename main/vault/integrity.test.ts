import { truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vaultPaths } from './folder.ts';
import { checkFully, checkQuickly } from './integrity.ts';
import type { Place } from './testing-place.ts';
import { MANY_ROWS, addRows, smashPage, makePlace } from './testing-place.ts';
import { faultOf, removeFolder } from './testing.ts';

let root: Place['root'];
let folder: Place['folder'];
let made: Place['made'];
let withVault: Place['withVault'];
beforeEach(async () => {
  ({ root, folder, made, withVault } = await makePlace());
});
afterEach(() => removeFolder(root));

describe('integrity', () => {
  it('of a whole vault is sound, quickly and fully', () => {
    withVault((db) => {
      addRows(db, 1, MANY_ROWS);
      checkQuickly(db);
      expect(checkFully(vaultPaths(folder).database, made.databaseKey)).toMatchObject({
        sound: true,
        brokenPages: [],
      });
    });
  });

  it('names each smashed page', async () => {
    withVault((db) => addRows(db, 1, MANY_ROWS));
    const { database } = vaultPaths(folder);
    for (const page of [40, 90]) smashPage(database, page);
    const report = checkFully(database, made.databaseKey);
    expect(report).toMatchObject({ sound: false, brokenPages: [40, 90] });
    truncateSync(database, 4096 * 10);
    expect(await faultOf(() => checkFully(database, made.databaseKey))).toBe('vaultDamaged/damaged');
  });

  it('finds a table gone at the first look', async () => {
    await withVault(async (db) => {
      db.exec('DROP TABLE draft');
      expect(await faultOf(() => checkQuickly(db))).toBe('vaultDamaged/damaged');
    });
  });
});
