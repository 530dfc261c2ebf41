import type { OfficeHours } from '../calendar/office-hours.ts';
import type { ClerkRecord, Desk, Lane, OfficeProfile, SetAmount } from '../office/profile.ts';
import type { PaperLayout } from './method.ts';

export interface MachineSettings {
  printer: string;
  layout: PaperLayout;
  idleMinutes: number;
  printOnAccept: boolean;
  backupFolder: string;
}

export interface BackupState {
  at: number;
  folder: string;
  bytes: number;
}

/** The last look through the vault. */
export interface LastCheck {
  at: number;
  full: boolean;
  sound: boolean;
  brokenPages: number;
  findings: number;
  pages: number;
  /** Attachment files no dossier and no draft names, older than a week. */
  strayFiles: number;
  strayBytes: number;
  /** The last full one: when, how many milliseconds, over how many pages. 0 before the first. */
  fullAt: number;
  fullTook: number;
  fullPages: number;
}

export interface Settings {
  machine: MachineSettings;
  profile: OfficeProfile;
  desk: Desk;
  lanes: Lane[];
  provinceNumbers: boolean;
  hours: OfficeHours;
  /** 'HH:MM', '' when the office has no such rule. */
  passOnAfter: string;
  clerks: ClerkRecord[];
  amounts: SetAmount[];
  trial: boolean;
  lastBackup: BackupState | null;
  lastCheck: LastCheck | null;
  /** Milliseconds since the epoch; `keptAt` 0 while nobody is known to hold the code. */
  recovery: { madeAt: number; keptAt: number };
}

export interface AccessRow {
  pos: number;
  at: number;
  clerkName: string;
  action: string;
  subject: string;
  detail: string;
}
