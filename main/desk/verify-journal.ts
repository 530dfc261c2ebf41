import type { JournalReport } from '../../shared/journal/verify.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { verifyInWorker } from '../journal/verify-worker.ts';
import { vaultPaths } from '../vault/folder.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';

/** Verifies the open journal in a worker, on a handle of its own that cannot write. */
export const verifyOpenJournal = async (
  desk: Desk,
  mode: JournalReport['mode'],
): Promise<Result<JournalReport>> => {
  const { databaseKey } = getCabinet(desk);
  const report = await verifyInWorker(vaultPaths(desk.places.data).database, databaseKey, mode);
  noteAccess(desk, 'verify', '', mode);
  return succeed(report);
};
