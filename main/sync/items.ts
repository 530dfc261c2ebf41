import type { WaitingItem, WaitingItems } from '../../shared/contract/sync.ts';
import { findSummary } from '../journal/projections.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { findAcknowledged } from './enrolment.ts';
import { listForeignFiles } from './files/foreign-files.ts';
import { findSeen } from './take-page.ts';
import { countAside, countWaiting, isAside, isFirst, isUnverified } from './waiting.ts';

/** Items of the page at once, of each kind. */
const mostItems = 100;
const mostForeign = 20;

interface ItemRow {
  [column: string]: string | number;
  kind: WaitingItem['kind'];
  id: string;
  dossier: string;
  count: number;
  since: number;
  reason: string;
}

const recordedAt = "CAST(coalesce(header ->> 'recordedAt', 0) AS INTEGER)";

const aside = `SELECT 'aside' AS kind, journal.id, subject AS dossier, 1 AS count, ${recordedAt} AS since, detail AS reason
  FROM seen JOIN journal USING (pos) WHERE ${isAside} ORDER BY pos DESC LIMIT ${mostItems}`;

const unverified = `SELECT 'unverified' AS kind, id, subject AS dossier, 1 AS count, ${recordedAt} AS since, '' AS reason
  FROM pulled WHERE ${isUnverified} ORDER BY position DESC LIMIT ${mostItems}`;

const rowsOf = (range: string): string =>
  `(SELECT count(*) FROM journal AS row WHERE row.subject = journal.subject AND row.pos ${range})`;

/** Each thing once, where its first row behind the feed stands: the walk ends as soon as the page is full. */
const waiting = `SELECT iif(unsent > 0, 'waiting', 'held') AS kind, '' AS id, dossier, iif(unsent > 0, unsent, sent) AS count, since, '' AS reason
  FROM (SELECT subject AS dossier, ${recordedAt} AS since, ${rowsOf('> ?')} AS unsent, ${rowsOf('BETWEEN ? AND ?')} AS sent
    FROM journal WHERE pos > ? AND ${isFirst} ORDER BY pos LIMIT ${mostItems})`;

/** What is on its way to the province or refused by it, what needs a hand first, then the oldest. */
export const listItems = (db: ReadableDatabase): WaitingItems => {
  const list = (sql: string, params: number[] = []): WaitingItem[] =>
    db
      .prepare(sql)
      .all<ItemRow>(params)
      .map(({ dossier, ...row }) => {
        const known = findSummary(db, dossier);
        return {
          ...row,
          dossier: known ? dossier : '',
          code: known?.code ?? '',
          ownerName: known?.ownerName ?? '',
        };
      });
  const seen = findSeen(db);
  const held = Math.max(seen, findAcknowledged(db));
  const items = [...list(aside), ...list(unverified), ...list(waiting, [held, seen + 1, held, seen, seen])];
  return {
    items,
    more: countAside(db) + countWaiting(db).things - items.length,
    foreign: listForeignFiles(db, mostForeign),
  };
};
