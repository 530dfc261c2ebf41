import type { ComponentFrozen } from '../dossier/events.ts';
import type { Answers } from '../dossier/form.ts';
import { listPapers } from '../fees/copy-certification.ts';
import type { Messages } from '../messages/index.ts';
import { countText, paragraphsOf } from './values.ts';

export type ComponentRow = {
  /** '' where a long name goes on from the row above. */
  order: string;
  name: string;
  /** "xuất trình – trả lại ngay", "kê khai"; '' for a paper simply handed in. */
  mark: string;
  /** The original is kept and must be handed back. */
  held: boolean;
  originals: string;
  certified: string;
  copies: string;
};

const markOf = ({ mode }: ComponentFrozen, { print }: Messages): string =>
  mode === 'submit' ? '' : mode === 'present' ? print.marks.presented : print.marks.declared;

/** Whether the paper lies on the counter: a receipt lists what was received and nothing else. */
const isThere = (component: ComponentFrozen): boolean =>
  component.mode === 'declare' ||
  component.held ||
  component.originals + component.certified + component.copies + component.pages > 0 ||
  component.files.length > 0;

export const componentRows = (components: readonly ComponentFrozen[], words: Messages): ComponentRow[] =>
  components.filter(isThere).flatMap((component, place) => {
    const [name = '', ...rest] = paragraphsOf(component.name);
    const first: ComponentRow = {
      order: String(place + 1),
      name,
      mark: markOf(component, words),
      held: component.held,
      originals: countText(component.originals),
      certified: countText(component.certified),
      copies: countText(component.copies),
    };
    const blank = { order: '', mark: '', held: false, originals: '', certified: '', copies: '' };
    return [first, ...rest.map((text) => ({ ...blank, name: text }))];
  });

/** A paper to certify copies of: its table has pages and copies in place of the kinds of paper. */
export type CertifiedRow = { order: string; name: string; pages: string; copies: string };

/** The papers a certification lists: in an answer (shared/fees/copy-certification.ts), or as components counted in pages. */
export const certifiedPapers = (
  answers: Answers,
  components: readonly ComponentFrozen[],
): { rows: CertifiedRow[]; fields: string[] } => {
  const fields = Object.keys(answers).filter((field) => listPapers(answers, field).length > 0);
  const papers = [
    ...fields.flatMap((field) => listPapers(answers, field)),
    ...components.filter(({ pages }) => pages > 0),
  ];
  const rows = papers.map(({ name, pages, copies }, place) => ({
    order: String(place + 1),
    name,
    pages: countText(pages),
    copies: countText(copies),
  }));
  return { rows, fields };
};
