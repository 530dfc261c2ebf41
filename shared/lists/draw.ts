import { findEnding } from '../dossier/acts/axes.ts';
import { dueNowOf } from '../dossier/acts/clock.ts';
import type { Recipient } from '../dossier/acts/events.ts';
import { moneyStanding } from '../dossier/acts/money.ts';
import { isTaken } from '../dossier/state.ts';
import type { DossierState, Taken } from '../dossier/state.ts';
import { summaryOf } from '../dossier/summary.ts';
import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import { isSamePerson } from '../forms/people.ts';
import type { Messages } from '../messages/index.ts';
import type {
  HandOverLine,
  ListContent,
  ListForm,
  ListLine,
  ReadyLine,
  ReceiptLine,
  ResultLine,
  ResultNamed,
  ReturnLine,
} from './content.ts';

/** Why a dossier has no place on a list. */
export type Unfit = keyof Messages['lists']['unfit'];

type Drawn<L> = L | Unfit;

const lineOf = ({ id, accepted, particulars }: Taken): ListLine => ({
  dossier: id,
  code: accepted.code,
  procedure: accepted.procedure.name,
  owner: particulars.owner.name,
});

const resultOf = ({ result }: Taken): ResultNamed | null =>
  result && {
    approved: result.approved,
    number: result.number,
    date: result.date,
    summary: result.summary,
  };

/** The hand-over that put it where it is. */
const lastHandOver = ({ moves, voided }: Taken) =>
  moves.findLast((move) => 'to' in move && !voided.includes(move.event));

const handOverLine = (state: Taken): Drawn<HandOverLine> => {
  const move = lastHandOver(state);
  if (!state.holder || !move || !('to' in move)) return 'notHandedOver';
  return {
    ...lineOf(state),
    at: move.at,
    dueAt: dueNowOf(state),
    slip: move.slip,
    note: move.note,
  };
};

const resultLine = (state: Taken): Drawn<ResultLine> => {
  const result = resultOf(state);
  if (!result) return 'noResult';
  const move = lastHandOver(state);
  return {
    ...lineOf(state),
    from: move && 'to' in move ? move.to.unit : '',
    result,
    owed: moneyStanding(state.money).owed,
    byPost: state.particulars.delivery.method === 'post',
  };
};

const lastReturn = ({ returns, overruled }: Taken) =>
  returns.findLast(({ event }) => !overruled.includes(event));

const returnLine = (state: Taken): Drawn<ReturnLine> => {
  const returned = lastReturn(state);
  const result = resultOf(state);
  if (!returned || !result) return 'notReturned';
  return { ...lineOf(state), at: returned.at, result, originals: returned.originals.map(({ name }) => name) };
};

const readyLine = (state: Taken): Drawn<ReadyLine> => {
  const { result } = state;
  if (!result || findEnding(state)) return 'noResult';
  return {
    ...lineOf(state),
    name: state.particulars.submitter.name,
    phone: state.particulars.submitter.phone,
    readySince: result.at,
    calls: state.notices.filter(({ at }) => at >= result.at).length,
    owed: moneyStanding(state.money).owed,
  };
};

const receiptLine = (state: Taken): Drawn<ReceiptLine> => {
  const { accepted, clock, money } = state;
  if (findEnding(state)) return 'ended';
  return {
    ...lineOf(state),
    key: accepted.key,
    receivedAt: accepted.receivedAt,
    dueAt: clock.deadline.dueAt,
    sets: accepted.sets,
    components: accepted.components,
    fees: money.lines,
  };
};

const unfit = (state: DossierState, why: Unfit, form: ListForm, { lists }: Messages): Result<never> =>
  fail('listUnfit', { list: lists.names[form], code: summaryOf(state).code, why: lists.unfit[why] });

const isSame = (one: object | null, other: object | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Who stood at the counter; what was shown for a dossier may differ. */
const whoOf = (to: Recipient) => (to.kind === 'proxy' ? [to.name, to.idNumber] : [to.name]);

/** Why a dossier does not go on one paper with the first. */
const mismatch = (form: ListForm, first: Taken, state: Taken): Unfit | undefined => {
  switch (form) {
    case 'handOverList': {
      const same =
        isSame(first.holder, state.holder) &&
        isSame(lastHandOver(first)?.from ?? null, lastHandOver(state)?.from ?? null);
      return same ? undefined : 'otherHolder';
    }
    case 'returnList': {
      const one = lastReturn(first);
      const other = lastReturn(state);
      return one && other && isSame(whoOf(one.to), whoOf(other.to)) ? undefined : 'otherRecipient';
    }
    case 'jointReceipt':
      if (!isSamePerson(first.accepted.submitter, state.accepted.submitter)) return 'otherSubmitter';
      return first.accepted.businessDay === state.accepted.businessDay ? undefined : 'otherDay';
    case 'resultList':
    case 'readyList':
      return undefined;
  }
};

const contentOf = (form: ListForm, first: Taken, states: readonly Taken[]): ListContent | null => {
  /** Lines of dossiers that all have a place: those that have none were turned away before. */
  const lines = <L extends ListLine>(make: (state: Taken) => Drawn<L>): L[] =>
    states.flatMap((state) => {
      const line = make(state);
      return typeof line === 'string' ? [] : [line];
    });
  switch (form) {
    case 'handOverList': {
      const move = lastHandOver(first);
      return move && 'to' in move ? { form, from: move.from, to: move.to, lines: lines(handOverLine) } : null;
    }
    case 'resultList':
      return { form, lines: lines(resultLine) };
    case 'returnList': {
      const returned = lastReturn(first);
      return returned ? { form, to: returned.to, lines: lines(returnLine) } : null;
    }
    case 'readyList':
      return { form, lines: lines(readyLine) };
    case 'jointReceipt':
      return {
        form,
        submitter: first.particulars.submitter,
        lookupBase: first.accepted.office.lookupBase,
        lines: lines(receiptLine),
      };
  }
};

const makers: Readonly<Record<ListForm, (state: Taken) => Drawn<ListLine>>> = {
  handOverList: handOverLine,
  resultList: resultLine,
  returnList: returnLine,
  readyList: readyLine,
  jointReceipt: receiptLine,
};

/**
 * What a list over these dossiers says, by their codes; a dossier that has no place on it is named and nothing is drawn. Pure: the same
 * dossiers always give the same list.
 */
export const drawList = (
  form: ListForm,
  states: readonly DossierState[],
  words: Messages,
): Result<ListContent> => {
  const taken: Taken[] = [];
  for (const state of states) {
    if (!isTaken(state)) return unfit(state, 'notAccepted', form, words);
    const line = makers[form](state);
    if (typeof line === 'string') return unfit(state, line, form, words);
    const why = mismatch(form, taken[0] ?? state, state);
    if (why) return unfit(state, why, form, words);
    taken.push(state);
  }
  // On paper they stand as both parties count them, whatever order they were marked in.
  taken.sort((one, other) => (one.accepted.code < other.accepted.code ? -1 : 1));
  const [first] = taken;
  const content = first && contentOf(form, first, taken);
  return content ? succeed(content) : fail('nothingToPrint');
};
