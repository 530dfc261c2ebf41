import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultFault } from './faults.ts';
import { vaultPaths } from './folder.ts';
import { takeMachineLock } from './machine-lock.ts';
import { faultOf, makeFolder, removeFolder } from './testing.ts';
import { pullThePlug, startProcess } from './testing-process.ts';

describe('the machine lock', () => {
  let folder = '';
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => removeFolder(folder));

  it('keeps a second copy out and tells who holds it, until a crash lets go', async () => {
    const child = await startProcess('main/vault/testing-child.ts', ['hold-lock', folder]);
    let caught: unknown;
    try {
      takeMachineLock(folder);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(VaultFault);
    expect(caught).toMatchObject({
      code: 'vaultInUse',
      params: { pid: child.pid, since: 1_795_000_000_000 },
    });
    await pullThePlug(child);
    const lock = takeMachineLock(folder);
    lock.release();
  });

  it('is one to a process as well, and can be given back and taken again', async () => {
    const lock = takeMachineLock(folder);
    expect(await faultOf(() => takeMachineLock(folder))).toBe('vaultInUse');
    lock.release();
    lock.release();
    expect(existsSync(vaultPaths(folder).lockHolder)).toBe(false);
    takeMachineLock(folder).release();
  });

  it('is not held for ever by garbage in its file or in its label', async () => {
    writeFileSync(vaultPaths(folder).lock, 'x'.repeat(5_000));
    writeFileSync(vaultPaths(folder).lockHolder, '{');
    const lock = takeMachineLock(folder);
    writeFileSync(vaultPaths(folder).lockHolder, '{"pid":"x"}');
    expect(await faultOf(() => takeMachineLock(folder))).toBe('vaultInUse');
    lock.release();
  });
});
