import type { InputOf } from '../../../shared/contract.ts';
import { succeed } from '../../../shared/faults.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { isDueOn, LIST_ROWS } from './day-view.ts';
import type { DayView } from './day-view.ts';

type Filter = InputOf<'dossier.list'>['filter'];

/** Most that fall due on two days; main sends no more at once. */
const SOON_ROWS = 500;

const listOf = (filter: Partial<Filter>, limit: number) =>
  ask('dossier.list', {
    filter: { status: 'all', procedure: '', receivedFrom: '', receivedTo: '', ...filter },
    offset: 0,
    limit,
  });

/** The day counted by main over everything it keeps: for offices with more open dossiers than the counter top holds. */
export const dayFromMain = async (day: string, now: number): Promise<Result<DayView>> => {
  const today = { receivedFrom: day, receivedTo: day };
  const [received, recent, unprinted, soon, late] = await Promise.all([
    listOf({ status: 'accepted', ...today }, 1),
    listOf(today, LIST_ROWS),
    listOf({ status: 'unprinted' }, 1),
    listOf({ status: 'dueSoon' }, SOON_ROWS),
    listOf({ status: 'late' }, 1),
  ]);
  if (!received.ok) return received;
  if (!recent.ok) return recent;
  if (!unprinted.ok) return unprinted;
  if (!soon.ok) return soon;
  if (!late.ok) return late;
  return succeed({
    received: received.value.total,
    unprinted: unprinted.value.total,
    dueToday: soon.value.rows.filter(({ dueAt }) => isDueOn(dueAt, now)).length,
    late: late.value.total,
    next: soon.value.rows.slice(0, LIST_ROWS),
    recent: recent.value.rows,
  });
};
