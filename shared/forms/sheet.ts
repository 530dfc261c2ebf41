import { formatTerm } from '../calendar/explain-deadline.ts';
import { formatDay, formatMinute, parseClock } from '../calendar/vietnam-time.ts';
import { paperCondition } from '../catalogue/condition.ts';
import type { Procedure, ProcedureComponent, ProcedureFee, Term } from '../catalogue/procedure.ts';
import type { ProcedureSheet } from '../contract.ts';
import { formatMoney } from '../fees/money.ts';
import type { Messages } from '../messages/index.ts';
import type { OfficeProfile, SetAmount } from '../office/profile.ts';
import { stampsOf } from './extra.ts';
import { officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import { countText } from './values.ts';

export interface SheetExtra {
  profile: OfficeProfile;
  trial: boolean;
  /** When it is printed: the head's date. */
  at: number;
  words: Messages;
}

export type SheetComponent = {
  order: string;
  name: string;
  form: string;
  mark: string;
  originals: string;
  copies: string;
  /** "bắt buộc", or when it is asked for. */
  when: string;
};

export type SheetValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  name: string;
  /** The national portal's full title, '' when it is the same. */
  officialName: string;
  code: string;
  field: string;
  agency: string;
  takenAtDesk: boolean;
  term: string;
  termNote: string;
  cases: { name: string; term: string; components: string }[];
  /** A case has a term of its own. */
  caseTerms: boolean;
  components: SheetComponent[];
  fees: { label: string; amount: string; note: string }[];
  exemptions: { label: string; basis: string }[];
  results: string[];
  /** Parts not compared with the text of the law yet: "thời hạn, phí, lệ phí"; '' when all were. */
  unchecked: string;
  source: string;
  edition: string;
};

const shortTerm = (term: Term, words: Messages): string => {
  const text = formatTerm(term, words.calendar);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};

const termText = (term: Term, words: Messages): string => {
  const text = shortTerm(term, words);
  return term.cutoff === undefined
    ? text
    : words.print.sheet.cutoff({ term: text, time: formatMinute(parseClock(term.cutoff) ?? 0) });
};

const amountOf = (fee: ProcedureFee, amounts: readonly SetAmount[], code: string) =>
  fee.amount ?? amounts.findLast((set) => set.procedure === code && set.fee === fee.id)?.amount ?? null;

const feeText = (fee: ProcedureFee, amount: number | null, words: Messages): string => {
  if (amount === null) return words.print.fee.toBeSet;
  if (amount === 0) return words.print.fee.free;
  // A rate by page is told in the note: its first amount alone would mislead.
  return words.print.sheet.amount({ amount: formatMoney(amount), unit: fee.unit });
};

const feeRow = (fee: ProcedureFee, sheet: ProcedureSheet, words: Messages) => {
  const set = sheet.amounts.findLast(
    ({ procedure, fee: id }) => procedure === sheet.procedure.code && id === fee.id,
  );
  const note = fee.amount === null && set ? set.decision : fee.note;
  return {
    label: fee.channel === 'online' ? words.print.sheet.online({ label: fee.label }) : fee.label,
    amount: feeText(fee, amountOf(fee, sheet.amounts, sheet.procedure.code), words),
    // "do HĐND tỉnh quy định" stands in the amount already.
    note: fee.amount === null && !set ? '' : note,
  };
};

const whenText = (component: ProcedureComponent, words: Messages): string => {
  const say = words.print.sheet;
  const read = paperCondition(component);
  const bare = component.required ? say.required : say.ifAny;
  if (read.kind === 'none') return bare;
  return read.kind === 'note' ? `${bare}; ${read.text}` : say.when({ condition: read.text });
};

const componentRow = (component: ProcedureComponent, words: Messages): SheetComponent => ({
  order: String(component.index),
  name: component.name,
  form: component.form ?? '',
  mark:
    component.mode === 'submit'
      ? ''
      : component.mode === 'present'
        ? words.print.marks.presented
        : words.print.marks.declared,
  originals: countText(component.originals),
  copies: countText(component.copies),
  when: whenText(component, words),
});

const caseRows = (procedure: Procedure, words: Messages) =>
  procedure.cases.length < 2
    ? []
    : procedure.cases.map((one) => ({
        name: one.name,
        term: one.term === undefined ? shortTerm(procedure.term, words) : termText(one.term, words),
        components: one.components === undefined ? words.print.sheet.all : one.components.join(', '),
      }));

const uncheckedParts = ({ confidence }: Procedure, words: Messages): string =>
  (['code', 'term', 'components', 'fees'] as const)
    .filter((part) => confidence[part] !== 'high')
    .map((part) => words.print.sheet.parts[part])
    .join(', ');

/** The public sheet of a procedure (niêm yết công khai): what it asks for, takes, costs and gives. */
export const sheetValues = (sheet: ProcedureSheet, extra: SheetExtra): SheetValues => {
  const { procedure } = sheet;
  const { words } = extra;
  return {
    title: `${words.print.titles.sheet} ${procedure.code}`,
    stamps: stampsOf({ trial: extra.trial, reprint: false, words }),
    head: officeHead(extra.profile, extra.at, words),
    name: procedure.name,
    officialName: procedure.officialName ?? '',
    code: procedure.code,
    field: procedure.field,
    agency: procedure.agency,
    takenAtDesk: procedure.takenAtDesk,
    term: termText(procedure.term, words),
    termNote: procedure.termNote,
    cases: caseRows(procedure, words),
    caseTerms: procedure.cases.length > 1 && procedure.cases.some(({ term }) => term !== undefined),
    components: procedure.components.map((component) => componentRow(component, words)),
    fees: procedure.fees.map((fee) => feeRow(fee, sheet, words)),
    exemptions: procedure.exemptions.map(({ label, basis }) => ({ label, basis })),
    results: procedure.results,
    unchecked: uncheckedParts(procedure, words),
    source: procedure.source,
    edition: words.print.sheet.edition({
      version: String(sheet.catalogueVersion),
      from: formatDay(procedure.effectiveFrom),
      day: formatDay(extra.at),
    }),
  };
};
