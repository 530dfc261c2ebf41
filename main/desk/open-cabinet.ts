import type { ClerkRecord, OfficeState } from '../../shared/office/profile.ts';
import { openWorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import { continueJournal, epochOpened, officeSubject } from '../journal/journal.ts';
import type { Journal, NewEvent } from '../journal/journal.ts';
import { findOffice, projectOfficeAnew } from '../journal/projections.ts';
import { needsRebuild } from '../journal/rebuild.ts';
import { projectUnfinished } from '../journal/waiting-lines.ts';
import { openVault } from '../vault/found-vault.ts';
import { checkQuickly } from '../vault/integrity.ts';
import { VaultFault } from '../vault/faults.ts';
import { transaction } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { projectRegisterAnew } from '../certification/projection.ts';
import { abandonBlocks } from '../intake/numbering.ts';
import { freshBusinessClock } from './business-day.ts';
import { getCabinet, getSession, recordEvents, refreshOffice } from './desk.ts';
import type { Cabinet, Desk, Session } from './desk.ts';
import { remember, standingOf } from './guarding.ts';
import { loadRules } from './rules.ts';
import { findSetting, getLookupKey, replacesAnother } from './settings-store.ts';

export interface OpenedKey {
  vaultId: string;
  databaseKey: Buffer;
  trial: boolean;
}

/** What a counter cannot stand without. */
const projectFirst = (db: WritableDatabase): OfficeState | null => {
  projectRegisterAnew(db);
  return projectOfficeAnew(db);
};

/** Opens the vault with a key a slot gave. `journal`: the founding epoch when it has just been founded, to go on in it. */
export const openCabinet = (
  desk: Desk,
  key: OpenedKey,
  journal?: Pick<Journal, 'epoch' | 'head'>,
): Cabinet => {
  if (desk.trialOnly && !key.trial) throw new VaultFault('notAllowed', { reason: 'trialClock' });
  const db = openVault(desk.places.data, key.databaseKey);
  try {
    checkQuickly(db);
    // A salvaged vault has no projections: the office and the register are folded at once, the dossiers when the counter stands.
    const isWhole = !needsRebuild(db);
    if (isWhole) projectUnfinished(db);
    const office = isWhole ? findOffice(db) : transaction(db, () => projectFirst(db));
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
      calendar: openWorkingCalendar(rules.calendar, office.hours, office),
      business: freshBusinessClock(),
      restored: standing === 'behind' || findSetting(db, replacesAnother) !== undefined,
      lookupKey: getLookupKey(db),
      version: 0,
    };
  } catch (error) {
    db.close();
    throw error;
  }
};

/** A password reset or recovery changed her slot: whether the journal has heard of the key that came with it. */
const newKeyOf = (cabinet: Cabinet, { clerk, signer }: Session): NewEvent[] =>
  getClerk(cabinet, clerk).publicKey === signer.publicKey
    ? []
    : [
        {
          subject: officeSubject,
          event: {
            type: 'clerkKeyReplaced',
            v: 1,
            payload: { clerk, publicKey: signer.publicKey, reason: 'recovery' },
          },
        },
      ];

/**
 * What a sign-in owes the journal before anything else is written, in one transaction: the row that opens this epoch and names its
 * parent, and a new key. Whatever was cut off before it is made good at the next sign-in. Throws a storage fault.
 */
export const settleJournal = (desk: Desk): void => {
  const cabinet = getCabinet(desk);
  const session = getSession(desk);
  const { journal } = cabinet;
  const opens = journal.head.epoch !== journal.epoch;
  const owed = [
    ...(opens ? [epochOpened(journal, desk.versions.application)] : []),
    ...newKeyOf(cabinet, session),
  ];
  if (owed.length === 0) return;
  recordEvents(desk, session.roles[0] ?? 'auditor', owed);
  refreshOffice(cabinet);
  // After a restore the guard keeps what it knows until the clerk has answered: a second start must ask again.
  if (opens && !cabinet.restored) remember(desk.places.guard, cabinet.vaultId, journal.head);
};

/** The clerk as the journal knows her; a slot without an entry in the office is nobody. */
export const getClerk = (cabinet: Cabinet, id: string): ClerkRecord => {
  const clerk = cabinet.office.clerks.find((one) => one.id === id && !one.removed);
  if (!clerk) throw new VaultFault('unknownClerk');
  return clerk;
};
