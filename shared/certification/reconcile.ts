import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import type { Problem } from '../text/problem.ts';
import type { CertificationEvent, LostNumbers, RegisterPlace } from './events.ts';
import { mostNumber, mostVolume, noTally } from './register.ts';
import type { RegisterState } from './register.ts';
import { isInDoubt, isPlaceAhead } from './standing.ts';
import type { Known } from './standing.ts';

/**
 * Hand-overs are counted by the minute, so that a desk whose vault was copied back to before some of them still makes lines newer than
 * those, and takes none older.
 */
export const serialAt = (at: number): number => Math.max(0, Math.floor((at - Date.UTC(2020, 0, 1)) / 60_000));

interface Told {
  volume: number;
  /** Highest number on paper this year, as the clerk reads it off the last certified copy or the printed book. */
  last: number;
  /** Whether the paper book lies at this desk. Only asked where nothing is remembered. */
  holding: boolean;
}

/** Numbers given out that the vault no longer knows: they stay in the register, their content on paper alone. */
const lostBetween = (state: RegisterState, place: RegisterPlace, known: Known | null): LostNumbers[] => {
  const { year, volume, next } = state.place;
  if (place.year === year)
    return place.next > next ? [{ year, volume: place.volume, from: next, to: place.next - 1 }] : [];
  const old = known?.lasts.find((one) => one.year === year);
  return [
    ...(old && old.last >= next ? [{ year, volume, from: next, to: old.last }] : []),
    ...(place.next > 1 ? [{ year: place.year, volume: place.volume, from: 1, to: place.next - 1 }] : []),
  ];
};

/** Not the holder: what is remembered stands, and the clerk is asked nothing. */
const awayPlace = (state: RegisterState, known: Known | null): RegisterPlace =>
  known && isPlaceAhead(known.place, state.place) ? known.place : state.place;

const holdingPlace = (
  state: RegisterState,
  told: Told,
  { known, day }: { known: Known | null; day: string },
): Result<RegisterPlace> => {
  const year = Number(day.slice(0, 4));
  const remembered = awayPlace(state, known);
  if (remembered.year > year) return fail('registerYearAhead', { year: remembered.year });
  const [lowest, lowestVolume] =
    remembered.year === year ? [remembered.next - 1, Math.max(1, remembered.volume)] : [0, 1];
  const problems: Problem[] = [];
  if (!Number.isSafeInteger(told.last) || told.last < lowest || told.last >= mostNumber)
    problems.push({ field: 'last', code: 'outOfRange', params: { min: lowest, max: mostNumber - 1 } });
  if (!Number.isSafeInteger(told.volume) || told.volume < lowestVolume || told.volume > mostVolume)
    problems.push({ field: 'volume', code: 'outOfRange', params: { min: lowestVolume, max: mostVolume } });
  if (problems.length > 0) return fail('invalidInput', undefined, problems);
  return succeed({
    year,
    volume: told.volume,
    first: remembered.year === year ? remembered.first : 1,
    next: told.last + 1,
    tally: remembered.year === year ? remembered.tally : noTally,
  });
};

/**
 * After a vault was copied back: counting goes on above the highest of vault, memory and paper. A desk that is remembered to have
 * given the book away does not get it back by an old copy.
 */
export const reconcile = (
  state: RegisterState | null,
  told: Told,
  context: { known: Known | null; desk: number; day: string; at: number },
): Result<CertificationEvent[]> => {
  const { known, desk } = context;
  if (state === null) return fail('registerUnopened');
  if (!isInDoubt(state, known, desk)) return fail('registerSound');
  const holding = known ? known.holding : told.holding;
  const found = holding ? holdingPlace(state, told, context) : succeed(awayPlace(state, known));
  if (!found.ok) return found;
  const place = found.value;
  // Where nothing is remembered every line made before now is refused.
  const serial = Math.max(state.serial, known ? known.serial : serialAt(context.at));
  const holder = holding ? desk : state.holder === desk ? null : state.holder;
  return succeed([
    {
      type: 'registerReconciled',
      v: 1,
      payload: { place, serial, holder, lost: lostBetween(state, place, known) },
    },
  ]);
};
