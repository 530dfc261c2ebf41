import type { OfficeProfile } from '../office/profile.ts';
import type { PaperOutcome } from '../dossier/events.ts';
import type { EntryContent, PileContent, Requester } from './pile.ts';

/** Who signs the certifications of the day, with the title under which she does. */
export interface Signer {
  name: string;
  title: string;
}

/** Sums of the year's register up to a number: of what still counts. */
export interface Tally {
  struck: number;
  copies: number;
  fees: number;
}

/** Where the register stands: what a hand-over carries and what is remembered outside the vault. */
export interface RegisterPlace {
  year: number;
  volume: number;
  /** The year's first number kept here: those before it stand in a paper register. */
  first: number;
  /** The number the next entry gets. */
  next: number;
  tally: Tally;
}

export interface Entry extends EntryContent {
  number: number;
}

export interface CertifiedPile extends PileContent {
  pile: string;
  entries: Entry[];
  year: number;
  volume: number;
  /** 'YYYY-MM-DD', the business day written in the register. */
  day: string;
  signer: Signer;
  clerkName: string;
  desk: number;
  office: OfficeProfile;
}

/** Numbers on paper whose rows went with a lost copy of the vault; both ends included. */
export interface LostNumbers {
  year: number;
  volume: number;
  from: number;
  to: number;
}

export type CertificationPaper = 'attestation' | 'certificationFee' | 'certificationBook' | 'custody';

/** What happens to the register of certified copies (sổ chứng thực bản sao từ bản chính). Version 1 of each. */
export interface CertificationEvents {
  /** From the volume and number the paper register has reached. */
  registerOpened: { register: string; desk: number; place: RegisterPlace };
  /** This desk knows the register and waits to be handed it. */
  registerJoined: { register: string };
  signerSet: Signer;
  volumeOpened: { year: number; volume: number; from: number };
  /** The closing line: last number, how many count, copies, fees. */
  yearClosed: { place: RegisterPlace; signer: Signer | null };
  registerHandedOver: { fromDesk: number; toDesk: number; serial: number; place: RegisterPlace };
  registerTaken: { fromDesk: number; toDesk: number; serial: number; place: RegisterPlace };
  /** After a vault was copied back: where the register really stands. */
  registerReconciled: {
    place: RegisterPlace;
    serial: number;
    holder: number | null;
    lost: LostNumbers[];
  };
  pileQueued: PileContent & { pile: string; day: string; clerkName: string };
  /** A waiting pile given back without a number. */
  pileWithdrawn: { pile: string; reason: string };
  pileCertified: CertifiedPile;
  /** The counts before are struck out, these stand; the number stays. */
  entryCorrected: {
    year: number;
    number: number;
    requester: Requester;
    before: EntryContent | null;
    after: EntryContent;
    reason: string;
    clerkName: string;
    day: string;
  };
  /** The whole entry is struck out; its number is used up. */
  entryStruck: {
    year: number;
    number: number;
    before: EntryContent | null;
    reason: string;
    clerkName: string;
    day: string;
  };
  certificationPrinted: {
    paper: CertificationPaper;
    /** A pile, 'YYYY-MM' of the book, or the hand-over's serial. */
    of: string;
    outcome: PaperOutcome;
    printer: string;
    sheets: number;
    reprint: boolean;
    detail: string;
  };
}

export type CertificationEventType = keyof CertificationEvents;
export type CertificationEvent = {
  [T in CertificationEventType]: { type: T; v: 1; payload: CertificationEvents[T] };
}[CertificationEventType];

/** All rows of the register are about this one subject: their order is the law's order of the numbers. */
export const certificationSubject = 'certification';

const versions: Readonly<Record<CertificationEventType, number>> = {
  registerOpened: 1,
  registerJoined: 1,
  signerSet: 1,
  volumeOpened: 1,
  yearClosed: 1,
  registerHandedOver: 1,
  registerTaken: 1,
  registerReconciled: 1,
  pileQueued: 1,
  pileWithdrawn: 1,
  pileCertified: 1,
  entryCorrected: 1,
  entryStruck: 1,
  certificationPrinted: 1,
};

/** True when this software knows the event; the payload's shape is vouched for by the chain it was signed into. */
export const isCertificationEvent = (event: {
  type: string;
  v: number;
  payload: unknown;
}): event is CertificationEvent =>
  Object.entries(versions).some(([type, v]) => type === event.type && v === event.v) &&
  typeof event.payload === 'object' &&
  event.payload !== null &&
  !Array.isArray(event.payload);
