import { useLiveRows, useWorkingSet } from '../../working-set.ts';
import { dayFromMain } from './day-from-main.ts';
import { dayView, FULL_WORKING_SET } from './day-view.ts';
import type { DayView } from './day-view.ts';
import { useTold } from './use-told.ts';

/**
 * The day, live: from the counter top while it holds every open dossier, else counted by main after each change. undefined until
 * it is known. `day` is the business day, `now` milliseconds since the epoch.
 */
export const useDayView = (day: string, now: number): DayView | undefined => {
  const state = useWorkingSet((set) => set.state);
  const rows = useLiveRows((dossiers) => dossiers.toArray(), []);
  const isWhole = state === 'ready' && rows !== undefined && rows.length < FULL_WORKING_SET;
  const isBeyond = state === 'failed' || (state === 'ready' && rows !== undefined && !isWhole);
  const { answer } = useTold(() => dayFromMain(day, now), 'delta', isBeyond);
  if (isWhole) return dayView(rows, day, now);
  return answer?.ok === true ? answer.value : undefined;
};
