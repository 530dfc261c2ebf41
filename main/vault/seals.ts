import { randomBytes } from 'node:crypto';
import type { PasswordWeakness } from '../../shared/vault/password-rule.ts';
import { findPasswordWeakness } from '../../shared/vault/password-rule.ts';
import { VaultFault } from './faults.ts';
import type { PasswordHashing, Signer } from './keys.ts';
import {
  KEY_BYTES,
  deriveFromPassword,
  deriveSubkey,
  findUnsealed,
  newPasswordHashing,
  seal,
  takeSigner,
} from './keys.ts';
import { NO_FAILURES } from './lockout.ts';
import { makeRecoveryCode } from './recovery-code.ts';
import type { ClerkSlot, RecoverySlot, SlotsBody } from './slots.ts';

/** Who a slot is for. */
export interface SlotOwner {
  readonly clerkId: string;
  readonly username: string;
  readonly name: string;
}

/** What every seal of a vault is bound to besides its own slot. */
export type VaultIdentity = Pick<SlotsBody, 'vaultId' | 'trial'>;

const boundTo = (
  vault: VaultIdentity,
  slot: { id: string; kind: string; clerkId?: string; publicKey?: string },
): string =>
  JSON.stringify([
    'quay-slot-1',
    vault.vaultId,
    vault.trial,
    slot.kind,
    slot.id,
    slot.clerkId,
    slot.publicKey,
  ]);

/** Throws weakPassword {reason}: short, long, plain, ownName. */
export const requireStrong = (password: string, owner: Pick<SlotOwner, 'username' | 'name'>): void => {
  const weakness: PasswordWeakness | undefined = findPasswordWeakness(password, [owner.username, owner.name]);
  if (weakness !== undefined) throw new VaultFault('weakPassword', { reason: weakness });
};

export interface SealedClerk {
  readonly slot: ClerkSlot;
  readonly signer: Signer;
}

/**
 * Makes a clerk's slot. Without `seed` she gets a new signing key: nobody but her password can open an old one, so a reset
 * password is a new hand. The seed is zeroed.
 */
export const sealClerk = async (
  vault: VaultIdentity,
  owner: SlotOwner,
  secrets: { readonly databaseKey: Uint8Array; readonly password: string; readonly seed?: Buffer },
  options: { readonly slotId?: string; readonly log2N?: number } = {},
): Promise<SealedClerk> => {
  requireStrong(secrets.password, owner);
  const hashing: PasswordHashing = newPasswordHashing(options.log2N);
  const key = await deriveFromPassword(secrets.password, hashing);
  const seed = secrets.seed ?? randomBytes(KEY_BYTES);
  const plain = Buffer.concat([secrets.databaseKey, seed]);
  const signer = takeSigner(seed);
  const identity = {
    id: options.slotId ?? randomBytes(16).toString('hex'),
    kind: 'clerk' as const,
    clerkId: owner.clerkId,
    publicKey: signer.publicKey,
  };
  const sealed = seal(key, plain, boundTo(vault, identity)).toString('hex');
  key.fill(0);
  plain.fill(0);
  return {
    slot: { ...identity, username: owner.username, name: owner.name, hashing, sealed, ...NO_FAILURES },
    signer,
  };
};

/** The slot's two secrets, undefined when the password is not hers (or someone edited the slot). The caller zeroes them. */
export const findOpened = async (
  vault: VaultIdentity,
  slot: ClerkSlot,
  password: string,
): Promise<{ databaseKey: Buffer; seed: Buffer } | undefined> => {
  const key = await deriveFromPassword(password, slot.hashing);
  const plain = findUnsealed(key, Buffer.from(slot.sealed, 'hex'), boundTo(vault, slot));
  key.fill(0);
  if (plain?.length !== 2 * KEY_BYTES) return undefined;
  const databaseKey = Buffer.from(plain.subarray(0, KEY_BYTES));
  const seed = Buffer.from(plain.subarray(KEY_BYTES));
  plain.fill(0);
  return { databaseKey, seed };
};

const recoveryKey = (code: string, salt: string): Buffer =>
  deriveSubkey(Buffer.from(code), 'recovery', Buffer.from(salt, 'hex'));

/** A new recovery slot and the code that opens it: 130 random bits need no slow hash and no lock-out. */
export const sealRecovery = (
  vault: VaultIdentity,
  databaseKey: Uint8Array,
  now: number,
): { slot: RecoverySlot; code: string } => {
  const code = makeRecoveryCode();
  const identity = { id: randomBytes(16).toString('hex'), kind: 'recovery' as const };
  const salt = randomBytes(16).toString('hex');
  const key = recoveryKey(code, salt);
  const sealed = seal(key, databaseKey, boundTo(vault, identity)).toString('hex');
  key.fill(0);
  return { slot: { ...identity, salt, sealed, createdAt: now, provedAt: 0 }, code };
};

/** The database key behind a recovery code in its printed form, undefined when the code opens no slot of this vault. */
export const findRecovered = (body: SlotsBody, code: string): Buffer | undefined => {
  for (const slot of body.slots) {
    if (slot.kind !== 'recovery') continue;
    const key = recoveryKey(code, slot.salt);
    const databaseKey = findUnsealed(key, Buffer.from(slot.sealed, 'hex'), boundTo(body, slot));
    key.fill(0);
    if (databaseKey !== undefined) return databaseKey;
  }
  return undefined;
};
