import type { CopyRates } from '../catalogue/procedure.ts';
import { costOfCopy, mostCopies, mostPages } from '../fees/copy-certification.ts';
import { fold } from '../text/fold.ts';
import { cleanText } from '../text/hygiene.ts';
import type { TextFaultCode } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';

/** Who asks for the certification: the register wants the name; the rest is kept when it is known. */
export interface Requester {
  name: string;
  idNumber: string;
  address: string;
}

/** A paper as typed: its kind, the pages of one copy, how many copies. */
export interface PaperLine {
  kind: string;
  pages: number;
  copies: number;
}

/** A pile as typed, however wrong it still is. `exemption`: why nothing is charged, '' when it is. */
export interface PileForm {
  requester: Requester;
  papers: PaperLine[];
  exemption: string;
  note: string;
}

export interface EntryPart {
  pages: number;
  copies: number;
}

/**
 * One number's worth of a pile. The register counts kinds of papers, not copies and not visits: papers of one kind in one pile
 * share a number (TT 01/2020/TT-BTP).
 */
export interface EntryContent {
  kind: string;
  parts: EntryPart[];
  copies: number;
  /** Đồng the law charges, and what is charged: 0 when exempt. */
  due: number;
  fee: number;
}

/** A pile judged and frozen: a reprint never reckons anew. */
export interface PileContent {
  requester: Requester;
  exemption: string;
  note: string;
  entries: EntryContent[];
  total: number;
  rates: CopyRates;
}

export type PileProblemCode =
  | TextFaultCode
  | 'requesterMissing'
  | 'kindMissing'
  | 'pagesInvalid'
  | 'copiesInvalid'
  | 'papersMissing'
  | 'papersTooMany';

export const mostPapers = 100;

export const blankPile = (): PileForm => ({
  requester: { name: '', idNumber: '', address: '' },
  papers: [],
  exemption: '',
  note: '',
});

export const isBlankPile = ({ requester, papers, exemption, note }: PileForm): boolean =>
  papers.length === 0 &&
  [requester.name, requester.idNumber, requester.address, exemption, note].every(
    (text) => text.trim() === '',
  );

const isCount = (value: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= 1 && value <= most;

/** Đồng for a line; 0 while its counts are not right yet. */
export const costOfLine = ({ pages, copies }: EntryPart, rates: CopyRates): number =>
  isCount(pages, mostPages) && isCount(copies, mostCopies) ? costOfCopy(pages, rates) * copies : 0;

/** One entry of papers of one kind, in the words of the first. */
export const entryOf = (
  kind: string,
  parts: readonly EntryPart[],
  rates: CopyRates,
  isExempt: boolean,
): EntryContent => {
  const due = parts.reduce((sum, part) => sum + costOfLine(part, rates), 0);
  return {
    kind,
    parts: parts.map(({ pages, copies }) => ({ pages, copies })),
    copies: parts.reduce((sum, { copies }) => sum + copies, 0),
    due,
    fee: isExempt ? 0 : due,
  };
};

const limits = { name: 300, idNumber: 40, address: 300, kind: 200, exemption: 300, note: 500 } as const;

/** What the form lacks, by field, and the pile it makes: of use only when nothing is lacking. */
export const weighPile = (
  form: PileForm,
  rates: CopyRates,
): { pile: PileContent; problems: Problem<PileProblemCode>[] } => {
  const problems: Problem<PileProblemCode>[] = [];
  const clean = (field: string, text: string, max: number): string => {
    const answer = cleanText(text, { max });
    if (answer.ok) return answer.text;
    problems.push({ field, code: answer.fault.code, params: answer.fault.params });
    return '';
  };
  const requester = {
    name: clean('requester.name', form.requester.name, limits.name),
    idNumber: clean('requester.idNumber', form.requester.idNumber, limits.idNumber),
    address: clean('requester.address', form.requester.address, limits.address),
  };
  if (requester.name === '' && problems.length === 0)
    problems.push({ field: 'requester.name', code: 'requesterMissing', params: {} });
  if (form.papers.length === 0) problems.push({ field: 'papers', code: 'papersMissing', params: {} });
  if (form.papers.length > mostPapers)
    problems.push({ field: 'papers', code: 'papersTooMany', params: { limit: mostPapers } });
  const groups = new Map<string, { kind: string; parts: EntryPart[] }>();
  for (const [at, { kind: typed, pages, copies }] of form.papers.slice(0, mostPapers).entries()) {
    const field = `papers.${at}`;
    const before = problems.length;
    const kind = clean(`${field}.kind`, typed, limits.kind);
    if (kind === '' && problems.length === before)
      problems.push({ field: `${field}.kind`, code: 'kindMissing', params: {} });
    if (!isCount(pages, mostPages))
      problems.push({ field: `${field}.pages`, code: 'pagesInvalid', params: { limit: mostPages } });
    if (!isCount(copies, mostCopies))
      problems.push({ field: `${field}.copies`, code: 'copiesInvalid', params: { limit: mostCopies } });
    const key = fold(kind);
    const group = groups.get(key) ?? { kind, parts: [] };
    group.parts.push({ pages, copies });
    groups.set(key, group);
  }
  const exemption = clean('exemption', form.exemption, limits.exemption);
  const note = clean('note', form.note, limits.note);
  const entries = [...groups.values()].map(({ kind, parts }) =>
    entryOf(kind, parts, rates, exemption !== ''),
  );
  return {
    pile: {
      requester,
      exemption,
      note,
      entries,
      total: entries.reduce((sum, { fee }) => sum + fee, 0),
      rates,
    },
    problems,
  };
};
