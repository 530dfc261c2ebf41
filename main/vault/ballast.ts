import { randomFillSync } from 'node:crypto';
import { rmSync, statSync, statfsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable-file.ts';
import { VaultFault, errorCode, findStorageFault } from './faults.ts';
import { vaultPaths } from './folder.ts';

/** Room kept back for the hour the disk is full: drafts, an export, a clean close. */
export const BALLAST_BYTES = 64 * 1024 * 1024;
const chunkBytes = 4 * 1024 * 1024;
/** Only a disk with this many times the ballast free is filled further. */
const roomFactor = 4;

const sizeOf = (file: string): number => {
  try {
    return statSync(file).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
};

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

export const holdsBallast = (folder: string): boolean => sizeOf(vaultPaths(folder).ballast) > 0;

/** Random bytes, because a file system that compresses or keeps holes would hold nothing back. */
const fill = async (file: string, bytes: number): Promise<void> => {
  const handle = await open(file, 'w', 0o600);
  try {
    const chunk = Buffer.alloc(Math.min(chunkBytes, bytes));
    for (let left = bytes; left > 0; left -= chunk.length) {
      await handle.appendFile(randomFillSync(chunk).subarray(0, left));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
};

let laying: Promise<'held' | 'noRoom'> | undefined;

const layNow = async (folder: string, bytes: number): Promise<'held' | 'noRoom'> => {
  const { ballast } = vaultPaths(folder);
  const unfinished = `${ballast}.writing`;
  try {
    await fill(unfinished, bytes);
    await rename(unfinished, ballast);
    syncFolder(dirname(ballast));
    return 'held';
  } catch (error) {
    await rm(unfinished, { force: true });
    const fault = findStorageFault(error, folder);
    if (fault?.code === 'diskFull') return 'noRoom';
    throw fault ?? error;
  }
};

/**
 * Lays the ballast down when it is missing and there is plenty of room, in the background. 'held' when it lies there, 'noRoom' when the disk is
 * too full for it: worth a warning. Call after start and now and then.
 */
export const layBallast = async (
  folder: string,
  bytes: number = BALLAST_BYTES,
): Promise<'held' | 'noRoom'> => {
  const { ballast } = vaultPaths(folder);
  if (sizeOf(ballast) >= bytes) return 'held';
  if (freeBytes(folder) < roomFactor * bytes) return 'noRoom';
  // Asked again while a slow disk is still writing: it is the same ballast.
  laying ??= layNow(folder, bytes).finally(() => {
    laying = undefined;
  });
  return laying;
};

/** Gives the room back. True when there was some to give. */
export const dropBallast = (folder: string): boolean => {
  const { ballast } = vaultPaths(folder);
  const had = sizeOf(ballast) > 0;
  rmSync(ballast, { force: true });
  rmSync(`${ballast}.writing`, { force: true });
  return had;
};

/** Runs `fn`; where the disk is full it drops the ballast and runs it once more. For what must still work then: saving a draft, export, close. */
export const spendingBallast = <T>(folder: string, fn: () => T): T => {
  try {
    return fn();
  } catch (error) {
    const fault = findStorageFault(error, folder);
    if (!(fault instanceof VaultFault) || fault.code !== 'diskFull' || !dropBallast(folder)) throw error;
    return fn();
  }
};
