import type { SubmittedDraft, Waiting } from '../../shared/contract.ts';
import { marks } from '../../shared/dossier/marks.ts';
import { newestOf } from '../../shared/dossier/signing/files.ts';
import { openSubmission, submissionStep } from '../../shared/dossier/signing/submission.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { markedWith } from '../lookup/marked.ts';
import { hasAttachment } from '../vault/attachments.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { countUnsigned, listUnsigned } from './kept-signatures.ts';

/** A longer list helps nobody; the rest comes up as these are signed. */
const mostFiles = 500;
/** Each is folded from its rows: some milliseconds a hundred. */
const mostDrafts = 200;

const submitted = `SELECT id FROM dossier WHERE ${markedWith(marks.toSign | marks.toIssue)}
  ORDER BY marked_at, rowid LIMIT ${mostDrafts}`;

const draftOf = (
  db: ReadableDatabase,
  dossier: string,
  isHere: (hash: string) => boolean,
): SubmittedDraft[] => {
  const state = findDossierState(db, dossier);
  const submission = state ? openSubmission(state) : undefined;
  const step = state ? submissionStep(state) : null;
  if (!state || !submission || !step) return [];
  const { code, ownerName } = summaryOf(state);
  const { way, to, summary, numbered, at, clerkName } = submission;
  return [
    {
      dossier,
      code,
      ownerName,
      step,
      way,
      to,
      summary,
      number: numbered?.number ?? '',
      submittedAt: at,
      submittedBy: clerkName,
      files: submission.files.map((file) => newestOf(state, file).file).filter(({ hash }) => isHere(hash)),
    },
  ];
};

/** What waits for a signature, a number or a seal, and for whom. */
export const waitingIn = (desk: Desk): Waiting => {
  const { db, databaseKey } = getCabinet(desk);
  const isHere = (hash: string): boolean => hasAttachment(desk.places.data, databaseKey, hash);
  const files = listUnsigned(db, mostFiles).filter(({ hash }) => isHere(hash));
  const drafts = db
    .prepare(submitted)
    .all<{ id: string }>([])
    .flatMap(({ id }) => draftOf(db, id, isHere))
    .sort((one, other) => one.submittedAt - other.submittedAt);
  return { files, total: Math.max(files.length, countUnsigned(db)), drafts };
};
