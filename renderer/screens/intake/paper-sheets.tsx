import { lazy, Suspense } from 'react';
import type { ComponentEntry } from '../../../shared/dossier/form.ts';
import { useWords } from '../../words.ts';
import type { PageActs } from './use-acts.ts';

const DigitiseDialog = lazy(async () => ({
  default: (await import('../../digitise/digitise-dialog.tsx')).DigitiseDialog,
}));

/** The paper whose sheets are on the table: its row, and files let go over it. */
export interface OpenPaper {
  at: number;
  dropped: readonly File[];
}

interface PaperSheetsProps {
  paper: OpenPaper | null;
  entries: readonly ComponentEntry[];
  acts: PageActs;
  onClose: () => void;
}

/** One paper's sheets, over the page; what reads PDFs is loaded when a first paper is opened. */
export const PaperSheets = ({ paper, entries, acts, onClose }: PaperSheetsProps) => {
  const { intake } = useWords();
  const entry = paper && entries[paper.at];
  if (!entry) return null;
  return (
    <Suspense fallback={null}>
      <DigitiseDialog
        paper={entry.name === '' ? intake.components.addedName : entry.name}
        files={entry.files}
        dropped={paper.dropped}
        onClose={onClose}
        onDone={(files) => {
          acts.component(paper.at, { files });
          onClose();
        }}
      />
    </Suspense>
  );
};
