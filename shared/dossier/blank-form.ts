import { emptyPerson, type Person } from '../citizen/person.ts';
import type {
  defaultCaseId,
  Procedure,
  ProcedureCase,
  ProcedureComponent,
  ProcedureFee,
} from '../catalogue/procedure.ts';
import type { SetAmount } from '../office/profile.ts';
import type { ComponentEntry, FeeEntry, IntakeForm } from './form.ts';

/** Tied to the catalogue's own constant by type alone: the window that draws the form must not load its schemas. */
const generalCaseId: typeof defaultCaseId = 'chung';

/** A person nobody has named yet. */
export const blankPerson = (): Person => ({ ...emptyPerson });

/** The page before anything is typed: one set of papers, taken back at the counter. */
export const blankForm = (): IntakeForm => ({
  procedure: '',
  case: '',
  submitter: blankPerson(),
  owner: null,
  relation: '',
  sets: 1,
  components: [],
  answers: {},
  fees: [],
  delivery: { method: 'counter', address: '' },
  note: '',
});

/**
 * The case a form means: the chosen one, the only one, or the general one. Undefined while a procedure with several
 * cases waits for the clerk's choice, or when the id is not one of its cases.
 */
export const findCase = (procedure: Procedure, id: string): ProcedureCase | undefined =>
  id === ''
    ? procedure.cases.length === 1
      ? procedure.cases[0]
      : procedure.cases.find((one) => one.id === generalCaseId)
    : procedure.cases.find((one) => one.id === id);

/** The papers a case asks for, in the order of the procedure; all of them while no case is chosen. */
export const expectedComponents = (procedure: Procedure, caseId: string): ProcedureComponent[] => {
  const only = findCase(procedure, caseId)?.components;
  return only ? procedure.components.filter((one) => only.includes(one.index)) : procedure.components;
};

type Channel = NonNullable<ProcedureFee['channel']>;

/** The fees a case may charge for what came this way. */
export const expectedFees = (
  procedure: Procedure,
  caseId: string,
  channel: Channel = 'counter',
): ProcedureFee[] => {
  const only = findCase(procedure, caseId)?.fees;
  return procedure.fees.filter(
    (fee) => (fee.channel === undefined || fee.channel === channel) && (!only || only.includes(fee.id)),
  );
};

/** Whether the paper lies on the counter: any count says so, and for what is only declared the tick (one original). */
export const isReceived = (entry: ComponentEntry): boolean =>
  entry.originals + entry.certified + entry.copies > 0;

/** The usual counts of a paper. A catalogue that says 0 and 0 means one, declared or shown. */
export const usualCounts = (
  component: ProcedureComponent,
): Pick<ComponentEntry, 'originals' | 'certified' | 'copies'> =>
  component.originals + component.copies > 0
    ? { originals: component.originals, certified: 0, copies: component.copies }
    : { originals: 1, certified: 0, copies: 0 };

const notYetReceived = (component: ProcedureComponent): ComponentEntry => ({
  index: component.index,
  name: component.name,
  mode: component.mode,
  originals: 0,
  certified: 0,
  copies: 0,
  pages: 0,
  held: false,
  files: [],
});

/** A paper the procedure does not name, counted as one original handed in. */
export const addedComponent = (name: string): ComponentEntry => ({
  index: null,
  name,
  mode: 'submit',
  originals: 1,
  certified: 0,
  copies: 0,
  pages: 0,
  held: false,
  files: [],
});

const isWorthKeeping = (entry: ComponentEntry): boolean =>
  entry.index === null || isReceived(entry) || entry.files.length > 0;

const isSamePaper = (entry: ComponentEntry, component: ProcedureComponent): boolean =>
  entry.index === null ? entry.name === component.name : entry.index === component.index;

/**
 * The component rows of a case. What was counted before keeps its counts; a counted paper that the case does not ask
 * for stays as an added one, because it still lies on the counter, and is known again by its name.
 */
export const componentsFor = (
  procedure: Procedure,
  caseId: string,
  before: readonly ComponentEntry[] = [],
): ComponentEntry[] => {
  const placed = new Set<ComponentEntry>();
  const rows = expectedComponents(procedure, caseId).map((component) => {
    const kept = before.find((entry) => !placed.has(entry) && isSamePaper(entry, component));
    if (!kept) return notYetReceived(component);
    placed.add(kept);
    return { ...kept, index: component.index };
  });
  const others = before
    .filter((entry) => !placed.has(entry) && isWorthKeeping(entry))
    .map((entry) => ({ ...entry, index: null }));
  return [...rows, ...others];
};

/** The amount of a fee: by law, else as the province set it, else null: never 0 for unknown. */
export const amountOf = (
  procedure: Procedure,
  fee: ProcedureFee,
  amounts: readonly SetAmount[],
): number | null =>
  fee.amount ?? amounts.find((one) => one.procedure === procedure.code && one.fee === fee.id)?.amount ?? null;

/** Charged as often as an answer says; a fee with a rule of its own works out its count itself. */
export const isOnRequest = (fee: ProcedureFee): boolean =>
  fee.quantityFrom !== undefined && fee.rule === undefined;

/** The fee lines of a case; a fee charged only on request starts with none of it. */
export const feesFor = (
  procedure: Procedure,
  caseId: string,
  amounts: readonly SetAmount[],
  before: readonly FeeEntry[] = [],
  channel: Channel = 'counter',
): FeeEntry[] => {
  const rows = expectedFees(procedure, caseId, channel).map((fee): FeeEntry => {
    const kept = before.find((entry) => entry.fee === fee.id);
    const amount = amountOf(procedure, fee, amounts);
    return kept
      ? { ...kept, amount: kept.amount ?? amount }
      : { fee: fee.id, label: fee.label, amount, quantity: isOnRequest(fee) ? 0 : 1, exemption: null };
  });
  return [...rows, ...before.filter((entry) => entry.fee === null)];
};

/** The form for another procedure: same people, delivery and note; its own papers, fees and answers. */
export const withProcedure = (
  form: IntakeForm,
  procedure: Procedure,
  amounts: readonly SetAmount[],
): IntakeForm => ({
  ...form,
  procedure: procedure.code,
  case: '',
  components: componentsFor(procedure, ''),
  answers: {},
  fees: feesFor(procedure, '', amounts, [], form.channel),
});

/** The same procedure under another case. */
export const withCase = (
  form: IntakeForm,
  procedure: Procedure,
  caseId: string,
  amounts: readonly SetAmount[],
): IntakeForm => ({
  ...form,
  case: caseId,
  components: componentsFor(procedure, caseId, form.components),
  fees: feesFor(procedure, caseId, amounts, form.fees, form.channel),
});

/** Every required paper that is not counted yet gets its usual counts: the clerk said "đủ". */
export const withRequiredReceived = (form: IntakeForm, procedure: Procedure): IntakeForm => ({
  ...form,
  components: form.components.map((entry) => {
    const component = procedure.components.find((one) => one.index === entry.index);
    return component?.required === true && !isReceived(entry)
      ? { ...entry, ...usualCounts(component) }
      : entry;
  }),
});
