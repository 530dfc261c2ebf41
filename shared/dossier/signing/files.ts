import type { AttachmentRef } from '../form.ts';
import { intakeOf } from '../summary.ts';
import type { Done, DossierState } from '../state.ts';
import type { PaperSigned } from './events.ts';

/** A file of a dossier as it now is, and the signatures this office put on it. */
export interface DossierFile {
  /** The newest version. */
  file: AttachmentRef;
  about: 'component' | 'result' | 'paper';
  /** The paper it is a picture of, the result's number, or the form. */
  paper: string;
  signings: Done<PaperSigned>[];
  /** When a time stamp authority saw the last signature; null: chưa có dấu thời gian. */
  stampedAt: number | null;
}

/** Follows a file through its signatures and time stamps to what it is now. Two desks may have signed one file: the first fold wins. */
const newest = (state: DossierState, first: AttachmentRef): Omit<DossierFile, 'about' | 'paper'> => {
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

/** Every file of a dossier: of its papers, of what was brought later, of its results. */
export const filesOf = (state: DossierState): DossierFile[] => {
  const components = [
    ...(intakeOf(state)?.components ?? []),
    ...state.brought.flatMap((one) => one.components),
  ];
  return [
    ...components.flatMap(({ name, files }) =>
      files.map((file) => ({ ...newest(state, file), about: 'component' as const, paper: name })),
    ),
    ...state.results.flatMap(({ number, files }) =>
      files.map((file) => ({ ...newest(state, file), about: 'result' as const, paper: number })),
    ),
    ...state.filed.map(({ file, form }) => ({
      ...newest(state, file),
      about: 'paper' as const,
      paper: form,
    })),
  ];
};

export const isSignable = ({ mime }: AttachmentRef): boolean => mime === 'application/pdf';
