import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readIfThere, sweepUnfinished, writeDurably } from './durable-file.ts';
import { VaultFault } from './faults.ts';
import { makeFolder, removeFolder } from './testing.ts';
import { pullThePlug, startProcess } from './testing-process.ts';

describe('a durable file', () => {
  let folder = '';
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => removeFolder(folder));

  it('is replaced whole, readable by its owner alone, leaving nothing beside it', () => {
    const path = join(folder, 'slots.json');
    writeDurably(path, Buffer.from('one'));
    writeDurably(path, Buffer.from('two'));
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['slots.json']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is undefined when there is none', () => {
    expect(readIfThere(join(folder, 'none'))).toBeUndefined();
  });

  it('keeps the old content when the new cannot be written', () => {
    const path = join(folder, 'a', 'slots.json');
    let caught: unknown;
    try {
      writeDurably(path, Buffer.from('one'));
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when the folder is read-only',
    () => {
      chmodSync(folder, 0o500);
      expect(() => writeDurably(join(folder, 'x'), Buffer.from('one'))).toThrow(VaultFault);
    },
  );

  it('sweeps only what a cut left half written beside it', () => {
    const path = join(folder, 'slots.json');
    writeFileSync(join(folder, 'slots.json.0011aabbccdd.writing'), 'ha');
    writeFileSync(join(folder, 'other.json.0011aabbccdd.writing'), 'ha');
    writeDurably(path, Buffer.from('whole'));
    expect(sweepUnfinished(path)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['other.json.0011aabbccdd.writing', 'slots.json']);
  });

  it('is whole after every one of thirty kills in the middle of writing', async () => {
    const path = join(folder, 'slots.json');
    for (let kill = 0; kill < 30; kill++) {
      const child = await startProcess('main/vault/testing-child.ts', ['write-forever', path]);
      await sleep(3 + ((kill * 13) % 40));
      await pullThePlug(child);
      const bytes = readFileSync(path);
      expect(createHash('sha256').update(bytes.subarray(32)).digest().equals(bytes.subarray(0, 32))).toBe(
        true,
      );
      sweepUnfinished(path);
      expect(readdirSync(folder)).toEqual(['slots.json']);
    }
  });
});
