import type { RegisterPlace } from './events.ts';
import type { RegisterState } from './register.ts';

/** What is remembered of the register outside the vault, so that a vault copied back gives no number out again. */
export interface Known {
  register: string;
  serial: number;
  holding: boolean;
  place: RegisterPlace;
  /** Highest number of each year that this desk wrote. */
  lasts: { year: number; volume: number; last: number }[];
}

export type Standing = 'held' | 'elsewhere' | 'doubt';

export const isPlaceAhead = (one: RegisterPlace, other: RegisterPlace): boolean =>
  one.year > other.year || (one.year === other.year && one.next > other.next);

/** True when more is remembered than the vault holds, or nothing is: it was copied back, or brought to another PC. */
export const isInDoubt = (state: RegisterState, known: Known | null, desk: number): boolean => {
  if (known === null) return true;
  return (
    known.register !== state.register ||
    known.serial > state.serial ||
    isPlaceAhead(known.place, state.place) ||
    (known.serial === state.serial && known.holding !== (state.holder === desk))
  );
};

/** Whether this desk may write in the book. */
export const standingOf = (state: RegisterState, known: Known | null, desk: number): Standing => {
  if (isInDoubt(state, known, desk)) return 'doubt';
  return state.holder === desk ? 'held' : 'elsewhere';
};

const knownOf = (state: RegisterState, before: Known | null, desk: number): Known => {
  const { register, serial, place } = state;
  const holding = state.holder === desk;
  const others = (before?.lasts ?? []).filter(({ year }) => year !== place.year);
  const was = before?.lasts.find(({ year }) => year === place.year);
  const last = holding || was === undefined ? place.next - 1 : was.last;
  return {
    register,
    serial,
    holding,
    place,
    lasts: [...others, { year: place.year, volume: place.volume, last }].slice(-3),
  };
};

/**
 * What to remember after a commit. While the register is in doubt nothing that is done beside it (a new signer, a correction) may take
 * the place of what is remembered: that would settle the doubt in favour of the old copy.
 */
export const rememberedAfter = (
  before: { state: RegisterState | null; known: Known | null },
  events: readonly { type: string }[],
  after: RegisterState,
  desk: number,
): Known | null => {
  const { state, known } = before;
  const isAnswered = events.some(({ type }) => type === 'registerReconciled');
  if (state !== null && !isAnswered && isInDoubt(state, known, desk)) return known;
  return knownOf(after, known, desk);
};
