import { ask } from '../bridge.ts';
import { saveBeforeLock } from '../before-lock.ts';
import { leave, noteStatus, useDesk } from '../desk-store.ts';

/** Drafts are saved, the session ends, the screen goes to sign-in. Another window follows by main's telling. */
export const lockCounter = async (): Promise<void> => {
  await saveBeforeLock();
  await ask('session.lock', {});
  const { status } = useDesk.getState();
  if (status !== null && status.session !== null) noteStatus({ ...status, phase: 'signIn', session: null });
  else leave();
};
