import { localDateAt } from '../calendar/vietnam-time.ts';
import type { HandedOver, Holder, TakenBack } from '../dossier/acts/events.ts';
import type { Done, Taken } from '../dossier/state.ts';
import type { Result } from '../faults.ts';
import type { Messages } from '../messages/index.ts';
import { actPaper, commonNeeds, numberText, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { momentWords } from './head.ts';
import { cellOrBelow } from './values.ts';

export type SlipLine = {
  from: string;
  to: string;
  at: string;
  giver: string;
  receiver: string;
  /** Where the receiver was done with it: before, on or after the appointment; '' while it is there, to be ticked by hand. */
  verdict: string;
  note: string;
  /** A note too long for its column. */
  below: string[];
};

export type ControlSlipValues = Omit<ActPaper, 'phone' | 'submitter' | 'owner' | 'relation'> & {
  owner: string;
  /** Who settles it, by the catalogue; '' where it does not say. */
  agency: string;
  received: string;
  due: string;
  lines: SlipLine[];
  /** Empty lines to go on by hand. */
  blanks: boolean[];
};

type Move = Done<HandedOver> | Done<TakenBack>;

const isHandedOver = (move: Move): move is Done<HandedOver> => 'to' in move;

/** Lines on a slip that has just been begun, and empty ones on one that is full. */
const usualLines = 5;
const fewestBlanks = 2;

/** The promise in force at an instant. */
const dueAtInstant = ({ accepted, extensions, brought }: Taken, at: number): number =>
  [...extensions, ...brought]
    .filter((moved) => moved.at <= at)
    .reduce(
      (latest, moved) => (moved.at >= latest.at ? { at: moved.at, dueAt: moved.deadline.dueAt } : latest),
      { at: accepted.receivedAt, dueAt: accepted.deadline.dueAt },
    ).dueAt;

/** While the clock stands still no time passes: what ends then is judged as of the request. */
const countedInstant = ({ rounds, brought }: Taken, at: number): number => {
  const open = rounds.find(({ asked, received }) => {
    const back = brought.find(({ event }) => event === received);
    return asked.at <= at && (back === undefined || at < back.at);
  });
  return open ? open.asked.at : at;
};

const verdictAt = (state: Taken, endedAt: number, { actPapers }: Messages): string => {
  const dueAt = dueAtInstant(state, endedAt);
  const at = countedInstant(state, endedAt);
  if (at > dueAt) return actPapers.verdict.late;
  return localDateAt(at) < localDateAt(dueAt) ? actPapers.verdict.early : actPapers.verdict.onTime;
};

/** Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ: it travels with the dossier, one line a hand-over. */
export const controlSlipValues = (state: Taken, extra: PaperExtra): Result<ControlSlipValues> => {
  const { words } = extra;
  const { accepted, clock, results } = state;
  const moves = state.moves.filter(({ event }) => !state.voided.includes(event));
  const counter = words.actPapers.counter({ office: accepted.office.name });
  const unitText = (holder: Holder | null): string => (holder ? words.actPapers.unit(holder) : counter);
  /** The next move, or the result that came before it, ends the receiver's part. */
  const endOf = (place: number): number | undefined => {
    const next = moves[place + 1]?.at;
    const from = moves[place]?.at ?? 0;
    const result = results.find(({ at }) => at >= from && (next === undefined || at <= next))?.at;
    return result ?? next;
  };
  const lines = moves.map((move, place): SlipLine => {
    const handed = isHandedOver(move);
    const end = handed ? endOf(place) : undefined;
    const { cell, below } = cellOrBelow(
      handed ? move.note : words.actPapers.takenBack({ reason: move.reason }),
    );
    return {
      from: unitText(move.from),
      to: handed ? unitText(move.to) : counter,
      at: momentWords(move.at, words),
      giver: move.from === null ? move.clerkName : move.from.person,
      receiver: handed ? move.to.person : move.clerkName,
      verdict: end === undefined ? '' : verdictAt(state, end, words),
      note: cell,
      below,
    };
  });
  const number = state.slip ? numberText('control', state.slip) : '';
  const at = moves[0]?.at ?? accepted.receivedAt;
  const { submitter, owner, phone, relation, ...paper } = actPaper(
    state,
    { at },
    { title: 'control', number },
    extra,
  );
  const values: ControlSlipValues = {
    ...paper,
    copy: words.actPapers.slipCopies[extra.copy === 'file' ? 'file' : 'citizen'],
    owner: owner?.name ?? submitter.name,
    agency: accepted.procedure.agency,
    received: momentWords(accepted.receivedAt, words),
    due: momentWords(clock.deadline.dueAt, words),
    lines,
    blanks: Array.from({ length: Math.max(fewestBlanks, usualLines - lines.length) }, () => true),
  };
  return whenComplete(
    values,
    'control',
    [
      ...commonNeeds({ ...values, submitter, owner, phone, relation }),
      ['moves', lines.map(({ at: when }) => when).join('')],
      ['number', number],
      ...moves.filter(isHandedOver).map(({ to }) => ['holder', to.unit] as const),
    ],
    words,
  );
};
