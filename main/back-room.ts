import { net, powerMonitor } from 'electron';
import type { WindowClass } from '../shared/contract.ts';
import type { Result } from '../shared/faults.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { closeOfDay, startChores } from './desk/chores.ts';
import type { Desk } from './desk/desk.ts';
import { lockSession } from './desk/session.ts';
import { startSync } from './sync/sync.ts';

/** All that the sign-in screen does without: reading it takes longer than making the window, so it is read once that screen stands. */
export interface BackRoom {
  dispatch(windowClass: WindowClass, method: string, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
}

export const openBackRoom = (desk: Desk): BackRoom => {
  const stopChores = startChores(desk);
  // Chromium's own: this PC's proxy and the certificate authorities its administrator trusts.
  const sync = startSync(desk, (url, init) => net.fetch(url, init));
  powerMonitor.on('lock-screen', () => lockSession(desk));
  powerMonitor.on('suspend', () => lockSession(desk));
  return {
    dispatch: (windowClass, method, input) => dispatch(commands, desk, windowClass, method, input),
    close: async () => {
      stopChores();
      await sync.stop();
      await closeOfDay(desk);
    },
  };
};
