import { net, powerMonitor } from 'electron';
import type { WindowClass } from '../shared/contract.ts';
import type { Result } from '../shared/faults.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { closeOfDay, startChores } from './desk/chores.ts';
import { getCabinet } from './desk/desk.ts';
import type { Desk } from './desk/desk.ts';
import { lockSession } from './desk/session.ts';
import { stripOf } from './desk/status.ts';
import { findOpenDays } from './seals/find-open.ts';
import { closeSigning } from './signing/room.ts';
import { startStamping } from './signing/stamp-queue.ts';
import { startSync } from './sync/sync.ts';

/** All that the sign-in screen does without: reading it takes longer than making the window, so it is read once that screen stands. */
export interface BackRoom {
  dispatch(windowClass: WindowClass, method: string, input: unknown): Promise<Result<unknown>>;
  holdsClose: () => boolean;
  close(): Promise<void>;
}

/** The next attempt within this time goes through. */
const warnedMs = 60_000;

const hasOpenDays = (desk: Desk): boolean => findOpenDays(getCabinet(desk).db).open.length > 0;

/** Tells the windows that somebody closes while things wait or days are open, once; nobody is kept from going home. */
const warnOnce = (desk: Desk): (() => boolean) => {
  let warnedAt = -warnedMs;
  return () => {
    const now = performance.now();
    const strip = desk.session ? stripOf(desk) : null;
    if (!strip || now - warnedAt < warnedMs) return false;
    if (!(strip.joined && strip.waiting > 0) && !hasOpenDays(desk)) return false;
    warnedAt = now;
    desk.tell({ kind: 'closing' });
    return true;
  };
};

export const openBackRoom = (desk: Desk): BackRoom => {
  const stopChores = startChores(desk);
  const stopStamping = startStamping(desk);
  // Chromium's own: this PC's proxy and the certificate authorities its administrator trusts.
  const sync = startSync(desk, (url, init) => net.fetch(url, init));
  powerMonitor.on('lock-screen', () => lockSession(desk));
  powerMonitor.on('suspend', () => lockSession(desk));
  return {
    dispatch: (windowClass, method, input) => dispatch(commands, desk, windowClass, method, input),
    holdsClose: warnOnce(desk),
    close: async () => {
      stopChores();
      stopStamping();
      await closeSigning(desk);
      await sync.stop();
      await closeOfDay(desk);
    },
  };
};
