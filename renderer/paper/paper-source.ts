import type { CertificationPaperWish, PaperLayout, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import type { BookKind } from '../../shared/books/kinds.ts';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import type { PaperForm } from '../../shared/dossier/events.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import { fail } from '../../shared/faults.ts';
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
  /** The control slip of each of these dossiers, as of its last hand-over; `printed` remembers which came out. */
  | { kind: 'slips'; dossiers: string[]; printed: Set<string> }
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
    case 'slips':
      return ask('paper.preview', { dossier: source.dossiers[0] ?? '', form: 'control', layout });
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
    case 'slips':
      return 'copies';
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
  return source.kind === 'slips' || (source.kind === 'dossier' && source.form === 'control')
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

/** A draft is nobody's receipt yet: it can be looked at, never handed out. */
export const isSendable = (source: PaperSource): source is Sendable => source.kind !== 'draft';

type Savable = Exclude<Sendable, { kind: 'slips' }>;

/** A day's page for the hand is paper, without a file to save; the slips of a pile are papers of their own, each saved from its dossier. */
export const isSavable = (source: PaperSource): source is Savable =>
  isSendable(source) && source.kind !== 'slips' && (source.kind !== 'seal' || source.signed);

/** One after the other, each noted with its dossier; one that does not come out holds up the rest, and the next try begins with it. */
const printSlips = async (
  { dossiers, printed }: Extract<PaperSource, { kind: 'slips' }>,
  layout: PaperLayout,
  printer: string,
): Promise<Result<PrintAnswer>> => {
  let last: Result<PrintAnswer> = fail('nothingToPrint');
  for (const dossier of dossiers) {
    if (printed.has(dossier)) continue;
    last = await ask('paper.print', { dossier, form: 'control', layout, printer });
    if (!last.ok || last.value.outcome !== 'printed') break;
    printed.add(dossier);
  }
  return last;
};

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
    case 'slips':
      return printSlips(source, layout, printer);
    case 'book':
      return ask('books.print', { id: source.id, volume: source.volume, printer });
    case 'certification':
      return ask('certification.printPaper', { wish: wishOf(source, layout), printer });
  }
};

export const savePaper = (source: Savable, layout: PaperLayout): Promise<Result<PrintAnswer>> => {
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
    case 'slips':
      return words.dossiers.page.forms.control;
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
