import type { InputOf, UnsurePaper } from '../../../shared/contract.ts';
import { formatDateTime, formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import type { PaperSource } from '../../paper/paper-source.ts';

type Sendable = Exclude<PaperSource, { kind: 'draft' }>;
type Named =
  InputOf<'paper.settle'> extends infer I ? (I extends unknown ? Omit<I, 'printed'> : never) : never;

/** How main is told which paper is meant. */
export const namedBy = (paper: UnsurePaper): Named => {
  switch (paper.kind) {
    case 'dossier':
      return { kind: 'dossier', dossier: paper.row.id, form: paper.form, about: paper.about };
    case 'list':
      return { kind: 'list', list: paper.list.id };
    case 'seal':
      return { kind: 'seal', seal: paper.seal.id };
    case 'pile':
      return { kind: 'pile', pile: paper.pile };
  }
};

export const keyOf = (paper: UnsurePaper): string => JSON.stringify(namedBy(paper));

export const sourceOf = (paper: UnsurePaper): Sendable => {
  switch (paper.kind) {
    case 'dossier':
      return { kind: 'dossier', dossier: paper.row.id, form: paper.form, about: paper.about };
    case 'list':
      return { kind: 'list', list: paper.list.id, form: paper.list.form, dossiers: [] };
    case 'seal':
      return { kind: 'seal', seal: paper.seal.id, signed: paper.seal.signer !== '' };
    case 'pile':
      return { kind: 'certification', paper: 'certificationFee', of: paper.pile, numbers: [] };
  }
};

/** What is asked about, as the clerk knows it. */
export const saidOf = (
  paper: UnsurePaper,
  words: Messages,
): { form: string; code: string; lines: string[] } => {
  switch (paper.kind) {
    case 'dossier': {
      const { row, form } = paper;
      return {
        form: words.dossiers.page.forms[form],
        code: row.code,
        lines: [`${row.ownerName} · ${row.procedureName}`, formatDateTime(row.receivedAt, words.calendar)],
      };
    }
    case 'list': {
      const { list } = paper;
      return {
        form: words.lists.names[list.form],
        code: list.number,
        lines: [words.lists.paper.count(list), formatDateTime(list.at, words.calendar)],
      };
    }
    case 'seal': {
      const { seal } = paper;
      return {
        form: words.seals.name,
        code: seal.number,
        lines: [
          words.seals.paper.count({ papers: seal.papers, days: seal.days.length }),
          formatDateTime(seal.at, words.calendar),
        ],
      };
    }
    case 'pile':
      return {
        form: words.certification.paper.titles.certificationFee,
        code: paper.name,
        lines: [`${formatDay(paper.day)} · ${formatMoney(paper.total)}`],
      };
  }
};
