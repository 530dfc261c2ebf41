import { closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { syncFolder } from './durable-file.ts';
import { VaultFault, errorCode, findStorageFault, withStorageFaults } from './faults.ts';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** A handle that may only look: SQLite itself refuses a write on it unless it is also a WritableDatabase. */
export type ReadableDatabase = Pick<Database, 'prepare' | 'pragma' | 'close'> & { readonly [reads]: true };
/** The one handle that writes, proved durable when it was opened: WAL, synchronous FULL, foreign keys. */
export type WritableDatabase = ReadableDatabase & Pick<Database, 'exec'> & { readonly [writes]: true };

export const DATABASE_KEY_BYTES = 32;

/** SQLCipher 4's own defaults, in bytes and names: asserted, never set, so that any SQLCipher 4 tool opens the file with the key alone. */
const cipherDefaults: Readonly<Record<string, string>> = {
  cipher_page_size: '4096',
  cipher_use_hmac: '1',
  cipher_plaintext_header_size: '0',
  cipher_hmac_algorithm: 'HMAC_SHA512',
};

/** KiB of page cache. 16 MB holds the hot tree of 100,000 dossiers and leaves a 4 GB PC alone; readers are short-lived. */
const cacheKib = { write: 16_000, read: 8_000 };
/** Pages of log (32 MB) before a commit has to do the checkpoint's work itself; `checkpoint` in idle moments keeps it from coming to that. */
const autocheckpointPages = 8_192;
const logLimitBytes = 64 * 1024 * 1024;
const busyTimeoutMs = 5_000;

const assertPragma = (db: Database, name: string, expected: string | number): void => {
  const value = db.pragma(name, { simple: true });
  if (String(value) !== String(expected))
    throw new Error(`vault: PRAGMA ${name} is ${String(value)}, wanted ${expected}`);
};

function assertWrites(db: Database): asserts db is Database & WritableDatabase {
  assertPragma(db, 'journal_mode', 'wal');
  assertPragma(db, 'synchronous', 2);
  assertPragma(db, 'foreign_keys', 1);
  assertPragma(db, 'cell_size_check', 1);
  assertPragma(db, 'query_only', 0);
}

function assertReads(db: Database): asserts db is Database & ReadableDatabase {
  assertPragma(db, 'query_only', 1);
}

/** Opens the file with the key and proves that the key fits by reading the first page. */
const openKeyed = (file: string, key: Uint8Array): Database => {
  if (key.length !== DATABASE_KEY_BYTES) throw new Error('vault: the database key is 32 bytes');
  const db = new Database(file, { cacheStatements: true });
  try {
    // Its own log goes to stderr and would name files; faults are typed here instead.
    db.pragma('cipher_log_level = NONE');
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    db.pragma(`busy_timeout = ${busyTimeoutMs}`);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    for (const [name, expected] of Object.entries(cipherDefaults)) assertPragma(db, name, expected);
    db.pragma('foreign_keys = ON');
    db.pragma('cell_size_check = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const prepareToWrite = (db: Database): WritableDatabase => {
  db.pragma('journal_mode = WAL');
  // SQLCipher's build opens an existing WAL file with synchronous NORMAL: commits would not survive a power cut. Only after WAL.
  db.pragma('synchronous = FULL');
  db.pragma(`wal_autocheckpoint = ${autocheckpointPages}`);
  db.pragma(`journal_size_limit = ${logLimitBytes}`);
  db.pragma(`cache_size = -${cacheKib.write}`);
  assertWrites(db);
  return db;
};

const closingOnFailure = <T>(db: Database, fn: () => T): T => {
  try {
    return fn();
  } catch (error) {
    db.close();
    throw error;
  }
};

/** SQLite would quietly start a new, empty database where the file is missing or empty: here that is a fault. */
const requireFile = (file: string): void => {
  let size = 0;
  try {
    size = statSync(file).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new VaultFault('vaultDamaged', { what: 'missing' }, error);
    throw error;
  }
  if (size === 0) throw new VaultFault('vaultDamaged', { what: 'empty' });
};

/** Makes a new encrypted database (0600). `key` is 32 raw bytes. Throws `vaultExists` when a file is already there. */
export const createDatabase = (file: string, key: Uint8Array): WritableDatabase =>
  withStorageFaults(() => {
    try {
      // SQLite gives the log files the mode of the database.
      closeSync(openSync(file, 'wx', 0o600));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw new VaultFault('vaultExists', {}, error);
      throw error;
    }
    const db = openKeyed(file, key);
    const writable = closingOnFailure(db, () => prepareToWrite(db));
    syncFolder(dirname(file));
    return writable;
  }, dirname(file));

/**
 * Opens the vault's database for the one writer, durable at every opening (asserted). `key` is 32 raw bytes.
 * Throws vaultDamaged {what: missing, empty, unreadable (wrong key, or not a database), damaged, unopenable}, diskFull, busy …
 */
export const openDatabase = (file: string, key: Uint8Array): WritableDatabase =>
  withStorageFaults(() => {
    requireFile(file);
    const db = openKeyed(file, key);
    return closingOnFailure(db, () => prepareToWrite(db));
  }, dirname(file));

/** Opens a second handle for workers: it sees what is committed, and SQLite refuses it every write. */
export const openForReading = (file: string, key: Uint8Array): ReadableDatabase =>
  withStorageFaults(() => {
    requireFile(file);
    const db = openKeyed(file, key);
    return closingOnFailure(db, () => {
      db.pragma(`cache_size = -${cacheKib.read}`);
      db.pragma('query_only = ON');
      assertReads(db);
      return db;
    });
  }, dirname(file));

/**
 * All of `fn` or none of it, durable when this returns. `fn` is synchronous, must not nest another transaction, and what it throws comes
 * out after the rollback: storage trouble as a VaultFault, anything else unchanged.
 */
export const transaction = <T>(db: WritableDatabase, fn: () => T): T => {
  withStorageFaults(() => db.prepare('BEGIN IMMEDIATE').run());
  try {
    const result = fn();
    if (result instanceof Promise) throw new Error('vault: a transaction cannot wait');
    db.prepare('COMMIT').run();
    return result;
  } catch (error) {
    try {
      db.prepare('ROLLBACK').run();
    } catch (rollbackError) {
      // A full disk has already rolled back by itself; any other refusal leaves the handle unusable.
      if (errorCode(rollbackError) !== 'SQLITE_ERROR') throw findStorageFault(rollbackError) ?? rollbackError;
    }
    throw findStorageFault(error) ?? error;
  }
};

/**
 * As `transaction`, for what can be made again from rows that are durable already, or is told again by who told it: its commit is in the
 * log, and on the disk with the next one that waits for it.
 */
export const lightTransaction = <T>(db: WritableDatabase, fn: () => T): T => {
  db.pragma('synchronous = NORMAL');
  try {
    return transaction(db, fn);
  } finally {
    db.pragma('synchronous = FULL');
  }
};

export interface CheckpointReport {
  /** Pages in the log, and how many of them are in the database file now. */
  readonly logged: number;
  readonly moved: number;
  /** True when a reader stood in the way: try again later. */
  readonly held: boolean;
}

/** Moves the log into the database file. Run it when the counter is idle, so that no commit ever has to. */
export const checkpoint = (db: WritableDatabase): CheckpointReport =>
  withStorageFaults(() => {
    const row = db.pragma('wal_checkpoint(PASSIVE)')[0] ?? {};
    const logged = Number(row['log'] ?? 0);
    const moved = Number(row['checkpointed'] ?? 0);
    return { logged, moved, held: moved < logged };
  });

/** Statistics of a vault with less than that (4 MB) would have SQLite read whole tables through on the day they fill. */
const pagesWorthCounting = 1_000;

/** Closes the writer: statistics refreshed, log emptied into the file. Never throws for want of disk: the log then stays, whole. */
export const closeDatabase = (db: WritableDatabase): void => {
  try {
    if (pragmaNumber(db, 'page_count') >= pagesWorthCounting) db.pragma('optimize');
  } catch (error) {
    if (findStorageFault(error) === undefined) throw error;
  } finally {
    db.close();
  }
};

/** A PRAGMA's single number, for example `user_version`. */
export const pragmaNumber = (db: ReadableDatabase, name: string): number => {
  const value = Number(db.pragma(name, { simple: true }));
  if (!Number.isFinite(value)) throw new Error(`vault: PRAGMA ${name} is no number`);
  return value;
};
