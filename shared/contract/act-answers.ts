import type { BusinessState } from '../dossier/acts/axes.ts';
import type { Timeliness } from '../dossier/acts/clock.ts';
import type { ActKind } from '../dossier/acts/commands.ts';
import type { Holder } from '../dossier/acts/events.ts';
import type { ActWarning } from '../dossier/acts/guards.ts';
import type { OfficialReceipt } from '../dossier/acts/money-events.ts';
import type { MoneyStanding } from '../dossier/acts/money.ts';
import type { Fault } from '../faults.ts';
import type { DossierPage, DossierRow } from './dossier-shapes.ts';

/** What came of an act: the dossier as it now stands, so that the page is drawn without asking again. */
export interface ActDone {
  page: DossierPage;
  /** Ids of the events this command recorded, now or when it was first asked for; none where nothing had to happen. */
  events: string[];
}

/** What came of one dossier among many; `fault` null: done. */
export interface ActOfMany {
  dossier: string;
  /** As it stands now; null for one that is not here. */
  row: DossierRow | null;
  events: string[];
  fault: Fault | null;
}

/** What an act would do, without doing it. */
export interface ActJudgement {
  /** What would be answered; null: it would be done. */
  fault: Fault | null;
  /** Worth knowing before it is done; none of them stops it. */
  warnings: ActWarning[];
  /** Where the dossier would stand, also while texts are still to be written; null while it cannot be told. */
  after: ActAfter | null;
}

export interface ActAfter {
  business: BusinessState;
  /** The promise in force. */
  dueAt: number | null;
  /** Since when the clock would stand still. */
  pausedAt: number | null;
  onTime: Timeliness | null;
  money: MoneyStanding;
  /** Number of the form that goes with it, as printed; '' for none. */
  formNumber: string;
}

/** What was written before, newest first, to be offered again. */
export interface Remembered {
  holders: Holder[];
  places: string[];
  signers: string[];
  /** Provisions a stop rested on. */
  bases: string[];
  /** Grounds of an exemption. */
  grounds: string[];
  /** Decisions that set an amount. */
  decisions: string[];
  /** What stands behind a document's number: "GXN-UBND". */
  symbols: string[];
  /** Forms and series of official receipts; the number is the paper's. */
  receipts: Pick<OfficialReceipt, 'form' | 'series' | 'kind'>[];
  reasons: { act: ActKind; text: string }[];
}
