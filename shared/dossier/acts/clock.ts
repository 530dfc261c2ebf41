import { localDateAt } from '../../calendar/vietnam-time.ts';
import { timeLeft } from '../../calendar/time-left.ts';
import type { DossierState, SupplementRound, Taken } from '../state.ts';
import { isTaken } from '../state.ts';
import { businessOf, findEnding } from './axes.ts';

/** Requests that count: one ruled out when a conflict was closed does not. */
export const countedRounds = ({ rounds, overruled }: DossierState): SupplementRound[] =>
  rounds.filter(({ asked }) => !overruled.includes(asked.event));

/** When work ended, by QĐ 766: the result, else the return, the stop or the withdrawal. Undefined while it goes on. */
export const findWorkEnd = (state: DossierState): number | undefined => {
  const first = state.results.find(({ event }) => !state.overruled.includes(event));
  const ended = first?.at ?? findEnding(state)?.at;
  if (ended === undefined) return undefined;
  // The clock stood still already: what was not counted then is not counted now.
  return Math.min(ended, state.clock?.pausedAt ?? ended);
};

export type LateReason = 'pastDue' | 'askedTwice' | 'extendedTooLate';

export interface Timeliness {
  onTime: boolean;
  /** Null when on time. */
  why: LateReason | null;
  /** The moment it is judged by: the end of work, the request while the citizen is waited for, else now. */
  judgedAt: number;
  dueAt: number;
  /** Nothing done at this counter later can change the verdict: only a ruling on a conflict could. */
  settled: boolean;
}

const judge = (state: Taken, judgedAt: number): LateReason | null => {
  if (countedRounds(state).length >= 2) return 'askedTwice';
  const { deadline } = state.clock;
  if (state.extensions.some(({ tooLate, event }) => tooLate && !state.overruled.includes(event)))
    return 'extendedTooLate';
  return judgedAt > deadline.dueAt ? 'pastDue' : null;
};

/**
 * On time by QĐ 766/QĐ-TTg, as things stand at `now` (ms): the end of work is not later than the appointment, supplement time
 * taken off; waiting for the citizen, the request is the end; asked twice or more is late. Null for what was never taken in.
 */
export const onTime = (state: DossierState, now: number): Timeliness | null => {
  if (!isTaken(state)) return null;
  const ended = findWorkEnd(state);
  const judgedAt = ended ?? state.clock.pausedAt ?? now;
  const why = judge(state, judgedAt);
  return {
    onTime: why === null,
    why,
    judgedAt,
    dueAt: state.clock.deadline.dueAt,
    // A promise once broken stays broken: what moves it afterwards says so.
    settled: ended !== undefined || why !== null,
  };
};

/** 'near': today or the next working day. 'still': the clock stands or has ended, or there is none. */
export type Urgency = 'overdue' | 'near' | 'ahead' | 'still';

/** How near the promise is, for lists and colours. */
export const urgencyOf = (state: DossierState, now: number): Urgency => {
  const dueNow = dueNowOf(state);
  if (dueNow === null || !isTaken(state)) return 'still';
  const left = timeLeft(state.clock.deadline, now);
  switch (left.kind) {
    case 'late':
    case 'lateToday':
      return 'overdue';
    case 'today':
      return 'near';
    case 'workingDays':
    case 'calendarDays':
      return left.days <= 1 ? 'near' : 'ahead';
  }
};

/** The promise that time runs against; null while the clock stands still and once the work is done. */
export const dueNowOf = (state: DossierState): number | null => {
  const business = businessOf(state);
  return isTaken(state) && (business === 'accepted' || business === 'processing')
    ? state.clock.deadline.dueAt
    : null;
};

/** Whether the citizen has let the day pass she was asked to come by. */
export const isSupplementOverdue = (state: DossierState, now: number): boolean => {
  if (businessOf(state) !== 'awaitingSupplements') return false;
  const asked = countedRounds(state).findLast(({ received }) => received === null)?.asked;
  return asked?.respondBy != null && localDateAt(now) > asked.respondBy;
};
