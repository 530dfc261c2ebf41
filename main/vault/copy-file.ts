import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { retryWhileScanned, syncFolder } from './durable-file.ts';
import { findStorageFault } from './faults.ts';

const chunkBytes = 1024 * 1024;

/** Reads a file piece by piece; `take` is done with a piece when it returns. */
const eachChunk = (file: string, take: (chunk: Buffer) => void): void => {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (;;) {
      const length = readSync(handle, buffer, 0, chunkBytes, null);
      if (length === 0) return;
      take(buffer.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
};

/** SHA-256 of a file, hex, and its size in bytes. */
export const hashFile = (file: string): { sha256: string; bytes: number } => {
  const digest = createHash('sha256');
  let bytes = 0;
  eachChunk(file, (chunk) => {
    digest.update(chunk);
    bytes += chunk.length;
  });
  return { sha256: digest.digest('hex'), bytes };
};

/** Makes a file's content survive a power cut. */
export const syncFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Copies a file so that under `to` there is the whole of it, durable, or what was there before. Blocks: for workers and small files. */
export const copyDurably = (from: string, to: string): void => {
  const unfinished = `${to}.copying`;
  try {
    const handle = openSync(unfinished, 'w', 0o600);
    try {
      eachChunk(from, (chunk) => {
        for (let done = 0; done < chunk.length;) done += writeSync(handle, chunk, done, chunk.length - done);
      });
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    retryWhileScanned(() => renameSync(unfinished, to));
    syncFolder(dirname(to));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw findStorageFault(error, dirname(to)) ?? error;
  }
};
