import { needsRebuild, rebuildProjections } from '../journal/rebuild.ts';
import { logFailure } from '../log.ts';
import { tellRows } from '../lookup/working-set.ts';
import type { Desk } from './desk.ts';
import { forgetCount, tellStrip } from './status.ts';

const running = new WeakSet<object>();

/**
 * Makes the projections again where a salvage or a newer release left none, a page at a time, so that the counter goes on
 * answering. When it is done, or cut off by the vault's closing, nothing more is owed than another start.
 */
export const startRebuild = (desk: Desk): void => {
  const { cabinet } = desk;
  if (!cabinet || running.has(cabinet) || !needsRebuild(cabinet.db)) return;
  running.add(cabinet);
  const pages = rebuildProjections(cabinet.db);
  const step = (): void => {
    if (desk.cabinet !== cabinet) return;
    try {
      if (pages.next().done !== true) {
        setTimeout(step);
        return;
      }
      // A number left out: every window notices the gap and asks for a new snapshot.
      cabinet.version += 1;
      tellRows(desk, []);
      forgetCount(cabinet.db);
      tellStrip(desk);
    } catch (error) {
      logFailure('rebuild', error);
    }
    running.delete(cabinet);
  };
  setTimeout(step);
};
