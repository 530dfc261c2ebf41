import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePassword, unlockSlot } from './clerk-slots.ts';
import { closeDatabase } from './database.ts';
import { vaultPaths } from './folder.ts';
import type { FoundedVault } from './found-vault.ts';
import { openVault, readDatabaseSalt } from './found-vault.ts';
import { readLobby } from './lobby.ts';
import { at, damage, ready } from './testing-lobby.ts';
import { SAMPLE_PASSWORD, faultOf, makeFolder, makeVault, removeFolder } from './testing.ts';

let folder = '';
let made: FoundedVault;
beforeEach(async () => {
  folder = join(makeFolder(), 'data');
  made = await makeVault(folder);
});
afterEach(() => removeFolder(join(folder, '..')));

describe('damage', () => {
  const smash = [
    ['garbage', (file: string) => writeFileSync(file, randomBytes(900))],
    ['text', (file: string) => writeFileSync(file, '{"format":1}')],
    ['a torn end', (file: string) => truncateSync(file, statSync(file).size - 40)],
    ['nothing', (file: string) => truncateSync(file, 0)],
    ['absence', (file: string) => unlinkSync(file)],
    [
      'one flipped letter',
      (file: string) => {
        const text = readFileSync(file, 'utf8');
        writeFileSync(
          file,
          text.replace(/"sealed":"(.)/, (_, digit: string) => `"sealed":"${digit === '0' ? '1' : '0'}`),
        );
      },
    ],
  ] as const;

  it.each(smash)('of one copy of the slots by %s loses nothing and is mended', async (_, harm) => {
    for (const file of vaultPaths(folder).slots) {
      harm(file);
      expect(ready(readLobby(folder)).brokenCopies).toBe(1);
      expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD))).toBe('none');
      expect(ready(readLobby(folder)).brokenCopies).toBe(0);
    }
  });

  it.each(smash)('of both copies by %s is told, with ways out that keep everything', (_, harm) => {
    const [a, b] = vaultPaths(folder).slots;
    harm(a);
    harm(b);
    const lobby = readLobby(folder);
    expect(damage(lobby)).toBe('slotsDamaged');
    expect(lobby).toMatchObject({
      ways: ['retry', 'restoreSlots', 'restoreBackup', 'diagnostic', 'setAside'],
    });
  });

  it('of the newest copy falls back to the one before', async () => {
    await changePassword(folder, made.slotId, SAMPLE_PASSWORD, 'năm con chim sẻ');
    await faultOf(() => unlockSlot(folder, made.slotId, 'sai', at(0)));
    const [a, b] = vaultPaths(folder).slots;
    const generation = (file: string): number =>
      Number(/"generation":(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]);
    writeFileSync(generation(a) > generation(b) ? a : b, 'x');
    expect(await faultOf(() => unlockSlot(folder, made.slotId, 'năm con chim sẻ', at(1)))).toBe('none');
  });

  it('a slot file of a later release is refused, not rewritten', () => {
    const [a] = vaultPaths(folder).slots;
    writeFileSync(a, readFileSync(a, 'utf8').replace('"format":1', '"format":2'));
    const before = readFileSync(a, 'utf8');
    expect(readLobby(folder)).toMatchObject({
      state: 'damaged',
      fault: { code: 'vaultNewer' },
      ways: ['retry', 'diagnostic'],
    });
    expect(readFileSync(a, 'utf8')).toBe(before);
  });

  it('of the database is told apart: gone, empty, torn, not ours, of a later release', async () => {
    const { database } = vaultPaths(folder);
    const kept = join(folder, '..', 'kept.db');
    copyFileSync(database, kept);
    const open = (): unknown => closeDatabase(openVault(folder, made.databaseKey));

    unlinkSync(database);
    expect(damage(readLobby(folder))).toBe('vaultDamaged missing');
    expect(await faultOf(open)).toBe('vaultDamaged/missing');
    expect(existsSync(database)).toBe(false);

    writeFileSync(database, '');
    expect(damage(readLobby(folder))).toBe('vaultDamaged empty');

    const bytes = readFileSync(kept);
    writeFileSync(database, bytes.subarray(0, 4096 * 3));
    expect(await faultOf(open)).toBe('vaultDamaged/damaged');

    const scratched = Buffer.from(bytes);
    scratched.fill(7, 1000, 1100);
    writeFileSync(database, scratched);
    expect(await faultOf(open)).toBe('vaultDamaged/unreadable');

    writeFileSync(database, randomBytes(8192));
    expect(await faultOf(open)).toBe('foreignVault');

    const other = join(folder, '..', 'other');
    await makeVault(other);
    copyFileSync(vaultPaths(other).database, database);
    expect(await faultOf(open)).toBe('foreignVault');

    copyFileSync(kept, database);
    const db = openVault(folder, made.databaseKey);
    db.exec('PRAGMA user_version = 9000');
    closeDatabase(db);
    expect(await faultOf(open)).toBe('vaultNewer');
    expect(readDatabaseSalt(database)).toBe(readDatabaseSalt(kept));
  });

  it('an empty folder is a fresh start, not damage', () => {
    expect(readLobby(join(folder, 'nowhere'))).toEqual({ state: 'empty' });
  });
});
