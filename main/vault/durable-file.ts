import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, findStorageFault } from './faults.ts';

const temporarySuffix = '.writing';
const busyCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const retryDelaysMs = [5, 20, 60, 150, 400, 800];

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** On Windows a virus scanner may hold a fresh file for a moment: try again for about 1.4 s before giving up. */
export const retryWhileScanned = <T>(fn: () => T): T => {
  for (const delay of process.platform === 'win32' ? retryDelaysMs : []) {
    try {
      return fn();
    } catch (error) {
      if (!busyCodes.has(errorCode(error))) throw error;
      pause(delay);
    }
  }
  return fn();
};

/** Makes names created, renamed or removed in `folder` survive a power cut. Windows has no such call: NTFS journals names itself. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const writeAll = (handle: number, bytes: Uint8Array): void => {
  let done = 0;
  while (done < bytes.length) done += writeSync(handle, bytes, done, bytes.length - done);
};

/**
 * Replaces `path` with `bytes` so that, whenever the power goes, a reader finds the old content or the new one, whole.
 * Owner-only (0600). Throws a VaultFault when the disk refuses; the old content then still stands.
 */
export const writeDurably = (path: string, bytes: Uint8Array): void => {
  const folder = dirname(path);
  const temporary = `${path}.${randomBytes(6).toString('hex')}${temporarySuffix}`;
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      writeAll(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    retryWhileScanned(() => renameSync(temporary, path));
    syncFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw findStorageFault(error, folder) ?? error;
  }
};

/** The file's bytes, or undefined when there is none. */
export const readIfThere = (path: string): Buffer | undefined => {
  try {
    return retryWhileScanned(() => readFileSync(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw findStorageFault(error, dirname(path)) ?? error;
  }
};

/** Removes what a cut left half written beside `path`. Returns how many files went. Call only while holding the machine lock. */
export const sweepUnfinished = (path: string): number => {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  const left = readdirSync(folder).filter(
    (name) => name.startsWith(prefix) && name.endsWith(temporarySuffix),
  );
  for (const name of left) rmSync(join(folder, name), { force: true });
  return left.length;
};
