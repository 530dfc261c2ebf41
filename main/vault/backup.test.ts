import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putAttachment, readAttachment } from './attachments.ts';
import { backUp, backupFiles, listBackups, verifyBackup } from './backup.ts';
import { unlockSlot } from './clerk-slots.ts';
import { closeDatabase } from './database.ts';
import { vaultPaths } from './folder.ts';
import { openVault } from './found-vault.ts';
import { readLobby } from './lobby.ts';
import { restoreBackup } from './rescue.ts';
import type { Place } from './testing-place.ts';
import { addRows, smashPage, makePlace } from './testing-place.ts';
import { SAMPLE_PASSWORD, faultOf, removeFolder } from './testing.ts';

let root: Place['root'];
let folder: Place['folder'];
let stick: Place['stick'];
let made: Place['made'];
let withVault: Place['withVault'];
let countRows: Place['countRows'];
let backUpAt: Place['backUpAt'];
beforeEach(async () => {
  ({ root, folder, stick, made, withVault, countRows, backUpAt } = await makePlace());
});
afterEach(() => removeFolder(root));

describe('a backup', () => {
  it('is whole, encrypted with the same key, and made while the writer writes', () => {
    const db = openVault(folder, made.databaseKey);
    addRows(db, 1, 50);
    const done = backUp({
      folder,
      databaseKey: made.databaseKey,
      destination: stick,
      now: 1_795_000_000_000,
      countFaults: (copy) => {
        expect(copy.prepare('SELECT count(*) AS n FROM journal').get()).toEqual({ n: 50 });
        return 0;
      },
    });
    addRows(db, 51, 60);
    closeDatabase(db);
    expect(done.backup).toMatchObject({
      vaultId: made.vaultId,
      pos: 50,
      number: 1,
      office: { code: 'H55.242' },
    });
    expect(readFileSync(backupFiles(done.backup.path).database).includes('SQLite format')).toBe(false);
    expect(listBackups(stick)).toEqual([done.backup]);
    expect(listBackups(stick, made.vaultId)).toEqual([done.backup]);
    expect(listBackups(stick, 'another')).toEqual([]);
    expect(listBackups(join(root, 'unplugged'))).toEqual([]);
  });

  it('brings back the day it was made: rows, passwords, attachments', async () => {
    withVault((db) => addRows(db, 1, 50));
    const stored = await putAttachment(folder, made.databaseKey, Readable.from([Buffer.alloc(600_000, 7)]));
    const backup = backUpAt(1_795_000_000_000);
    withVault((db) => addRows(db, 51, 60));

    const elsewhere = join(root, 'another PC');
    restoreBackup(backup.path, elsewhere);
    expect(readLobby(elsewhere)).toMatchObject({ state: 'ready', vaultId: made.vaultId });
    const opened = await unlockSlot(elsewhere, made.slotId, SAMPLE_PASSWORD);
    expect(opened.databaseKey.equals(made.databaseKey)).toBe(true);
    expect(countRows(elsewhere)).toBe(50);
    const pieces: Buffer[] = [];
    for await (const piece of readAttachment(elsewhere, made.databaseKey, stored.hash)) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(Buffer.alloc(600_000, 7))).toBe(true);
  });

  it('is never restored over a vault', async () => {
    const backup = backUpAt(1_795_000_000_000);
    expect(await faultOf(() => restoreBackup(backup.path, folder))).toBe('vaultExists');
    unlinkSync(vaultPaths(folder).database);
    expect(await faultOf(() => restoreBackup(backup.path, folder))).toBe('vaultExists');
  });

  it('copies an attachment once', async () => {
    const put = (n: number): Promise<unknown> =>
      putAttachment(folder, made.databaseKey, Readable.from([Buffer.alloc(1_000, n)]));
    await put(1);
    const plan = { folder, databaseKey: made.databaseKey, destination: stick };
    expect(backUp({ ...plan, now: 1_795_000_000_000 }).newAttachments).toBe(1);
    await put(2);
    expect(backUp({ ...plan, now: 1_795_000_000_001 }).newAttachments).toBe(1);
    expect(backUp({ ...plan, now: 1_795_000_000_002 }).newAttachments).toBe(0);
  });

  it('pushes out the oldest, even when a dead clock dates the newest first of all', () => {
    for (let n = 0; n < 3; n++) backUpAt(1_795_000_000_000 + n, 3);
    const newest = backUpAt(1_230_000_000_000, 3);
    const kept = listBackups(stick, made.vaultId);
    expect(kept.map(({ number }) => number)).toEqual([4, 3, 2]);
    expect(kept[0]?.path).toBe(newest.path);
    backUpAt(1_795_000_000_009, 0);
    expect(listBackups(stick, made.vaultId).map(({ number }) => number)).toEqual([5]);
  });

  it('left half made by a cut is no backup, and is swept by the next', () => {
    const first = backUpAt(1_795_000_000_000);
    const half = `${first.path.slice(0, -1)}1.writing`;
    cpSync(first.path, half, { recursive: true });
    expect(listBackups(stick)).toHaveLength(1);
    backUpAt(1_795_000_000_005);
    expect(existsSync(half)).toBe(false);
  });

  it('that fails its check is not kept, and the ones before stay', () => {
    backUpAt(1_795_000_000_000);
    const plan = { folder, databaseKey: made.databaseKey, destination: stick, now: 1_795_000_000_001 };
    const countFaults = (): number => {
      throw new Error('unreadable');
    };
    expect(() => backUp({ ...plan, countFaults })).toThrow('unreadable');
    expect(listBackups(stick).map(({ number }) => number)).toEqual([1]);
    expect(
      readdirSync(join(stick, `quay-mot-cua-${made.vaultId}`)).filter((name) => name.endsWith('.writing')),
    ).toEqual([]);
  });

  it('to a stick that is not there says so and makes no folder', async () => {
    const plan = { folder, databaseKey: made.databaseKey, destination: join(root, 'unplugged'), now: 1 };
    expect(await faultOf(() => backUp(plan))).toBe('backupUnreachable/gone');
    expect(existsSync(plan.destination)).toBe(false);
  });

  it.each([
    ['a changed byte', 'backupInvalid/changed', (path: string) => smashPage(backupFiles(path).database, 2)],
    [
      'a torn database',
      'backupInvalid/changed',
      (path: string) => truncateSync(backupFiles(path).database, 4096),
    ],
    ['no database', 'backupInvalid/changed', (path: string) => unlinkSync(backupFiles(path).database)],
    ['no slots', 'backupInvalid/changed', (path: string) => unlinkSync(backupFiles(path).slots)],
    ['no manifest', 'backupInvalid/manifest', (path: string) => unlinkSync(join(path, 'manifest.json'))],
    [
      'a garbled manifest',
      'backupInvalid/manifest',
      (path: string) => writeFileSync(join(path, 'manifest.json'), '{'),
    ],
  ])('with %s is refused and changes nothing', async (_, fault, harm) => {
    const backup = backUpAt(1_795_000_000_000);
    harm(backup.path);
    const elsewhere = join(root, 'another PC');
    expect(await faultOf(() => restoreBackup(backup.path, elsewhere))).toBe(fault);
    expect(readLobby(elsewhere)).toEqual({ state: 'empty' });
    expect(await faultOf(() => verifyBackup(backup.path, made.databaseKey))).toBe(fault);
  });
});
