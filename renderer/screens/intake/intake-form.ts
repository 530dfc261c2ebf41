import { prefillAnswers } from '../../../shared/catalogue/fields.ts';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import {
  addedComponent,
  blankForm,
  blankPerson,
  isOnRequest,
  withCase,
  withProcedure,
  withRequiredReceived,
} from '../../../shared/dossier/blank-form.ts';
import type {
  Answers,
  AnswerValue,
  ComponentEntry,
  Delivery,
  FeeEntry,
  IntakeForm,
} from '../../../shared/dossier/form.ts';
import { firstRows } from './list-rows.ts';
import { readCccd } from '../../../shared/citizen/number.ts';
import type { Person } from '../../../shared/citizen/person.ts';

export type Who = 'submitter' | 'owner';

/** The parts that belong to one procedure, kept aside when another is chosen by mistake. */
type Shelved = Pick<IntakeForm, 'case' | 'components' | 'answers' | 'fees'>;

export interface IntakeState {
  /** The draft's id, and so the id of the command that accepts it. */
  id: string;
  form: IntakeForm;
  /** The sheet of `form.procedure`; null until main has given it. */
  sheet: ProcedureSheet | null;
  shelf: Readonly<Record<string, Shelved>>;
  shelvedOwner: Person | null;
  /** What was prefilled last: an answer still equal to it follows the person it came from. */
  prefilled: Answers;
  /** Fields she has been through: only these, and all once she tried to accept, show their problems. */
  visited: ReadonlySet<string>;
  tried: boolean;
  /** Opened from a kept draft. */
  isResumed: boolean;
  /** Rises with every change of the form: what was asked about an older one is out of date. */
  version: number;
}

export type IntakeAction =
  | { type: 'opened'; id: string; form?: IntakeForm }
  | { type: 'personSet'; who: Who; change: Partial<Person> }
  | { type: 'ownerToggled'; on: boolean }
  | { type: 'set'; change: Partial<Pick<IntakeForm, 'relation' | 'sets' | 'note'>> }
  | { type: 'deliverySet'; change: Partial<Delivery> }
  | { type: 'procedureChosen'; sheet: ProcedureSheet }
  | { type: 'procedureCleared' }
  | { type: 'sheetKnown'; sheet: ProcedureSheet }
  | { type: 'caseChosen'; id: string }
  | { type: 'componentSet'; at: number; change: Partial<ComponentEntry> }
  | { type: 'componentAdded'; name: string }
  | { type: 'componentRemoved'; at: number }
  | { type: 'requiredReceived' }
  | { type: 'answerSet'; name: string; value: AnswerValue }
  | { type: 'feeSet'; at: number; change: Partial<FeeEntry> }
  | { type: 'feeAdded' }
  | { type: 'feeRemoved'; at: number }
  | { type: 'visited'; field: string }
  | { type: 'tried' };

export const openIntake = (id: string, draft?: IntakeForm): IntakeState => ({
  id,
  form: draft ?? blankForm(),
  isResumed: draft !== undefined,
  sheet: null,
  shelf: {},
  shelvedOwner: null,
  prefilled: {},
  visited: new Set(),
  tried: false,
  version: 0,
});

const peopleOf = (form: IntakeForm) => ({ owner: form.owner, submitter: form.submitter });

/** Answers that came from the persons follow them; what the clerk typed, or emptied, stays. */
const refill = (answers: Answers, before: Answers, now: Answers): Answers => {
  const next = { ...answers };
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const isOurs = !Object.hasOwn(answers, name) || answers[name] === before[name];
    const value = now[name];
    if (!isOurs) continue;
    if (value === undefined) Reflect.deleteProperty(next, name);
    else next[name] = value;
  }
  return next;
};

const countOf = (value: AnswerValue | undefined): number => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** A fee charged on request is counted by the answer that asks for it; without one, by the clerk. */
const refillFees = (form: IntakeForm, sheet: ProcedureSheet, before: Answers, now: Answers): FeeEntry[] =>
  form.fees.map((entry) => {
    const fee = sheet.procedure.fees.find((one) => one.id === entry.fee);
    if (!fee?.quantityFrom || !isOnRequest(fee)) return entry;
    const answered = countOf(now[fee.quantityFrom]);
    const isTold = answered > 0 || now[fee.quantityFrom] !== before[fee.quantityFrom];
    return !isTold || answered === entry.quantity ? entry : { ...entry, quantity: answered };
  });

/** Every change passes here: what follows from persons and answers is filled in again. */
const settle = (state: IntakeState, form: IntakeForm, more: Partial<IntakeState> = {}): IntakeState => {
  const next = { ...state, ...more, form, version: state.version + 1 };
  const { sheet } = next;
  if (!sheet?.schema) return next;
  const prefilled = prefillAnswers(sheet.schema, peopleOf(form));
  const answers = refill(form.answers, next.prefilled, prefilled);
  return {
    ...next,
    prefilled,
    form: { ...form, answers, fees: refillFees(form, sheet, state.form.answers, answers) },
  };
};

const shelve = ({ shelf, form }: IntakeState): IntakeState['shelf'] =>
  form.procedure === ''
    ? shelf
    : {
        ...shelf,
        [form.procedure]: {
          case: form.case,
          components: form.components,
          answers: form.answers,
          fees: form.fees,
        },
      };

const choose = (state: IntakeState, sheet: ProcedureSheet): IntakeState => {
  const { procedure, amounts } = sheet;
  if (state.form.procedure === procedure.code) return learn(state, sheet);
  const kept = state.shelf[procedure.code];
  const fresh = withProcedure(state.form, procedure, amounts);
  const begun = sheet.schema ? { ...fresh, answers: firstRows(sheet.schema) } : fresh;
  return settle(state, kept ? { ...fresh, ...kept } : begun, {
    sheet,
    shelf: shelve(state),
    // Another procedure is judged anew.
    tried: false,
    prefilled: kept && sheet.schema ? prefillAnswers(sheet.schema, peopleOf(state.form)) : {},
  });
};

/** The sheet of the procedure the form already has: of an opened draft, or with an amount just set. */
const learn = (state: IntakeState, sheet: ProcedureSheet): IntakeState => {
  if (state.form.procedure !== sheet.procedure.code) return state;
  const isFirst = state.sheet === null;
  const form = withCase(state.form, sheet.procedure, state.form.case, sheet.amounts);
  return settle(state, form, {
    sheet,
    prefilled: isFirst && sheet.schema ? prefillAnswers(sheet.schema, peopleOf(form)) : state.prefilled,
  });
};

const replaceAt = <T>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...change } : one));

const removeAt = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

const toggleOwner = (state: IntakeState, on: boolean): IntakeState => {
  const { form } = state;
  if (on === (form.owner !== null)) return state;
  return on
    ? settle(state, { ...form, owner: state.shelvedOwner ?? blankPerson() })
    : settle(state, { ...form, owner: null }, { shelvedOwner: form.owner });
};

const setPerson = (state: IntakeState, who: Who, change: Partial<Person>): IntakeState => {
  const { form } = state;
  const person = { ...(form[who] ?? blankPerson()), ...change };
  // The fourth digit says it; one field less to ask for. What she chose herself is not touched.
  const sex =
    person.sex === '' && person.idKind === 'cccd' && change.idNumber !== undefined
      ? (readCccd(change.idNumber)?.sex ?? '')
      : person.sex;
  return settle(state, { ...form, [who]: { ...person, sex } });
};

/** An original that is kept is one that was handed over. */
const withOriginal = (change: Partial<ComponentEntry>, entry: ComponentEntry | undefined) =>
  change.held === true && entry?.originals === 0 ? { ...change, originals: 1 } : change;

/** Pure: the next page for what she did. Nothing typed is ever dropped: what leaves the page goes to a shelf. */
export const changeIntake = (state: IntakeState, action: IntakeAction): IntakeState => {
  const { form, sheet } = state;
  switch (action.type) {
    case 'opened':
      return openIntake(action.id, action.form);
    case 'personSet':
      return setPerson(state, action.who, action.change);
    case 'ownerToggled':
      return toggleOwner(state, action.on);
    case 'set':
      return settle(state, { ...form, ...action.change });
    case 'deliverySet':
      return settle(state, { ...form, delivery: { ...form.delivery, ...action.change } });
    case 'procedureChosen':
      return choose(state, action.sheet);
    case 'procedureCleared':
      return settle(
        state,
        { ...form, procedure: '', case: '', components: [], answers: {}, fees: [] },
        { sheet: null, shelf: shelve(state), prefilled: {} },
      );
    case 'sheetKnown':
      return learn(state, action.sheet);
    case 'caseChosen':
      return sheet ? settle(state, withCase(form, sheet.procedure, action.id, sheet.amounts)) : state;
    case 'componentSet': {
      const change = withOriginal(action.change, form.components[action.at]);
      return settle(state, { ...form, components: replaceAt(form.components, action.at, change) });
    }
    case 'componentAdded':
      return settle(state, { ...form, components: [...form.components, addedComponent(action.name)] });
    case 'componentRemoved':
      return settle(state, { ...form, components: removeAt(form.components, action.at) });
    case 'requiredReceived':
      return sheet ? settle(state, withRequiredReceived(form, sheet.procedure)) : state;
    case 'answerSet':
      return settle(state, { ...form, answers: { ...form.answers, [action.name]: action.value } });
    case 'feeSet':
      return settle(state, { ...form, fees: replaceAt(form.fees, action.at, action.change) });
    case 'feeAdded':
      return settle(state, {
        ...form,
        fees: [...form.fees, { fee: null, label: '', amount: null, quantity: 1, exemption: null }],
      });
    case 'feeRemoved':
      return settle(state, { ...form, fees: removeAt(form.fees, action.at) });
    case 'visited':
      return state.visited.has(action.field)
        ? state
        : { ...state, visited: new Set(state.visited).add(action.field) };
    case 'tried':
      return { ...state, tried: true };
  }
};

const isBlankPerson = (person: Person): boolean =>
  Object.entries(person).every(([key, value]) => key === 'kind' || key === 'idKind' || value === '');

/** Whether there is anything on the page that would be missed: an untouched page makes no draft. */
export const isUntouched = (form: IntakeForm): boolean =>
  form.procedure === '' && form.note === '' && form.owner === null && isBlankPerson(form.submitter);
