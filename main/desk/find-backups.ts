import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundBackup } from '../../shared/contract.ts';
import { listBackups } from '../vault/backup.ts';
import type { Backup } from '../vault/backup.ts';
import { VaultFault } from '../vault/faults.ts';
import { readSlots } from '../vault/slots.ts';
import type { Desk } from './desk.ts';
import { readMachineFile } from './machine-file.ts';

const shown = 12;

const foldersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
};

/** Where a Linux desktop shows sticks. On Windows a stick is found by the folder remembered, or by the dialog: asking every letter may wait on a dead network drive. */
const sticks = (): string[] =>
  process.platform === 'win32' ? [] : ['/media', '/run/media'].flatMap(foldersIn).flatMap(foldersIn);

/** Whose vault lies in the data folder, undefined when its slots no longer say. */
export const findVaultId = (desk: Desk): string | undefined => {
  try {
    return readSlots(desk.places.data).body.vaultId;
  } catch (error) {
    if (error instanceof VaultFault) return undefined;
    throw error;
  }
};

/** Backups of this counter's vault in some folders; of every vault where it is not known whose is wanted. Newest first, each vault's by its own count: a dead clock must not hide the last. */
export const backupsIn = (desk: Desk, folders: readonly string[]): Backup[] => {
  const vaultId = findVaultId(desk);
  const shelves = new Map<string, Map<string, Backup>>();
  for (const backup of folders.flatMap((folder) => listBackups(folder, vaultId))) {
    // A counter of the trial clock opens nothing else.
    if (desk.trialOnly && !backup.trial) continue;
    const shelf = shelves.get(backup.vaultId) ?? new Map<string, Backup>();
    shelves.set(backup.vaultId, shelf.set(backup.path, backup));
  }
  const newest = (shelf: readonly Backup[]): number => Math.max(...shelf.map(({ at }) => at));
  return [...shelves.values()]
    .map((shelf) => [...shelf.values()].sort((a, b) => b.number - a.number))
    .sort((a, b) => newest(b) - newest(a))
    .flat();
};

const found = (desk: Desk): Backup[] =>
  backupsIn(desk, [
    ...new Set([...desk.lookedIn, ...readMachineFile(desk.places.settings).backupFolders, ...sticks()]),
  ]).slice(0, shown);

/** The handle a window gives back: never a path. */
const handleOf = ({ path }: Backup): string => createHash('sha256').update(path).digest('hex').slice(0, 32);

/** The backups she may choose among without knowing a path. */
export const foundBackups = (desk: Desk): FoundBackup[] => {
  const now = desk.clock.now();
  return found(desk).map((backup) => ({
    id: handleOf(backup),
    at: backup.at,
    age: now - backup.at,
    office: backup.office.name,
    folder: join(backup.path, '..', '..'),
    bytes: backup.bytes,
    trial: backup.trial,
    faulty: (backup.chainFaults ?? 0) > 0,
  }));
};

/** The backup behind a handle, undefined when its stick has gone meanwhile. */
export const findBackup = (desk: Desk, handle: string): Backup | undefined =>
  found(desk).find((backup) => handleOf(backup) === handle);
