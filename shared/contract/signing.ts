import * as z from 'zod';
import type { Fault } from '../faults.ts';
import type { CheckedSignature } from '../signing/verdicts.ts';
import type { Holder } from '../dossier/acts/events.ts';
import type { AttachmentRef } from '../dossier/form.ts';
import type { SigningWay } from '../dossier/signing/events.ts';
import type { SubmissionStep } from '../dossier/signing/submission.ts';
import { answers, id, none, paperForm, text } from './method.ts';

/** A PIN or a PKCS#12 password: bytes, so that main can wipe them. */
export const secret = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= 512);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.enum(['person', 'agency', 'copy']);
const signers = ['reception', 'officer', 'leader', 'registrar'] as const;

export interface DriverRow {
  /** Opaque: main alone knows paths. */
  id: string;
  path: string;
  maker: string;
  /** Chosen by an administrator, not one of the known. */
  added: boolean;
}

export type ChosenCertificate =
  | { kind: 'token'; driver: string; serial: string; label: string; fingerprint: string; name: string }
  | { kind: 'file'; path: string };

/** What signatures are judged by on this PC. */
export interface TrustShown {
  anchors: { name: string; fingerprint: string; until: number }[];
  /** `until`: when the list no longer tells who is revoked, milliseconds. */
  lists: { issuer: string; until: number }[];
}

export interface SigningSetup {
  drivers: DriverRow[];
  /** This clerk's, on this PC; null before she chose. */
  chosen: ChosenCertificate | null;
  /** Address of the time stamp authority; '' for none. */
  authority: string;
  trust: TrustShown;
  /** Signed and not yet time-stamped. */
  unstamped: number;
  /** Data URLs of the pictures that stand in a signature; null: words alone. */
  hand: string | null;
  seal: string | null;
}

export interface SeenCertificate {
  fingerprint: string;
  name: string;
  agency: string;
  issuer: string;
  /** Milliseconds. */
  until: number;
}

export interface SeenToken {
  driver: string;
  serial: string;
  label: string;
  maker: string;
  pin: 'ok' | 'low' | 'last' | 'locked';
  certificates: SeenCertificate[];
}

export interface TokensSeen {
  tokens: SeenToken[];
  faults: { driver: string; fault: Fault }[];
}

/** What the sign dialog shows of the certificate chosen, as it stands now. */
export interface SigningReady {
  software: boolean;
  /** The token's label, or the file's name. */
  token: string;
  /** As on the certificate; '' while a file is still locked by its password. */
  name: string;
  pin: SeenToken['pin'];
  /** Typed on the reader's own keys. */
  protectedPath: boolean;
}

export interface UnsignedFile {
  dossier: string;
  code: string;
  ownerName: string;
  hash: string;
  name: string;
  size: number;
  createdAt: number;
}

/** A drafted result on its way: what it waits for, of whom, and its files. */
export interface SubmittedDraft {
  dossier: string;
  code: string;
  ownerName: string;
  step: SubmissionStep;
  way: SigningWay;
  to: Holder;
  summary: string;
  /** '' until it has one. */
  number: string;
  submittedAt: number;
  submittedBy: string;
  /** In their newest version, as far as they lie in this vault. */
  files: AttachmentRef[];
}

export interface Waiting {
  /** The desk's own: digitised papers and forms. */
  files: UnsignedFile[];
  total: number;
  /** Longest waiting first. */
  drafts: SubmittedDraft[];
}

export interface SigningDone {
  /** In the order they were signed; `fault` null: signed. */
  results: { hash: string; name: string; fault: Fault | null }[];
  /** Why the round ended before its last file; null when it did not. */
  stopped: Fault | null;
  left: number;
}

/** A round of signing under way. */
export interface SigningWork {
  done: number;
  total: number;
  failed: number;
  /** The file in hand. */
  name: string;
  /** The key wants its PIN for this signature. */
  wantsPin: boolean;
}

export const signingMethods = {
  'signing.setup': answers<SigningSetup>()(none, 'any'),
  'signing.tokens': answers<TokensSeen>()(none, 'any'),
  /** Loads a driver: whose it is. */
  'signing.testDriver': answers<{ maker: string; name: string; version: string; tokens: number }>()(
    z.strictObject({ driver: text(64) }),
    'any',
  ),
  'signing.chooseDriver': answers<SigningSetup>()(none, ['admin']),
  'signing.chooseCertificate': answers<SigningSetup>()(
    z.strictObject({ driver: text(64), serial: text(64), label: text(64), fingerprint: hash }),
    'any',
  ),
  /** A PKCS#12 file as software token. */
  'signing.chooseFile': answers<SigningSetup>()(none, 'any'),
  'signing.choosePicture': answers<SigningSetup>()(
    z.strictObject({ which: z.enum(['hand', 'seal']) }),
    'any',
  ),
  'signing.dropPicture': answers<SigningSetup>()(z.strictObject({ which: z.enum(['hand', 'seal']) }), 'any'),
  'signing.setAuthority': answers<SigningSetup>()(z.strictObject({ url: text(300) }), ['admin']),
  /** A root to trust, an authority in between, or a revocation list, from a file. */
  'signing.addTrust': answers<SigningSetup>()(none, ['admin']),
  /** Every signature of a file, judged by what is trusted here. */
  'signing.check': answers<CheckedSignature[]>()(z.strictObject({ dossier: id, hash }), 'any'),
  'signing.ready': answers<SigningReady>()(none, signers),
  /** Keeps a paper of the office's own as a PDF among the dossier's files, to be signed. */
  'signing.filePaper': answers<AttachmentRef>()(
    z.strictObject({ dossier: id, form: paperForm, about: text(64) }),
    signers,
  ),
  'signing.unsigned': answers<Waiting>()(none, 'any'),
  /** Signs one after another, with one login; told about on the way as 'signing'. */
  'signing.sign': answers<SigningDone>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ dossier: id, hash }))
        .min(1)
        .max(500),
      place,
      /** null: typed on the reader. */
      pin: secret.nullable(),
      /** She has been told that one more wrong PIN locks the token. */
      evenIfLast: z.boolean(),
    }),
    signers,
  ),
  'signing.givePin': answers<null>()(z.strictObject({ pin: secret.nullable() }), signers),
  /** After the file in hand. */
  'signing.stop': answers<null>()(none, signers),
} as const;
