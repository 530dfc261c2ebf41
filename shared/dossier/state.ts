import type { Deadline } from '../calendar/deadline.ts';
import type { Person } from '../citizen/person.ts';
import type {
  CitizenNotified,
  ConflictClosed,
  DeadlineExtended,
  DossierCorrected,
  DossierWithdrawn,
  FormNumber,
  HandedOver,
  Holder,
  PapersHandedBack,
  ProcessingStopped,
  ResultArrived,
  ResultReturned,
  SupplementsReceived,
  SupplementsRequested,
  TakenBack,
} from './acts/events.ts';
import type { MoneyLedger } from './acts/money.ts';
import type {
  PaperFiled,
  PaperSigned,
  ResultNumbered,
  ResultSentBack,
  ResultSubmitted,
  SignatureStamped,
} from './signing/events.ts';
import { emptyLedger } from './acts/money.ts';
import type { DossierAccepted, IntakeGuided, IntakeRefused, PaperForm, PaperOutcome } from './events.ts';
import type { Delivery } from './form.ts';

/** What became of the intake. Where the dossier stands after it is `business` (acts/axes.ts). */
export type DossierStatus = 'accepted' | 'guided' | 'refused';

export interface PaperRecord {
  form: PaperForm;
  /** Event it is about; '' for the intake's own. */
  about: string;
  outcome: PaperOutcome;
  at: number;
  reprint: boolean;
}

export type ConflictAbout =
  | 'acceptedTwice'
  | 'returnedTwice'
  | 'withdrawnTwice'
  | 'stoppedTwice'
  | 'returnedAndWithdrawn'
  | 'returnedAndStopped'
  | 'withdrawnAndStopped'
  | 'withdrawnAfterResult'
  | 'resultTwice'
  | 'askedTwice'
  | 'resumedTwice'
  | 'extendedTwice'
  | 'paidTwice'
  | 'refundedTwice'
  /** Something done to a dossier that had ended, or was never taken in, elsewhere. */
  | 'afterEnd';

/** Two facts that cannot both be right; both are kept, and a new act closes the conflict. */
export interface Conflict {
  event: string;
  with: string;
  about: ConflictAbout;
}

/** A payload with the id of the row it came in. */
export type Done<T> = T & { event: string };

/** A request and, once they came, its supplements. */
export interface SupplementRound {
  asked: Done<SupplementsRequested>;
  /** The event that brought them; null while they are waited for. */
  received: string | null;
}

/** The running promise. What ended the work, and when, is told by acts/clock.ts. */
export interface Clock {
  /** The promise in force: of the acceptance, or as moved by supplements and form 04. */
  deadline: Deadline;
  /** The request the clock stands still for; null while it runs. */
  pausedAt: number | null;
}

/** A drafted result on its way to its signature, its number and its seal. */
export interface Submission extends Done<ResultSubmitted> {
  sentBack: Done<ResultSentBack> | null;
  numbered: Done<ResultNumbered> | null;
  /** How many signatures the dossier had before: only later ones are its own. */
  signedBefore: number;
}

/** How a dossier's life at the counter ended. */
export interface Ending {
  event: string;
  kind: 'returned' | 'withdrawn' | 'stopped';
  at: number;
}

/** An original the office keeps; `backAt` when it was handed back. */
export interface HeldOriginal {
  name: string;
  count: number;
  backAt: number | null;
}

/** Names and addresses as they read today: the acceptance, and every correction since. */
export interface Particulars {
  submitter: Person;
  owner: Person;
  relation: string;
  delivery: Delivery;
}

/** A dossier as folded from its events. */
export interface DossierState {
  id: string;
  status: DossierStatus;
  accepted: DossierAccepted | null;
  guided: IntakeGuided | null;
  refused: IntakeRefused | null;
  papers: PaperRecord[];
  /** Open ones. */
  conflicts: Conflict[];
  /** Set when an event of a type or version this software does not know was met: read-only until it is updated. */
  parked: { type: string; v: number } | null;
  /** Id of the event that opened the dossier, and the first ten characters of its row hash. */
  openedBy: string;
  witness: string;

  /** Null until accepted. */
  particulars: Particulars | null;
  clock: Clock | null;
  rounds: SupplementRound[];
  extensions: Done<DeadlineExtended>[];
  /** Who works on it; null: it lies at the counter. */
  holder: Holder | null;
  slip: FormNumber | null;
  /** Lines of the control slip, in order. */
  moves: (Done<HandedOver> | Done<TakenBack>)[];
  /** Every bringing of supplements, with its papers. */
  brought: Done<SupplementsReceived>[];
  submissions: Submission[];
  /** The result in force, and every one ever entered. */
  result: Done<ResultArrived> | null;
  results: Done<ResultArrived>[];
  notices: Done<CitizenNotified>[];
  endings: Ending[];
  returns: Done<ResultReturned>[];
  withdrawals: Done<DossierWithdrawn>[];
  stops: Done<ProcessingStopped>[];
  handedBack: Done<PapersHandedBack>[];
  originals: HeldOriginal[];
  /** Where the paper file lies; '' while nobody has said. */
  place: string;
  receiptLost: { event: string; at: number; by: string } | null;
  corrections: Done<DossierCorrected>[];
  closedConflicts: (Conflict & { closed: Done<ConflictClosed> })[];
  /** Ids of events that a closed conflict has ruled out; they stay in the journal. */
  overruled: string[];
  /** Claims that came too late to matter: ids of hand-overs and drafts of a dossier that had ended. */
  voided: string[];
  filed: Done<PaperFiled>[];
  signings: Done<PaperSigned>[];
  stamps: Done<SignatureStamped>[];
  money: MoneyLedger;
  /** Ids of commands already carried out. */
  commands: string[];
}

/** A dossier nobody has said anything about yet. */
export const blankState = (id: string, openedBy: string, witness: string): DossierState => ({
  id,
  status: 'accepted',
  accepted: null,
  guided: null,
  refused: null,
  papers: [],
  conflicts: [],
  parked: null,
  openedBy,
  witness,
  particulars: null,
  clock: null,
  rounds: [],
  extensions: [],
  holder: null,
  slip: null,
  moves: [],
  brought: [],
  submissions: [],
  result: null,
  results: [],
  notices: [],
  endings: [],
  returns: [],
  withdrawals: [],
  stops: [],
  handedBack: [],
  originals: [],
  place: '',
  receiptLost: null,
  corrections: [],
  closedConflicts: [],
  overruled: [],
  voided: [],
  filed: [],
  signings: [],
  stamps: [],
  money: emptyLedger,
  commands: [],
});

/** A dossier taken in at a counter: everything after the intake happens to one of these. */
export type Taken = DossierState & { accepted: DossierAccepted; clock: Clock; particulars: Particulars };

export const isTaken = (state: DossierState): state is Taken =>
  state.accepted !== null && state.clock !== null && state.particulars !== null;
