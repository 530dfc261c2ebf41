import { statfsSync } from 'node:fs';
import { statusAnswer } from '../../shared/sync/messages.ts';
import type { DeskStatus, StatusAnswer } from '../../shared/sync/messages.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findLastBackup } from '../desk/settings-store.ts';
import { countWaitingFiles } from './files/waiting-files.ts';
import { askJson } from './reach.ts';
import type { Reach } from './reach.ts';
import { countWaiting } from './waiting.ts';

const diskOf = (folder: string): Pick<DeskStatus, 'diskFree' | 'diskSize'> => {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { diskFree: bavail * bsize, diskSize: blocks * bsize };
  } catch {
    return { diskFree: null, diskSize: null };
  }
};

/** Tells the province how this desk stands, for the console, and hears what it has for this desk. */
export const tellStatus = (
  { clock, versions, places }: Desk,
  { db, lookupKey }: Cabinet,
  { reach, url, token, signal }: { reach: Reach; url: string; token: string; signal: AbortSignal },
): Promise<StatusAnswer> => {
  const waits = countWaiting(db);
  const status: DeskStatus = {
    deskTime: clock.now(),
    application: versions.application,
    waiting: waits.rows,
    oldestWaitingAt: waits.since,
    filesWaiting: countWaitingFiles(db),
    ...diskOf(places.data),
    backupAt: findLastBackup(db)?.at ?? null,
    lookupKey: lookupKey.toString('hex'),
  };
  const authorization = `Bearer ${token}`;
  return askJson(reach, `${url}/v1/status`, statusAnswer, status, signal, { authorization });
};
