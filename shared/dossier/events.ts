import type { Person } from '../citizen/person.ts';
import type { Deadline } from '../calendar/deadline.ts';
import type { OfficeProfile } from '../office/profile.ts';
import type { ActEvents, FormNumber } from './acts/events.ts';
import type { Answers, AttachmentRef, ComponentMode, Delivery } from './form.ts';

/** The procedure as it stood when the dossier was judged by it; a later catalogue never changes it. */
export interface ProcedureFrozen {
  code: string;
  name: string;
  field: string;
  agency: string;
  case: { id: string; name: string } | null;
  results: string[];
  catalogueVersion: number;
}

export interface ComponentFrozen {
  index: number | null;
  name: string;
  mode: ComponentMode;
  originals: number;
  certified: number;
  copies: number;
  pages: number;
  held: boolean;
  files: AttachmentRef[];
}

/** 'toBeSet': the province sets it and has not; printed as such, never as 0 đ. */
export type FeeStateFrozen = 'known' | 'toBeSet' | 'exempt' | 'free';

export interface FeeFrozen {
  fee: string | null;
  label: string;
  type: 'PHI' | 'LE_PHI';
  state: FeeStateFrozen;
  amount: number | null;
  quantity: number;
  total: number | null;
  basis: string;
  exemption: string | null;
}

/** One field of the procedure's own form, with the label it had, so that a reprint needs no schema. */
export interface AnswerFrozen {
  field: string;
  label: string;
  text: string;
}

/** Head and people common to the three outcomes of an intake. */
interface IntakeFrozen {
  businessDay: string;
  office: OfficeProfile;
  desk: number;
  clerkName: string;
  procedure: ProcedureFrozen;
  submitter: Person;
  owner: Person;
  relation: string;
  sets: number;
  components: ComponentFrozen[];
  note: string;
  receivedAt: number;
}

export interface DossierAccepted extends IntakeFrozen {
  code: string;
  /** 96-bit look-up key, base32: proves that the holder holds the paper (design §6). */
  key: string;
  channel: 'counter' | 'online';
  /** When the citizen sent what was filed online. */
  filedAt?: number;
  answers: Answers;
  answerLines: AnswerFrozen[];
  fees: FeeFrozen[];
  /** Sum of what is known; lines to be set are not in it. */
  feeTotal: number;
  delivery: Delivery;
  deadline: Deadline;
  /** Dossiers the clerk was warned about and went on. */
  possibleDuplicates: string[];
}

/** Form 02 handed out instead of a receipt: what to bring. */
export interface IntakeGuided extends IntakeFrozen, FormNumber {
  missing: { name: string; count: number; what: string }[];
  reason: string;
}

/** Form 03: refused, with its ground. */
export interface IntakeRefused extends IntakeFrozen, FormNumber {
  reason: string;
}

/** 01 receipt, 02 guidance, 03 refusal, as numbered by TT 03/2025/TT-VPCP: what an intake ends with. */
export const intakePapers = ['receipt', 'guidance', 'refusal'] as const;
export type IntakePaper = (typeof intakePapers)[number];
/** Papers of the acts: 02 again, 06, 04, 05, and the office's own. */
export const actPaperForms = [
  'supplements',
  'control',
  'extension',
  'stop',
  'cash',
  'returned',
  'withdrawal',
  'transfer',
  'feeReceipt',
] as const;
export type ActPaperForm = (typeof actPaperForms)[number];
/** Every paper that belongs to one dossier. */
export const paperForms = [...intakePapers, ...actPaperForms] as const;
export type PaperForm = (typeof paperForms)[number];

export type PaperOutcome = 'printed' | 'saved' | 'failed' | 'unsure' | 'skipped';

/** The result of putting a paper into somebody's hand. */
export interface PaperPrinted {
  form: PaperForm;
  /**
   * Event the paper is about; '' for the intake's own and for what tells of the dossier as it stands. A request signed before its act
   * bears the act's command. Since version 2.
   */
  about: string;
  outcome: PaperOutcome;
  printer: string;
  paper: 'A4' | 'A5';
  copies: number;
  /** A second or later print says "bản sao". */
  reprint: boolean;
  /** Why it failed, from the print system; '' otherwise. */
  detail: string;
}

export interface DossierEvents extends ActEvents {
  dossierAccepted: DossierAccepted;
  intakeGuided: IntakeGuided;
  intakeRefused: IntakeRefused;
  paperPrinted: PaperPrinted;
}

export type DossierEventType = keyof DossierEvents;
type VersionOf<T extends DossierEventType> = T extends 'paperPrinted' ? 2 : 1;
export type DossierEvent = {
  [T in DossierEventType]: { type: T; v: VersionOf<T>; payload: DossierEvents[T] };
}[DossierEventType];
