import type { SignaturePlace } from '../../signing/appearance.ts';
import type { LocalDate } from '../../calendar/vietnam-time.ts';
import type { Acted, FormNumber, Holder } from '../acts/events.ts';
import type { PaperForm } from '../events.ts';
import type { AttachmentRef } from '../form.ts';

/** Who signed, as her certificate says. `software`: the key lies in a file and not on a token. */
export interface SignerNamed {
  name: string;
  agency: string;
  /** Who issued the certificate. */
  issuer: string;
  /** Of the certificate, hexadecimal. */
  serial: string;
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: string;
  software: boolean;
}

/** A signature was put on a file: a new file, whose first bytes are the old one's. */
export interface PaperSigned extends Acted {
  /** SHA-256 of the file as it was. */
  source: string;
  file: AttachmentRef;
  place: SignaturePlace;
  /** The signature's field in the PDF. */
  field: string;
  signer: SignerNamed;
}

/** A time stamp authority's token was added to the last signature, afterwards and without the signer: PAdES-B-T. */
export interface SignatureStamped extends Acted {
  source: string;
  file: AttachmentRef;
  field: string;
  /** When the authority saw the signature, milliseconds. */
  stampedAt: number;
  /** Address of the authority; '' where only the proofs were added. */
  authority: string;
  /** The file carries what its authorities say of revocation: PAdES-B-LT. */
  proved?: boolean;
}

/** A paper of the office's own was kept as a PDF among the dossier's files, to be signed. */
export interface PaperFiled extends Acted {
  form: PaperForm;
  /** Event the paper is about; '' for the intake's own. */
  about: string;
  file: AttachmentRef;
}

/** With each person's own token on this PC, or by hand on paper, with the control slip. */
export type SigningWay = 'token' | 'paper';

/** Trình ký: a drafted result went to whoever signs it. */
export interface ResultSubmitted extends Acted {
  /** 1 for the first time; one more after each sending back. */
  round: number;
  to: Holder;
  way: SigningWay;
  approved: boolean;
  summary: string;
  /** The draft; with a token at least one PDF, on paper there may be none. */
  files: AttachmentRef[];
  note: string;
}

/** Trả lại: unsigned by the signer, or signed and not numbered by the registrar. */
export interface ResultSentBack extends Acted {
  /** Event id of the submission. */
  submission: string;
  reason: string;
}

/** The registrar (văn thư) gave it its number; the seal comes after. */
export interface ResultNumbered extends Acted {
  submission: string;
  /** In this desk's own series of the year; null for a number of the office's own register, as it was typed. */
  taken: FormNumber | null;
  /** As printed: "07/GXN-UBND". */
  number: string;
  date: LocalDate;
  signer: string;
}

export interface SigningEvents {
  resultSubmitted: ResultSubmitted;
  resultSentBack: ResultSentBack;
  resultNumbered: ResultNumbered;
  paperFiled: PaperFiled;
  paperSigned: PaperSigned;
  signatureStamped: SignatureStamped;
}
