import { randomBytes, randomUUID } from 'node:crypto';
import type { InputOf, OutputOf, SessionInfo } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { checkClerk, checkDesk, checkHours, checkLane, checkProfile } from '../../shared/office/decide.ts';
import type { Role } from '../../shared/journal/row.ts';
import {
  advance,
  chainRows,
  continueJournal,
  epochOpened,
  insertRows,
  officeSubject,
} from '../journal/journal.ts';
import type { Journal } from '../journal/journal.ts';
import { project } from '../journal/projections.ts';
import { markProjections } from '../journal/rebuild.ts';
import { changePassword, recoverVault, unlockSlot } from '../vault/clerk-slots.ts';
import type { Unlocked } from '../vault/clerk-slots.ts';
import { createVault } from '../vault/found-vault.ts';
import { momentNow } from '../vault/lockout.ts';
import { closeBooks } from '../books/kept-books.ts';
import { forgetTokens } from '../signing/room.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet, getSession, sessionInfo } from './desk.ts';
import type { Desk } from './desk.ts';
import { getClerk, openCabinet, settleJournal } from './open-cabinet.ts';
import { remember } from './guarding.ts';
import { showStoredCode } from './recovery-code.ts';
import { startRebuild } from './rebuild.ts';
import { loadRules } from './rules.ts';
import { saveLookupKey } from './settings-store.ts';
import { spareSlotsSoon } from './spare-slots.ts';
import { tellStatus } from './status.ts';

const founderRoles: Role[] = ['reception', 'admin'];

const begin = (desk: Desk, unlocked: Pick<Unlocked, 'slotId' | 'clerkId' | 'signer'>): void => {
  const { name, roles } = getClerk(getCabinet(desk), unlocked.clerkId);
  // Signed in over another clerk, without a lock in between: her token's login is not the next one's.
  forgetTokens(desk);
  desk.session = { slotId: unlocked.slotId, clerk: unlocked.clerkId, name, roles, signer: unlocked.signer };
  spareSlotsSoon(desk);
};

/** First run: makes the vault, its founding rows and the first clerk, and signs her in. */
export const foundOffice = async (
  desk: Desk,
  input: InputOf<'setup.found'>,
): Promise<Result<OutputOf<'setup.found'>>> => {
  if (desk.trialOnly && !input.trial) return fail('notAllowed', { reason: 'trialClock' });
  const { profile, problems: profileProblems } = checkProfile(input.profile);
  const { desk: counter, problems: deskProblems } = checkDesk(input.desk);
  const { clerk, problems: clerkProblems } = checkClerk(input.clerk);
  const problems = [
    ...profileProblems,
    ...deskProblems,
    ...checkLane(input.lane, input.provinceNumbers, []),
    ...checkHours(input.hours),
    ...clerkProblems,
  ];
  if (problems.length > 0) return fail('invalidInput', undefined, problems);

  const now = desk.clock.now();
  const rules = loadRules(desk.places.assets, null);
  const clerkId = randomUUID();
  let journal: Journal | undefined;
  const founded = await createVault(
    desk.places.data,
    {
      trial: input.trial,
      label: { office: { code: profile.code, name: profile.name }, desk: counter },
      clerk: { clerkId, username: clerk.username, name: clerk.name, password: input.clerk.password },
      now,
      log2N: desk.passwordLog2N,
    },
    (db, { signer }) => {
      journal = continueJournal(db);
      const founder = {
        id: clerkId,
        ...clerk,
        roles: founderRoles,
        publicKey: signer.publicKey,
        removed: false,
      };
      const { lane, provinceNumbers, hours, trial } = input;
      const recorded = chainRows(
        journal,
        { clerk: clerkId, signer, role: 'admin', office: profile.code, desk: counter.number },
        { at: now, recordedAt: now, clock: 'ok', rules: rules.used },
        [
          epochOpened(journal, desk.versions.application),
          {
            subject: officeSubject,
            event: {
              type: 'officeFounded',
              v: 1,
              payload: { profile, desk: counter, lane, provinceNumbers, hours, trial, founder },
            },
          },
        ],
      );
      insertRows(db, recorded);
      for (const one of recorded) project(db, one);
      markProjections(db);
      saveLookupKey(db, randomBytes(32));
      advance(journal, recorded);
    },
  );
  desk.cabinet = openCabinet(desk, { ...founded, trial: input.trial }, journal);
  remember(desk.places.guard, founded.vaultId, desk.cabinet.journal.head);
  begin(desk, { slotId: founded.slotId, clerkId, signer: founded.signer });
  showStoredCode(desk, founded.recoveryCode);
  tellStatus(desk);
  return succeed({ recoveryCode: founded.recoveryCode, session: sessionInfo(desk) });
};

/** Opens the vault when it is shut; when it is open already the slot's own copy of the key is not needed. */
const admitClerk = (desk: Desk, unlocked: Unlocked): void => {
  if (desk.cabinet === null) desk.cabinet = openCabinet(desk, unlocked);
  else unlocked.databaseKey.fill(0);
  begin(desk, unlocked);
  try {
    settleJournal(desk);
  } catch (error) {
    // Nobody works in an epoch that was never announced.
    desk.session = null;
    throw error;
  }
  startRebuild(desk);
};

export const signIn = async (
  desk: Desk,
  { slotId, password }: InputOf<'session.signIn'>,
): Promise<Result<SessionInfo>> => {
  const unlocked = await unlockSlot(desk.places.data, slotId, password, momentNow());
  admitClerk(desk, unlocked);
  desk.damage = null;
  noteAccess(desk, 'signIn', '', unlocked.failedBefore > 0 ? `${unlocked.failedBefore}` : '');
  tellStatus(desk);
  return succeed(sessionInfo(desk));
};

/** The printed code: a new password and hand for the clerk, written into the journal before she signs anything else. */
export const recoverSession = async (
  desk: Desk,
  { code, slotId, newPassword }: InputOf<'session.recover'>,
): Promise<Result<OutputOf<'session.recover'>>> => {
  const recovered = await recoverVault(desk.places.data, { code, slotId, newPassword }, Date.now());
  admitClerk(desk, recovered);
  noteAccess(desk, 'recover', '', '');
  showStoredCode(desk, recovered.recoveryCode);
  tellStatus(desk);
  return succeed({ recoveryCode: recovered.recoveryCode, session: sessionInfo(desk) });
};

/** Ends the clerk's session and forgets her key; the vault stays open in main. */
export const lockSession = (desk: Desk): Result<null> => {
  desk.session = null;
  desk.shownCode = null;
  desk.statement = null;
  forgetTokens(desk);
  closeBooks(desk);
  tellStatus(desk);
  return succeed(null);
};

export const changeOwnPassword = async (
  desk: Desk,
  { current, next }: InputOf<'session.changePassword'>,
): Promise<Result<null>> => {
  await changePassword(desk.places.data, getSession(desk).slotId, current, next, momentNow());
  return succeed(null);
};
