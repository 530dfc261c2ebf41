import type { DossierRow, InputOf } from '../../shared/contract.ts';
import { addDays, instantOf, isLocalDate } from '../../shared/calendar/vietnam-time.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { summariesOf } from './working-set.ts';

type Filter = InputOf<'dossier.list'>['filter'];

/** Due within so many days counts as near. */
const nearDays = 1;

/** Each filter on an index that holds all it asks: `received_at`, `due_at` of open dossiers, or unprinted ones. */
const conditionsOf = (
  filter: Filter,
  now: number,
  today: string,
): { where: string[]; params: (string | number)[]; order: string } => {
  const where: string[] = [];
  const params: (string | number)[] = [];
  let order = 'dossier.received_at DESC, dossier.rowid DESC';
  switch (filter.status) {
    case 'all':
      break;
    case 'accepted':
    case 'guided':
    case 'refused':
      where.push('status = ?');
      params.push(filter.status);
      break;
    case 'unprinted':
      where.push('printed = 0', 'open = 1');
      break;
    case 'late':
      where.push('open = 1', 'due_at < ?');
      params.push(now);
      order = 'dossier.due_at, dossier.rowid';
      break;
    case 'dueSoon':
      where.push('open = 1', 'due_at >= ?', 'due_at < ?');
      params.push(now, instantOf(addDays(today, nearDays + 1), 0));
      order = 'dossier.due_at, dossier.rowid';
      break;
  }
  if (filter.procedure !== '') {
    where.push('procedure = ?');
    params.push(filter.procedure);
  }
  if (isLocalDate(filter.receivedFrom)) {
    where.push('received_at >= ?');
    params.push(instantOf(filter.receivedFrom, 0));
  }
  if (isLocalDate(filter.receivedTo)) {
    where.push('received_at < ?');
    params.push(instantOf(addDays(filter.receivedTo, 1), 0));
  }
  return { where, params, order };
};

/** How many there are, and one page of them: `params`, then limit and offset. Only the page's own rows are read from the table. */
export const listQueries = (
  filter: Filter,
  now: number,
  today: string,
): { count: string; page: string; params: (string | number)[] } => {
  const { where, params, order } = conditionsOf(filter, now, today);
  const clause = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  return {
    count: `SELECT count(*) AS n FROM dossier ${clause}`,
    // CROSS JOIN: first the page is found on the index, then its rows are fetched, whatever statistics say.
    page: `SELECT dossier.summary FROM
      (SELECT rowid AS at FROM dossier ${clause} ORDER BY ${order} LIMIT ? OFFSET ?) AS page
      CROSS JOIN dossier ON dossier.rowid = page.at ORDER BY ${order}`,
    params,
  };
};

/** A page of the list and how many there are in all. */
export const listDossiers = (
  db: ReadableDatabase,
  { filter, offset, limit }: InputOf<'dossier.list'>,
  now: number,
  today: string,
): { rows: DossierRow[]; total: number } => {
  const { count, page, params } = listQueries(filter, now, today);
  const total = db.prepare(count).get<{ n: number }>(params)?.n ?? 0;
  return { rows: summariesOf(db, page, [...params, limit, offset]), total };
};
