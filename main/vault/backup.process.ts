// A worker thread: makes one backup off the main thread and answers once. Started by backup-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { rowsAfter } from '../journal/read.ts';
import type { ChainCrypto, JournalRow } from '../../shared/journal/row.ts';
import { toHex } from '../../shared/journal/row.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { backUp } from './backup.ts';
import type { BackupDone, VerifiedHead } from './backup.ts';
import type { ReadableDatabase } from './database.ts';
import { answering } from './worker.ts';

const planShape = z.object({
  folder: z.string(),
  databaseKey: z.instanceof(Uint8Array),
  destination: z.string(),
  now: z.number(),
  keep: z.number().optional(),
});

const holds = (db: ReadableDatabase, { pos, hash }: VerifiedHead): boolean => {
  const found = db.prepare('SELECT hash FROM journal WHERE pos = ?').get([pos])?.['hash'];
  return found instanceof Uint8Array && toHex(found) === hash;
};

/**
 * Faults in the copy's chain. Every hash is computed again; signatures only of rows newer than what an earlier backup proved, since the same
 * hash at the same place means the same rows below it.
 */
const countChainFaults = (db: ReadableDatabase, verified: VerifiedHead | undefined): number => {
  const proved = verified !== undefined && holds(db, verified) ? verified.pos : 0;
  let at = 0;
  function* rows(): Generator<JournalRow> {
    for (const row of rowsAfter(db, 0)) {
      at = row.pos;
      yield row;
    }
  }
  const crypto: ChainCrypto = {
    sha256: (parts) => chainCrypto.sha256(parts),
    verify: (key, message, signature) => at <= proved || chainCrypto.verify(key, message, signature),
  };
  return verifyJournal(rows(), crypto, emptyCheckpoint()).report.faulty;
};

const make = (): BackupDone => {
  const { keep, ...plan } = planShape.parse(workerData);
  try {
    return backUp({ ...plan, ...(keep === undefined ? {} : { keep }), countFaults: countChainFaults });
  } finally {
    plan.databaseKey.fill(0);
  }
};

parentPort?.postMessage(answering(make));
