import { readCheckpoint } from '../../shared/journal/report.ts';
import type { Checkpoint, JournalReport, RowFault } from '../../shared/journal/report.ts';
import { fromHex, toHex } from '../../shared/journal/row.ts';
import type { Bytes } from '../../shared/journal/row.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { transaction } from '../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { chainCrypto } from './chain-crypto.ts';
import { rowsToVerify } from './read.ts';

/** Checkpoints kept: one would do to go on from, the older ones say how far back the journal was once sound. */
const keptCheckpoints = 8;

/** What was found, and the checkpoint to keep: null when there is nothing new to vouch for. */
export interface Inspection {
  report: JournalReport;
  checkpoint: Checkpoint | null;
}

interface KeptCheckpoint {
  [column: string]: string | number | Bytes | null;
  pos: number;
  hash: Bytes;
  body: string;
  found: Bytes | null;
}

const sameHex = (a: Bytes | null, b: Bytes): boolean => a !== null && toHex(a) === toHex(b);

/** The newest checkpoint to go on from, and every one that vouched for a row that is gone or another by now. */
const readCheckpoints = (db: ReadableDatabase): { newest: Checkpoint | undefined; faults: RowFault[] } => {
  const kept = db
    .prepare(
      `SELECT kept.pos AS pos, kept.hash AS hash, kept.body AS body, row.hash AS found
       FROM checkpoint AS kept LEFT JOIN journal AS row ON row.pos = kept.pos ORDER BY kept.pos`,
    )
    .all<KeptCheckpoint>();
  const faults: RowFault[] = [];
  let newest: Checkpoint | undefined;
  for (const { pos, hash, body, found } of kept) {
    const read = readCheckpoint(body);
    if (read?.pos === pos && read.head.hash === toHex(hash) && sameHex(found, hash)) newest = read;
    else faults.push({ pos, code: 'checkpointWrong' });
  }
  return { newest, faults };
};

/**
 * Verifies the journal on any handle, writing nothing. 'checkpoint' goes on from the newest stored checkpoint; where there is
 * none, or one of them no longer fits, everything is verified and the report's mode says 'full'.
 */
export const inspectVault = (db: ReadableDatabase, mode: JournalReport['mode']): Inspection => {
  const { newest, faults } = readCheckpoints(db);
  const start = mode === 'checkpoint' && faults.length === 0 ? newest : undefined;
  const { report, checkpoint } = verifyJournal(
    rowsToVerify(db, start?.pos ?? 0),
    chainCrypto,
    start ?? emptyCheckpoint(),
  );
  const whole: JournalReport = {
    mode: start ? 'checkpoint' : 'full',
    ...report,
    faulty: report.faulty + faults.length,
    faults: [...faults, ...report.faults],
  };
  const isNew = whole.faulty === 0 && checkpoint.pos > (newest?.pos ?? 0);
  return { report: whole, checkpoint: isNew ? checkpoint : null };
};

/** Remembers how far the journal was found sound; its own small transaction. */
export const keepCheckpoint = (db: WritableDatabase, checkpoint: Checkpoint, now: number): void =>
  transaction(db, () => {
    db.prepare('INSERT OR REPLACE INTO checkpoint (pos, hash, verified_at, body) VALUES (?, ?, ?, ?)').run([
      checkpoint.pos,
      fromHex(checkpoint.head.hash),
      now,
      JSON.stringify(checkpoint),
    ]);
    db.prepare(
      'DELETE FROM checkpoint WHERE pos NOT IN (SELECT pos FROM checkpoint ORDER BY pos DESC LIMIT ?)',
    ).run([keptCheckpoints]);
  });

/** Verifies where the caller stands, blocking, and keeps a checkpoint when no fault was found. The counter uses `verifyInWorker`. */
export const verifyVault = (
  db: WritableDatabase,
  mode: JournalReport['mode'],
  now: number,
): JournalReport => {
  const { report, checkpoint } = inspectVault(db, mode);
  if (checkpoint) keepCheckpoint(db, checkpoint, now);
  return report;
};
