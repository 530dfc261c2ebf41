import type { Role } from '../../shared/journal/row.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getSession } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { logFailure, note } from '../log.ts';
import { sealsToLengthen } from '../seals/lengthen-seals.ts';
import { SigningFault } from '../token/faults.ts';
import { hasAttachment } from '../vault/attachments.ts';
import { filesToLengthen } from './lengthen-files.ts';
import { changed, lend } from './record-file.ts';
import { signingRoom } from './room.ts';
import { findAuthority } from './signing-settings.ts';

/** Looked at so often; a pass without anything to do costs a query or two. */
const lookMs = 30_000;
/** After a refusal or with the line cut: twice as long each time. */
const longestWaitMs = 30 * 60_000;
const atATime = 20;

const signers: readonly Role[] = ['reception', 'officer', 'leader', 'registrar'];

/** A signed file whose signature can be made to hold longer: by a time stamp, by proofs of revocation. */
export interface Lasting {
  hash: string;
  field: string;
  /** Milliseconds; null: chưa có dấu thời gian. */
  stampedAt: number | null;
  /** Keeps the file it became and journals it. Throws fileSuperseded. */
  keep: (made: {
    parts: AsyncIterable<Uint8Array>;
    stampedAt: number;
    proved: boolean;
    authority: string;
  }) => Promise<void>;
}

/** Read once something waits to be judged: it brings the whole of X.509 with it, which no sign-in should wait for. */
const judging = () => import('./kept-trust.ts');

/** The role a stamp is journalled under: of whoever is signed in. */
const roleNow = (desk: Desk): Role | undefined => desk.session?.roles.find((role) => signers.includes(role));

/** Throws SigningFault. */
const lengthenOne = async (desk: Desk, one: Lasting, authority: string): Promise<void> => {
  const session = getSession(desk);
  const { keepLists, trustAtHand } = await judging();
  const url = one.stampedAt === null ? authority : '';
  const made = await signingRoom(desk).documents.lengthen(
    await lend(desk, one.hash),
    one.field,
    url,
    trustAtHand(desk),
  );
  // The authority may take minutes: whoever is signed in by then did not ask for it.
  if (desk.session !== session) return;
  keepLists(
    desk,
    made.lists.map((list) => Buffer.from(list)),
  );
  const stampedAt = made.stampedAt?.getTime() ?? one.stampedAt;
  if (stampedAt !== null)
    await one.keep({ parts: changed(desk, one.hash, made), stampedAt, proved: made.proved, authority: url });
};

/** What waits and lies in this vault; what is signed at another desk is stamped there. */
const waiting = async (desk: Desk, cabinet: Cabinet, role: Role, authority: string): Promise<Lasting[]> => {
  const { db, databaseKey } = cabinet;
  const here = [
    ...sealsToLengthen(desk, db, role, atATime),
    ...filesToLengthen(desk, db, role, atATime),
  ].filter(({ hash }) => hasAttachment(desk.places.data, databaseKey, hash));
  if (here.length === 0) return [];
  const { trustAtHand } = await judging();
  if (desk.cabinet !== cabinet) return [];
  const canProve = trustAtHand(desk).anchors.length > 0;
  return here.filter(({ stampedAt }) => (stampedAt === null ? authority !== '' : canProve));
};

/**
 * Goes through what waits, oldest first, until all of it is done or the authority fails: a slow one is nobody's waiting, and no token is
 * needed. Returns the fault that ended it, or that left some without proofs.
 */
export const stampWaiting = async (desk: Desk): Promise<SigningFault | undefined> => {
  const { cabinet } = desk;
  const role = roleNow(desk);
  if (!cabinet || role === undefined || signingRoom(desk).round) return undefined;
  if (findDayFault(dayOf(desk, cabinet))) return undefined;
  const authority = findAuthority(cabinet.db);
  let unproved: SigningFault | undefined;
  for (const one of await waiting(desk, cabinet, role, authority)) {
    if (desk.cabinet !== cabinet || roleNow(desk) !== role) return undefined;
    try {
      await lengthenOne(desk, one, authority);
    } catch (error) {
      if (!(error instanceof SigningFault)) throw error;
      // Signed once more meanwhile: the newer version has its own place in the queue.
      if (error.code === 'fileSuperseded') continue;
      if (error.code !== 'proofsUnreachable') return error;
      // Another authority may answer for the next.
      unproved = error;
    }
  }
  return unproved;
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
