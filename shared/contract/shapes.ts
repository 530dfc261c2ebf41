import type { Procedure } from '../catalogue/procedure.ts';
import type { JsonSchema } from '../catalogue/fields.ts';
import type { Deadline } from '../calendar/deadline.ts';
import type { OfficeHours } from '../calendar/office-hours.ts';
import type { BusinessState, DeliveryState } from '../dossier/acts/axes.ts';
import type { NoticeEffect } from '../dossier/acts/notice.ts';
import type { MoneyState } from '../dossier/acts/money.ts';
import type { SyncStanding } from '../dossier/acts/say-standing.ts';
import type { WorkList } from '../dossier/lists.ts';
import type { SubmissionStep } from '../dossier/signing/submission.ts';
import type { DossierState } from '../dossier/state.ts';
import type { FeeFrozen, PaperForm, PaperOutcome } from '../dossier/events.ts';
import type { Fault, Problem } from '../faults.ts';
import type { ClockTrust, Role } from '../journal/row.ts';
import type { ClerkRecord, Desk, InstalledPack, Lane, OfficeProfile, SetAmount } from '../office/profile.ts';
import type { ListRow } from './lists.ts';
import type { SealRow } from './seals.ts';
import type { PaperLayout } from './method.ts';
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

export interface ProcedureHit {
  code: string;
  name: string;
  field: string;
  term: { value: number; unit: string };
}

export interface ProcedureSheet {
  procedure: Procedure;
  schema: JsonSchema | null;
  amounts: SetAmount[];
  catalogueVersion: number;
}

/** A pack that counts now: of each id the newest version. */
export interface PackInForce {
  kind: InstalledPack['kind'];
  id: string;
  version: number;
  title: string;
  /** 'YYYY-MM-DD'. */
  issued: string;
}

export interface CatalogueInfo {
  packs: PackInForce[];
  procedures: number;
  fields: { field: string; procedures: number }[];
  calendarYears: { year: number; unofficial: boolean }[];
}

export interface DraftRow {
  id: string;
  procedure: string;
  procedureName: string;
  who: string;
  clerk: string;
  changedAt: number;
}

export interface IntakePreview {
  /** The number it would get now (dự kiến), or why it cannot get one. */
  code: string | null;
  codeFault: Fault | null;
  day: DayState;
  deadline: Deadline | null;
  fees: FeeFrozen[];
  feeTotal: number;
  missing: string[];
  held: string[];
  /** Must be mended before acceptance. */
  problems: Problem[];
  /** Worth a look, never a block. */
  warnings: Problem[];
  duplicates: DossierRow[];
}

export interface IntakeAnswer {
  dossier: string;
  outcome: 'accepted' | 'guided' | 'refused';
  code: string;
  dueAt: number | null;
  witness: string;
}

/** One dossier as a list shows it; also the working set's row. */
export interface DossierRow {
  id: string;
  code: string;
  procedure: string;
  procedureName: string;
  ownerName: string;
  submitterName: string;
  phone: string;
  idNumber: string;
  receivedAt: number;
  dueAt: number | null;
  businessDay: string;
  status: DossierState['status'];
  printed: boolean;
  held: boolean;
  clerkName: string;
  parked: boolean;
  business: BusinessState;
  /** Null: not known, in a row older software wrote. */
  money: MoneyState | null;
  /** Đồng still to be paid, of what is known. */
  owed: number;
  delivery: DeliveryState;
  /** The promise time runs against; null while the clock stands still and once the work is done. `dueAt` is the promise itself. */
  dueNow: number | null;
  /** Since when the citizen is waited for. */
  pausedSince: number | null;
  /** Unit that works on it, '' at the counter. */
  holder: string;
  /** Since when the result lies at the counter. */
  readySince: number | null;
  /** Where the paper file lies. */
  place: string;
  receiptLost: boolean;
  /** How many are open. */
  conflicts: number;
  /** What a drafted result on its way waits for; null when none is. */
  signing: SubmissionStep | null;
}

/** How many dossiers each list of the day has. */
export type ListCounts = Record<WorkList, number>;

/** The day at one glance; lists hold the first of each, in its order. */
export interface Morning {
  counts: ListCounts;
  /** Taken in on this business day. */
  received: number;
  /** Received, guided or refused on this business day, newest first. */
  recent: DossierRow[];
  late: DossierRow[];
  /** Due by the end of the next working day. */
  dueSoon: DossierRow[];
  /** Result here, nobody reached, longest first. */
  untold: DossierRow[];
  /** Waiting for the citizen's papers longer than usual. */
  longWaits: { count: number; rows: DossierRow[] };
  claimed: DossierRow[];
  /** Files that wait for a signature, and drafts on their way to theirs. */
  toSign: number;
}

/** Whom a later holiday notice touches; the printed date stays until somebody acts. */
export type PromiseInQuestion = NoticeEffect;

/** Results one call can tell of. */
export interface ReadyGroup {
  /** '' when no number is known: these are alone. */
  phone: string;
  name: string;
  dossiers: DossierRow[];
  /** Calls made since the result came, and when the last one was. */
  calls: number;
  lastAt: number | null;
}

export interface ReadyList {
  groups: ReadyGroup[];
  /** Dossiers in all, also beyond those listed. */
  total: number;
}

export interface WorkingSet {
  version: number;
  rows: DossierRow[];
}

export interface Findings {
  rows: DossierRow[];
  /** What the text was taken for. */
  taken: 'receipt' | 'code' | 'words' | 'number';
  /** A receipt was scanned whose key does not fit this desk's dossier of that code. */
  forged: boolean;
}

export interface HistoryRow {
  id: string;
  pos: number;
  type: string;
  at: number;
  recordedAt: number;
  clock: ClockTrust;
  clerkName: string;
  desk: number;
  witness: string;
  detail: Record<string, string | number | boolean>;
}

export interface DossierPage {
  row: DossierRow;
  state: DossierState;
  history: HistoryRow[];
  /** Its fourth axis, which its own events know nothing of. */
  sync: SyncStanding;
  /** The same request as another desk of the office took it in. */
  twins: DossierRow[];
  /** Hashes of its files that another desk took in and are not on this PC yet. */
  elsewhere: string[];
}

/** Where a dossier stands: how far it has got with the province, and the one line of its four axes. */
export interface DossierStanding {
  sync: SyncStanding;
  line: string;
}

/** A paper drawn for a preview: where it is served, its sheets, and how they lie. */
export interface PaperPage {
  url: string;
  pages: number;
  /** Millimetres of one sheet, as it lies. */
  sheet: { width: number; height: number };
}

export interface PrintAnswer {
  outcome: PaperOutcome;
  printer: string;
  detail: string;
}

/** A paper of which nobody knows whether it came out: of a dossier, over several, or a pile's fee slip. */
export type UnsurePaper =
  | { kind: 'dossier'; row: DossierRow; form: PaperForm; about: string }
  | { kind: 'list'; list: ListRow }
  | { kind: 'seal'; seal: SealRow }
  /** `day` 'YYYY-MM-DD', `total` in đồng. */
  | { kind: 'pile'; pile: string; name: string; day: string; total: number };

export interface PrinterRow {
  name: string;
  label: string;
  isDefault: boolean;
  ready: boolean;
}

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

/** The strip at the bottom: what is safe, what waits, what needs a hand. */
export interface Strip {
  saved: number;
  /** Joined to a province: what waits is then what its feed has not shown. */
  joined: boolean;
  waiting: number;
  oldestWaitingAt: number | null;
  /** Dossiers the province has shown in its feed. */
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
