import { computeDeadline } from '../../calendar/deadline.ts';
import { resumeDeadline } from '../../calendar/resume.ts';
import { dayNumberAt } from '../../calendar/vietnam-time.ts';
import { dayPlan } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { isTaken } from '../state.ts';
import type { DossierState, Taken } from '../state.ts';
import { businessOf } from './axes.ts';

/**
 * What a later calendar does to a promise already on paper. 'closedThatDay': the promised day has become a day off; 'later' and
 * 'earlier': the same term, counted by the new calendar, ends on another day.
 */
export interface NoticeEffect {
  id: string;
  code: string;
  procedureName: string;
  ownerName: string;
  /** Who handed it in, and is called: the owner herself or somebody for her. */
  name: string;
  phone: string;
  /** On the citizen's paper; it stays. */
  promised: number;
  /** What the new calendar would have promised; equal to `promised` when it cannot be told. */
  wouldBe: number;
  kind: 'closedThatDay' | 'later' | 'earlier';
}

/** The promise in force counted again, by its own term, from where it was counted. Undefined for one that was given by hand (form 04). */
const recount = (state: Taken, calendar: WorkingCalendar): number | undefined => {
  if (state.extensions.some(({ event }) => !state.overruled.includes(event))) return undefined;
  const first = computeDeadline(state.accepted.deadline.term, state.accepted.receivedAt, calendar);
  if (!first.ok) return undefined;
  const last = state.rounds.reduce((deadline, { asked, received }) => {
    const brought = state.brought.find(({ event }) => event === received);
    return brought ? resumeDeadline(deadline, asked.at, brought.at, calendar).deadline : deadline;
  }, first.deadline);
  return last.dueAt;
};

/** Whether a new calendar touches a dossier still promised to somebody; undefined when it does not. Moves nothing. */
export const findNoticeEffect = (
  state: DossierState,
  calendar: WorkingCalendar,
): NoticeEffect | undefined => {
  const business = businessOf(state);
  const isPromised =
    business === 'accepted' || business === 'processing' || business === 'awaitingSupplements';
  if (!isTaken(state) || !isPromised) return undefined;
  const promised = state.clock.deadline.dueAt;
  const wouldBe = recount(state, calendar) ?? promised;
  const isClosed = dayPlan(calendar, dayNumberAt(promised)).sessions.length === 0;
  const moved = dayNumberAt(wouldBe) - dayNumberAt(promised);
  if (!isClosed && moved === 0) return undefined;
  const { owner, submitter } = state.particulars;
  return {
    id: state.id,
    code: state.accepted.code,
    procedureName: state.accepted.procedure.name,
    ownerName: owner.name,
    name: submitter.name,
    phone: submitter.phone,
    promised,
    wouldBe,
    kind: isClosed ? 'closedThatDay' : moved > 0 ? 'later' : 'earlier',
  };
};

/** Everybody a new calendar touches, soonest promise first: who is to be told before a printed date turns out to be a day off. */
export const listAffected = (states: Iterable<DossierState>, calendar: WorkingCalendar): NoticeEffect[] => {
  const found: NoticeEffect[] = [];
  for (const state of states) {
    const effect = findNoticeEffect(state, calendar);
    if (effect) found.push(effect);
  }
  return found.sort((one, other) => one.promised - other.promised);
};
