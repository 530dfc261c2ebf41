import type { Deadline } from '../../calendar/deadline.ts';
import type { TermLeft } from '../../calendar/resume.ts';
import type { LocalDate } from '../../calendar/vietnam-time.ts';
import type { ComponentFrozen, IntakeGuided } from '../events.ts';
import type { AttachmentRef, DeliveryMethod } from '../form.ts';
import type { SigningEvents } from '../signing/events.ts';
import type { MoneyEvents } from './money-events.ts';

/** What every act after the intake says of itself. `command` is the id under which it was asked for: asked again, it is not done again. */
export interface Acted {
  command: string;
  at: number;
  businessDay: string;
  desk: number;
  clerkName: string;
}

/** A number of a form's own series, without gaps per form, year and desk. */
export interface FormNumber {
  number: number;
  year: number;
  /** The desk that gave it, named in the number. Absent in rows of releases whose numbers named none: they stay as printed. */
  ofDesk?: number;
}

export type MissingPaper = IntakeGuided['missing'][number];

/** Form 02 while the dossier is being worked on: the clock stops at `at`. */
export interface SupplementsRequested extends Acted, FormNumber {
  /** 1 for the first request. */
  round: number;
  /** QĐ 766/QĐ-TTg: a dossier asked about twice or more counts as late. */
  countsAsLate: boolean;
  /** Asked when the promised hour had already passed. */
  afterDue: boolean;
  missing: MissingPaper[];
  reason: string;
  /** Until when the citizen is asked to come. */
  respondBy: LocalDate | null;
  /** The promise in force when the clock stopped. */
  dueAt: number;
}

/** The papers came; the clock goes on with what was left, and the new promise is frozen here. */
export interface SupplementsReceived extends Acted {
  round: number;
  pausedAt: number;
  components: ComponentFrozen[];
  left: TermLeft;
  deadline: Deadline;
  note: string;
}

/** Who works on the dossier: a unit, and a person in it where one is named. */
export interface Holder {
  unit: string;
  person: string;
}

/** A line of the control slip (form 06). One slip follows a dossier: its number is that of the first hand-over. */
export interface HandedOver extends Acted {
  from: Holder | null;
  to: Holder;
  /** Shared by the dossiers handed over together; '' for one alone. */
  batch: string;
  slip: FormNumber;
  /** 1 for the slip's first line. */
  step: number;
  note: string;
}

export interface TakenBack extends Acted {
  from: Holder;
  reason: string;
}

/** Form 04: apology and the one new appointment. */
export interface DeadlineExtended extends Acted, FormNumber {
  /** The promise it replaces. */
  dueBefore: number;
  deadline: Deadline;
  reason: string;
  /** Head of the settling agency, who signs the form. */
  signer: string;
  /** Said after the old promise was already broken: the dossier stays late. */
  tooLate: boolean;
}

/** Form 05. */
export interface ProcessingStopped extends Acted, FormNumber {
  reason: string;
  /** The provision it rests on. */
  basis: string;
  signer: string;
}

/** To whom something is handed, and by what right. */
export type Recipient =
  | { kind: 'owner' | 'submitter'; name: string }
  | { kind: 'proxy'; name: string; idNumber: string; paper: string };

/** What was shown for it. `keyMatched`: the receipt's secret key was read and is ours; false: its printed code alone. */
export type Shown =
  | { by: 'receipt'; keyMatched: boolean }
  | { by: 'card'; idNumber: string }
  /** Cam đoan mất giấy tiếp nhận: the receipt is worth nothing from here on. */
  | { by: 'statement'; idNumber: string }
  /** Sent: nobody stood at the counter. */
  | { by: 'sent'; waybill: string };

/** An original the office kept; `position` in the dossier's list of originals. */
export interface OriginalBack {
  position: number;
  name: string;
}

export interface DossierWithdrawn extends Acted {
  to: Recipient;
  reason: string;
  originals: OriginalBack[];
}

/** What came back from the settling agency: also a refusal on the merits. */
export interface ResultArrived extends Acted {
  approved: boolean;
  number: string;
  date: LocalDate;
  summary: string;
  signer: string;
  files: AttachmentRef[];
  /** Event id of a result entered wrongly, which this one takes the place of. */
  replaces: string | null;
}

export type NotifyWay = 'phone' | 'sms' | 'zalo' | 'email' | 'post' | 'inPerson';

export interface CitizenNotified extends Acted {
  how: NotifyWay;
  reached: boolean;
  /** Number or address called. */
  to: string;
  note: string;
}

export type SignatureKind = 'signature' | 'fingerprint';

export interface ResultReturned extends Acted {
  to: Recipient;
  way: DeliveryMethod;
  shown: Shown;
  originals: OriginalBack[];
  /** Why originals still held were not handed back; '' when none is left. */
  kept: string;
  signature: SignatureKind | null;
  /** 1 (not at all) to 5 (very); null when she did not say. */
  satisfaction: number | null;
}

/** Originals of a dossier that ended without a result. */
export interface PapersHandedBack extends Acted {
  to: Recipient;
  shown: Shown;
  originals: OriginalBack[];
  signature: SignatureKind | null;
}

export interface PaperFileStored extends Acted {
  place: string;
}

export const personFields = [
  'name',
  'idKind',
  'idNumber',
  'birthDate',
  'sex',
  'address',
  'phone',
  'email',
] as const;
export type PersonField = (typeof personFields)[number];
export type CorrectableField =
  | `owner.${PersonField}`
  | `submitter.${PersonField}`
  | 'relation'
  | 'delivery.method'
  | 'delivery.address';

/** What was wrong and how it reads now. The event it corrects is never touched. */
export interface DossierCorrected extends Acted {
  changes: { field: CorrectableField; before: string; after: string }[];
  reason: string;
}

/** Which of the two is to be believed; 'both' where they only met, as two requests do. */
export interface ConflictClosed extends Acted {
  /** The two events, as the conflict names them. */
  conflict: { event: string; with: string };
  stands: 'event' | 'with' | 'both';
  ruling: string;
}

export interface ReceiptReportedLost extends Acted {
  /** Who says so. */
  by: string;
  note: string;
}

export interface ActEvents extends MoneyEvents, SigningEvents {
  supplementsRequested: SupplementsRequested;
  supplementsReceived: SupplementsReceived;
  handedOver: HandedOver;
  takenBack: TakenBack;
  deadlineExtended: DeadlineExtended;
  processingStopped: ProcessingStopped;
  dossierWithdrawn: DossierWithdrawn;
  resultArrived: ResultArrived;
  citizenNotified: CitizenNotified;
  resultReturned: ResultReturned;
  papersHandedBack: PapersHandedBack;
  paperFileStored: PaperFileStored;
  dossierCorrected: DossierCorrected;
  conflictClosed: ConflictClosed;
  receiptReportedLost: ReceiptReportedLost;
}

export type ActEventType = keyof ActEvents;
export type ActEvent = { [T in ActEventType]: { type: T; v: 1; payload: ActEvents[T] } }[ActEventType];
