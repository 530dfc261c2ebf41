import type { DossierRow, InputOf } from '../../shared/contract.ts';
import { addDays, instantOf, isLocalDate } from '../../shared/calendar/vietnam-time.ts';
import { marks } from '../../shared/dossier/marks.ts';
import type { Mark } from '../../shared/dossier/marks.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { DayEdges } from './day-edges.ts';
import { markedWith } from './marked.ts';
import { summariesOf } from './working-set.ts';

export type ListFilter = InputOf<'dossier.list'>['filter'];

interface Conditions {
  where: string[];
  params: (string | number)[];
  order: string;
}

const newestFirst = 'dossier.received_at DESC, dossier.rowid DESC';
/**
 * The same, sorted (`+`) and never walked along the days: of a list with nothing in it that walk reads every dossier there is, half a
 * second of a hundred thousand. The index of the marks has all that is sorted by.
 */
const newestMarked = '+dossier.received_at DESC, dossier.rowid DESC';
/** What has waited longest, or is due soonest. */
const soonestFirst = 'dossier.marked_at, dossier.rowid';

/** Lists that are worked off from the top; of the others the newest are looked for. */
const queues: ReadonlySet<Mark> = new Set([
  'counter',
  'officer',
  'toSign',
  'toIssue',
  'papers',
  'untold',
  'told',
]);

const withMark = (mark: Mark): Conditions => ({
  where: [markedWith(marks[mark])],
  params: [],
  order: queues.has(mark) ? soonestFirst : newestMarked,
});

/** Of dossiers whose promise runs; `due_at` is null for every other. */
const dueBetween = (from: number | null, to: number): Conditions => ({
  where: ['open = 1', ...(from === null ? [] : ['due_at >= ?']), 'due_at < ?'],
  params: [...(from === null ? [] : [from]), to],
  order: 'dossier.due_at, dossier.rowid',
});

/** Each list on an index that holds all it asks. */
const conditionsOf = (status: ListFilter['status'], { now, tomorrow, near }: DayEdges): Conditions => {
  switch (status) {
    case 'all':
      return { where: [], params: [], order: newestFirst };
    case 'accepted':
    case 'guided':
    case 'refused':
      return { where: ['status = ?'], params: [status], order: newestFirst };
    case 'late':
      return dueBetween(null, now);
    case 'dueToday':
      return dueBetween(now, tomorrow);
    case 'dueSoon':
      return dueBetween(now, near);
    default:
      return withMark(status);
  }
};

const narrowed = (
  { procedure, receivedFrom, receivedTo }: ListFilter,
  { where, params, order }: Conditions,
): Conditions => {
  const more: [string, string | number][] = [
    ...(procedure === '' ? [] : [['procedure = ?', procedure] as [string, string]]),
    ...(isLocalDate(receivedFrom)
      ? [['received_at >= ?', instantOf(receivedFrom, 0)] as [string, number]]
      : []),
    ...(isLocalDate(receivedTo)
      ? [['received_at < ?', instantOf(addDays(receivedTo, 1), 0)] as [string, number]]
      : []),
  ];
  return {
    where: [...where, ...more.map(([condition]) => condition)],
    params: [...params, ...more.map(([, value]) => value)],
    order,
  };
};

/** How many there are, and one page of them: `params`, then limit and offset. Only the page's own rows are read from the table. */
export const listQueries = (
  filter: ListFilter,
  edges: DayEdges,
): { count: string; page: string; ids: string; params: (string | number)[] } => {
  const { where, params, order } = narrowed(filter, conditionsOf(filter.status, edges));
  const clause = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  // CROSS JOIN: first the page is found on the index, then its rows are fetched, whatever statistics say.
  const paged = (column: string): string => `SELECT dossier.${column} FROM
      (SELECT rowid AS at FROM dossier ${clause} ORDER BY ${order} LIMIT ? OFFSET ?) AS page
      CROSS JOIN dossier ON dossier.rowid = page.at ORDER BY ${order}`;
  return {
    count: `SELECT count(*) AS n FROM dossier ${clause}`,
    page: paged('summary'),
    ids: paged('id'),
    params,
  };
};

export const countListed = (db: ReadableDatabase, filter: ListFilter, edges: DayEdges): number => {
  const { count, params } = listQueries(filter, edges);
  return db.prepare(count).get<{ n: number }>(params)?.n ?? 0;
};

/** One page of the list. */
export const listPage = (
  db: ReadableDatabase,
  { filter, offset, limit }: InputOf<'dossier.list'>,
  edges: DayEdges,
): DossierRow[] => {
  const { page, params } = listQueries(filter, edges);
  return summariesOf(db, page, [...params, limit, offset]);
};

/** A page of the list and how many there are in all. */
export const listDossiers = (
  db: ReadableDatabase,
  asked: InputOf<'dossier.list'>,
  edges: DayEdges,
): { rows: DossierRow[]; total: number } => ({
  rows: listPage(db, asked, edges),
  total: countListed(db, asked.filter, edges),
});

/** The ids of a whole list, in its order, up to `limit`: what Ctrl+A marks. */
export const listIds = (
  db: ReadableDatabase,
  filter: ListFilter,
  limit: number,
  edges: DayEdges,
): { ids: string[]; total: number } => {
  const { ids, params } = listQueries(filter, edges);
  return {
    ids: db
      .prepare(ids)
      .all<{ id: string }>([...params, limit, 0])
      .map(({ id }) => id),
    total: countListed(db, filter, edges),
  };
};
