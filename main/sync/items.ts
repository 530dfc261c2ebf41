import type { WaitingItem, WaitingItems } from '../../shared/contract/sync.ts';
import { findSummary } from '../journal/projections.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { findAcknowledged } from './enrolment.ts';
import { listForeignFiles } from './files/foreign-files.ts';
import { findSeen } from './take-page.ts';

/** Items of the page at once, of each kind. */
const mostItems = 100;
const mostForeign = 20;

interface ItemRow {
  id: string;
  dossier: string;
  count: number;
  since: number;
  reason: string;
}

const recordedAt = "CAST(coalesce(header ->> 'recordedAt', 0) AS INTEGER)";

const isOpen = (id: string): string => `NOT EXISTS (SELECT 1 FROM settled WHERE settled.id = ${id})`;

/** Everything on its way to the province or refused by it, what needs a hand first, then the oldest. */
export const listItems = (db: ReadableDatabase): WaitingItems => {
  let more = 0;
  const list = (kind: WaitingItem['kind'], sql: string, params: number[] = []): WaitingItem[] => {
    const rows = db.prepare(sql).all<ItemRow & Record<string, string | number>>(params);
    more += Math.max(0, rows.length - mostItems);
    return rows.slice(0, mostItems).map(({ dossier, ...row }) => {
      const known = findSummary(db, dossier);
      return {
        kind,
        ...row,
        dossier: known ? dossier : '',
        code: known?.code ?? '',
        ownerName: known?.ownerName ?? '',
      };
    });
  };
  const waiting = (kind: 'waiting' | 'held', from: number, to: number): WaitingItem[] =>
    list(
      kind,
      `SELECT '' AS id, subject AS dossier, count(*) AS count, min(${recordedAt}) AS since, '' AS reason
       FROM journal WHERE pos > ? AND pos <= ? GROUP BY subject ORDER BY min(pos)`,
      [from, to],
    );
  const seen = findSeen(db);
  const held = Math.max(seen, findAcknowledged(db));
  const items = [
    ...list(
      'aside',
      `SELECT journal.id, subject AS dossier, 1 AS count, ${recordedAt} AS since, detail AS reason
       FROM seen JOIN journal USING (pos) WHERE verdict = 'quarantined' AND ${isOpen('journal.id')} ORDER BY pos DESC`,
    ),
    ...list(
      'unverified',
      `SELECT id, subject AS dossier, 1 AS count, ${recordedAt} AS since, '' AS reason
       FROM pulled WHERE verdict = 'unverified' AND ${isOpen('pulled.id')} ORDER BY position DESC`,
    ),
    ...waiting('waiting', held, Number.MAX_SAFE_INTEGER),
    ...waiting('held', seen, held),
  ];
  return { items, more, foreign: listForeignFiles(db, mostForeign) };
};
