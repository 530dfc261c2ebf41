import type { Fault } from '../faults.ts';
import type { Role } from '../journal/row.ts';
import type { Desk, OfficeProfile } from '../office/profile.ts';
import type { SyncPhase } from './sync.ts';

export interface AppStatus {
  phase: 'setup' | 'signIn' | 'open' | 'damaged';
  language: 'vi' | 'en';
  /** Kept for this machine: whoever needs it should not set it again each morning. */
  highContrast: boolean;
  trial: boolean;
  office: { code: string; name: string } | null;
  desk: Desk | null;
  clerks: LobbyClerk[];
  session: SessionInfo | null;
  damage: { what: Fault } | null;
  /** Where there is nothing to sign in to: what could be restored, newest first. */
  backups: FoundBackup[];
  versions: { application: string; electron: string; platform: string };
}

/** A backup that was found without asking for a path. */
export interface FoundBackup {
  /** Opaque: given back to `app.rescue`. */
  id: string;
  at: number;
  /** Milliseconds since it was made, by main's clock. */
  age: number;
  office: string;
  /** For the eye alone. */
  folder: string;
  bytes: number;
  trial: boolean;
  /** Rows of its journal did not fit when it was made. */
  faulty: boolean;
}

export interface LobbyClerk {
  slotId: string;
  name: string;
  username: string;
  /** Milliseconds since the epoch until which no password is taken; 0 when none. */
  waitUntil: number;
}

export interface SessionInfo {
  clerk: { id: string; name: string; roles: Role[] };
  profile: OfficeProfile;
  desk: Desk;
  trial: boolean;
  day: DayState;
  language: 'vi' | 'en';
  /** Somebody has typed part of the recovery code back from paper. */
  recoveryKept: boolean;
}

export interface DayState {
  state: 'ok' | 'behind' | 'ahead' | 'restored';
  /** The business day in force, or the one proposed while in doubt. */
  day: string;
  /** The last business day in the journal, null in a new vault. */
  last: string | null;
  /** Wall clock, milliseconds; the trial clock in a trial vault. */
  clock: number;
}

/** The strip at the bottom: what is safe, what waits, what needs a hand. */
export interface Strip {
  saved: number;
  /** Joined to a province: what waits is then what its feed has not shown. */
  joined: boolean;
  waiting: number;
  oldestWaitingAt: number | null;
  /** Dossiers the province has shown in its feed, and keeps nothing of aside. */
  accepted: number;
  /** How the line stands; 'off' where there is none. */
  line: SyncPhase;
  needsYou: number;
  /** Of these, what the province keeps aside and what could not be proved here. */
  aside: number;
  /** A check found damage and no later one found none. */
  unsound: boolean;
  printer: string;
  lastBackupAt: number | null;
}
