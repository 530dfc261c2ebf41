import { z } from 'zod';
import type { Procedure } from './catalogue/procedure.ts';
import type { JsonSchema } from './catalogue/fields.ts';
import type { Deadline } from './calendar/deadline.ts';
import type { OfficeHours } from './calendar/office-hours.ts';
import type { BusinessState, DeliveryState } from './dossier/acts/axes.ts';
import type { MoneyState } from './dossier/acts/money.ts';
import type { DossierState } from './dossier/state.ts';
import type { FeeFrozen, PaperForm, PaperOutcome } from './dossier/events.ts';
import type { AttachmentRef, IntakeForm } from './dossier/form.ts';
import type { Fault, Problem } from './faults.ts';
import type { ClockTrust, Role } from './journal/row.ts';
import type { ClerkRecord, Desk, InstalledPack, Lane, OfficeProfile, SetAmount } from './office/profile.ts';
import type { JournalReport } from './journal/verify.ts';
import { hoursInput, intakeFormInput } from './input.ts';

/**
 * Everything a window may ask of main, and everything main may tell a window. One table: the payload's shape, the
 * answer's type, which classes of window may call it, and which roles (null: also before sign-in).
 */
export type WindowClass = 'counter';

interface Method<In, Out> {
  input: z.ZodType<In>;
  windows: readonly WindowClass[];
  /** Roles that may call it; 'any' signed-in clerk; 'lobby' before sign-in as well. */
  roles: readonly Role[] | 'any' | 'lobby';
  /** Carries only the type. */
  output?: Out;
}

type Roles = readonly Role[] | 'any' | 'lobby';
const answers =
  <Out>() =>
  <In>(input: z.ZodType<In>, roles: Roles): Method<In, Out> => ({ input, roles, windows: ['counter'] });

const none = z.strictObject({});
const id = z.string().min(1).max(64);
const text = (max: number) => z.string().max(max);
const password = z.string().min(1).max(512);
const profile = z.strictObject({
  code: text(35),
  name: text(200),
  superior: text(200),
  address: text(300),
  phone: text(40),
  province: text(100),
  lookupBase: text(200),
});
const desk = z.strictObject({ number: z.number().int(), name: text(100) });
const lane = z.strictObject({ from: z.number().int(), to: z.number().int() });
const role = z.enum(['reception', 'officer', 'leader', 'registrar', 'admin', 'auditor']);
const paperForm = z.enum(['receipt', 'guidance', 'refusal']);
const layout = z.strictObject({
  paper: z.enum(['A4', 'A5']),
  /** Two A5 copies on one A4 sheet to be cut apart. */
  twoOnOne: z.boolean(),
  /** Which copies: for the file (lưu), for the citizen (giao). */
  copies: z
    .array(z.enum(['file', 'citizen']))
    .min(1)
    .max(2),
});
export type PaperLayout = z.infer<typeof layout>;

export const contract = {
  'app.status': answers<AppStatus>()(none, 'lobby'),
  'app.setLanguage': answers<null>()(z.strictObject({ language: z.enum(['vi', 'en']) }), 'lobby'),
  'app.setContrast': answers<null>()(z.strictObject({ highContrast: z.boolean() }), 'lobby'),
  'app.openWindow': answers<null>()(none, 'any'),
  /** Ways out of a damaged vault; none deletes anything. */
  'app.rescue': answers<{ done: string }>()(
    z.strictObject({
      way: z.enum(['retry', 'restoreSlots', 'restoreBackup', 'salvage', 'diagnostic', 'setAside']),
      slotId: text(64),
      password: text(512),
      /** A found backup's handle; '' asks for a folder in main's own dialog. */
      backup: text(64),
    }),
    'lobby',
  ),

  'setup.found': answers<{ recoveryCode: string; session: SessionInfo }>()(
    z.strictObject({
      profile,
      desk,
      lane,
      provinceNumbers: z.boolean(),
      hours: hoursInput,
      clerk: z.strictObject({ name: text(200), username: text(60), password }),
      trial: z.boolean(),
    }),
    'lobby',
  ),
  'session.signIn': answers<SessionInfo>()(z.strictObject({ slotId: id, password }), 'lobby'),
  /** Locks the counter: the working set is emptied, the vault stays open in main. */
  'session.lock': answers<null>()(none, 'any'),
  'session.recover': answers<{ recoveryCode: string; session: SessionInfo }>()(
    z.strictObject({ code: text(100), slotId: id, newPassword: password }),
    'lobby',
  ),
  'session.changePassword': answers<null>()(z.strictObject({ current: password, next: password }), 'any'),
  /** Tells main somebody is at the desk, so that the idle lock waits. */
  'session.touch': answers<null>()(none, 'any'),

  /** Shown this once; takes the place of the one before when part of it is typed back. */
  'recovery.newCode': answers<{ recoveryCode: string }>()(z.strictObject({ password }), ['admin']),
  'recovery.prove': answers<null>()(z.strictObject({ typed: text(100) }), 'any'),
  'recovery.drop': answers<null>()(none, 'any'),

  'day.confirm': answers<DayState>()(z.strictObject({ day: text(10) }), ['reception', 'admin']),
  /** After a restore: the newest kept copy, scanned (or its code typed), and the date. */
  'restore.confirm': answers<DayState>()(z.strictObject({ scan: text(500), day: text(10) }), [
    'reception',
    'admin',
  ]),

  'catalogue.find': answers<ProcedureHit[]>()(
    z.strictObject({ text: text(200), limit: z.number().int().min(1).max(500) }),
    'any',
  ),
  'catalogue.get': answers<ProcedureSheet>()(z.strictObject({ code: text(40) }), 'any'),
  'catalogue.setAmount': answers<null>()(
    z.strictObject({ procedure: text(40), fee: text(80), amount: z.number(), decision: text(200) }),
    ['reception', 'admin'],
  ),
  'catalogue.info': answers<CatalogueInfo>()(none, 'any'),
  /** Opens main's file dialog; a signed, newer pack replaces the old one, anything else leaves it. */
  'catalogue.importPack': answers<InstalledPack>()(none, ['admin']),

  'intake.drafts': answers<DraftRow[]>()(none, ['reception']),
  'intake.openDraft': answers<{ id: string; form: IntakeForm }>()(z.strictObject({ id }), ['reception']),
  'intake.saveDraft': answers<{ savedAt: number }>()(z.strictObject({ id, form: intakeFormInput }), [
    'reception',
  ]),
  'intake.dropDraft': answers<null>()(z.strictObject({ id }), ['reception']),
  'intake.preview': answers<IntakePreview>()(z.strictObject({ id, form: intakeFormInput }), ['reception']),
  'intake.attach': answers<AttachmentRef[]>()(z.strictObject({ id }), ['reception']),
  'intake.accept': answers<IntakeAnswer>()(z.strictObject({ id, form: intakeFormInput }), ['reception']),
  'intake.guide': answers<IntakeAnswer>()(
    z.strictObject({
      id,
      form: intakeFormInput,
      missing: z
        .array(z.strictObject({ name: text(500), count: z.number().int().min(0).max(1000), what: text(500) }))
        .max(100),
      reason: text(4000),
    }),
    ['reception'],
  ),
  'intake.refuse': answers<IntakeAnswer>()(
    z.strictObject({ id, form: intakeFormInput, reason: text(4000) }),
    ['reception'],
  ),

  'workingSet.get': answers<WorkingSet>()(none, 'any'),
  'dossier.get': answers<DossierPage>()(z.strictObject({ id }), 'any'),
  /** Puts the dossier's code on the system's clipboard: a page may not. */
  'dossier.copyCode': answers<{ code: string }>()(z.strictObject({ id }), 'any'),
  'dossier.list': answers<{ rows: DossierRow[]; total: number }>()(
    z.strictObject({
      filter: z.strictObject({
        status: z.enum(['all', 'accepted', 'guided', 'refused', 'unprinted', 'dueSoon', 'late']),
        procedure: text(40),
        receivedFrom: text(10),
        receivedTo: text(10),
      }),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    'any',
  ),
  /** Anything: a scanned receipt, a code, a name without marks, a phone, an ID number. Newest first, at most 20. */
  'dossier.find': answers<Findings>()(z.strictObject({ text: text(500) }), 'any'),

  'paper.preview': answers<{ url: string; pages: number }>()(
    z.strictObject({ dossier: id, form: paperForm, layout }),
    'any',
  ),
  /** The receipt as it would be, from a draft that is not accepted yet; marked as a draft. */
  'paper.previewDraft': answers<{ url: string; pages: number }>()(
    z.strictObject({ id, form: intakeFormInput, layout }),
    ['reception'],
  ),
  'paper.print': answers<PrintAnswer>()(
    z.strictObject({ dossier: id, form: paperForm, layout, printer: text(200) }),
    'any',
  ),
  'paper.save': answers<PrintAnswer>()(z.strictObject({ dossier: id, form: paperForm, layout }), 'any'),
  /** Dossiers accepted without a known print result: asked about first at the next start. */
  'paper.unsure': answers<UnsurePaper[]>()(none, 'any'),
  'paper.settle': answers<null>()(z.strictObject({ dossier: id, form: paperForm, printed: z.boolean() }), [
    'reception',
  ]),
  'paper.previewSheet': answers<{ url: string; pages: number }>()(
    z.strictObject({ procedure: text(40) }),
    'any',
  ),
  'paper.printSheet': answers<PrintAnswer>()(
    z.strictObject({ procedure: text(40), printer: text(200) }),
    'any',
  ),
  'paper.saveSheet': answers<PrintAnswer>()(z.strictObject({ procedure: text(40) }), 'any'),
  'paper.printRecovery': answers<PrintAnswer>()(z.strictObject({ code: text(100), printer: text(200) }), [
    'admin',
  ]),

  'printers.list': answers<PrinterRow[]>()(none, 'any'),
  'printers.test': answers<PrintAnswer>()(
    z.strictObject({ printer: text(200), paper: z.enum(['A4', 'A5']) }),
    'any',
  ),

  'settings.get': answers<Settings>()(none, 'any'),
  'settings.setMachine': answers<MachineSettings>()(
    z.strictObject({
      printer: text(200),
      layout,
      idleMinutes: z.number().int().min(1).max(120),
      printOnAccept: z.boolean(),
      backupFolder: text(1000),
    }),
    'any',
  ),
  'settings.changeOffice': answers<null>()(z.strictObject({ profile, desk }), ['admin']),
  /** `passOnAfter` 'HH:MM', '' for none: what is received after it counts from the next working day. */
  'settings.setHours': answers<null>()(z.strictObject({ hours: hoursInput, passOnAfter: text(5) }), [
    'admin',
  ]),
  'settings.grantLane': answers<null>()(z.strictObject({ lane, agreement: text(200) }), ['admin']),
  'settings.chooseBackupFolder': answers<{ folder: string }>()(none, ['admin']),
  'settings.backUp': answers<BackupState>()(none, ['reception', 'admin']),

  'clerks.enrol': answers<null>()(
    z.strictObject({ name: text(200), username: text(60), roles: z.array(role).min(1), password }),
    ['admin'],
  ),
  'clerks.change': answers<null>()(
    z.strictObject({ clerk: id, name: text(200), roles: z.array(role).min(1) }),
    ['admin'],
  ),
  'clerks.remove': answers<null>()(z.strictObject({ clerk: id }), ['admin']),
  'clerks.resetPassword': answers<null>()(z.strictObject({ clerk: id, password }), ['admin']),

  'access.list': answers<AccessRow[]>()(
    z.strictObject({ before: z.number().int(), limit: z.number().int().max(500) }),
    ['admin', 'auditor'],
  ),
  /** Every page's seal, the structure, and files nobody names; told about on the way as 'check'. */
  'vault.check': answers<LastCheck>()(none, 'any'),
  /** After a check that found damage: shuts the vault and shows the ways out. */
  'vault.openWaysOut': answers<null>()(none, ['admin']),
  'journal.verify': answers<JournalReport>()(z.strictObject({ mode: z.enum(['checkpoint', 'full']) }), 'any'),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type InputOf<M extends MethodName> = z.infer<Contract[M]['input']>;
export type OutputOf<M extends MethodName> =
  NonNullable<Contract[M]['output']> | Extract<Contract[M]['output'], null>;

/** What main tells every counter window, after the commit and never before. */
export type Telling =
  | { kind: 'delta'; version: number; rows: DossierRow[]; gone: string[] }
  | { kind: 'drafts' }
  | { kind: 'status'; status: AppStatus }
  | { kind: 'office' }
  /** A full check: 1 the seals, 2 the structure; `expected` milliseconds in all, null when there was none before. */
  | { kind: 'check'; step: 1 | 2; expected: number | null }
  | { kind: 'strip'; strip: Strip };

export interface Preload {
  ask(method: string, input: unknown): Promise<{ ok: true; value: unknown } | { ok: false; fault: Fault }>;
  listen(hear: (telling: Telling) => void): () => void;
}

// ——— the shapes that travel ———

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
}

export interface PrintAnswer {
  outcome: PaperOutcome;
  printer: string;
  detail: string;
}

export interface UnsurePaper {
  row: DossierRow;
  form: PaperForm;
}

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
  waiting: number;
  oldestWaitingAt: number | null;
  needsYou: number;
  /** A check found damage and no later one found none. */
  unsound: boolean;
  printer: string;
  lastBackupAt: number | null;
}
