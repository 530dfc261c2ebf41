import type { ReadableDatabase } from '../../vault/database.ts';

/** An attachment of this vault the hub has not vouched for yet. */
export interface WaitingFile {
  hash: string;
  size: number;
}

const waits = 'NOT EXISTS (SELECT 1 FROM file_receipt WHERE file_receipt.hash = attachment.hash)';

/** The smallest first: a long scan never stands before many short ones. */
export const waitingFiles = (db: ReadableDatabase, most: number): WaitingFile[] =>
  db
    .prepare(
      `SELECT hash, max(size) AS size FROM attachment WHERE ${waits} GROUP BY hash ORDER BY size LIMIT ?`,
    )
    .all<WaitingFile & Record<string, string | number>>([most]);

export const countWaitingFiles = (db: ReadableDatabase): number =>
  db.prepare(`SELECT count(DISTINCT hash) AS n FROM attachment WHERE ${waits}`).get<{ n: number }>([])?.n ??
  0;
