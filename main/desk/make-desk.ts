import { closeDatabase } from '../vault/database.ts';
import { settleFolder } from '../vault/found-vault.ts';
import { dropBallast } from '../vault/ballast.ts';
import { waysOut } from '../vault/lobby.ts';
import { takeMachineLock } from '../vault/machine-lock.ts';
import type { MachineLock } from '../vault/machine-lock.ts';
import { settleRescue } from '../vault/rescue.ts';
import { VaultFault, findStorageFault } from '../vault/faults.ts';
import { settleBlocks } from '../intake/numbering.ts';
import type { Desk } from './desk.ts';
import { noteHead } from './guarding.ts';
import { note } from '../log.ts';
import { statusOf } from './lobby-status.ts';

export type DeskParts = Omit<
  Desk,
  | 'lookedIn'
  | 'shownCode'
  | 'statement'
  | 'cabinet'
  | 'session'
  | 'damage'
  | 'noteStorageFault'
  | 'close'
  | 'takeFolder'
>;

/** Puts the desk together and takes the data folder for this process; a folder already taken shows as a fault on the screen. */
export const makeDesk = (parts: DeskParts): Desk => {
  let lock: MachineLock | undefined;
  const desk: Desk = {
    ...parts,
    lookedIn: [],
    cabinet: null,
    session: null,
    shownCode: null,
    statement: null,
    damage: null,
    takeFolder: () => {
      if (lock) return;
      try {
        lock = takeMachineLock(parts.places.data);
        settleFolder(parts.places.data);
        settleRescue(parts.places.data);
        desk.damage = null;
      } catch (error) {
        if (!(error instanceof VaultFault)) throw error;
        desk.damage = error;
      }
    },
    noteStorageFault: (fault) => {
      note('storage fault', { code: fault.code, what: String(fault.params['what'] ?? '') });
      if (fault.code === 'diskFull') dropBallast(parts.places.data);
      if (waysOut(fault).length === 0) return;
      desk.damage = fault;
      closeCabinet(desk);
      desk.tell({ kind: 'status', status: statusOf(desk, null) });
    },
    close: () => {
      closeCabinet(desk);
      lock?.release();
      lock = undefined;
    },
  };
  desk.takeFolder();
  return desk;
};

/** Shuts the vault and forgets its key. */
export const closeCabinet = (desk: Desk): void => {
  desk.session = null;
  desk.shownCode = null;
  desk.statement = null;
  const { cabinet } = desk;
  if (!cabinet) return;
  desk.cabinet = null;
  if (!cabinet.restored) noteHead(desk.places.guard, cabinet.vaultId, cabinet.journal.head);
  try {
    settleBlocks(cabinet.db);
  } catch (error) {
    // A broken vault or a full disk: what is left of a block is not given out.
    if (findStorageFault(error) === undefined) throw error;
  }
  closeDatabase(cabinet.db);
  cabinet.databaseKey.fill(0);
};
