// @ts-check
import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

// Of the 25,820 entries of the archive we unpack 68: a whole extraction takes ten times as long and needs 300 MB more.
// Layout: PKWARE APPNOTE 6.3.10, §4.3.7 (local header), §4.3.12 (central directory), §4.3.16 (its end).

/**
 * Unpacks the files of a zip archive that `choose` names, with their permissions. The archive must be trusted (checked
 * against a pinned hash); zip64 and encryption are not supported and throw.
 * @param {string} archive
 * @param {string} target folder, made when missing
 * @param {(name: string) => string | undefined} choose the path to write below target, or undefined to leave it out
 * @returns {number} how many files were written
 */
export function unzipSome(archive, target, choose) {
  const file = openSync(archive, 'r');
  try {
    /** @param {number} position @param {number} length */
    const read = (position, length) => {
      const bytes = Buffer.alloc(length);
      for (let done = 0; done < length;) {
        const got = readSync(file, bytes, done, length - done, position + done);
        if (got === 0) throw new Error(`${archive} is cut short`);
        done += got;
      }
      return bytes;
    };
    const size = fstatSync(file).size;
    const tailLength = Math.min(size, 22 + 0xffff);
    const tail = read(size - tailLength, tailLength);
    const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (end < 0) throw new Error(`${archive} is not a zip archive`);
    const count = tail.readUInt16LE(end + 10);
    const directory = read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));

    let written = 0;
    let at = 0;
    for (let i = 0; i < count; i++) {
      if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error(`${archive} has a broken directory`);
      const nameLength = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
      const [packed, unpacked] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
      const mode = directory.readUInt32LE(at + 38) >>> 16;
      const header = directory.readUInt32LE(at + 42);
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);

      const wanted = name.endsWith('/') ? undefined : choose(name);
      if (wanted === undefined) continue;
      if ((flags & 1) !== 0 || (method !== 0 && method !== 8) || packed === 0xffffffff) {
        throw new Error(`${name}: this kind of zip entry is not supported`);
      }
      const local = read(header, 30);
      const body = read(header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), packed);
      const bytes = method === 8 ? inflateRawSync(body) : body;
      if (bytes.length !== unpacked) throw new Error(`${name} has ${bytes.length} bytes, not ${unpacked}`);
      const path = join(target, wanted);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      chmodSync(path, (mode & 0o111) === 0 ? 0o644 : 0o755);
      written++;
    }
    return written;
  } finally {
    closeSync(file);
  }
}
