import type { AttachmentRef } from '../form.ts';
import { intakeOf } from '../summary.ts';
import type { Done, DossierState } from '../state.ts';
import type { PaperSigned } from './events.ts';

/** A file of a dossier as it now is, and the signatures this office put on it. */
export interface DossierFile {
  /** The newest version. */
  file: AttachmentRef;
  about: 'component' | 'draft' | 'result' | 'paper';
  /** The paper it is a picture of, the result's number or the draft's summary, or the form. */
  paper: string;
  signings: Done<PaperSigned>[];
  /** When a time stamp authority saw the last signature; null: chưa có dấu thời gian. */
  stampedAt: number | null;
}

/** Follows a file through its signatures and time stamps to what it is now. Two desks may have signed one file: the first fold wins. */
export const newestOf = (state: DossierState, first: AttachmentRef): Omit<DossierFile, 'about' | 'paper'> => {
  const signings: Done<PaperSigned>[] = [];
  const seen = new Set([first.hash]);
  let file = first;
  let stampedAt: number | null = null;
  for (;;) {
    const next: { file: AttachmentRef; at: number | null; signed?: Done<PaperSigned> } | undefined =
      state.signings
        .filter(({ source }) => source === file.hash)
        .map((signed) => ({ file: signed.file, at: null, signed }))[0] ??
      state.stamps
        .filter(({ source }) => source === file.hash)
        .map((stamp) => ({ file: stamp.file, at: stamp.stampedAt }))[0];
    if (!next || seen.has(next.file.hash)) return { file, signings, stampedAt };
    seen.add(next.file.hash);
    if (next.signed) signings.push(next.signed);
    file = next.file;
    stampedAt = next.at;
  }
};

/** Drafts that went to be signed; one that became the result, or is part of it, goes by its number. */
const draftFiles = (state: DossierState): DossierFile[] =>
  state.submissions.flatMap(({ files, summary, numbered }) =>
    files.map((first) => {
      const one = newestOf(state, first);
      const result = state.results.find(({ files }) => files.some(({ hash }) => hash === one.file.hash));
      return result
        ? { ...one, about: 'result', paper: result.number }
        : { ...one, about: 'draft', paper: numbered?.number ?? summary };
    }),
  );

/** Every file of a dossier: of its papers, of what was brought later, of its drafts and results. */
export const filesOf = (state: DossierState): DossierFile[] => {
  const components = [
    ...(intakeOf(state)?.components ?? []),
    ...state.brought.flatMap((one) => one.components),
  ];
  const all: DossierFile[] = [
    ...components.flatMap(({ name, files }) =>
      files.map((file) => ({ ...newestOf(state, file), about: 'component' as const, paper: name })),
    ),
    ...draftFiles(state),
    ...state.results.flatMap(({ number, files }) =>
      files.map((file) => ({ ...newestOf(state, file), about: 'result' as const, paper: number })),
    ),
    ...state.filed.map(({ file, form }) => ({
      ...newestOf(state, file),
      about: 'paper' as const,
      paper: form,
    })),
  ];
  const seen = new Set<string>();
  // A draft submitted again, and the result it became, is one file.
  return all.filter(({ file }) => !seen.has(file.hash) && seen.add(file.hash));
};

export const isSignable = ({ mime }: AttachmentRef): boolean => mime === 'application/pdf';
