import { statSync } from 'node:fs';
import { VaultFault, errorCode } from './faults.ts';
import { vaultPaths } from './folder.ts';
import { momentNow, remainingWait } from './lockout.ts';
import type { Moment } from './lockout.ts';
import type { SlotsFile, VaultLabel } from './slots.ts';
import { clerkSlots, readSlots } from './slots.ts';

/** Ways out of damage, best first. None deletes anything: `setAside` renames the folder and stands last. */
export type RescueWay = 'retry' | 'restoreSlots' | 'restoreBackup' | 'salvage' | 'diagnostic' | 'setAside';

export interface LobbyClerk {
  readonly slotId: string;
  readonly name: string;
  readonly username: string;
  /** Wall clock until which no password is taken, 0 when one may be given now. */
  readonly waitUntil: number;
}

/** What may be known before any password. */
export type Lobby =
  | { readonly state: 'empty' }
  | ({
      readonly state: 'ready';
      readonly vaultId: string;
      readonly trial: boolean;
      readonly clerks: readonly LobbyClerk[];
      /** 1 when a copy of the slot file is bad: nothing is lost, the next write mends it. */
      readonly brokenCopies: number;
    } & VaultLabel)
  | { readonly state: 'damaged'; readonly fault: VaultFault; readonly ways: readonly RescueWay[] };

/** What can be done about a fault of the vault; [] when it is not damage. */
export const waysOut = (fault: VaultFault): readonly RescueWay[] => {
  if (fault.code === 'slotsDamaged')
    return ['retry', 'restoreSlots', 'restoreBackup', 'diagnostic', 'setAside'];
  if (fault.code === 'foreignVault') return ['retry', 'restoreBackup', 'diagnostic', 'setAside'];
  if (fault.code === 'vaultNewer') return ['retry', 'diagnostic'];
  if (fault.code !== 'vaultDamaged') return [];
  const nothingToSalvage = fault.params['what'] === 'missing' || fault.params['what'] === 'empty';
  return nothingToSalvage
    ? ['retry', 'restoreBackup', 'diagnostic', 'setAside']
    : ['retry', 'restoreBackup', 'salvage', 'diagnostic', 'setAside'];
};

const sizeOf = (file: string): number | undefined => {
  try {
    return statSync(file).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const damaged = (fault: VaultFault): Lobby => ({ state: 'damaged', fault, ways: waysOut(fault) });

const readSlotsOrFault = (folder: string): SlotsFile | VaultFault => {
  try {
    return readSlots(folder);
  } catch (error) {
    if (error instanceof VaultFault) return error;
    throw error;
  }
};

/** The state of a data folder as the sign-in screen may show it. Call after `settleFolder`. Throws only what is not the vault's own state (a read-only folder). */
export const readLobby = (folder: string, moment: Moment = momentNow()): Lobby => {
  const size = sizeOf(vaultPaths(folder).database);
  const slots = readSlotsOrFault(folder);
  if (slots instanceof VaultFault) {
    if (slots.code === 'vaultMissing')
      return size === undefined ? { state: 'empty' } : damaged(new VaultFault('slotsDamaged', {}, slots));
    if (waysOut(slots).length === 0) throw slots;
    return damaged(slots);
  }
  if (size === undefined) return damaged(new VaultFault('vaultDamaged', { what: 'missing' }));
  if (size === 0) return damaged(new VaultFault('vaultDamaged', { what: 'empty' }));
  const { body, brokenCopies } = slots;
  return {
    state: 'ready',
    vaultId: body.vaultId,
    trial: body.trial,
    ...body.label,
    brokenCopies,
    clerks: clerkSlots(body).map((slot) => {
      const wait = remainingWait(slot, moment);
      const { id, name, username } = slot;
      return { slotId: id, name, username, waitUntil: wait > 0 ? moment.now + wait : 0 };
    }),
  };
};
