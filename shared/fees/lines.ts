import type { Procedure, ProcedureFee } from '../catalogue/procedure.ts';
import type { FeeFrozen } from '../dossier/events.ts';
import type { Answers, FeeEntry } from '../dossier/form.ts';
import { fees as words } from '../messages/vi/fees.ts';
import type { SetAmount } from '../office/profile.ts';
import { cleanText, type TextFaultCode } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';
import { costOfCopy, listPapers } from './copy-certification.ts';
import { formatMoney, isAmount, maxAmount } from './money.ts';

/**
 * Fee lines of a dossier: what the law charges, what the province set, what is not set yet, what is exempt. An amount nobody knows is
 * `toBeSet` and has no total: it is never 0 đ.
 */

export type FeeProblemCode =
  | TextFaultCode
  | 'feeUnknown'
  | 'feeLabelMissing'
  | 'amountMissing'
  | 'amountInvalid'
  | 'amountTooLarge'
  | 'amountDiffers'
  | 'quantityInvalid'
  | 'quantityMissing'
  | 'exemptionUnknown';

export type FeeWarningCode = 'amountWithoutDecision';

export interface FeeCase {
  procedure: Procedure;
  /** Id of the case, '' for the first one. */
  case: string;
  /** The form's lines; a fee of the case that has none is charged all the same. */
  entries: readonly FeeEntry[];
  answers: Answers;
  /** What this office knows of provincial amounts. */
  amounts: readonly SetAmount[];
  channel: 'counter' | 'online';
}

export interface SettledFees {
  lines: FeeFrozen[];
  /** Sum of the known lines, đồng. */
  total: number;
  /** Lines the province still has to set. */
  toBeSet: number;
  problems: Problem<FeeProblemCode>[];
  warnings: Problem<FeeWarningCode>[];
}

const mostQuantity = 10_000;

/** Fees this case may charge through this channel. */
export const listFees = (
  procedure: Procedure,
  caseId: string,
  channel: 'counter' | 'online',
): ProcedureFee[] => {
  const only = (procedure.cases.find(({ id }) => id === caseId) ?? procedure.cases[0])?.fees;
  return procedure.fees.filter(
    (fee) => (fee.channel === undefined || fee.channel === channel) && (!only || only.includes(fee.id)),
  );
};

/** How many an answer says: a number, or the length of a list; 0 when it says nothing. */
const answeredQuantity = (fee: ProcedureFee, answers: Answers): number => {
  const field = fee.quantityFrom;
  const answer = field !== undefined && Object.hasOwn(answers, field) ? answers[field] : undefined;
  if (Array.isArray(answer)) return answer.length;
  return typeof answer === 'number' ? answer : 0;
};

interface Sink {
  problem: (field: string, code: FeeProblemCode, params?: Problem['params']) => void;
  warn: (field: string, code: FeeWarningCode) => void;
}

interface Price {
  amount: number | null;
  basis: string;
}

const priceOf = (
  fee: ProcedureFee,
  entry: FeeEntry | undefined,
  at: string,
  given: FeeCase,
  sink: Sink,
): Price => {
  const set = given.amounts.findLast((one) => one.procedure === given.procedure.code && one.fee === fee.id);
  const amount = fee.amount ?? set?.amount ?? null;
  const basis = fee.amount === null && set ? set.decision : fee.note;
  const typed = entry?.amount ?? null;
  if (amount === null && typed !== null) {
    if (!isAmount(typed) || typed === 0)
      sink.problem(`${at}.amount`, typed > maxAmount ? 'amountTooLarge' : 'amountInvalid');
    else sink.warn(`${at}.amount`, 'amountWithoutDecision');
    return { amount: typed, basis: '' };
  }
  if (amount !== null && typed !== null && typed !== amount)
    sink.problem(`${at}.amount`, 'amountDiffers', { expected: formatMoney(amount) });
  return { amount, basis };
};

const lineOf = (
  fee: ProcedureFee,
  label: string,
  price: Price,
  quantity: number,
  exemption: { id: string; basis: string } | undefined,
): FeeFrozen => {
  const common = { fee: fee.id, label, type: fee.type, amount: price.amount, quantity };
  if (exemption)
    return { ...common, state: 'exempt', total: 0, basis: exemption.basis, exemption: exemption.id };
  const rest = { ...common, basis: price.basis, exemption: null };
  if (price.amount === null) return { ...rest, state: 'toBeSet', total: null };
  return { ...rest, state: price.amount === 0 ? 'free' : 'known', total: price.amount * quantity };
};

const linesOfFee = (fee: ProcedureFee, given: FeeCase, sink: Sink): FeeFrozen[] => {
  const place = given.entries.findIndex((entry) => entry.fee === fee.id);
  const entry = given.entries[place];
  const at = place < 0 ? 'fees' : `fees.${place}`;
  const wanted = entry?.exemption ?? null;
  const exemption = given.procedure.exemptions.find((one) => one.id === wanted && one.fees.includes(fee.id));
  if (wanted !== null && !exemption) sink.problem(`${at}.exemption`, 'exemptionUnknown');
  const { rates } = fee;
  if (rates)
    return listPapers(given.answers, fee.quantityFrom ?? '').map(({ name, pages, copies }) =>
      lineOf(
        fee,
        words.certified({ label: fee.label, name, pages }),
        { amount: costOfCopy(pages, rates), basis: fee.note },
        copies,
        exemption,
      ),
    );
  const price = priceOf(fee, entry, at, given, sink);
  const answered = answeredQuantity(fee, given.answers);
  const quantity = answered > 0 ? answered : (entry?.quantity ?? (fee.quantityFrom === undefined ? 1 : 0));
  if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > mostQuantity) {
    sink.problem(`${at}.quantity`, 'quantityInvalid');
    return [];
  }
  if (quantity > 0) return [lineOf(fee, fee.label, price, quantity, exemption)];
  // Charges asked for on request may be none; a fee the law puts on the case may not.
  if (fee.type === 'LE_PHI' && fee.quantityFrom !== undefined)
    sink.problem(place < 0 ? `answers.${fee.quantityFrom}` : `${at}.quantity`, 'quantityMissing');
  return [];
};

/** A charge the clerk wrote herself. */
const ownLine = (entry: FeeEntry, at: string, sink: Sink): FeeFrozen[] => {
  const label = cleanText(entry.label, { max: 200 });
  if (!label.ok) sink.problem(`${at}.label`, label.fault.code, label.fault.params);
  else if (label.text === '') sink.problem(`${at}.label`, 'feeLabelMissing');
  if (entry.exemption !== null) sink.problem(`${at}.exemption`, 'exemptionUnknown');
  const { amount, quantity } = entry;
  if (amount === null) sink.problem(`${at}.amount`, 'amountMissing');
  else if (!isAmount(amount) || amount === 0)
    sink.problem(`${at}.amount`, amount > maxAmount ? 'amountTooLarge' : 'amountInvalid');
  if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > mostQuantity)
    sink.problem(`${at}.quantity`, 'quantityInvalid');
  if (quantity === 0) return [];
  return [
    {
      fee: null,
      label: label.ok ? label.text : '',
      type: 'PHI',
      state: 'known',
      amount,
      quantity,
      total: amount === null ? null : amount * quantity,
      basis: '',
      exemption: null,
    },
  ];
};

/** Settles the fees of an intake. Lines may be frozen into an event only when there are no problems. */
export const settleFees = (given: FeeCase): SettledFees => {
  const problems: Problem<FeeProblemCode>[] = [];
  const warnings: Problem<FeeWarningCode>[] = [];
  const sink: Sink = {
    problem: (field, code, params = {}) => problems.push({ field, code, params }),
    warn: (field, code) => warnings.push({ field, code, params: {} }),
  };
  const known = new Set(given.procedure.fees.map(({ id }) => id));
  const lines = listFees(given.procedure, given.case, given.channel).flatMap((fee) =>
    linesOfFee(fee, given, sink),
  );
  given.entries.forEach((entry, place) => {
    if (entry.fee === null) lines.push(...ownLine(entry, `fees.${place}`, sink));
    else if (!known.has(entry.fee))
      sink.problem(`fees.${place}`, 'feeUnknown', { fee: entry.fee.slice(0, 80) });
  });
  const total = lines.reduce((sum, line) => sum + (line.total ?? 0), 0);
  if (problems.length === 0 && !isAmount(total)) sink.problem('fees', 'amountTooLarge');
  return {
    lines,
    total,
    toBeSet: lines.filter(({ state }) => state === 'toBeSet').length,
    problems,
    warnings,
  };
};
