import type { ClerkRecord } from '../../shared/office/profile.ts';
import { openWorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import { continueJournal, epochOpened } from '../journal/journal.ts';
import type { Journal } from '../journal/journal.ts';
import { findOffice } from '../journal/projections.ts';
import { openVault } from '../vault/found-vault.ts';
import { VaultFault } from '../vault/faults.ts';
import { transaction } from '../vault/database.ts';
import { abandonBlocks } from '../intake/numbering.ts';
import { freshBusinessClock } from './business-day.ts';
import { getSession, recordEvents } from './desk.ts';
import type { Cabinet, Desk } from './desk.ts';
import { remember, standingOf } from './guarding.ts';
import { loadRules } from './rules.ts';
import { getLookupKey } from './settings-store.ts';

export interface OpenedKey {
  vaultId: string;
  databaseKey: Buffer;
  trial: boolean;
}

/** Opens the vault with a key a slot gave. `journal`: the founding epoch when it has just been founded, to go on in it. */
export const openCabinet = (
  desk: Desk,
  key: OpenedKey,
  journal?: Pick<Journal, 'epoch' | 'head'>,
): Cabinet => {
  if (desk.trialOnly && !key.trial) throw new VaultFault('notAllowed', { reason: 'trialClock' });
  const db = openVault(desk.places.data, key.databaseKey);
  try {
    const office = findOffice(db);
    if (!office) throw new VaultFault('vaultDamaged', { what: 'damaged' });
    const rules = loadRules(desk.places.assets, db);
    const continued: Journal = journal
      ? { epoch: journal.epoch, head: journal.head, db }
      : continueJournal(db);
    const standing = journal ? 'same' : standingOf(desk.places.guard, key.vaultId, db, continued.head);
    if (standing !== 'same') transaction(db, () => abandonBlocks(db));
    return {
      vaultId: key.vaultId,
      databaseKey: key.databaseKey,
      db,
      journal: continued,
      office,
      rules,
      calendar: openWorkingCalendar(rules.calendar, office.hours),
      business: freshBusinessClock(),
      restored: standing === 'behind',
      lookupKey: getLookupKey(db),
      version: 0,
    };
  } catch (error) {
    db.close();
    throw error;
  }
};

/** The first row of this opening of the vault: names its parent, signed by whoever opened it. */
export const openEpoch = (desk: Desk): void => {
  const { cabinet } = desk;
  const role = getSession(desk).roles[0];
  if (!cabinet || !role) return;
  recordEvents(desk, role, [epochOpened(cabinet.journal, desk.versions.application)]);
  // After a restore the guard keeps what it knows until the clerk has answered: a second start must ask again.
  if (!cabinet.restored) remember(desk.places.guard, cabinet.vaultId, cabinet.journal.head);
};

/** The clerk as the journal knows her; a slot without an entry in the office is nobody. */
export const getClerk = (cabinet: Cabinet, id: string): ClerkRecord => {
  const clerk = cabinet.office.clerks.find((one) => one.id === id && !one.removed);
  if (!clerk) throw new VaultFault('unknownClerk');
  return clerk;
};
