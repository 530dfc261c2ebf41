import type { Role } from '../../shared/journal/row.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getSession } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { logFailure, note } from '../log.ts';
import { SigningFault } from '../token/faults.ts';
import { hasAttachment } from '../vault/attachments.ts';
import { listUnstamped } from './kept-signatures.ts';
import type { Unstamped } from './kept-signatures.ts';
import { bytesOf, newestFile, recordFile } from './record-file.ts';
import { signingRoom } from './room.ts';
import { findAuthority } from './signing-settings.ts';

/** Looked at so often; a pass without anything to do costs one query. */
const lookMs = 30_000;
/** After a refusal or with the line cut: twice as long each time. */
const longestWaitMs = 30 * 60_000;
const atATime = 20;

const signers: readonly Role[] = ['reception', 'officer', 'leader', 'registrar'];

/** The role a stamp is journalled under: of whoever is signed in. */
const roleNow = (desk: Desk): Role | undefined => desk.session?.roles.find((role) => signers.includes(role));

/** Brings one signed file its time stamp and journals the file it became. Throws SigningFault. */
const stampOne = async (
  desk: Desk,
  role: Role,
  { dossier, hash, field }: Unstamped,
  authority: string,
): Promise<void> => {
  const { file } = newestFile(desk, dossier, hash);
  const session = getSession(desk);
  const { bytes, stampedAt } = await signingRoom(desk).documents.stamp(
    await bytesOf(desk, hash),
    field,
    authority,
  );
  // The authority may take minutes: whoever is signed in by then did not ask for it.
  if (desk.session !== session) return;
  await recordFile(desk, role, { ...file, dossier, bytes, replaces: hash }, (acted, made) => ({
    type: 'signatureStamped',
    v: 1,
    payload: { ...acted, source: hash, file: made, field, stampedAt: stampedAt.getTime(), authority },
  }));
};

/** What waits for a stamp and lies in this vault; what is signed at another desk is stamped there. */
const waiting = (desk: Desk, { db, databaseKey }: Cabinet): Unstamped[] =>
  listUnstamped(db, atATime).filter(({ hash }) => hasAttachment(desk.places.data, databaseKey, hash));

/**
 * Goes through what waits, oldest first, until all of it is stamped or the authority fails: a slow one is nobody's waiting, and no token is
 * needed. Returns the fault that ended it.
 */
export const stampWaiting = async (desk: Desk): Promise<SigningFault | undefined> => {
  const { cabinet } = desk;
  const role = roleNow(desk);
  if (!cabinet || role === undefined || signingRoom(desk).round) return undefined;
  const authority = findAuthority(cabinet.db);
  if (authority === '' || findDayFault(dayOf(desk, cabinet))) return undefined;
  for (const one of waiting(desk, cabinet)) {
    if (desk.cabinet !== cabinet || roleNow(desk) !== role) return undefined;
    try {
      await stampOne(desk, role, one, authority);
    } catch (error) {
      // Signed once more meanwhile: the newer version has its own place in the queue.
      if (error instanceof SigningFault && error.code === 'fileSuperseded') continue;
      if (error instanceof SigningFault) return error;
      throw error;
    }
  }
  return undefined;
};

/** Stamps in the background whenever somebody is signed in and the authority can be reached. */
export const startStamping = (desk: Desk): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  let waitMs = lookMs;
  let over = false;
  const pass = async (): Promise<void> => {
    try {
      const failed = desk.cabinet && (await stampWaiting(desk));
      if (failed) note('time stamp', { code: failed.code });
      waitMs = failed ? Math.min(waitMs * 2, longestWaitMs) : lookMs;
    } catch (error) {
      logFailure('time stamps', error);
      waitMs = longestWaitMs;
    }
    if (!over) arm();
  };
  const arm = (): void => {
    timer = setTimeout(() => void pass(), waitMs);
    timer.unref();
  };
  arm();
  return () => {
    over = true;
    clearTimeout(timer);
  };
};
