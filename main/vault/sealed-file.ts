import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { VaultFault, errorCode, findStorageFault } from './faults.ts';
import { deriveSubkey } from './keys.ts';

/**
 * A sealed file is: header (magic, 16 random bytes) and chunks of 256 KiB, each AES-256-GCM under the file's own key, which HKDF makes of the database key
 * and the random bytes. Each chunk's nonce holds its number and whether it is the last, so none can be moved, dropped or cut off unseen.
 */
const magic = Buffer.from('QMCA1\0\0\0');
const saltBytes = 16;
export const headerBytes = magic.length + saltBytes;
export const chunkBytes = 256 * 1024;
export const tagBytes = 16;

export const newHeader = (): Buffer => Buffer.concat([magic, randomBytes(saltBytes)]);

export const isHeader = (header: Buffer): boolean =>
  header.length === headerBytes && header.subarray(0, magic.length).equals(magic);

/** The caller zeroes it. */
export const fileKey = (databaseKey: Uint8Array, header: Buffer): Buffer =>
  deriveSubkey(databaseKey, 'attachment', header.subarray(magic.length));

const nonceOf = (index: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 4);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** A sealed chunk, to be written piece after piece: put together it would be one more thing to be swept, of each of the four hundred of a large scan. */
export const sealChunk = (
  key: Uint8Array,
  header: Buffer,
  index: number,
  last: boolean,
  plain: Uint8Array,
): Buffer[] => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
  cipher.setAAD(header);
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
};

export const openChunk = (
  key: Uint8Array,
  header: Buffer,
  index: number,
  last: boolean,
  sealed: Buffer,
): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last));
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  decipher.final();
  return plain;
};

export const unreadable = (what: 'missing' | 'damaged', cause?: unknown): VaultFault =>
  new VaultFault('fileUnreadable', { what }, cause);

/** What a sealed file that could not be read means. `folder`: the vault's, where it is known. */
export const explainUnread = (error: unknown, folder?: string): VaultFault =>
  errorCode(error) === 'ENOENT'
    ? unreadable('missing', error)
    : (findStorageFault(error, folder) ?? unreadable('damaged', error));

/** What reads one sealed file and no other: lent to a process that is to work on it, so that its content need not pass through main. */
export interface LentFile {
  readonly path: string;
  /** The file's own. */
  readonly key: Uint8Array;
  /** SHA-256 of the content, hex. */
  readonly hash: string;
}

const readChunks = (file: number, key: Uint8Array, digest: Hash, room: Buffer): Buffer => {
  const { size } = fstatSync(file);
  const header = Buffer.alloc(headerBytes);
  readSync(file, header, 0, headerBytes, null);
  const sealedBytes = size - headerBytes;
  const chunks = Math.max(1, Math.ceil(sealedBytes / (chunkBytes + tagBytes)));
  if (!isHeader(header) || sealedBytes < chunks * tagBytes) throw unreadable('damaged');
  const length = sealedBytes - chunks * tagBytes;
  const bytes = room.length < length ? Buffer.allocUnsafeSlow(length) : room.subarray(0, length);
  const sealed = Buffer.allocUnsafeSlow(chunkBytes + tagBytes);
  for (let index = 0; index < chunks; index++) {
    const read = readSync(file, sealed, 0, sealed.length, null);
    const plain = openChunk(key, header, index, index === chunks - 1, sealed.subarray(0, read));
    digest.update(plain);
    bytes.set(plain, index * chunkBytes);
  }
  return bytes;
};

/**
 * A lent file's content, each chunk proved and the whole against its hash. `digest`: SHA-256 of it, to be gone on with: who signs something
 * appended need not read it again. `room`: where the content goes, where it is large enough. Wipes the key, and keeps the process busy until it is read. Throws fileUnreadable {what: missing or damaged}.
 */
export const readLent = (
  { path, key, hash }: LentFile,
  room: Buffer = Buffer.alloc(0),
): { bytes: Buffer; digest: Hash } => {
  const digest = createHash('sha256');
  let bytes: Buffer;
  try {
    const file = openSync(path, 'r');
    try {
      bytes = readChunks(file, key, digest, room);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw explainUnread(error);
  } finally {
    key.fill(0);
  }
  if (digest.copy().digest('hex') !== hash) throw unreadable('damaged');
  return { bytes, digest };
};
