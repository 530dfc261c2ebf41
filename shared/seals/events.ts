import type { FormNumber } from '../dossier/acts/events.ts';
import type { IntakePaper, PaperOutcome } from '../dossier/events.ts';
import type { AttachmentRef } from '../dossier/form.ts';
import type { SignerNamed } from '../dossier/signing/events.ts';
import type { Head } from '../journal/report.ts';
import type { Lane, OfficeProfile } from '../office/profile.ts';

/** A paper an intake ended with, as a stranger may see it: no citizen is named. */
export interface SealLine {
  /** Its row in this desk's journal. */
  pos: number;
  form: IntakePaper;
  /** '' for an intake that ended without a dossier, and for content erased by law. */
  code: string;
  /** "0007", "02-0003/2026" */
  number: string;
  at: number;
  /** First ten characters of the row's hash, as printed on the receipt. */
  witness: string;
}

export interface SealedDay {
  day: string;
  /** Rows about dossiers written on that day, the intakes among them. */
  acts: number;
  lines: SealLine[];
}

/** An opening of the vault and its rows among those sealed. */
export interface SealedEpoch {
  epoch: string;
  from: number;
  to: number;
}

/** What is sealed: the journal up to its head. The hash of the head holds every row before it, those of earlier seals too. */
export interface SealContent {
  /** First row since the last seal. */
  from: number;
  head: Head & { pos: number };
  epochs: SealedEpoch[];
  days: SealedDay[];
}

/** The page was signed with a certificate: the very bytes are kept. */
export interface SealSigned {
  field: string;
  signer: SignerNamed;
}

/** Chốt sổ: the days since the last seal were closed by one signature, a certificate's or a hand's. */
export interface DaysSealed extends FormNumber, SealContent {
  /** Random id, made where the seal was asked for: asked again, it is the same seal. */
  seal: string;
  at: number;
  businessDay: string;
  office: OfficeProfile;
  desk: number;
  lanes: Lane[];
  clerkName: string;
  /** Null: printed to be signed by hand. */
  signed: SealSigned | null;
  /** The signed page; none where the hand signs. */
  files: AttachmentRef[];
}

/** What became of a seal's page. */
export interface SealPrinted {
  seal: string;
  outcome: PaperOutcome;
  printer: string;
  copies: number;
  reprint: boolean;
  /** Why it failed, from the print system; '' otherwise. */
  detail: string;
}

/** The signed page got its time stamp, its proofs of revocation, or both, later and without the token: a new file. */
export interface SealLengthened {
  seal: string;
  /** SHA-256 of the page as it was. */
  source: string;
  files: AttachmentRef[];
  /** When a time stamp authority saw the signature, milliseconds. */
  stampedAt: number;
  /** It carries what its authorities say of revocation: PAdES-B-LT. */
  proved: boolean;
}

export interface SealEvents {
  daysSealed: DaysSealed;
  sealPrinted: SealPrinted;
  sealLengthened: SealLengthened;
}
export type SealEventType = keyof SealEvents;
export type SealEvent = { [T in SealEventType]: { type: T; v: 1; payload: SealEvents[T] } }[SealEventType];

/** All rows of the seals are about this one subject: they belong to no single dossier. */
export const sealSubject = 'seals';

const types: readonly string[] = [
  'daysSealed',
  'sealPrinted',
  'sealLengthened',
] satisfies readonly SealEventType[];

/** True when this software knows the event; the payload's shape is vouched for by the chain it was signed into. */
export const isSealEvent = (event: { type: string; v: number; payload: unknown }): event is SealEvent =>
  types.includes(event.type) &&
  event.v === 1 &&
  typeof event.payload === 'object' &&
  event.payload !== null &&
  !Array.isArray(event.payload);
