import { logFailure } from '../log.ts';
import { findStorageFault } from '../vault/faults.ts';
import type { Cabinet, Desk } from './desk.ts';
import { noteHeadSoon } from './guarding.ts';
import { tellStrip } from './status.ts';

/** What follows from a commit, once the answer is on its way: the clerk waits for the commit and for nothing else. */
export const afterCommit = (desk: Desk, cabinet: Cabinet, tell: () => void): void => {
  setImmediate(() => {
    if (desk.cabinet !== cabinet) return;
    noteHeadSoon(desk.places.guard, cabinet.vaultId, () =>
      desk.cabinet === cabinet ? cabinet.journal.head : undefined,
    );
    try {
      // Lines that wait are written on the way: a disk may fill just there.
      tell();
      tellStrip(desk);
    } catch (error) {
      const fault = findStorageFault(error);
      if (fault) desk.noteStorageFault(fault);
      else logFailure('after a commit', error);
    }
  });
};
