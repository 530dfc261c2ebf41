import { findStorageFault, VaultFault } from './faults.ts';
import type { Signer } from './keys.ts';
import { takeSigner } from './keys.ts';
import type { Moment } from './lockout.ts';
import { NO_FAILURES, countFailure, momentNow, remainingWait } from './lockout.ts';
import { readRecoveryCode } from './recovery-code.ts';
import type { SlotOwner } from './seals.ts';
import { findOpened, findRecovered, requireStrong, sealClerk, sealRecovery } from './seals.ts';
import type { ClerkSlot, RecoverySlot, SlotsBody, VaultLabel } from './slots.ts';
import { clerkSlots, getClerkSlot, readSlots, updateSlots, withSlot } from './slots.ts';

export interface Unlocked {
  readonly vaultId: string;
  readonly trial: boolean;
  readonly slotId: string;
  readonly clerkId: string;
  readonly name: string;
  readonly username: string;
  /** 32 bytes; the caller zeroes it when the vault closes. */
  readonly databaseKey: Buffer;
  readonly signer: Signer;
  /** Wrong passwords given for this slot since its last sign-in: worth telling its owner. */
  readonly failedBefore: number;
}

const toUnlocked = (
  body: SlotsBody,
  slot: ClerkSlot,
  rest: Pick<Unlocked, 'databaseKey' | 'signer' | 'failedBefore'>,
): Unlocked => ({
  vaultId: body.vaultId,
  trial: body.trial,
  slotId: slot.id,
  clerkId: slot.clerkId,
  name: slot.name,
  username: slot.username,
  ...rest,
});

/** Writes the guess down as wrong before it is tried. Throws lockedOut {seconds, until} while the slot must wait. */
const spendGuess = (folder: string, slotId: string, moment: Moment): { body: SlotsBody; before: number } => {
  let before = 0;
  const body = updateSlots(
    folder,
    (current) => {
      const slot = getClerkSlot(current, slotId);
      const wait = remainingWait(slot, moment);
      if (wait > 0)
        throw new VaultFault('lockedOut', { seconds: Math.ceil(wait / 1000), until: moment.now + wait });
      before = slot.failed;
      return withSlot(current, { ...slot, ...countFailure(slot, moment) });
    },
    1,
  );
  return { body, before };
};

const forgetFailures = (folder: string, slotId: string): void => {
  try {
    updateSlots(folder, (body) => withSlot(body, { ...getClerkSlot(body, slotId), ...NO_FAILURES }), 1);
  } catch (error) {
    // The password was right: a full disk must not keep her out, the count only stays one too high.
    if (findStorageFault(error) === undefined) throw error;
  }
};

const openSlot = async (
  folder: string,
  slotId: string,
  password: string,
  moment: Moment,
): Promise<{ body: SlotsBody; slot: ClerkSlot; databaseKey: Buffer; seed: Buffer; before: number }> => {
  const { body, before } = spendGuess(folder, slotId, moment);
  const slot = getClerkSlot(body, slotId);
  const opened = await findOpened(body, slot, password);
  if (opened === undefined) {
    const seconds = Math.ceil(remainingWait(slot, moment) / 1000);
    throw new VaultFault('wrongPassword', { failed: slot.failed, seconds });
  }
  forgetFailures(folder, slotId);
  return { body, slot, ...opened, before };
};

/**
 * Opens a clerk's slot. Throws wrongPassword {failed, seconds to wait now}, lockedOut {seconds, until}, unknownClerk, or what the disk
 * refuses: without writing the guess down first there is no guess.
 */
export const unlockSlot = async (
  folder: string,
  slotId: string,
  password: string,
  moment: Moment = momentNow(),
): Promise<Unlocked> => {
  const { body, slot, databaseKey, seed, before } = await openSlot(folder, slotId, password, moment);
  return toUnlocked(body, slot, { databaseKey, signer: takeSigner(seed), failedBefore: before });
};

/** The clerk's own change: her signing key stays. Throws like `unlockSlot`, and weakPassword {reason}. */
export const changePassword = async (
  folder: string,
  slotId: string,
  current: string,
  next: string,
  moment: Moment = momentNow(),
): Promise<void> => {
  requireStrong(next, getClerkSlot(readSlots(folder).body, slotId));
  const { body, slot, databaseKey, seed } = await openSlot(folder, slotId, current, moment);
  const options = { slotId, log2N: slot.hashing.log2N };
  const sealed = await sealClerk(body, slot, { databaseKey, password: next, seed }, options);
  databaseKey.fill(0);
  updateSlots(folder, (latest) => {
    getClerkSlot(latest, slotId);
    return withSlot(latest, sealed.slot);
  });
};

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

const requireFreeName = (body: SlotsBody, username: string, exceptSlot?: string): void => {
  if (clerkSlots(body).some((slot) => slot.id !== exceptSlot && sameName(slot.username, username)))
    throw new VaultFault('usernameTaken', { username });
};

/** A slot for one more clerk, made by whoever holds the open vault. Throws weakPassword, usernameTaken. */
export const addClerkSlot = async (
  folder: string,
  databaseKey: Uint8Array,
  owner: SlotOwner,
  password: string,
  log2N?: number,
): Promise<{ slotId: string; publicKey: string }> => {
  const { body } = readSlots(folder);
  requireFreeName(body, owner.username);
  const options = log2N === undefined ? {} : { log2N };
  const { slot } = await sealClerk(body, owner, { databaseKey, password }, options);
  updateSlots(folder, (latest) => {
    requireFreeName(latest, owner.username);
    return withSlot(latest, slot);
  });
  return { slotId: slot.id, publicKey: slot.publicKey };
};

/**
 * A new password for a clerk who lost hers, given by an administrator. Her old signing key is lost with her password: the new public key must be
 * journalled before she signs with it.
 */
export const resetPassword = async (
  folder: string,
  databaseKey: Uint8Array,
  slotId: string,
  password: string,
): Promise<{ publicKey: string }> => {
  const { body } = readSlots(folder);
  const old = getClerkSlot(body, slotId);
  const { slot } = await sealClerk(
    body,
    old,
    { databaseKey, password },
    { slotId, log2N: old.hashing.log2N },
  );
  updateSlots(folder, (latest) => {
    getClerkSlot(latest, slotId);
    return withSlot(latest, slot);
  });
  return { publicKey: slot.publicKey };
};

/** Changes what the sign-in screen calls her. Throws usernameTaken. */
export const renameSlot = (
  folder: string,
  slotId: string,
  names: Pick<SlotOwner, 'name' | 'username'>,
): void => {
  updateSlots(folder, (body) => {
    requireFreeName(body, names.username, slotId);
    return withSlot(body, { ...getClerkSlot(body, slotId), name: names.name, username: names.username });
  });
};

/** Takes a clerk's way in. Throws lastAdmin for the last one. Copies in old backups still open with her password. */
export const removeSlot = (folder: string, slotId: string): void => {
  updateSlots(folder, (body) => {
    getClerkSlot(body, slotId);
    if (clerkSlots(body).length === 1) throw new VaultFault('lastAdmin');
    return { ...body, slots: body.slots.filter(({ id }) => id !== slotId) };
  });
};

/** What the sign-in screen says of office and desk, after either has changed. */
export const changeLabel = (folder: string, label: VaultLabel): void => {
  updateSlots(folder, (body) => ({ ...body, label }));
};

const withRecovery = (body: SlotsBody, slot: RecoverySlot): SlotsBody => ({
  ...body,
  slots: [...body.slots.filter(({ kind }) => kind !== 'recovery'), slot],
});

/** A recovery code to print, and the slot it will open. Until `keepRecoveryCode` it opens nothing, and the one before still does. */
export const offerRecoveryCode = (
  folder: string,
  databaseKey: Uint8Array,
  now: number,
): { slot: RecoverySlot; code: string } => sealRecovery(readSlots(folder).body, databaseKey, now);

/** The code of this slot is on paper: from now on it alone opens the vault. */
export const keepRecoveryCode = (folder: string, slot: RecoverySlot, now: number): void => {
  updateSlots(folder, (body) => withRecovery(body, { ...slot, provedAt: now }));
};

export interface Recovered extends Unlocked {
  /** Replaces the code just used: print it. */
  readonly recoveryCode: string;
}

/**
 * Opens the vault with the printed code and gives the chosen clerk a new password and signing key; the used code is replaced in the same write.
 * Throws wrongRecoveryCode {reason: length, mistyped (group 1–7, 0 unknown), wrong}, weakPassword, unknownClerk.
 */
export const recoverVault = async (
  folder: string,
  asked: { readonly code: string; readonly slotId: string; readonly newPassword: string },
  now: number,
): Promise<Recovered> => {
  const typed = readRecoveryCode(asked.code);
  if (!typed.ok) throw new VaultFault('wrongRecoveryCode', { reason: typed.reason, group: typed.group });
  const { body } = readSlots(folder);
  const old = getClerkSlot(body, asked.slotId);
  requireStrong(asked.newPassword, old);
  const databaseKey = findRecovered(body, typed.code);
  if (databaseKey === undefined) throw new VaultFault('wrongRecoveryCode', { reason: 'wrong', group: 0 });
  const options = { slotId: old.id, log2N: old.hashing.log2N };
  const { slot, signer } = await sealClerk(body, old, { databaseKey, password: asked.newPassword }, options);
  let recoveryCode = '';
  const renewed = updateSlots(folder, (latest) => {
    const fresh = sealRecovery(latest, databaseKey, now);
    recoveryCode = fresh.code;
    return withSlot(withRecovery(latest, fresh.slot), slot);
  });
  return { ...toUnlocked(renewed, slot, { databaseKey, signer, failedBefore: old.failed }), recoveryCode };
};
