import type { InputOf } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { unlockSlot } from '../vault/clerk-slots.ts';
import { listBackupsNear } from '../vault/backup.ts';
import type { Backup } from '../vault/backup.ts';
import { makeDiagnostic } from '../vault/diagnostic.ts';
import { momentNow } from '../vault/lockout.ts';
import { findSpareSlots, restoreSlots, setAside } from '../vault/rescue.ts';
import { restoreInWorker, salvageInWorker } from '../vault/rescue-worker.ts';
import { waysOut } from '../vault/lobby.ts';
import type { RescueWay } from '../vault/lobby.ts';
import type { Desk } from './desk.ts';
import { findBackup, findVaultId } from './find-backups.ts';
import { saveBytes } from './save-bytes.ts';
import { damageOf } from './lobby-status.ts';
import { tellStatus } from './status.ts';

type Done = Result<{ done: string }>;

const settle = (desk: Desk, done: string): Done => {
  desk.damage = null;
  tellStatus(desk);
  return succeed({ done });
};

const putBack = async (desk: Desk, { path }: Backup): Promise<Done> => {
  const { aside } = await restoreInWorker(desk.places.data, path, Date.now());
  return settle(desk, aside);
};

/** The backup she pointed at takes the damaged vault's place, which is set aside beside it. */
const fromBackup = async (desk: Desk, handle: string): Promise<Done> => {
  if (handle !== '') {
    const chosen = findBackup(desk, handle);
    if (!chosen) return fail('backupUnreachable', { reason: 'gone' });
    return putBack(desk, chosen);
  }
  const folder = await desk.dialogs.openFolder();
  if (folder === null) return fail('cancelled');
  const near = listBackupsNear(folder);
  const vaultId = findVaultId(desk);
  const ours = near.filter(
    (one) => (vaultId ?? one.vaultId) === one.vaultId && (one.trial || !desk.trialOnly),
  );
  const newest = ours[0];
  if (!newest) return fail('backupInvalid', { what: near.length > 0 ? 'foreign' : 'manifest' });
  if (ours.every(({ vaultId }) => vaultId === newest.vaultId)) return putBack(desk, newest);
  // Several counters keep their backups here, and nothing says which of them this one is: she does.
  desk.lookedIn = [folder, ...desk.lookedIn];
  tellStatus(desk);
  return fail('backupInvalid', { what: 'several' });
};

/** What can still be read of the damaged vault goes into a new one; the damaged one is kept. */
const fromRuins = async (desk: Desk, slotId: string, password: string): Promise<Done> => {
  const { databaseKey } = await unlockSlot(desk.places.data, slotId, password, momentNow());
  try {
    const { aside } = await salvageInWorker(desk.places.data, databaseKey, Date.now());
    return settle(desk, aside);
  } finally {
    databaseKey.fill(0);
  }
};

const diagnostic = async (desk: Desk): Promise<Done> => {
  const saved = await saveBytes(desk, 'quay-mot-cua-chan-doan.json', () =>
    Promise.resolve(
      Buffer.from(
        JSON.stringify(
          makeDiagnostic(desk.places.data, { now: Date.now(), application: desk.versions.application }),
          null,
          2,
        ),
      ),
    ),
  );
  return saved.ok ? succeed({ done: saved.value.file }) : saved;
};

const slotsFromSpare = (desk: Desk): Done => {
  const { data, guard } = desk.places;
  const spare = findSpareSlots(data, guard);
  if (spare === undefined) return fail('backupInvalid', { what: 'manifest' });
  restoreSlots(spare, data, Date.now());
  return settle(desk, '');
};

/** Every window may ask before sign-in, so main looks itself: a sound vault is not taken from under a counter, nor one that another copy has open. */
const findBar = (desk: Desk, way: RescueWay): Done | undefined => {
  if (way === 'retry' || way === 'diagnostic') return undefined;
  const damage = damageOf(desk);
  if (damage === 'noVault') return way === 'restoreBackup' ? undefined : fail('vaultMissing');
  if (damage === 'none') return fail('vaultExists');
  return waysOut(damage).includes(way) ? undefined : fail(damage.code, damage.params);
};

/** The ways out of a damaged vault, or into a new PC. None deletes anything: what is replaced is set aside. */
export const rescueVault = async (
  desk: Desk,
  { way, slotId, password, backup }: InputOf<'app.rescue'>,
): Promise<Done> => {
  const bar = findBar(desk, way);
  if (bar) return bar;
  switch (way) {
    case 'retry':
      desk.damage = null;
      desk.takeFolder();
      tellStatus(desk);
      return succeed({ done: '' });
    case 'restoreBackup':
      return fromBackup(desk, backup);
    case 'restoreSlots':
      return slotsFromSpare(desk);
    case 'salvage':
      return fromRuins(desk, slotId, password);
    case 'diagnostic':
      return diagnostic(desk);
    case 'setAside':
      return settle(desk, setAside(desk.places.data, Date.now()));
  }
};
