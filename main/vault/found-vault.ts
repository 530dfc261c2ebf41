import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { spendingBallast } from './ballast.ts';
import { copyDurably, syncFile } from './copy-file.ts';
import type { WritableDatabase } from './database.ts';
import { DATABASE_KEY_BYTES, closeDatabase, createDatabase, openDatabase, transaction } from './database.ts';
import { retryWhileScanned, sweepUnfinished, syncFolder } from './durable-file.ts';
import { VaultFault, withStorageFaults } from './faults.ts';
import { makePrivateFolder, vaultPaths } from './folder.ts';
import type { Signer } from './keys.ts';
import { MIGRATIONS, awaitsMigration, migrate, refuseNewer } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { SlotOwner } from './seals.ts';
import { sealClerk, sealRecovery } from './seals.ts';
import type { VaultLabel } from './slots.ts';
import { createSlots, readSlots } from './slots.ts';

export interface VaultPlan {
  readonly trial: boolean;
  readonly label: VaultLabel;
  readonly clerk: SlotOwner & { readonly password: string };
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** scrypt cost, lowered by tests alone. */
  readonly log2N?: number;
}

export interface FoundedVault {
  readonly vaultId: string;
  /** 32 bytes; the caller zeroes it at close. */
  readonly databaseKey: Buffer;
  /** Shown and printed once; not kept anywhere. */
  readonly recoveryCode: string;
  readonly slotId: string;
  readonly signer: Signer;
}

const saltBytes = 16;

/** The plain first 16 bytes of a SQLCipher file: its salt, random for each file and kept by VACUUM INTO. '' for a shorter file. */
export const readDatabaseSalt = (file: string): string =>
  withStorageFaults(() => {
    const handle = openSync(file, 'r');
    try {
      const salt = Buffer.alloc(saltBytes);
      return readSync(handle, salt, 0, saltBytes, 0) === saltBytes ? salt.toString('hex') : '';
    } finally {
      closeSync(handle);
    }
  });

const removeUnfinished = (folder: string): void => {
  const { unfinishedDatabase } = vaultPaths(folder);
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinishedDatabase + suffix, { force: true });
};

/**
 * Makes a new vault in `folder`. The database is built under another name, `fill` (the founding rows) committed into it, then the slots are written, then it takes its name:
 * a cut at any point leaves either no vault or a whole one. Throws weakPassword, vaultExists, diskFull …
 */
export const createVault = async (
  folder: string,
  plan: VaultPlan,
  fill: (db: WritableDatabase, made: Pick<FoundedVault, 'vaultId' | 'slotId' | 'signer'>) => void = () =>
    undefined,
): Promise<FoundedVault> => {
  makePrivateFolder(folder);
  const { database, unfinishedDatabase, slots } = vaultPaths(folder);
  if ([database, ...slots].some((file) => existsSync(file))) throw new VaultFault('vaultExists');
  const identity = { vaultId: randomBytes(16).toString('hex'), trial: plan.trial };
  const databaseKey = randomBytes(DATABASE_KEY_BYTES);
  const { password, ...owner } = plan.clerk;
  const options = plan.log2N === undefined ? {} : { log2N: plan.log2N };
  const { slot, signer } = await sealClerk(identity, owner, { databaseKey, password }, options);
  const recovery = sealRecovery(identity, databaseKey, plan.now);
  removeUnfinished(folder);
  try {
    const db = createDatabase(unfinishedDatabase, databaseKey);
    try {
      migrate(db);
      transaction(db, () => fill(db, { vaultId: identity.vaultId, slotId: slot.id, signer }));
    } finally {
      closeDatabase(db);
    }
    syncFile(unfinishedDatabase);
    createSlots(folder, {
      ...identity,
      createdAt: plan.now,
      databaseSalt: readDatabaseSalt(unfinishedDatabase),
      label: plan.label,
      slots: [slot, recovery.slot],
    });
  } catch (error) {
    removeUnfinished(folder);
    throw error;
  }
  settleFolder(folder);
  return { vaultId: identity.vaultId, databaseKey, recoveryCode: recovery.code, slotId: slot.id, signer };
};

/**
 * Finishes what a cut left unfinished: a set-up whose slots were written but whose database had not its name yet, half-written files.
 * Call once after taking the machine lock, before `readLobby`.
 */
export const settleFolder = (folder: string): void => {
  const { database, unfinishedDatabase, slots } = vaultPaths(folder);
  if (!existsSync(folder)) return;
  withStorageFaults(() => {
    for (const file of slots) sweepUnfinished(file);
    if (existsSync(database) || !existsSync(unfinishedDatabase) || !slots.some((file) => existsSync(file)))
      return;
    if (readSlots(folder).body.databaseSalt !== readDatabaseSalt(unfinishedDatabase)) return;
    retryWhileScanned(() => renameSync(unfinishedDatabase, database));
    syncFolder(folder);
  }, folder);
};

const isUnreadable = (error: unknown): error is VaultFault =>
  error instanceof VaultFault && error.code === 'vaultDamaged' && error.params['what'] === 'unreadable';

/** A whole copy beside the database, which nobody has open: its log was emptied into it at the close. A full disk gives its ballast first, then the opening fails, unchanged. */
const keepUnmigrated = (folder: string): void => {
  const { database, unmigratedDatabase } = vaultPaths(folder);
  // Only a full disk leaves the log unemptied; without it the copy would lack the newest rows.
  if (existsSync(`${database}-wal`)) throw new VaultFault('diskFull');
  spendingBallast(folder, () => copyDurably(database, unmigratedDatabase));
};

const openAnd = <T>(
  file: string,
  key: Uint8Array,
  prepare: (db: WritableDatabase) => T,
): { db: WritableDatabase; found: T } => {
  const db = openDatabase(file, key);
  try {
    return { db, found: prepare(db) };
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Opens at the newest shape. Before the first step of a newer release a copy is put aside; the next opening that finds nothing to do lets it go. */
const openMigrated = (
  folder: string,
  databaseKey: Uint8Array,
  steps: readonly Migration[],
): WritableDatabase => {
  const { database, unmigratedDatabase } = vaultPaths(folder);
  const { db, found: isOld } = openAnd(database, databaseKey, (opened) => {
    refuseNewer(opened, steps);
    if (awaitsMigration(opened, steps)) return true;
    migrate(opened, steps);
    rmSync(unmigratedDatabase, { force: true });
    return false;
  });
  if (!isOld) return db;
  closeDatabase(db);
  keepUnmigrated(folder);
  return openAnd(database, databaseKey, (opened) => migrate(opened, steps)).db;
};

/**
 * Opens the vault's database with the key a slot gave, brought to the newest shape. That key is proved by its seal: a file it does not open
 * is damaged, or (foreignVault) was never this vault's. `steps` are other than the released ones in tests alone.
 */
export const openVault = (
  folder: string,
  databaseKey: Uint8Array,
  steps: readonly Migration[] = MIGRATIONS,
): WritableDatabase => {
  try {
    return openMigrated(folder, databaseKey, steps);
  } catch (error) {
    if (
      isUnreadable(error) &&
      readDatabaseSalt(vaultPaths(folder).database) !== readSlots(folder).body.databaseSalt
    )
      throw new VaultFault('foreignVault', {}, error);
    throw error;
  }
};
