import type { DeadlineExtended, ProcessingStopped } from '../dossier/acts/events.ts';
import { formatDate } from '../calendar/vietnam-time.ts';
import type { Taken } from '../dossier/state.ts';
import type { Result } from '../faults.ts';
import { actPaper, commonNeeds, numberText, particularsAt, whenComplete } from './act-paper.ts';
import type { ActPaper, Lack } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { clockWords, momentWords } from './head.ts';
import { addresseeOf } from './people.ts';
import { paragraphsOf } from './values.ts';

/** Forms 04 and 05 are letters of the settling agency: its head signs them, not the desk. */
type HeadLetter = ActPaper & {
  addressee: string;
  received: string;
  dueBefore: string;
  reason: string[];
  signer: string;
};

const addresseeName = (state: Taken, { at }: { at: number }): string =>
  addresseeOf(particularsAt(state, at), at).name;

export type ExtensionValues = HeadLetter & {
  due: { clock: string; date: string };
  /** Said after the promise was already broken. */
  late: boolean;
};

export type StopValues = HeadLetter & {
  stopped: string;
  basis: string[];
  /** Originals the office kept and hands back. */
  originals: string[];
};

const letterNeeds = (
  values: HeadLetter,
  { reason, signer }: { reason: string; signer: string },
): [Lack, string][] => [
  ...commonNeeds(values),
  ['number', values.number],
  ['reason', reason],
  ['signer', signer],
];

/** Form 04, Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết. */
export const extensionValues = (
  state: Taken,
  extended: DeadlineExtended,
  extra: PaperExtra,
): Result<ExtensionValues> => {
  const { words } = extra;
  const { dueAt } = extended.deadline;
  const about = { title: 'extension', number: numberText('extension', extended) } as const;
  const values: ExtensionValues = {
    ...actPaper(state, extended, about, extra),
    addressee: addresseeName(state, extended),
    received: momentWords(state.accepted.receivedAt, words),
    dueBefore: momentWords(extended.dueBefore, words),
    due: { clock: clockWords(dueAt, words), date: formatDate(dueAt, words.calendar) },
    reason: paragraphsOf(extended.reason),
    late: extended.tooLate,
    signer: extended.signer,
  };
  return whenComplete(values, 'extension', letterNeeds(values, extended), words);
};

/** The promise in force when the work was stopped. */
const dueBeforeStop = ({ accepted, extensions, brought }: Taken, at: number): number =>
  [...extensions, ...brought]
    .filter((moved) => moved.at <= at)
    .sort((one, other) => one.at - other.at)
    .at(-1)?.deadline.dueAt ?? accepted.deadline.dueAt;

/** Form 05, Thông báo dừng giải quyết hồ sơ. */
export const stopValues = (
  state: Taken,
  stopped: ProcessingStopped,
  extra: PaperExtra,
): Result<StopValues> => {
  const { words } = extra;
  const values: StopValues = {
    ...actPaper(state, stopped, { title: 'stop', number: numberText('stop', stopped) }, extra),
    addressee: addresseeName(state, stopped),
    received: momentWords(state.accepted.receivedAt, words),
    dueBefore: momentWords(dueBeforeStop(state, stopped.at), words),
    stopped: momentWords(stopped.at, words),
    reason: paragraphsOf(stopped.reason),
    basis: paragraphsOf(stopped.basis),
    originals: state.originals
      .filter(({ backAt }) => backAt === null || backAt > stopped.at)
      .map(({ name }) => name),
    signer: stopped.signer,
  };
  return whenComplete(values, 'stop', [...letterNeeds(values, stopped), ['basis', stopped.basis]], words);
};
