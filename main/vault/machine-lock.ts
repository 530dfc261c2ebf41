import { rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { Database } from '@signalapp/sqlcipher';
import * as z from 'zod';
import { readIfThere } from './durable-file.ts';
import { VaultFault, errorCode, withStorageFaults } from './faults.ts';
import { makePrivateFolder, vaultPaths } from './folder.ts';

export interface MachineLock {
  readonly release: () => void;
}

const holderShape = z.object({ pid: z.number(), since: z.number(), host: z.string() });

/** Who says he holds the lock: for the message only, the lock itself is the operating system's. */
const readHolder = (file: string): { pid: number; since: number; host: string } => {
  const nobody = { pid: 0, since: 0, host: '' };
  try {
    const holder = holderShape.safeParse(JSON.parse(readIfThere(file)?.toString('utf8') ?? '{}'));
    return holder.success ? holder.data : nobody;
  } catch {
    return nobody;
  }
};

const openLock = (file: string): Database => {
  const db = new Database(file);
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const openLockAnew = (file: string): Database => {
  try {
    return openLock(file);
  } catch (error) {
    if (errorCode(error) !== 'SQLITE_NOTADB') throw error;
    // The lock file holds nothing: garbage in it has no owner and nothing to lose.
    rmSync(file, { force: true });
    return openLock(file);
  }
};

/** Keeps every held lock reachable: a collected handle would be a released lock. */
const held = new Set<Database>();

/**
 * Takes the data folder for this process. The lock is SQLite's exclusive lock on a small file of its own: the system drops it
 * however the process ends. Throws vaultInUse {pid, since, host; 0 and '' when unknown}.
 * Nothing else may open that file: on POSIX closing any other handle on it in this process would drop the lock.
 */
export const takeMachineLock = (folder: string, now: number = Date.now()): MachineLock => {
  makePrivateFolder(folder);
  const { lock, lockHolder } = vaultPaths(folder);
  const db = withStorageFaults(() => {
    try {
      return openLockAnew(lock);
    } catch (error) {
      if (errorCode(error) === 'SQLITE_BUSY')
        throw new VaultFault('vaultInUse', readHolder(lockHolder), error);
      throw error;
    }
  }, folder);
  held.add(db);
  try {
    writeFileSync(lockHolder, JSON.stringify({ pid: process.pid, since: now, host: hostname() }), {
      mode: 0o600,
    });
  } catch {
    // A full disk must not keep the counter shut: the lock holds without its label.
  }
  return {
    release: () => {
      if (!held.delete(db)) return;
      rmSync(lockHolder, { force: true });
      db.close();
    },
  };
};
