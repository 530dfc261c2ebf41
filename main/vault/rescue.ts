import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backupFiles, copyNewAttachments, verifyBackup } from './backup.ts';
import { copyDurably } from './copy-file.ts';
import { readIfThere, retryWhileScanned, syncFolder, writeDurably } from './durable-file.ts';
import { VaultFault, withStorageFaults } from './faults.ts';
import { makePrivateFolder, vaultPaths } from './folder.ts';
import { readDatabaseSalt, settleFolder } from './found-vault.ts';
import type { SalvageReport } from './salvage.ts';
import { salvageDatabase } from './salvage.ts';
import { createSlots, readSlots, readSlotsFrom, slotsText } from './slots.ts';

const asidePrefix = 'set-aside-';
const rescuedName = 'rescued';

const stampOf = (now: number): string => new Date(now).toISOString().replaceAll(/[-:]/g, '').slice(0, 15);

/** What stays when a vault is set aside: the lock this process holds, the ballast, what was set aside before, what comes in its place. */
const staysInPlace = (folder: string, name: string): boolean => {
  const { lock, lockHolder, ballast } = vaultPaths(folder);
  if (name === rescuedName || name.startsWith(asidePrefix)) return true;
  return [lock, lockHolder, ballast].some((file) => name.startsWith(basename(file)));
};

/**
 * Moves everything of the vault into a folder of its own beside it, so that another can be restored or begun. Nothing is deleted. The database must be closed.
 * Returns the new folder. Cut in the middle, it is simply called again.
 */
export const setAside = (folder: string, now: number): string =>
  withStorageFaults(() => {
    const aside = join(folder, asidePrefix + stampOf(now));
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      if (!staysInPlace(folder, name))
        retryWhileScanned(() => renameSync(join(folder, name), join(aside, name)));
    }
    syncFolder(aside);
    syncFolder(folder);
    return aside;
  }, folder);

const requireEmpty = (folder: string): void => {
  const { database, slots } = vaultPaths(folder);
  if ([database, ...slots].some((file) => existsSync(file))) throw new VaultFault('vaultExists');
};

/** The last step of a vault built beside its name: the slots make it real, the rename makes it usable. */
const takeItsPlace = (folder: string, slotsFile: string): void => {
  const { unfinishedDatabase } = vaultPaths(folder);
  createSlots(folder, { ...readSlotsFrom(slotsFile), databaseSalt: readDatabaseSalt(unfinishedDatabase) });
  settleFolder(folder);
};

const removeUnfinished = (folder: string): void => {
  const { unfinishedDatabase } = vaultPaths(folder);
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinishedDatabase + suffix, { force: true });
};

/**
 * Puts a verified backup into an empty data folder (or one whose vault was set aside). It opens with the passwords of its day; the guard then shows that it is older.
 * Throws vaultExists, backupInvalid {what}, diskFull …
 */
export const restoreBackup = (backupPath: string, folder: string): void => {
  makePrivateFolder(folder);
  requireEmpty(folder);
  verifyBackup(backupPath);
  const files = backupFiles(backupPath);
  removeUnfinished(folder);
  copyNewAttachments(files.attachments, vaultPaths(folder).attachments);
  copyDurably(files.database, vaultPaths(folder).unfinishedDatabase);
  takeItsPlace(folder, files.slots);
};

/**
 * Brings back the slots alone, from a backup's `slots.json` or a spare copy, where the database itself is whole: nothing written since is lost. The bad
 * copies are moved to a folder of their own. Throws foreignVault when those slots are of another vault.
 */
export const restoreSlots = (slotsFile: string, folder: string, now: number): void => {
  const { database, slots } = vaultPaths(folder);
  const body = readSlotsFrom(slotsFile);
  if (body.databaseSalt !== readDatabaseSalt(database)) throw new VaultFault('foreignVault');
  const aside = join(folder, asidePrefix + stampOf(now));
  withStorageFaults(() => {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const file of slots) {
      if (existsSync(file)) retryWhileScanned(() => renameSync(file, join(aside, basename(file))));
    }
    syncFolder(aside);
  }, folder);
  createSlots(folder, body);
};

export const spareSlotsFile = (spareFolder: string, vaultId: string): string =>
  join(spareFolder, `slots-${vaultId}.json`);

/**
 * Leaves a copy of the sealed slots outside the data folder (beside the guard), for `restoreSlots`. Writes only what has changed: call it now and then.
 */
export const saveSpareSlots = (folder: string, spareFolder: string): void => {
  makePrivateFolder(spareFolder);
  const file = spareSlotsFile(spareFolder, readSlots(folder).body.vaultId);
  const text = Buffer.from(slotsText(folder));
  if (readIfThere(file)?.equals(text) !== true) writeDurably(file, text);
};

/**
 * The spare slots that belong to this folder's database, recognised by the file's salt: a damaged slot file no longer tells whose it is. Undefined when
 * there is none.
 */
export const findSpareSlots = (folder: string, spareFolder: string): string | undefined => {
  const { database } = vaultPaths(folder);
  if (!existsSync(spareFolder) || !existsSync(database)) return undefined;
  const salt = readDatabaseSalt(database);
  const fits = (file: string): boolean => {
    try {
      return readSlotsFrom(file).databaseSalt === salt;
    } catch (error) {
      if (error instanceof VaultFault) return false;
      throw error;
    }
  };
  return readdirSync(spareFolder)
    .filter((name) => /^slots-[0-9a-f]{32}\.json$/.test(name))
    .map((name) => join(spareFolder, name))
    .find(fits);
};

/**
 * Saves what can be read of a damaged vault into a new one in `target`, with the same slots and key. The damaged one is only read. Use through `replaceVault`.
 */
export const salvageVault = (folder: string, databaseKey: Uint8Array, target: string): SalvageReport => {
  makePrivateFolder(target);
  requireEmpty(target);
  removeUnfinished(target);
  const from = vaultPaths(folder);
  const report = salvageDatabase(from.database, databaseKey, vaultPaths(target).unfinishedDatabase);
  copyNewAttachments(from.attachments, vaultPaths(target).attachments);
  const { body } = readSlots(folder);
  createSlots(target, { ...body, databaseSalt: readDatabaseSalt(vaultPaths(target).unfinishedDatabase) });
  settleFolder(target);
  return report;
};

/** '' for a folder nothing was moved into (a vault restored where none was). */
const dropEmpty = (aside: string): string => {
  if (readdirSync(aside).length > 0) return aside;
  rmdirSync(aside);
  return '';
};

/**
 * Puts another vault in the place of a damaged one: `build` makes it in the folder it is given (restoreBackup, salvageVault); only when it is whole is the
 * damaged one set aside (`aside`, '' when there was none). Nothing is deleted, and a failed build leaves all as it was. The database must be closed. A cut in between is finished by `settleRescue`.
 */
export const replaceVault = <T>(
  folder: string,
  build: (target: string) => T,
  now: number,
): { built: T; aside: string } => {
  const target = join(folder, rescuedName);
  rmSync(target, { recursive: true, force: true });
  const built = build(target);
  readSlots(target);
  const moved = setAside(folder, now);
  settleRescue(folder);
  return { built, aside: dropEmpty(moved) };
};

/** Finishes a `replaceVault` that was cut after the damaged vault was set aside. Call after `settleFolder` at start; does nothing otherwise. */
export const settleRescue = (folder: string): void => {
  const rescued = join(folder, rescuedName);
  const from = vaultPaths(rescued);
  const to = vaultPaths(folder);
  if (!from.slots.some((file) => existsSync(file))) return;
  if ([to.database, ...to.slots].some((file) => existsSync(file))) return;
  withStorageFaults(() => {
    if (existsSync(from.attachments)) retryWhileScanned(() => renameSync(from.attachments, to.attachments));
    if (existsSync(from.database)) retryWhileScanned(() => renameSync(from.database, to.unfinishedDatabase));
    syncFolder(folder);
  }, folder);
  createSlots(folder, readSlots(rescued).body);
  settleFolder(folder);
  rmSync(rescued, { recursive: true, force: true });
};
