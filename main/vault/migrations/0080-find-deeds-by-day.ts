import type { Migration } from './migration.ts';

/** Rows the books of a period are made of: money, and what ended a dossier. The index holds these types alone. */
export const deedTypes = [
  'feeCollected',
  'transferMatched',
  'feeRefunded',
  'feeReceiptRecorded',
  'resultArrived',
  'resultReturned',
  'dossierWithdrawn',
  'processingStopped',
] as const;

/** When a row happened. A header that is no JSON has no time: it must not keep an index from being built. */
export const rowAt = "CASE WHEN json_valid(header) THEN json_extract(header, '$.at') END";

/** The condition as the index has it: a query must say it word for word to be answered by it. */
export const isDeed = `type IN (${deedTypes.map((type) => `'${type}'`).join(', ')})`;

/** An acceptance writes no page for it, and an act of other types none either. */
export const findDeedsByDay: Migration = {
  version: 80,
  name: 'find-deeds-by-day',
  up: (db) => {
    db.exec(`CREATE INDEX journal_deed ON journal (${rowAt}) WHERE ${isDeed}`);
  },
};
