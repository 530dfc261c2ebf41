import type { InputOf } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { unlockSlot } from '../vault/clerk-slots.ts';
import { listBackups } from '../vault/backup.ts';
import { makeDiagnostic } from '../vault/diagnostic.ts';
import { momentNow } from '../vault/lockout.ts';
import { findSpareSlots, restoreSlots, setAside } from '../vault/rescue.ts';
import { restoreInWorker, salvageInWorker } from '../vault/rescue-worker.ts';
import type { Desk } from './desk.ts';
import { saveBytes } from './save-bytes.ts';
import { tellStatus } from './status.ts';

type Done = Result<{ done: string }>;

const settle = (desk: Desk, done: string): Done => {
  desk.damage = null;
  tellStatus(desk);
  return succeed({ done });
};

/** The newest whole backup in a folder the clerk chooses takes the damaged vault's place, which is set aside beside it. */
const fromBackup = async (desk: Desk): Promise<Done> => {
  const folder = await desk.dialogs.openFolder();
  if (folder === null) return fail('cancelled');
  const newest = listBackups(folder)[0];
  if (!newest) return fail('backupInvalid', { what: 'manifest' });
  const { aside } = await restoreInWorker(desk.places.data, newest.path, Date.now());
  return settle(desk, aside);
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

/** The ways out of a damaged vault. None deletes anything: what is replaced is set aside. */
export const rescueVault = async (
  desk: Desk,
  { way, slotId, password }: InputOf<'app.rescue'>,
): Promise<Done> => {
  switch (way) {
    case 'retry':
      desk.damage = null;
      desk.takeFolder();
      tellStatus(desk);
      return succeed({ done: '' });
    case 'restoreBackup':
      return fromBackup(desk);
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
