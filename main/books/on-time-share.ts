import type { OnTimeShare } from '../../shared/contract.ts';
import { columnsOf } from '../../shared/books/kinds.ts';
import { periodAround } from '../../shared/books/period.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { dayOf, getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { edgesNow } from '../lookup/day-edges.ts';
import { vaultPaths } from '../vault/folder.ts';
import { openBookInWorker } from './book-worker.ts';

type BookTask = Parameters<typeof openBookInWorker>[0];

/** A figure to steer by: the book itself (F6) is read anew each time. */
const keptMs = 10 * 60_000;

const sharePlace = columnsOf.onTime.findIndex(({ key }) => key === 'share');

/** Of what was done in the period the part done in time, by the on-time book's own last line. Throws the storage faults of reading. */
export const readShare = async (
  task: Omit<BookTask, 'kind'>,
  script?: Parameters<typeof openBookInWorker>[1],
): Promise<OnTimeShare> => {
  const book = await openBookInWorker({ ...task, kind: 'onTime' }, script);
  try {
    const share = (await book.totals('vi'))?.[sharePlace];
    return { share: typeof share === 'number' ? share : null };
  } finally {
    book.end();
  }
};

interface Kept {
  day: string;
  at: number;
  share: Promise<OnTimeShare>;
}
const kept = new WeakMap<Cabinet, Kept>();

/** This month's share for the first screen, read off the counter's thread and not again for ten minutes. */
export const onTimeShare = async (desk: Desk): Promise<Result<OnTimeShare>> => {
  const cabinet = getCabinet(desk);
  const { day } = dayOf(desk, cabinet);
  const { now } = edgesNow(cabinet, desk.clock.now());
  const known = kept.get(cabinet);
  if (known?.day === day && now - known.at < keptMs) return succeed(await known.share);
  const share = readShare({
    file: vaultPaths(desk.places.data).database,
    databaseKey: cabinet.databaseKey,
    period: periodAround('month', day),
    now,
  });
  kept.set(cabinet, { day, at: now, share });
  try {
    return succeed(await share);
  } catch (error) {
    kept.delete(cabinet);
    throw error;
  }
};
