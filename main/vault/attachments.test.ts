import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  lendAttachment,
  listStrayFiles,
  putAttachment,
  readAttachment,
  readPart,
  removeStrayFiles,
} from './attachments.ts';
import type { StoredAttachment } from './attachments.ts';
import { vaultPaths } from './folder.ts';
import { readLent } from './sealed-file.ts';
import { faultOf, makeFolder, removeFolder } from './testing.ts';
import { pullThePlug, startProcess } from './testing-process.ts';

const key = Buffer.alloc(32, 5);
const chunk = 256 * 1024;
let folder = '';
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

const put = (content: Buffer, pieceBytes = 65_536): Promise<StoredAttachment> => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += pieceBytes) pieces.push(content.subarray(at, at + pieceBytes));
  return putAttachment(folder, key, Readable.from(pieces));
};
const get = async (hash: string, withKey: Buffer = key): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of readAttachment(folder, withKey, hash)) pieces.push(piece);
  return Buffer.concat(pieces);
};
const pathOf = (stored: StoredAttachment): string =>
  join(vaultPaths(folder).attachments, stored.name.slice(0, 2), stored.name);

describe('an attachment', () => {
  it('comes back as it went in, whatever its size and however it arrives', async () => {
    const edges = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...edges),
        fc.constantFrom(1_000, 65_536, 5 * chunk),
        async (size, piece) => {
          const content = randomBytes(size);
          const stored = await put(content, piece);
          expect(stored).toMatchObject({ size, hash: createHash('sha256').update(content).digest('hex') });
          expect((await get(stored.hash)).equals(content)).toBe(true);
          const [from, to] = [Math.floor(size / 3), Math.ceil((size * 2) / 3)];
          const part = await readPart(folder, key, stored.hash, from, to);
          expect(part.equals(content.subarray(from, to))).toBe(true);
          const rest = await readPart(folder, key, stored.hash, from, 2 ** 45);
          expect(rest.equals(content.subarray(from))).toBe(true);
          const lent = await lendAttachment(folder, key, stored.hash);
          const { bytes, digest } = readLent(lent, Buffer.alloc(2 * chunk));
          expect(bytes.equals(content)).toBe(true);
          expect(digest.digest('hex')).toBe(stored.hash);
          expect(lent.key.every((byte) => byte === 0)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('shows on disk neither its content nor which document it is', async () => {
    const stored = await put(Buffer.from('Giấy khai sinh của Nguyễn Văn Mẫu '.repeat(2_000)));
    const bytes = readFileSync(pathOf(stored));
    expect(bytes.includes('Nguyễn Văn Mẫu')).toBe(false);
    expect(pathOf(stored)).not.toContain(stored.hash);
    expect(await put(Buffer.from('x')).then(({ name }) => name)).toMatch(/^[0-9a-f]{64}$/);
    if (process.platform !== 'win32') expect(statSync(pathOf(stored)).mode & 0o777).toBe(0o600);
  });

  it('is stored once however often it is put', async () => {
    const [first, second] = [await put(Buffer.alloc(9_000, 1)), await put(Buffer.alloc(9_000, 1))];
    expect(second).toEqual(first);
    expect(readdirSync(join(vaultPaths(folder).attachments, 'incoming'))).toEqual([]);
    expect((await get(first.hash)).length).toBe(9_000);
  });

  it('over the limit leaves nothing behind', async () => {
    const source = Readable.from([Buffer.alloc(2 * chunk), Buffer.alloc(2 * chunk)]);
    expect(await faultOf(() => putAttachment(folder, key, source, chunk))).toBe('fileTooLarge');
    expect(readdirSync(vaultPaths(folder).attachments)).toEqual(['incoming']);
    expect(readdirSync(join(vaultPaths(folder).attachments, 'incoming'))).toEqual([]);
  });

  it('whose source fails leaves nothing behind', async () => {
    const broken = new Readable({ read() {} });
    broken.push(Buffer.alloc(300_000));
    setImmediate(() => broken.destroy(new Error('scanner unplugged')));
    await expect(putAttachment(folder, key, broken)).rejects.toThrow('scanner unplugged');
    expect(readdirSync(join(vaultPaths(folder).attachments, 'incoming'))).toEqual([]);
  });

  const harms: [string, (path: string) => void][] = [
    ['torn', (path) => truncateSync(path, statSync(path).size - 1)],
    ['cut after a whole chunk', (path) => truncateSync(path, 24 + chunk + 16)],
    ['cut to its header', (path) => truncateSync(path, 24)],
    ['emptied', (path) => truncateSync(path, 0)],
    ['longer', (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(16)]))],
    [
      'changed in one bit',
      (path) => {
        const bytes = readFileSync(path);
        bytes[chunk + 100] = (bytes[chunk + 100] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      'shuffled',
      (path) => {
        const bytes = readFileSync(path);
        const sealed = chunk + 16;
        const parts = [
          bytes.subarray(0, 24),
          bytes.subarray(24 + sealed, 24 + 2 * sealed),
          bytes.subarray(24, 24 + sealed),
        ];
        writeFileSync(path, Buffer.concat([...parts, bytes.subarray(24 + 2 * sealed)]));
      },
    ],
    ['garbage', (path) => writeFileSync(path, randomBytes(900_000))],
  ];

  it.each(harms)('%s is refused, not read', async (_, harm) => {
    const stored = await put(randomBytes(2 * chunk + 5_000));
    harm(pathOf(stored));
    expect(await faultOf(() => get(stored.hash))).toBe('fileUnreadable/damaged');
  });

  it('missing, under another key, or in the place of another is refused', async () => {
    const [a, b] = [await put(randomBytes(700_000)), await put(randomBytes(700_000))];
    expect(await faultOf(() => get(a.hash, Buffer.alloc(32, 6)))).toBe('fileUnreadable/missing');
    copyFileSync(pathOf(b), pathOf(a));
    expect(await faultOf(() => get(a.hash))).toBe('fileUnreadable/damaged');
    unlinkSync(pathOf(a));
    expect(await faultOf(() => get(a.hash))).toBe('fileUnreadable/missing');
  });

  it('put again mends a damaged one', async () => {
    const content = randomBytes(700_000);
    const stored = await put(content);
    truncateSync(pathOf(stored), 100);
    await put(content);
    expect((await get(stored.hash)).equals(content)).toBe(true);
  });
});

describe('strays', () => {
  it('are files nobody names, and only after their grace', async () => {
    const known = await put(Buffer.alloc(10, 1));
    const stray = await put(Buffer.alloc(10, 2));
    const young = await put(Buffer.alloc(10, 3));
    const now = Date.now();
    for (const stored of [known, stray])
      utimesSync(pathOf(stored), new Date(now - 10_000), new Date(now - 10_000));
    const found = listStrayFiles(folder, key, [known.hash], { now, graceMs: 5_000 });
    expect(found.map(({ path }) => path)).toEqual([pathOf(stray)]);
    removeStrayFiles(found);
    expect((await get(known.hash)).length).toBe(10);
    expect((await get(young.hash)).length).toBe(10);
    expect(await faultOf(() => get(stray.hash))).toBe('fileUnreadable/missing');
  });

  it('of thirty kills in mid-write are all in the waiting room, and every named file is whole', async () => {
    for (let kill = 0; kill < 30; kill++) {
      const child = await startProcess('main/vault/testing-child.ts', [
        'attach-forever',
        folder,
        key.toString('hex'),
      ]);
      await sleep(2 + ((kill * 7) % 30));
      await pullThePlug(child);
    }
    const root = vaultPaths(folder).attachments;
    const stored = readdirSync(root).filter((shelf) => shelf !== 'incoming');
    const hashes = Array.from({ length: 251 }, (_, n) =>
      createHash('sha256').update(Buffer.alloc(900_000, n)).digest('hex'),
    );
    let whole = 0;
    for (const hash of hashes) {
      const outcome = await faultOf(() => get(hash));
      expect(['none', 'fileUnreadable/missing']).toContain(outcome);
      if (outcome === 'none') whole += 1;
    }
    expect(whole).toBe(stored.flatMap((shelf) => readdirSync(join(root, shelf))).length);
    expect(whole).toBeGreaterThan(0);
    const strays = listStrayFiles(folder, key, hashes, { now: Date.now() + 1_000, graceMs: 0 });
    expect(strays.every(({ path }) => path.includes('incoming'))).toBe(true);
  });
});
