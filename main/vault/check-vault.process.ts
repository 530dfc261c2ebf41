// A worker thread: looks through the vault off the main thread and answers once. Started by check-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { listStrayFiles } from './attachments.ts';
import type { VaultCheck } from './check-worker.ts';
import { openForReading, pragmaNumber } from './database.ts';
import { findStorageFault } from './faults.ts';
import { vaultPaths } from './folder.ts';
import { checkFully, checkQuickly } from './integrity.ts';
import { answering } from './worker.ts';

const taskShape = z.object({
  folder: z.string(),
  databaseKey: z.instanceof(Uint8Array),
  full: z.boolean(),
  now: z.number(),
});

/** A file put down and not yet named by a saved page is no stray for a week. */
const graceMs = 7 * 24 * 60 * 60_000;

/** Hashes named by a dossier or by a page still being filled. */
const knownHashes = (names: readonly { hash: string }[], drafts: readonly { body: string }[]): string[] => [
  ...names.map(({ hash }) => hash),
  ...drafts.flatMap(({ body }) => body.match(/[0-9a-f]{64}/g) ?? []),
];

type Seen = Omit<VaultCheck, 'full' | 'took'>;
const unread = { sound: false, brokenPages: 0, findings: 1, pages: 0, strayFiles: 0, strayBytes: 0 };

const look = ({ folder, databaseKey, now }: z.infer<typeof taskShape>): Seen => {
  const db = openForReading(vaultPaths(folder).database, databaseKey);
  try {
    checkQuickly(db);
    const known = knownHashes(
      db.prepare('SELECT DISTINCT hash FROM attachment').all<{ hash: string }>(),
      db.prepare('SELECT body FROM draft').all<{ body: string }>(),
    );
    const strays = listStrayFiles(folder, databaseKey, known, { now, graceMs });
    return {
      sound: true,
      brokenPages: 0,
      findings: 0,
      pages: pragmaNumber(db, 'page_count'),
      strayFiles: strays.length,
      strayBytes: strays.reduce((sum, { size }) => sum + size, 0),
    };
  } finally {
    db.close();
  }
};

/** Damage is what was asked about: an answer. */
const unlessDamaged = (seen: () => Seen): Seen => {
  try {
    return seen();
  } catch (error) {
    if (findStorageFault(error)?.code === 'vaultDamaged') return unread;
    throw error;
  }
};

const check = (): VaultCheck => {
  const started = performance.now();
  const task = taskShape.parse(workerData);
  const { folder, databaseKey, full } = task;
  try {
    const seen = unlessDamaged(() => look(task));
    const pages = unlessDamaged(() => {
      if (!full || !seen.sound) return seen;
      const report = checkFully(vaultPaths(folder).database, databaseKey, () =>
        parentPort?.postMessage({ progress: 'structure' }),
      );
      const { sound, brokenPages, findings } = report;
      return { ...seen, sound, brokenPages: brokenPages.length, findings: findings.length };
    });
    return { ...pages, full, took: Math.round(performance.now() - started) };
  } finally {
    databaseKey.fill(0);
  }
};

parentPort?.postMessage(answering(check));
