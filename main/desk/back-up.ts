import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { BackupState } from '../../shared/contract.ts';
import { backUpInWorker } from '../vault/backup-worker.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';
import { rememberBackupFolder } from './machine-file.ts';
import { readMachineSettings, saveLastBackup, saveMachineSettings } from './settings-store.ts';
import { tellStrip } from './status.ts';

/** A second place for everything: a stick or another disk, chosen in main's own dialog. */
export const chooseBackupFolder = async (desk: Desk): Promise<Result<{ folder: string }>> => {
  const folder = await desk.dialogs.openFolder();
  if (folder === null) return fail('cancelled');
  const { db } = getCabinet(desk);
  saveMachineSettings(db, { ...readMachineSettings(db), backupFolder: folder });
  rememberBackupFolder(desk.places.settings, folder);
  return succeed({ folder });
};

/** Makes one backup in a worker, proved before it takes its name. */
export const backUpNow = async (desk: Desk): Promise<Result<BackupState>> => {
  const { db, databaseKey } = getCabinet(desk);
  const { backupFolder } = readMachineSettings(db);
  if (backupFolder === '') return fail('backupUnreachable', { folder: '' });
  const now = desk.clock.now();
  const { backup } = await backUpInWorker({
    folder: desk.places.data,
    databaseKey,
    destination: backupFolder,
    now,
  });
  rememberBackupFolder(desk.places.settings, backupFolder);
  const state = { at: now, folder: backupFolder, bytes: backup.bytes };
  const { cabinet } = desk;
  if (cabinet) {
    saveLastBackup(cabinet.db, state);
    noteAccess(desk, 'backup', '', '');
    tellStrip(desk);
  }
  return succeed(state);
};
