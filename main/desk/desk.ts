import type { DayState, SessionInfo, Telling } from '../../shared/contract.ts';
import type { Role, RulesUsed } from '../../shared/journal/row.ts';
import { openWorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import type { OfficeState } from '../../shared/office/profile.ts';
import type { OfficeEvent } from '../../shared/office/events.ts';
import type { Language } from '../../shared/messages/index.ts';
import { officeSubject, record } from '../journal/journal.ts';
import type { Author, Journal, NewEvent, Recorded, Stamp } from '../journal/journal.ts';
import { findOffice, project } from '../journal/projections.ts';
import { projectWaiting } from '../journal/waiting-lines.ts';
import type { Signer } from '../vault/keys.ts';
import type { RecoverySlot } from '../vault/slots.ts';
import { getRecoverySlot, readSlots } from '../vault/slots.ts';
import { findStorageFault } from '../vault/faults.ts';
import type { VaultFault } from '../vault/faults.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { businessInstant, clockTrust, judgeDay } from './business-day.ts';
import type { BusinessClock } from './business-day.ts';
import type { Clock } from './clock.ts';
import type { Rules } from './rules.ts';
import type { Statement } from '../money/statement.ts';
import type { Printing } from '../print/index.ts';
import type { ProcessHandle, ProcessName } from '../processes/transport.ts';

/** Where things lie on this machine. */
export interface Places {
  /** The vault's folder. */
  data: string;
  /** The guard file's folder, outside the vault's, so that a copied-back vault shows itself. */
  guard: string;
  assets: string;
  /** Machine words before any sign-in: language. */
  settings: string;
}

/** What main may ask a person to choose; null when she closed the dialog. */
export interface Dialogs {
  openFiles(
    kind:
      | 'attachment'
      | 'pack'
      | 'statement'
      | 'driver'
      | 'certificate'
      | 'trust'
      | 'picture'
      | 'carry'
      | 'acknowledgement',
  ): Promise<string[] | null>;
  openFolder(): Promise<string | null>;
  saveFile(suggested: string): Promise<string | null>;
}

export interface Session {
  slotId: string;
  clerk: string;
  name: string;
  roles: Role[];
  signer: Signer;
}

/** An open vault: stays open when the counter is locked, so that what waits can still be sent. */
export interface Cabinet {
  vaultId: string;
  databaseKey: Buffer;
  db: WritableDatabase;
  journal: Journal;
  office: OfficeState;
  rules: Rules;
  calendar: WorkingCalendar;
  business: BusinessClock;
  /** The vault is behind what the guard file remembers: intake waits for the newest kept copy. */
  restored: boolean;
  /** Signs look-up keys: 32 random bytes kept in the vault. */
  lookupKey: Buffer;
  /** Number of the last delta told to the windows. */
  version: number;
}

/** The whole of main's memory, in one place. */
export interface Desk {
  readonly places: Places;
  readonly clock: Clock;
  readonly versions: { application: string; electron: string; platform: string };
  readonly dialogs: Dialogs;
  readonly printing: () => Promise<Printing>;
  /** A process of main's own, apart from it: it may block, crash and be killed. */
  readonly startProcess: (name: ProcessName) => ProcessHandle;
  readonly tell: (telling: Telling) => void;
  readonly openWindow: () => void;
  readonly copyText: (text: string) => void;
  /** True when started with a trial clock: only a trial vault may then be opened or founded. */
  readonly trialOnly: boolean;
  /** What a new password's hash costs (vault/keys.ts): no setting and no switch; tests alone give less. */
  readonly passwordLog2N: number;
  language: Language;
  highContrast: boolean;
  /** Folders in which she looked for backups since the start. */
  lookedIn: string[];
  cabinet: Cabinet | null;
  session: Session | null;
  /** A recovery code shown and not yet typed back; forgotten when the counter locks. */
  shownCode: { code: string; slot: RecoverySlot } | null;
  /** The bank statement being matched; forgotten when the counter locks. */
  statement: Statement | null;
  /** Storage trouble met on the way, for the screen that offers the ways out. */
  damage: VaultFault | null;
  noteStorageFault(fault: VaultFault): void;
  /** Takes the data folder for this process; again after another copy has let go of it. */
  takeFolder(): void;
  close(): void;
}

/** The open vault, its lists up to its journal; callers run behind a role check, and nobody is signed in without one. Throws a storage fault. */
export const getCabinet = (desk: Desk): Cabinet => {
  const { cabinet } = desk;
  if (!cabinet) throw new Error('desk: no vault is open');
  try {
    projectWaiting(cabinet.db);
  } catch (error) {
    const fault = findStorageFault(error);
    if (fault?.code !== 'diskFull') throw error;
    // A full disk can still be read; the ballast makes room, and the next call tries again.
    desk.noteStorageFault(fault);
  }
  return cabinet;
};

export const getSession = (desk: Desk): Session => {
  if (!desk.session) throw new Error('desk: nobody is signed in');
  return desk.session;
};

export const dayOf = (desk: Desk, cabinet: Cabinet): DayState => {
  const judged = judgeDay(cabinet.business, desk.clock.now(), cabinet.journal.head.at);
  return cabinet.restored ? { ...judged, state: 'restored' } : judged;
};

export const sessionInfo = (desk: Desk): SessionInfo => {
  const cabinet = getCabinet(desk);
  const session = getSession(desk);
  return {
    clerk: { id: session.clerk, name: session.name, roles: session.roles },
    profile: cabinet.office.profile,
    desk: cabinet.office.desk,
    trial: cabinet.office.trial,
    day: dayOf(desk, cabinet),
    language: desk.language,
    recoveryKept: getRecoverySlot(readSlots(desk.places.data).body).provedAt > 0,
  };
};

export const authorOf = (desk: Desk, role: Role): Author => {
  const { office } = getCabinet(desk);
  const { clerk, signer } = getSession(desk);
  return { clerk, signer, role, office: office.profile.code, desk: office.desk.number };
};

const rulesOf = (cabinet: Cabinet): RulesUsed => cabinet.rules.used;

/** When it happens at the counter, and how far that is believed. */
export const stampOf = (desk: Desk, cabinet: Cabinet, day: DayState = dayOf(desk, cabinet)): Stamp => {
  const recordedAt = desk.clock.now();
  return {
    at: businessInstant(cabinet.business, recordedAt),
    recordedAt,
    clock: clockTrust(cabinet.business, day),
    rules: rulesOf(cabinet),
  };
};

/** Records events about one office or dossier with their projections in one transaction. */
export const recordEvents = (
  desk: Desk,
  role: Role,
  events: readonly NewEvent[],
  along: (recorded: readonly Recorded[]) => void = () => undefined,
  stamp?: Stamp,
): Recorded[] => {
  const cabinet = getCabinet(desk);
  return record(
    cabinet.journal,
    authorOf(desk, role),
    stamp ?? stampOf(desk, cabinet),
    events,
    (recorded) => {
      for (const one of recorded) project(cabinet.db, one);
      along(recorded);
    },
  );
};

/** Records something about the office and takes it into force. */
export const recordOffice = (
  desk: Desk,
  role: Role,
  events: readonly OfficeEvent[],
  along: () => void = () => undefined,
  stamp?: Stamp,
): void => {
  const cabinet = getCabinet(desk);
  recordEvents(
    desk,
    role,
    events.map((event) => ({ subject: officeSubject, event })),
    along,
    stamp,
  );
  refreshOffice(cabinet);
  desk.tell({ kind: 'office' });
};

/** Takes the office's projection and the calendar that hangs on it from the database. */
export const refreshOffice = (cabinet: Cabinet): void => {
  const office = findOffice(cabinet.db);
  if (!office) throw new Error('desk: the vault has no office');
  cabinet.office = office;
  cabinet.calendar = openWorkingCalendar(cabinet.rules.calendar, office.hours, office);
};
