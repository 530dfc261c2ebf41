import type { CertificationPaperWish, OutputOf, PaperLayout, PrintAnswer } from '../../shared/contract.ts';
import type { BookKind } from '../../shared/books/kinds.ts';
import type { PaperForm } from '../../shared/dossier/events.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import type { Result } from '../../shared/faults.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { ask } from '../bridge.ts';

/** What a preview shows: a dossier's paper, the receipt as a draft would give it, or a procedure's public sheet. */
export type PaperSource =
  /** `about`: the event an act's paper tells of. */
  | { kind: 'dossier'; dossier: string; form: PaperForm; about?: string }
  | { kind: 'draft'; id: string; form: IntakeForm }
  | { kind: 'sheet'; procedure: string }
  /** A volume of an open book. */
  | { kind: 'book'; book: BookKind; id: string; volume: number }
  | ({ kind: 'certification' } & Omit<CertificationPaperWish, 'layout'>);

export type PaperPage = OutputOf<'paper.preview'>;

const paperOf = ({ dossier, form, about }: Extract<PaperSource, { kind: 'dossier' }>) => ({
  dossier,
  form,
  about,
});

/** main draws the page and answers where it is served; the window never sees its HTML. */
export const previewPaper = (source: PaperSource, layout: PaperLayout): Promise<Result<PaperPage>> => {
  switch (source.kind) {
    case 'dossier':
      return ask('paper.preview', { ...paperOf(source), layout });
    case 'draft':
      return ask('paper.previewDraft', { id: source.id, form: source.form, layout });
    case 'sheet':
      return ask('paper.previewSheet', { procedure: source.procedure });
    case 'book':
      return ask('books.preview', { id: source.id, volume: source.volume });
    case 'certification':
      return ask('certification.previewPaper', wishOf(source, layout));
  }
};

/** Papers of one layout and one copy, whatever receipts are printed on: a procedure's sheet, lời chứng, the register. */
export const hasOwnLayout = (source: PaperSource): boolean =>
  source.kind === 'sheet' ||
  source.kind === 'book' ||
  (source.kind === 'certification' && source.paper !== 'certificationFee');

/** How the paper will really lie: a control slip's lines need an A4 sheet. */
export const layoutOf = (source: PaperSource, layout: PaperLayout): PaperLayout & { landscape?: boolean } => {
  if (source.kind === 'book') return { paper: 'A4', twoOnOne: false, copies: ['file'], landscape: true };
  if (hasOwnLayout(source)) return { paper: 'A4', twoOnOne: false, copies: ['citizen'] };
  return source.kind === 'dossier' && source.form === 'control'
    ? { paper: 'A4', twoOnOne: false, copies: layout.copies }
    : layout;
};

type CertificationSource = Extract<PaperSource, { kind: 'certification' }>;

const wishOf = (source: CertificationSource, layout: PaperLayout): CertificationPaperWish => {
  const { paper, of, numbers } = source;
  return { paper, of, numbers, layout: layoutOf(source, layout) };
};

type Sendable = Exclude<PaperSource, { kind: 'draft' }>;

/** A draft is nobody's receipt yet: it can be looked at, never handed out. */
export const isSendable = (source: PaperSource): source is Sendable => source.kind !== 'draft';

export const printPaper = (
  source: Sendable,
  layout: PaperLayout,
  printer: string,
): Promise<Result<PrintAnswer>> =>
  source.kind === 'dossier'
    ? ask('paper.print', { ...paperOf(source), layout, printer })
    : source.kind === 'sheet'
      ? ask('paper.printSheet', { procedure: source.procedure, printer })
      : source.kind === 'book'
        ? ask('books.print', { id: source.id, volume: source.volume, printer })
        : ask('certification.printPaper', { wish: wishOf(source, layout), printer });

export const savePaper = (source: Sendable, layout: PaperLayout): Promise<Result<PrintAnswer>> =>
  source.kind === 'dossier'
    ? ask('paper.save', { ...paperOf(source), layout })
    : source.kind === 'sheet'
      ? ask('paper.saveSheet', { procedure: source.procedure })
      : source.kind === 'book'
        ? ask('books.save', { id: source.id, as: 'pdf', volume: source.volume })
        : ask('certification.savePaper', wishOf(source, layout));

export const paperTitle = (source: PaperSource, words: Messages): string => {
  switch (source.kind) {
    case 'dossier':
      return words.dossiers.page.forms[source.form];
    case 'draft':
      return words.dossiers.paper.draftTitle;
    case 'sheet':
      return words.print.titles.sheet;
    case 'book':
      return words.books.names[source.book];
    case 'certification':
      return words.certification.paper.titles[source.paper];
  }
};

/** What happened to the paper, what is safe, what to do. */
export const outcomeText = (source: PaperSource, answer: PrintAnswer, words: Messages): string => {
  const say = words.dossiers.paper;
  const { printer, detail } = answer;
  switch (answer.outcome) {
    case 'printed':
      return say.outcomes.printed({ printer });
    case 'saved':
      return say.outcomes.saved({ detail });
    case 'failed':
      return source.kind !== 'dossier' && source.kind !== 'draft'
        ? say.sheetFailed({ printer, detail })
        : say.outcomes.failed({ printer, detail });
    case 'unsure':
      return say.outcomes.unsure({ printer });
    case 'skipped':
      return say.outcomes.skipped;
  }
};
