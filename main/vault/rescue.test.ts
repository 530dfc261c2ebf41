import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putAttachment } from './attachments.ts';
import { backupFiles } from './backup.ts';
import { unlockSlot } from './clerk-slots.ts';
import { makeDiagnostic } from './diagnostic.ts';
import { vaultPaths } from './folder.ts';
import { pragmaNumber } from './database.ts';
import { settleFolder } from './found-vault.ts';
import { compareGuard, readGuard, writeGuard } from './guard.ts';
import { checkFully } from './integrity.ts';
import { readLobby } from './lobby.ts';
import { takeMachineLock } from './machine-lock.ts';
import {
  findSpareSlots,
  replaceVault,
  restoreBackup,
  restoreSlots,
  salvageVault,
  saveSpareSlots,
  setAside,
  settleRescue,
  spareSlotsFile,
} from './rescue.ts';
import { restoreInWorker, salvageInWorker } from './rescue-worker.ts';
import { buildScript } from './testing-process.ts';
import type { Place } from './testing-place.ts';
import { MANY_ROWS, addRows, smashPage, makePlace } from './testing-place.ts';
import { SAMPLE_PASSWORD, faultOf, makeVault, removeFolder } from './testing.ts';

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

describe('a damaged vault', () => {
  const smashLeaves = (): void => {
    // Behind all that a new vault holds, however many tables that are: pages of the rows just added.
    const held = withVault((db) => pragmaNumber(db, 'page_count'));
    withVault((db) => addRows(db, 1, MANY_ROWS));
    for (const page of [10, 11, 75, 145]) smashPage(vaultPaths(folder).database, held + page);
  };

  it('gives up every row that can be read, and names the gaps', async () => {
    smashLeaves();
    await putAttachment(folder, made.databaseKey, Readable.from([Buffer.alloc(1_000, 3)]));
    const before = readFileSync(vaultPaths(folder).database);
    const { built, aside } = replaceVault(
      folder,
      (target) => salvageVault(folder, made.databaseKey, target),
      1_795_000_000_000,
    );
    const journal = built.tables.find(({ table }) => table === 'journal')!;
    const missing = new Set<number>();
    for (const { from, to } of journal.lost) for (let n = from; n <= to; n++) missing.add(n);
    expect(journal.kept + missing.size).toBe(MANY_ROWS);
    expect(journal.kept).toBeGreaterThan(MANY_ROWS * 0.8);

    expect(readLobby(folder).state).toBe('ready');
    await unlockSlot(folder, made.slotId, SAMPLE_PASSWORD);
    withVault((db) => {
      const kept = new Set(db.prepare<{ pluck: true }>('SELECT pos FROM journal', { pluck: true }).all());
      for (let n = 1; n <= MANY_ROWS; n++) expect(kept.has(n)).toBe(!missing.has(n));
      expect(db.prepare('SELECT length(payload) AS n, hash FROM journal WHERE pos = 3').get()).toMatchObject({
        n: 700,
      });
    });
    expect(checkFully(vaultPaths(folder).database, made.databaseKey).sound).toBe(true);
    expect(readdirSync(vaultPaths(folder).attachments).length).toBeGreaterThan(0);
    expect(readFileSync(join(aside, 'vault.db')).equals(before)).toBe(true);
  });

  it('is replaced off the main thread as well, by salvage or by a backup', async () => {
    const script = pathToFileURL(buildScript('main/vault/rescue.process.ts'));
    smashLeaves();
    const saved = await salvageInWorker(folder, made.databaseKey, 1_795_000_000_000, script);
    expect(saved.built?.tables[0]).toMatchObject({ table: 'journal', complete: false });
    expect(countRows()).toBe(saved.built?.tables[0]?.kept);
    const backup = backUpAt(1_795_000_000_001);
    writeFileSync(vaultPaths(folder).database, randomBytes(9_000));
    const restored = await restoreInWorker(folder, backup.path, 1_795_000_060_000, script);
    expect(restored.built).toBeNull();
    expect(existsSync(join(restored.aside, 'vault.db'))).toBe(true);
    expect(countRows()).toBe(saved.built?.tables[0]?.kept);
    const nothing = join(stick, 'none');
    expect(await faultOf(() => restoreInWorker(folder, nothing, 1, script))).toBe('backupInvalid/manifest');
  });

  it('is left as it was when the one to replace it cannot be built', () => {
    smashLeaves();
    const before = readFileSync(vaultPaths(folder).database);
    expect(() => replaceVault(folder, () => restoreBackup(join(stick, 'none'), join(root, 'x')), 1)).toThrow(
      /backupInvalid/,
    );
    expect(readFileSync(vaultPaths(folder).database).equals(before)).toBe(true);
    expect(readLobby(folder).state).toBe('ready');
  });

  it('is replaced by a backup while this process holds the lock, nothing deleted', () => {
    withVault((db) => addRows(db, 1, 20));
    const backup = backUpAt(1_795_000_000_000);
    const lock = takeMachineLock(folder);
    writeFileSync(vaultPaths(folder).database, randomBytes(9_000));
    const garbage = readFileSync(vaultPaths(folder).database);
    const { aside } = replaceVault(folder, (target) => restoreBackup(backup.path, target), 1_795_000_000_001);
    expect(countRows()).toBe(20);
    expect(readFileSync(join(aside, 'vault.db')).equals(garbage)).toBe(true);
    expect(existsSync(vaultPaths(folder).lock)).toBe(true);
    lock.release();
  });

  it('whose replacement was cut after it was set aside is replaced at the next start', () => {
    withVault((db) => addRows(db, 1, 20));
    const backup = backUpAt(1_795_000_000_000);
    for (const cut of ['before anything moved', 'between database and slots']) {
      restoreBackup(backup.path, join(folder, 'rescued'));
      setAside(folder, 1_795_000_000_000 + cut.length * 1_000);
      if (cut !== 'before anything moved')
        renameSync(vaultPaths(join(folder, 'rescued')).database, vaultPaths(folder).unfinishedDatabase);
      settleFolder(folder);
      settleRescue(folder);
      expect(readLobby(folder).state).toBe('ready');
      expect(countRows()).toBe(20);
      settleRescue(folder);
    }
  });

  it('with both slot copies bad gets them back from a backup or a spare, losing no row', async () => {
    withVault((db) => addRows(db, 1, 20));
    const backup = backUpAt(1_795_000_000_000);
    const spares = join(root, 'spares');
    saveSpareSlots(folder, spares);
    withVault((db) => addRows(db, 21, 30));
    let now = 1_795_000_000_000;
    for (const source of [backupFiles(backup.path).slots, spareSlotsFile(spares, made.vaultId)]) {
      for (const file of vaultPaths(folder).slots) writeFileSync(file, 'garbage');
      expect(readLobby(folder)).toMatchObject({ state: 'damaged', fault: { code: 'slotsDamaged' } });
      restoreSlots(source, folder, (now += 60_000));
      await unlockSlot(folder, made.slotId, SAMPLE_PASSWORD);
      expect(countRows()).toBe(30);
    }
    const other = join(root, 'other');
    await makeVault(other);
    saveSpareSlots(other, spares);
    writeFileSync(join(spares, `slots-${'0'.repeat(32)}.json`), 'garbage');
    expect(findSpareSlots(folder, spares)).toBe(spareSlotsFile(spares, made.vaultId));
    expect(findSpareSlots(folder, join(root, 'nowhere'))).toBeUndefined();
    expect(await faultOf(() => restoreSlots(vaultPaths(other).slots[0], folder, now))).toBe('foreignVault');
    expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD))).toBe('none');
  });

  it('set aside keeps every byte, leaves an empty folder, and is safe to ask twice', async () => {
    withVault((db) => addRows(db, 1, 5));
    const before = readFileSync(vaultPaths(folder).database);
    const first = setAside(folder, 1_795_000_000_000);
    setAside(folder, 1_795_000_060_000);
    expect(readLobby(folder)).toEqual({ state: 'empty' });
    expect(readFileSync(join(first, 'vault.db')).equals(before)).toBe(true);
    await makeVault(folder);
    expect(readLobby(folder).state).toBe('ready');
  });

  it('is described without a name, a number or a code of anybody', () => {
    const broken = withVault((db) => pragmaNumber(db, 'page_count')) + 25;
    withVault((db) => addRows(db, 1, MANY_ROWS));
    const { database } = vaultPaths(folder);
    const about = { now: 1_795_000_000_000, application: '0.1.0' };
    smashPage(database, broken);
    const told = makeDiagnostic(folder, { ...about, databaseKey: made.databaseKey });
    expect(told).toMatchObject({
      databaseBegins: 'known salt',
      slots: { state: 'good', kinds: ['clerk', 'recovery'] },
      integrity: { sound: false, brokenPages: [broken] },
    });
    const text = JSON.stringify(told);
    for (const secret of ['Mẫu', 'mau', 'H55.242', 'sample', made.databaseKey.toString('hex'), made.slotId])
      expect(text).not.toContain(secret);
    writeFileSync(database, Buffer.alloc(8192));
    for (const file of vaultPaths(folder).slots) writeFileSync(file, 'x');
    expect(makeDiagnostic(folder, about)).toMatchObject({
      databaseBegins: 'zeros',
      slots: { state: 'vault: slotsDamaged {}' },
      integrity: 'not checked: no key',
    });
    writeFileSync(database, '');
    expect(makeDiagnostic(folder, about).databaseBegins).toBe('empty');
    expect(statSync(database).size).toBe(0);
  });
});

describe('a data folder copied back from yesterday', () => {
  it('opens as any other, and shows itself against the guard', () => {
    const yesterday = join(root, 'yesterday');
    const guards = join(root, 'guards');
    const judge = (): string =>
      withVault((db) => {
        const findHash = (pos: number): string | undefined => {
          const hash = db.prepare('SELECT hash FROM journal WHERE pos = ?').get([pos])?.['hash'];
          return hash instanceof Uint8Array ? Buffer.from(hash).toString('hex') : undefined;
        };
        const pos = Number(db.prepare('SELECT max(pos) AS pos FROM journal').get()?.['pos']);
        return compareGuard(readGuard(guards, made.vaultId), { pos, findHash });
      });
    withVault((db) => addRows(db, 1, 10));
    cpSync(folder, yesterday, { recursive: true });
    expect(judge()).toBe('noGuard');
    withVault((db) => addRows(db, 11, 30));
    const hash = Buffer.alloc(32, 30).toString('hex');
    writeGuard(guards, { vaultId: made.vaultId, epoch: 'epoch', seq: 30, pos: 30, hash, blocks: {} });
    expect(judge()).toBe('same');
    withVault((db) => addRows(db, 31, 31));
    expect(judge()).toBe('guardBehind');
    for (const file of [vaultPaths(folder).database, ...vaultPaths(folder).slots])
      copyFileSync(file.replace(folder, yesterday), file);
    expect(countRows()).toBe(10);
    expect(judge()).toBe('vaultBehind');
  });
});
