import type { BusinessState, DeliveryState } from '../dossier/acts/axes.ts';
import type { MoneyState } from '../dossier/acts/money.ts';
import type { NoticeEffect } from '../dossier/acts/notice.ts';
import type { SyncStanding } from '../dossier/acts/say-standing.ts';
import type { WorkList } from '../dossier/lists.ts';
import type { SubmissionStep } from '../dossier/signing/submission.ts';
import type { DossierState } from '../dossier/state.ts';
import type { ClockTrust } from '../journal/row.ts';

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
