import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putAttachment, readAttachment } from './attachments.ts';
import type { Backup } from './backup.ts';
import { backUp, backupFiles, listBackups, verifyBackup } from './backup.ts';
import { unlockSlot } from './clerk-slots.ts';
import type { WritableDatabase } from './database.ts';
import { closeDatabase, transaction } from './database.ts';
import { makeDiagnostic } from './diagnostic.ts';
import { vaultPaths } from './folder.ts';
import type { FoundedVault } from './found-vault.ts';
import { openVault, settleFolder } from './found-vault.ts';
import { compareGuard, readGuard, writeGuard } from './guard.ts';
import { checkFully, checkQuickly } from './integrity.ts';
import { readLobby } from './lobby.ts';
import { takeMachineLock } from './machine-lock.ts';
import {
  replaceVault,
  restoreBackup,
  restoreSlots,
  salvageVault,
  saveSpareSlots,
  setAside,
  settleRescue,
  spareSlotsFile,
} from './rescue.ts';
import { SAMPLE_PASSWORD, faultOf, makeFolder, makeVault, removeFolder } from './testing.ts';

let root = '';
let folder = '';
let stick = '';
let made: FoundedVault;
beforeEach(async () => {
  root = makeFolder();
  folder = join(root, 'data');
  stick = join(root, 'stick');
  mkdirSync(stick);
  made = await makeVault(folder);
});
afterEach(() => removeFolder(root));

const rows = 600;
const addRows = (db: WritableDatabase, from: number, to: number): void =>
  transaction(db, () => {
    for (let n = from; n <= to; n++) {
      const blob = Buffer.alloc(32, n % 251);
      db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run([
        n,
        `row${n}`,
        'sample',
        `dossier${n % 40}`,
        'epoch',
        n,
        'h'.repeat(300),
        blob,
        Buffer.alloc(700, n % 251),
        blob,
        blob,
        blob,
      ]);
      db.prepare('INSERT INTO command_answer VALUES (?, ?)').run([
        `command${String(n).padStart(6, '0')}`,
        'a'.repeat(200),
      ]);
    }
  });
const withVault = <T>(use: (db: WritableDatabase) => T, where = folder): T => {
  const db = openVault(where, made.databaseKey);
  try {
    return use(db);
  } finally {
    closeDatabase(db);
  }
};
const countRows = (where = folder): number =>
  withVault((db) => Number(db.prepare('SELECT count(*) AS n FROM journal').get()?.['n']), where);

const backUpAt = (now: number, keep?: number): Backup =>
  backUp({
    folder,
    databaseKey: made.databaseKey,
    destination: stick,
    now,
    ...(keep === undefined ? {} : { keep }),
  }).backup;

const smashPage = (file: string, page: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, randomBytes(512), 0, 512, (page - 1) * 4096 + 1_000);
  closeSync(handle);
};

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

describe('integrity', () => {
  it('of a whole vault is sound, quickly and fully', () => {
    withVault((db) => {
      addRows(db, 1, rows);
      checkQuickly(db);
      expect(checkFully(vaultPaths(folder).database, made.databaseKey)).toMatchObject({
        sound: true,
        brokenPages: [],
      });
    });
  });

  it('names each smashed page', async () => {
    withVault((db) => addRows(db, 1, rows));
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

describe('a damaged vault', () => {
  const smashLeaves = (): void => {
    withVault((db) => addRows(db, 1, rows));
    for (const page of [45, 46, 110, 180]) smashPage(vaultPaths(folder).database, page);
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
    expect(journal.kept + missing.size).toBe(rows);
    expect(journal.kept).toBeGreaterThan(rows * 0.8);

    expect(readLobby(folder).state).toBe('ready');
    await unlockSlot(folder, made.slotId, SAMPLE_PASSWORD);
    withVault((db) => {
      const kept = new Set(db.prepare<{ pluck: true }>('SELECT pos FROM journal', { pluck: true }).all());
      for (let n = 1; n <= rows; n++) expect(kept.has(n)).toBe(!missing.has(n));
      expect(db.prepare('SELECT length(payload) AS n, hash FROM journal WHERE pos = 3').get()).toMatchObject({
        n: 700,
      });
    });
    expect(checkFully(vaultPaths(folder).database, made.databaseKey).sound).toBe(true);
    expect(readdirSync(vaultPaths(folder).attachments).length).toBeGreaterThan(0);
    expect(readFileSync(join(aside, 'vault.db')).equals(before)).toBe(true);
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
    withVault((db) => addRows(db, 1, rows));
    const { database } = vaultPaths(folder);
    const about = { now: 1_795_000_000_000, application: '0.1.0' };
    smashPage(database, 60);
    const told = makeDiagnostic(folder, { ...about, databaseKey: made.databaseKey });
    expect(told).toMatchObject({
      databaseBegins: 'known salt',
      slots: { state: 'good', kinds: ['clerk', 'recovery'] },
      integrity: { sound: false, brokenPages: [60] },
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
