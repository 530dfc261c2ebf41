import type { LobbyClerk } from '../../../shared/contract.ts';
import { fold } from '../../../shared/text/fold.ts';

/** The index a vertical arrow goes to; stays at the ends. */
export const stepClerk = (index: number, count: number, key: string): number => {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : index;
};

/** The first clerk, from `after` on and round, one of whose names (or the user name) begins with what was typed; -1: none. */
export const findClerk = (clerks: readonly LobbyClerk[], typed: string, after: number): number => {
  const wanted = fold(typed);
  if (wanted === '') return -1;
  const fits = ({ name, username }: LobbyClerk) =>
    [fold(name), ...fold(name).split(' '), fold(username)].some((part) => part.startsWith(wanted));
  const order = clerks.map((_, place) => (after + place) % clerks.length);
  return (
    order.find((index) => fits(clerks[index] ?? { slotId: '', name: '', username: '', waitUntil: 0 })) ?? -1
  );
};
