import type { ComponentFrozen } from '../events.ts';
import type { HeldOriginal } from '../state.ts';
import type { OriginalBack } from './events.ts';

/** Originals the office keeps (giữ bản chính) and must hand back, in the order they came. */
export const heldIn = (components: readonly ComponentFrozen[]): HeldOriginal[] =>
  components
    .filter(({ held }) => held)
    .map(({ name, originals }) => ({ name, count: originals, backAt: null }));

/** Positions of originals still in the office. */
export const stillHeld = (originals: readonly HeldOriginal[]): number[] =>
  originals.flatMap(({ backAt }, position) => (backAt === null ? [position] : []));

export const handBack = (
  originals: readonly HeldOriginal[],
  back: readonly OriginalBack[],
  at: number,
): HeldOriginal[] =>
  originals.map((one, place) =>
    one.backAt === null && back.some(({ position }) => position === place) ? { ...one, backAt: at } : one,
  );
