import type { Role } from '../../journal/row.ts';
import type { SignaturePlace } from '../../signing/appearance.ts';
import type { SigningFaultCode } from '../../signing/faults.ts';
import { findEnding } from '../acts/axes.ts';
import type { ActEvent } from '../acts/events.ts';
import { evolve } from '../evolve.ts';
import type { DossierState, Submission } from '../state.ts';
import type { PaperSigned } from './events.ts';
import { newestOf } from './files.ts';

/** The draft on its way; undefined when none is: never submitted, sent back, or the result is here. */
export const openSubmission = (state: DossierState): Submission | undefined => {
  const last = state.submissions.at(-1);
  return last?.sentBack === null && !state.result && !findEnding(state) ? last : undefined;
};

/** Signatures put on each of its files since it was submitted. */
const signaturesOn = (state: DossierState, { files, signedBefore }: Submission): PaperSigned[][] => {
  const since = new Set(state.signings.slice(signedBefore).map(({ event }) => event));
  return files.map((file) => newestOf(state, file).signings.filter(({ event }) => since.has(event)));
};

const isSignedAs = (state: DossierState, submission: Submission, place: SignaturePlace): boolean =>
  submission.files.length > 0 &&
  signaturesOn(state, submission).every((on) => on.some((one) => one.place === place));

/** Whether whoever it was submitted to has signed all of it with a token. */
export const isSubmissionSigned = (state: DossierState, submission: Submission): boolean =>
  isSignedAs(state, submission, 'person');

/** The name on the last personal signature; that of whom it was submitted to where it is signed by hand. */
export const signerOf = (state: DossierState, submission: Submission): string =>
  signaturesOn(state, submission)
    .flat()
    .findLast(({ place }) => place === 'person')?.signer.name ?? submission.to.person;

/** What it waits for: the leader's signature, the registrar's number, or the seal. */
export type SubmissionStep = 'signature' | 'number' | 'seal';

/** Where the draft stands; null when none is on its way. On paper nobody sees the hand's signature: the number is the first sign of it. */
export const submissionStep = (state: DossierState): SubmissionStep | null => {
  const submission = openSubmission(state);
  if (!submission) return null;
  if (submission.numbered) return 'seal';
  return isSubmissionSigned(state, submission) ? 'number' : 'signature';
};

/** The draft on its way that a file, in its newest version, belongs to. */
export const findDraft = (state: DossierState, hash: string): Submission | undefined => {
  const submission = openSubmission(state);
  return submission?.files.some((file) => newestOf(state, file).file.hash === hash) ? submission : undefined;
};

/** Why a file may not be signed so by her; undefined when it may. A draft under way is signed by its leader, numbered, then sealed. */
export const findSignatureBar = (
  state: DossierState,
  hash: string,
  place: SignaturePlace,
  roles: readonly Role[],
): SigningFaultCode | undefined => {
  const submission = findDraft(state, hash);
  if (!submission) return undefined;
  switch (place) {
    case 'person':
      if (submission.numbered) return 'draftNumbered';
      return roles.includes('leader') ? undefined : 'draftOfLeader';
    case 'agency':
      if (!roles.includes('registrar')) return 'sealOfRegistrar';
      return submission.numbered ? undefined : 'draftUnnumbered';
    case 'copy':
      return 'draftNoCopy';
  }
};

/** What a signature brings along: with its last seal a numbered draft is the result, and at the counter. */
export const eventsOfSignature = (state: DossierState, signed: PaperSigned): ActEvent[] => {
  const event: ActEvent = { type: 'paperSigned', v: 1, payload: signed };
  const submission = openSubmission(state);
  const numbered = submission?.numbered;
  if (!submission || !numbered) return [event];
  const after = evolve(state, { id: 'signed', subject: state.id, at: signed.at, witness: '', event });
  if (!isSignedAs(after, submission, 'agency')) return [event];
  const { command, at, businessDay, desk, clerkName } = signed;
  return [
    event,
    {
      type: 'resultArrived',
      v: 1,
      payload: {
        command,
        at,
        businessDay,
        desk,
        clerkName,
        approved: submission.approved,
        number: numbered.number,
        date: numbered.date,
        summary: submission.summary,
        signer: numbered.signer,
        files: submission.files.map((file) => newestOf(after, file).file),
        replaces: null,
      },
    },
  ];
};
