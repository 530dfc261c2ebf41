import type { JournalReport } from '../../shared/journal/verify.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { keepCheckpoint } from '../journal/verify.ts';
import { verifyInWorker } from '../journal/verify-worker.ts';
import { vaultPaths } from '../vault/folder.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';

/** Verifies the open journal in a worker, on a handle of its own that cannot write; what was found sound is remembered here. */
export const verifyOpenJournal = async (
  desk: Desk,
  mode: JournalReport['mode'],
): Promise<Result<JournalReport>> => {
  const cabinet = getCabinet(desk);
  const { database } = vaultPaths(desk.places.data);
  const { report, checkpoint } = await verifyInWorker(database, cabinet.databaseKey, mode);
  // The counter may have been shut meanwhile: the answer still stands, only nobody writes it down.
  if (desk.cabinet === cabinet) {
    if (checkpoint) keepCheckpoint(cabinet.db, checkpoint, desk.clock.now());
    noteAccess(desk, 'verify', '', mode);
  }
  return succeed(report);
};
