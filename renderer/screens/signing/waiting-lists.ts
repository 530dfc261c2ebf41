import { formatShortDate } from '../../../shared/calendar/vietnam-time.ts';
import type { SubmittedDraft, UnsignedFile, Waiting } from '../../../shared/contract.ts';
import type { Role } from '../../../shared/journal/row.ts';
import type { SignaturePlace } from '../../../shared/signing/appearance.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { maySignFiles } from '../../signing/may-sign.ts';
import type { FileToSign } from '../../signing/sign-dialog.tsx';
import { sizeText } from '../settings/size-text.ts';

/** For whom: the leader's signature, the registrar's number and seal, the desk's own files. */
export const waitingKinds = ['toSign', 'toIssue', 'own'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** A line of a list: a file of the desk's own, or a draft with all of its files. */
export interface WaitingLine {
  key: string;
  dossier: string;
  name: string;
  code: string;
  /** What the list's other columns say. */
  cells: readonly string[];
  files: readonly FileToSign[];
  /** Hers to sign now. */
  isHers: boolean;
  /** Hers to number now. */
  isToNumber: boolean;
}

export interface WaitingList {
  kind: WaitingKind;
  lines: readonly WaitingLine[];
  /** What the signatures of this list are; null: hers to say. */
  place: SignaturePlace | null;
  /** The last column is a figure. */
  endsInFigure: boolean;
}

const ownLine = (
  { dossier, code, ownerName, hash, name, size, createdAt }: UnsignedFile,
  maySign: boolean,
  words: Messages,
): WaitingLine => ({
  key: `${dossier} ${hash}`,
  dossier,
  name,
  code,
  cells: [ownerName, formatShortDate(createdAt, words.calendar), sizeText(size)],
  files: [{ dossier, hash, name }],
  isHers: maySign,
  isToNumber: false,
});

const draftLine = (
  { dossier, code, ownerName, step, way, to, summary, number, submittedAt, files }: SubmittedDraft,
  isHers: boolean,
  words: Messages,
): WaitingLine => {
  const say = words.signing.list.waits;
  const waits = {
    signature: way === 'paper' ? say.hand({ person: to.person }) : say.signature({ person: to.person }),
    number: say.number,
    seal: say.seal({ number }),
  }[step];
  return {
    key: dossier,
    dossier,
    name: summary,
    code,
    cells: [ownerName, formatShortDate(submittedAt, words.calendar), waits],
    files: files.map(({ hash, name }) => ({ dossier, hash, name })),
    isHers: isHers && step !== 'number' && files.length > 0,
    isToNumber: isHers && step === 'number',
  };
};

/** The three lists as this clerk sees them. */
export const waitingLists = (
  { files, drafts }: Waiting,
  roles: readonly Role[],
  words: Messages,
): Record<WaitingKind, WaitingList> => {
  const of = (isWanted: (draft: SubmittedDraft) => boolean, role: Role): WaitingLine[] =>
    drafts.filter(isWanted).map((draft) => draftLine(draft, roles.includes(role), words));
  return {
    toSign: {
      kind: 'toSign',
      lines: of(({ step }) => step === 'signature', 'leader'),
      place: 'person',
      endsInFigure: false,
    },
    toIssue: {
      kind: 'toIssue',
      lines: of(({ step }) => step !== 'signature', 'registrar'),
      place: 'agency',
      endsInFigure: false,
    },
    own: {
      kind: 'own',
      lines: files.map((file) => ownLine(file, maySignFiles(roles), words)),
      place: null,
      endsInFigure: true,
    },
  };
};

/** The list she came for: a leader's, a registrar's, else the desk's own. */
export const firstList = (lists: Record<WaitingKind, WaitingList>, roles: readonly Role[]): WaitingKind => {
  if (roles.includes('leader') && lists.toSign.lines.length > 0) return 'toSign';
  if (roles.includes('registrar') && lists.toIssue.lines.length > 0) return 'toIssue';
  return 'own';
};
