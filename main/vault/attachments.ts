import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mostKept } from '../../shared/dossier/file-limits.ts';
import { retryWhileScanned, syncFolder } from './durable-file.ts';
import { VaultFault, findStorageFault } from './faults.ts';
import { makePrivateFolder, vaultPaths } from './folder.ts';
import { deriveSubkey } from './keys.ts';
import {
  chunkBytes,
  explainUnread,
  fileKey,
  headerBytes,
  isHeader,
  newHeader,
  openChunk,
  sealChunk,
  tagBytes,
  unreadable,
} from './sealed-file.ts';
import type { LentFile } from './sealed-file.ts';

/** The name a file is stored under: nobody without the key can tell which document it is. `hash` is the content's SHA-256, hex. */
export const storedName = (databaseKey: Uint8Array, hash: string): string => {
  const key = deriveSubkey(databaseKey, 'attachment names');
  const name = createHmac('sha256', key).update(hash).digest('hex');
  key.fill(0);
  return name;
};

const storedPath = (folder: string, name: string): string =>
  join(vaultPaths(folder).attachments, name.slice(0, 2), name);

const incomingFolder = (folder: string): string => join(vaultPaths(folder).attachments, 'incoming');

/** Whether the vault holds a file of this content. */
export const hasAttachment = (folder: string, databaseKey: Uint8Array, hash: string): boolean =>
  existsSync(storedPath(folder, storedName(databaseKey, hash)));

export interface StoredAttachment {
  /** SHA-256 of the content, hex: what the journal names. */
  readonly hash: string;
  readonly size: number;
  /** File name in the attachments folder. */
  readonly name: string;
}

/** Cuts any stream into chunks of exactly 256 KiB, the last one shorter (or empty), marked. */
async function* inChunks(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ plain: Buffer; last: boolean }> {
  const chunk = Buffer.alloc(chunkBytes);
  let filled = 0;
  for await (const piece of source) {
    for (let taken = 0; taken < piece.length;) {
      // The buffer is used again: whoever takes a chunk is done with it before asking for the next.
      if (filled === chunkBytes) {
        yield { plain: chunk, last: false };
        filled = 0;
      }
      const length = Math.min(chunkBytes - filled, piece.length - taken);
      chunk.set(piece.subarray(taken, taken + length), filled);
      filled += length;
      taken += length;
    }
  }
  yield { plain: chunk.subarray(0, filled), last: true };
}

const writeSealed = async (
  handle: FileHandle,
  databaseKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ hash: string; size: number }> => {
  const header = newHeader();
  const key = fileKey(databaseKey, header);
  const digest = createHash('sha256');
  let size = 0;
  let index = 0;
  try {
    await handle.appendFile(header);
    for await (const { plain, last } of inChunks(source)) {
      size += plain.length;
      if (size > maxBytes)
        throw new VaultFault('fileTooLarge', { limitMb: Math.floor(maxBytes / 1024 / 1024) });
      digest.update(plain);
      for (const piece of sealChunk(key, header, index, last, plain))
        if (piece.length > 0) await handle.appendFile(piece);
      index += 1;
    }
    await handle.sync();
    return { hash: digest.digest('hex'), size };
  } finally {
    key.fill(0);
  }
};

/**
 * Stores a stream encrypted, durable when this resolves: only then may a row name it. The same content is stored once.
 * Throws fileTooLarge {limitMb}, diskFull …; a failed one leaves nothing.
 */
export const putAttachment = async (
  folder: string,
  databaseKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
  maxBytes = mostKept,
): Promise<StoredAttachment> => {
  // A stream that fails before it is read would otherwise end the process; reading it reports the failure here.
  if (source instanceof Readable) source.on('error', () => undefined);
  const incoming = incomingFolder(folder);
  makePrivateFolder(incoming);
  const temporary = join(incoming, randomBytes(12).toString('hex'));
  try {
    const handle = await open(temporary, 'wx', 0o600);
    let written;
    try {
      written = await writeSealed(handle, databaseKey, source, maxBytes);
    } finally {
      await handle.close();
    }
    const name = storedName(databaseKey, written.hash);
    const path = storedPath(folder, name);
    const shelf = join(path, '..');
    if (!existsSync(shelf)) {
      makePrivateFolder(shelf);
      syncFolder(vaultPaths(folder).attachments);
    }
    retryWhileScanned(() => renameSync(temporary, path));
    syncFolder(shelf);
    return { ...written, name };
  } catch (error) {
    await rm(temporary, { force: true });
    throw findStorageFault(error, folder) ?? error;
  }
};

const readExactly = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
};

/** `first`: the chunk to begin with. */
async function* openSealed(handle: FileHandle, databaseKey: Uint8Array, first = 0): AsyncGenerator<Buffer> {
  const { size } = await handle.stat();
  const header = await readExactly(handle, 0, headerBytes);
  if (!isHeader(header)) throw unreadable('damaged');
  const key = fileKey(databaseKey, header);
  const room = Buffer.allocUnsafeSlow(chunkBytes + tagBytes);
  try {
    let position = headerBytes + first * (chunkBytes + tagBytes);
    for (let index = first; ; index++) {
      const { bytesRead } = await handle.read(room, 0, room.length, position);
      const sealed = room.subarray(0, bytesRead);
      position += sealed.length;
      const last = position >= size;
      if (sealed.length < tagBytes) throw unreadable('damaged');
      yield openChunk(key, header, index, last, sealed);
      if (last) return;
    }
  } finally {
    key.fill(0);
  }
}

/**
 * Reads an attachment in pieces, each proved before it is given out, and the whole against `hash` at the end.
 * Throws fileUnreadable {what: missing or damaged}.
 */
export async function* readAttachment(
  folder: string,
  databaseKey: Uint8Array,
  hash: string,
): AsyncGenerator<Buffer> {
  const path = storedPath(folder, storedName(databaseKey, hash));
  const digest = createHash('sha256');
  try {
    const handle = await open(path, 'r');
    try {
      for await (const plain of openSealed(handle, databaseKey)) {
        digest.update(plain);
        yield plain;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explainUnread(error, folder);
  }
  if (digest.digest('hex') !== hash) throw unreadable('damaged');
}

/** Reads an attachment through, to prove it. Throws as `readAttachment` does. */
export const proveAttachment = async (
  folder: string,
  databaseKey: Uint8Array,
  hash: string,
): Promise<void> => {
  const pieces = readAttachment(folder, databaseKey, hash);
  while ((await pieces.next()).done !== true);
};

/** Bytes [from, to) of an attachment, each chunk proved, the whole not: `readAttachment` proves that. Throws as it does. */
export const readPart = async (
  folder: string,
  databaseKey: Uint8Array,
  hash: string,
  from: number,
  to: number,
): Promise<Buffer> => {
  try {
    const handle = await open(storedPath(folder, storedName(databaseKey, hash)), 'r');
    try {
      const first = Math.floor(from / chunkBytes);
      const { size } = await handle.stat();
      // No more room than the file could fill, whatever is asked for.
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
      let filled = 0;
      let skipped = from - first * chunkBytes;
      for await (const plain of openSealed(handle, databaseKey, first)) {
        filled += plain.subarray(skipped).copy(bytes, filled);
        skipped = 0;
        if (filled === bytes.length) break;
      }
      return bytes.subarray(0, filled);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explainUnread(error, folder);
  }
};

/** An attachment in one piece, for what cannot work on less. Throws as `readAttachment` does. */
export const readWhole = async (folder: string, databaseKey: Uint8Array, hash: string): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of readAttachment(folder, databaseKey, hash)) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** What another process needs to read this attachment with `readLent`, and nothing else of the vault. Throws as `readAttachment` does. */
export const lendAttachment = async (
  folder: string,
  databaseKey: Uint8Array,
  hash: string,
): Promise<LentFile> => {
  const path = storedPath(folder, storedName(databaseKey, hash));
  try {
    const handle = await open(path, 'r');
    try {
      const header = await readExactly(handle, 0, headerBytes);
      if (!isHeader(header)) throw unreadable('damaged');
      return { path, key: fileKey(databaseKey, header), hash };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explainUnread(error, folder);
  }
};

export interface StrayFile {
  readonly path: string;
  readonly size: number;
}

/** Files older than `graceMs` that no known hash stands for, and writes a cut left unfinished. `known`: every hash named by the attachment table and by drafts. */
export const listStrayFiles = (
  folder: string,
  databaseKey: Uint8Array,
  known: Iterable<string>,
  age: { readonly now: number; readonly graceMs: number },
): StrayFile[] => {
  const root = vaultPaths(folder).attachments;
  if (!existsSync(root)) return [];
  const names = new Set(Array.from(known, (hash) => storedName(databaseKey, hash)));
  return readdirSync(root)
    .flatMap((shelf) =>
      readdirSync(join(root, shelf)).map((name) => ({ name, path: join(root, shelf, name) })),
    )
    .filter(({ name }) => !names.has(name))
    .map(({ path }) => ({ path, stat: statSync(path) }))
    .filter(({ stat }) => stat.mtimeMs < age.now - age.graceMs)
    .map(({ path, stat }) => ({ path, size: stat.size }));
};

/** Removes what `listStrayFiles` named. */
export const removeStrayFiles = (files: readonly StrayFile[]): void => {
  for (const { path } of files) rmSync(path, { force: true });
};
