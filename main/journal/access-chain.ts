import { createHash } from 'node:crypto';
import type { ReadableDatabase } from '../vault/database.ts';
import { toHex } from '../../shared/journal/row.ts';

/** One line of the access log, as its hash covers it. */
export interface AccessEntry {
  at: number;
  clerk: string;
  action: string;
  subject: string;
  detail: string;
}

/** SHA-256 over the hash before (32 zero bytes for the first) and the entry as a JSON array. */
export const accessHash = (
  previous: Uint8Array | undefined,
  { at, clerk, action, subject, detail }: AccessEntry,
): Buffer<ArrayBuffer> =>
  createHash('sha256')
    .update(previous ?? Buffer.alloc(32))
    .update(JSON.stringify([at, clerk, action, subject, detail]))
    .digest();

export interface AccessReport {
  entries: number;
  /** Positions whose entry, or the one before it, is not what was written: the first hundred. */
  broken: number[];
}

type Stored = AccessEntry & {
  [column: string]: string | number | Uint8Array<ArrayBuffer>;
  pos: number;
  hash: Uint8Array<ArrayBuffer>;
};

/** Follows the access log's own chain. It is not signed: it shows a slip or a clumsy hand, not an insider with the open vault. */
export const verifyAccessLog = (db: ReadableDatabase): AccessReport => {
  const select = db.prepare('SELECT * FROM access_log WHERE pos > ? ORDER BY pos LIMIT 1000');
  const report: AccessReport = { entries: 0, broken: [] };
  let pos = 0;
  let previous: Uint8Array | undefined;
  for (;;) {
    const page = select.all<Stored>([pos]);
    for (const entry of page) {
      const isNext = entry.pos === pos + 1;
      if (
        (!isNext || toHex(entry.hash) !== accessHash(previous, entry).toString('hex')) &&
        report.broken.length < 100
      )
        report.broken.push(entry.pos);
      report.entries += 1;
      pos = entry.pos;
      previous = entry.hash;
    }
    if (page.length === 0) return report;
  }
};
