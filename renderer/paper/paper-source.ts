import type { CertificationPaperWish, PaperLayout, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import type { BookKind } from '../../shared/books/kinds.ts';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import type { PaperForm } from '../../shared/dossier/events.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import type { Result } from '../../shared/faults.ts';
import type { ListForm } from '../../shared/lists/content.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { ask } from '../bridge.ts';

/** What a preview shows: a dossier's paper, the receipt as a draft would give it, or a procedure's public sheet. */
export type PaperSource =
  /** `about`: the event an act's paper tells of. */
  | { kind: 'dossier'; dossier: string; form: PaperForm; about?: string }
  /** The citizen's request, from an act that is still being typed. */
  | { kind: 'request'; dossier: string; act: ActCommand }
  | { kind: 'draft'; id: string; form: IntakeForm }
  | { kind: 'sheet'; procedure: string }
  /** A paper over several dossiers; one that was drawn is known by its id alone. */
  | { kind: 'list'; list: string; form: ListForm; dossiers: string[] }
  /** The page of a close of day; one that was sealed is known by its id. `signed`: the signed file itself may be saved. */
  | { kind: 'seal'; seal: string; signed: boolean }
  /** A volume of an open book. */
  | { kind: 'book'; book: BookKind; id: string; volume: number }
  | ({ kind: 'certification' } & Omit<CertificationPaperWish, 'layout'>);

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
    case 'request':
      return ask('paper.previewRequest', { dossier: source.dossier, act: source.act, layout });
    case 'draft':
      return ask('paper.previewDraft', { id: source.id, form: source.form, layout });
    case 'sheet':
      return ask('paper.previewSheet', { procedure: source.procedure });
    case 'list':
      return ask('lists.preview', listOf(source, layout));
    case 'seal':
      return ask('seals.preview', { seal: source.seal });
    case 'book':
      return ask('books.preview', { id: source.id, volume: source.volume });
    case 'certification':
      return ask('certification.previewPaper', wishOf(source, layout));
  }
};

/** What may be chosen of how a paper lies: all of it, its copies alone (it needs its own sheet), or nothing. */
export type LayoutChoice = 'all' | 'copies' | 'none';

export const layoutChoice = (source: PaperSource): LayoutChoice => {
  switch (source.kind) {
    case 'sheet':
    case 'book':
    case 'seal':
      return 'none';
    case 'list':
      return source.form === 'readyList' ? 'none' : 'copies';
    case 'certification':
      return source.paper === 'certificationFee' ? 'all' : 'none';
    case 'dossier':
      if (source.form === 'feeReceipt') return 'none';
      return source.form === 'control' ? 'copies' : 'all';
    case 'request':
    case 'draft':
      return 'all';
  }
};

/** The word in which the two copies of a paper differ, as it is printed on them. */
export const copyWords = (source: PaperSource, words: Messages): { file: string; citizen: string } => {
  if (source.kind === 'list') return words.lists.copies[source.form];
  return source.kind === 'dossier' && source.form === 'control'
    ? words.actPapers.slipCopies
    : words.print.copies;
};

const listOf = ({ list, form, dossiers }: Extract<PaperSource, { kind: 'list' }>, layout: PaperLayout) => ({
  list,
  form,
  dossiers,
  layout,
});

const wishOf = (
  source: Extract<PaperSource, { kind: 'certification' }>,
  layout: PaperLayout,
): CertificationPaperWish => {
  const { paper, of, numbers } = source;
  return {
    paper,
    of,
    numbers,
    layout: layoutChoice(source) === 'none' ? { paper: 'A4', twoOnOne: false, copies: ['citizen'] } : layout,
  };
};

type Sendable = Exclude<PaperSource, { kind: 'draft' }>;

/** A page for the hand is paper: there is no file of it to save. */
export const isSavable = (source: PaperSource): boolean => source.kind !== 'seal' || source.signed;

/** A draft is nobody's receipt yet: it can be looked at, never handed out. */
export const isSendable = (source: PaperSource): source is Sendable => source.kind !== 'draft';

export const printPaper = (
  source: Sendable,
  layout: PaperLayout,
  printer: string,
): Promise<Result<PrintAnswer>> => {
  switch (source.kind) {
    case 'dossier':
      return ask('paper.print', { ...paperOf(source), layout, printer });
    case 'request':
      return ask('paper.printRequest', { dossier: source.dossier, act: source.act, layout, printer });
    case 'sheet':
      return ask('paper.printSheet', { procedure: source.procedure, printer });
    case 'list':
      return ask('lists.print', { wish: listOf(source, layout), printer });
    case 'seal':
      return ask('seals.print', { seal: source.seal, printer });
    case 'book':
      return ask('books.print', { id: source.id, volume: source.volume, printer });
    case 'certification':
      return ask('certification.printPaper', { wish: wishOf(source, layout), printer });
  }
};

export const savePaper = (source: Sendable, layout: PaperLayout): Promise<Result<PrintAnswer>> => {
  switch (source.kind) {
    case 'dossier':
      return ask('paper.save', { ...paperOf(source), layout });
    case 'request':
      return ask('paper.saveRequest', { dossier: source.dossier, act: source.act, layout });
    case 'sheet':
      return ask('paper.saveSheet', { procedure: source.procedure });
    case 'list':
      return ask('lists.save', listOf(source, layout));
    case 'seal':
      return ask('seals.save', { seal: source.seal });
    case 'book':
      return ask('books.save', { id: source.id, as: 'pdf', volume: source.volume });
    case 'certification':
      return ask('certification.savePaper', wishOf(source, layout));
  }
};

export const paperTitle = (source: PaperSource, words: Messages): string => {
  switch (source.kind) {
    case 'dossier':
      return words.dossiers.page.forms[source.form];
    case 'request':
      return words.dossiers.page.forms.withdrawal;
    case 'draft':
      return words.dossiers.paper.draftTitle;
    case 'sheet':
      return words.print.titles.sheet;
    case 'list':
      return words.lists.names[source.form];
    case 'seal':
      return words.seals.name;
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
