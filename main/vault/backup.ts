import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { copyDurably, hashFile, syncFile } from './copy-file.ts';
import type { ReadableDatabase } from './database.ts';
import { openForReading } from './database.ts';
import { readIfThere, retryWhileScanned, syncFolder, writeDurably } from './durable-file.ts';
import { VaultFault, errorCode, findStorageFault } from './faults.ts';
import { vaultPaths } from './folder.ts';
import { checkFully, checkQuickly } from './integrity.ts';
import { readSlots, slotsText } from './slots.ts';

/** Newest backups kept in a destination unless the caller says otherwise: a week of closes and the day's two-hourly ones. */
export const KEPT_BACKUPS = 12;

const format = 1;
const formatShape = z.object({ format: z.literal(format) });
const manifestShape = z.object({
  vaultId: z.string(),
  office: z.object({ code: z.string(), name: z.string() }),
  trial: z.boolean(),
  /** Rises by one with each backup in a destination: a PC whose clock is dead must not have its newest backup taken for its oldest. */
  number: z.number(),
  at: z.number(),
  sha256: z.string(),
  bytes: z.number(),
  /** Newest journal row, 0 and '' when there is none. */
  pos: z.number(),
  hash: z.string(),
  /** Faults found in the journal's chain; null when it was not looked through. They are told, never a reason to have no backup. */
  chainFaults: z.number().nullable(),
});

export type BackupManifest = z.infer<typeof manifestShape>;

export interface Backup extends BackupManifest {
  /** Its folder. */
  readonly path: string;
}

const folderPrefix = 'quay-mot-cua-';
const unfinishedSuffix = '.writing';
const removedSuffix = '.removing';

/** Sorts by time, fits a FAT stick: 20261126-091500-123 (UTC). */
const stampOf = (at: number): string =>
  new Date(at).toISOString().replaceAll(/[-:]/g, '').replace('T', '-').replace('.', '-').replace('Z', '');

const shelfOf = (destination: string, vaultId: string): string => join(destination, folderPrefix + vaultId);

const sharedAttachments = (shelf: string): string => join(shelf, 'attachments');

const requireDestination = (destination: string): void => {
  if (!existsSync(destination))
    throw new VaultFault('backupUnreachable', { folder: destination, reason: 'gone' });
};

/** Copies the shelves of one attachments folder to another: what is there already under its name has the same content. Returns how many were new. */
export const copyNewAttachments = (from: string, to: string): number => {
  if (!existsSync(from)) return 0;
  let copied = 0;
  for (const shelf of readdirSync(from)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of readdirSync(join(from, shelf))) {
      const target = join(to, shelf, name);
      if (!/^[0-9a-f]{64}$/.test(name) || existsSync(target)) continue;
      mkdirSync(join(to, shelf), { recursive: true, mode: 0o700 });
      copyDurably(join(from, shelf, name), target);
      copied += 1;
    }
  }
  return copied;
};

const headOf = (db: ReadableDatabase): { pos: number; hash: string } => {
  const row = db.prepare('SELECT pos, hash FROM journal ORDER BY pos DESC LIMIT 1').get();
  if (row === undefined) return { pos: 0, hash: '' };
  const hash = row['hash'];
  return {
    pos: Number(row['pos']),
    hash: hash instanceof Uint8Array ? Buffer.from(hash).toString('hex') : '',
  };
};

/** One consistent copy of the database under the same key and salt, while the writer goes on. */
const copyDatabase = (from: string, key: Uint8Array, to: string): void => {
  const db = openForReading(from, key);
  try {
    // VACUUM INTO writes only the new file, yet SQLite counts it among the writes a reading handle is refused.
    db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run([to]);
  } finally {
    db.close();
  }
  syncFile(to);
};

const readManifest = (path: string): BackupManifest | undefined => {
  try {
    const kept: unknown = JSON.parse(readIfThere(join(path, 'manifest.json'))?.toString('utf8') ?? '');
    formatShape.parse(kept);
    return manifestShape.parse(kept);
  } catch {
    return undefined;
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const backupsOn = (shelf: string): Backup[] =>
  namesIn(shelf)
    .filter((name) => /^\d{8}-\d{6}-\d{3}$/.test(name))
    .flatMap((name) => {
      const path = join(shelf, name);
      const manifest = readManifest(path);
      return manifest === undefined ? [] : [{ ...manifest, path }];
    })
    .sort((a, b) => b.number - a.number);

/** Whole backups in a destination, the last made first, of one vault or of each in turn. Reads only their manifests. [] where nothing can be read. */
export const listBackups = (destination: string, vaultId?: string): Backup[] =>
  vaultId === undefined
    ? namesIn(destination)
        .filter((name) => name.startsWith(folderPrefix))
        .flatMap((name) => backupsOn(join(destination, name)))
    : backupsOn(shelfOf(destination, vaultId));

/**
 * What can be restored from a folder a person pointed at: she may have gone one or two levels too deep, into the shelf of a vault or into one backup,
 * which is then the one she means.
 */
export const listBackupsNear = (chosen: string): Backup[] => {
  const own = readManifest(chosen);
  if (own !== undefined) return [{ ...own, path: chosen }];
  if (basename(chosen).startsWith(folderPrefix)) return backupsOn(chosen);
  return listBackups(chosen);
};

/** Where a backup keeps its files. */
export const backupFiles = (path: string): { database: string; slots: string; attachments: string } => ({
  database: join(path, 'vault.db'),
  slots: join(path, 'slots.json'),
  attachments: sharedAttachments(join(path, '..')),
});

/**
 * Proves a backup: its bytes are those that were written; with the key, every page's seal and the structure too.
 * Throws backupInvalid {what: manifest, changed, damaged}.
 */
export const verifyBackup = (path: string, key?: Uint8Array): void => {
  const manifest = readManifest(path);
  if (manifest === undefined) throw new VaultFault('backupInvalid', { what: 'manifest' });
  const { database, slots } = backupFiles(path);
  const sum = existsSync(database) && existsSync(slots) ? hashFile(database).sha256 : '';
  if (sum !== manifest.sha256) throw new VaultFault('backupInvalid', { what: 'changed' });
  if (key === undefined) return;
  let sound = false;
  try {
    sound = checkFully(database, key).sound;
  } catch (error) {
    throw new VaultFault('backupInvalid', { what: 'damaged' }, error);
  }
  if (!sound) throw new VaultFault('backupInvalid', { what: 'damaged' });
};

const removeOld = (destination: string, vaultId: string, keep: number): number => {
  const shelf = shelfOf(destination, vaultId);
  const old = backupsOn(shelf).slice(Math.max(1, keep));
  for (const { path } of old) {
    // Renamed first: a cut in the middle leaves no half backup that looks whole.
    retryWhileScanned(() => renameSync(path, path + removedSuffix));
  }
  for (const name of readdirSync(shelf)) {
    if (name.endsWith(removedSuffix) || name.endsWith(unfinishedSuffix))
      rmSync(join(shelf, name), { recursive: true, force: true });
  }
  return old.length;
};

export interface VerifiedHead {
  readonly pos: number;
  /** Hex. */
  readonly hash: string;
}

export interface BackupPlan {
  readonly folder: string;
  readonly databaseKey: Uint8Array;
  /** A folder on a stick or another disk. */
  readonly destination: string;
  /** Milliseconds since the epoch; names the backup. */
  readonly now: number;
  readonly keep?: number;
  /** Counts the faults in the copy's chain, given the newest row that an earlier backup here has proved. */
  readonly countFaults?: (copy: ReadableDatabase, verified: VerifiedHead | undefined) => number;
}

export interface BackupDone {
  readonly backup: Backup;
  readonly newAttachments: number;
  readonly removed: number;
}

const provedBy = (backup: Backup | undefined): VerifiedHead | undefined =>
  backup?.chainFaults === 0 ? { pos: backup.pos, hash: backup.hash } : undefined;

/** Reopens the copy and looks through it: damage found here is the copy's, not the vault's. */
const describeCopy = (plan: BackupPlan, database: string, before: Backup | undefined): BackupManifest => {
  const { body } = readSlots(plan.folder);
  try {
    const copy = openForReading(database, plan.databaseKey);
    try {
      checkQuickly(copy);
      return {
        vaultId: body.vaultId,
        office: body.label.office,
        trial: body.trial,
        number: (before?.number ?? 0) + 1,
        at: plan.now,
        ...hashFile(database),
        ...headOf(copy),
        chainFaults: plan.countFaults?.(copy, provedBy(before)) ?? null,
      };
    } finally {
      copy.close();
    }
  } catch (error) {
    if (findStorageFault(error)?.code === 'vaultDamaged')
      throw new VaultFault('backupInvalid', { what: 'damaged' }, error);
    throw error;
  }
};

const fillBackup = (
  plan: BackupPlan,
  path: string,
  shelf: string,
): { manifest: BackupManifest; copied: number } => {
  const files = backupFiles(path);
  copyDatabase(vaultPaths(plan.folder).database, plan.databaseKey, files.database);
  writeDurably(files.slots, Buffer.from(slotsText(plan.folder)));
  const copied = copyNewAttachments(vaultPaths(plan.folder).attachments, sharedAttachments(shelf));
  return { manifest: describeCopy(plan, files.database, backupsOn(shelf)[0]), copied };
};

/** What the destination refuses is its own trouble: a full stick is not a full disk, and must not cost the vault its ballast. */
const asDestinationFault = (error: unknown, folder: string): unknown => {
  if (errorCode(error) === 'ENOENT')
    return new VaultFault('backupUnreachable', { folder, reason: 'gone' }, error);
  const fault = findStorageFault(error, folder);
  const reasons = { diskFull: 'full', diskFailed: 'failed', folderReadOnly: 'readOnly' } as const;
  const code = fault?.code;
  if (code === 'diskFull' || code === 'diskFailed' || code === 'folderReadOnly')
    return new VaultFault('backupUnreachable', { folder, reason: reasons[code] }, error);
  // The vault is open elsewhere in this process: what cannot be opened is the copy.
  if (code === 'vaultDamaged' && fault?.params['what'] === 'unopenable')
    return new VaultFault('backupUnreachable', { folder, reason: 'gone' }, error);
  return fault ?? error;
};

/**
 * Makes one backup: a consistent encrypted copy of the database, the slots, and the attachments that are not there yet; reopened and proved before it takes
 * its name, and only then are old ones removed. Blocks for seconds: for a worker. Throws backupUnreachable {folder, reason: gone, full, readOnly, failed},
 * backupInvalid {what} when the copy did not come out whole, vaultDamaged when the vault itself cannot be read.
 */
export const backUp = (plan: BackupPlan): BackupDone => {
  requireDestination(plan.destination);
  const { vaultId } = readSlots(plan.folder).body;
  const shelf = shelfOf(plan.destination, vaultId);
  const path = join(shelf, stampOf(plan.now));
  const unfinished = path + unfinishedSuffix;
  try {
    mkdirSync(shelf, { recursive: true, mode: 0o700 });
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    const { manifest, copied } = fillBackup(plan, unfinished, shelf);
    writeDurably(join(unfinished, 'manifest.json'), Buffer.from(JSON.stringify({ format, ...manifest })));
    verifyBackup(unfinished, plan.databaseKey);
    retryWhileScanned(() => renameSync(unfinished, path));
    syncFolder(shelf);
    const removed = removeOld(plan.destination, vaultId, plan.keep ?? KEPT_BACKUPS);
    return { backup: { ...manifest, path }, newAttachments: copied, removed };
  } catch (error) {
    try {
      rmSync(unfinished, { recursive: true, force: true });
    } catch {
      // A stick pulled out: the half backup is swept by the next one.
    }
    throw asDestinationFault(error, plan.destination);
  }
};
