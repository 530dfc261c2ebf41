import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCheckpoint } from '../../shared/journal/report.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';
import { VaultFault } from '../vault/faults.ts';
import { openForReading } from '../vault/database.ts';
import { inspectVault, keepCheckpoint, verifyVault } from './verify.ts';
import { verifyInWorker } from './verify-worker.ts';
import { accepted, openTestJournal, printed } from './testing.ts';
import type { TestJournal } from './testing.ts';

let test: TestJournal;
beforeEach(() => {
  test = openTestJournal();
  write(5);
});
afterEach(() => test.close());

const write = (times: number): void => {
  for (let index = 0; index < times; index += 1) test.write([accepted(randomUUID(), index)]);
};
const checkpoints = (): number[] =>
  test.db
    .prepare('SELECT pos FROM checkpoint ORDER BY pos')
    .all()
    .map((row) => Number(row['pos']));
const now = 1_795_000_000_000;

describe('verifying a vault', () => {
  it('in full leaves a checkpoint, from which the next one goes on', () => {
    expect(verifyVault(test.db, 'full', now)).toMatchObject({
      mode: 'full',
      rows: 8,
      from: 1,
      to: 8,
      faulty: 0,
    });
    expect(checkpoints()).toEqual([8]);
    write(3);
    test.reopen();
    expect(verifyVault(test.db, 'checkpoint', now)).toMatchObject({
      mode: 'checkpoint',
      rows: 4,
      from: 9,
      to: 12,
      faulty: 0,
    });
    expect(checkpoints()).toEqual([8, 12]);
    expect(verifyVault(test.db, 'checkpoint', now)).toMatchObject({
      mode: 'checkpoint',
      rows: 0,
      from: 13,
      to: 12,
      faulty: 0,
    });
    expect(verifyVault(test.db, 'full', now)).toMatchObject({
      mode: 'full',
      rows: 12,
      head: inspectVault(test.db, 'checkpoint').report.head,
    });
    expect(checkpoints()).toEqual([8, 12]);
  });

  it('from a checkpoint without one is verifying in full, and says so', () => {
    expect(verifyVault(test.db, 'checkpoint', now)).toMatchObject({ mode: 'full', rows: 8 });
  });

  it('keeps the last eight checkpoints', () => {
    for (let turn = 0; turn < 12; turn += 1) {
      write(1);
      verifyVault(test.db, 'checkpoint', now);
    }
    expect(checkpoints()).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('writes no checkpoint past a fault', () => {
    verifyVault(test.db, 'full', now);
    write(2);
    test.db.exec('UPDATE journal SET signature = zeroblob(64) WHERE pos = 9');
    expect(verifyVault(test.db, 'checkpoint', now)).toMatchObject({
      faults: [{ pos: 9, code: 'signatureWrong' }],
    });
    expect(checkpoints()).toEqual([8]);
  });

  it('from a checkpoint does not look before it: that is what full is for', () => {
    verifyVault(test.db, 'full', now);
    test.db.exec('UPDATE journal SET signature = zeroblob(64) WHERE pos = 4');
    expect(verifyVault(test.db, 'checkpoint', now).faults).toEqual([]);
    expect(verifyVault(test.db, 'full', now).faults).toEqual([{ pos: 4, code: 'signatureWrong' }]);
  });

  it('finds rows cut off behind a checkpoint, and then verifies everything', () => {
    verifyVault(test.db, 'full', now);
    test.db.exec('DELETE FROM journal WHERE pos > 6');
    for (const mode of ['checkpoint', 'full'] as const)
      expect(verifyVault(test.db, mode, now)).toMatchObject({
        mode: 'full',
        rows: 6,
        faulty: 1,
        faults: [{ pos: 8, code: 'checkpointWrong' }],
      });
  });

  it.each([
    ['its hash', 'UPDATE checkpoint SET hash = zeroblob(32)'],
    ['its body', "UPDATE checkpoint SET body = '{}'"],
    ['its body’s text', "UPDATE checkpoint SET body = 'x'"],
    ['its body’s position', "UPDATE checkpoint SET body = json_set(body, '$.pos', 7)"],
    ['its body’s hash', "UPDATE checkpoint SET body = json_set(body, '$.head.hash', substr(body, 1, 64))"],
    ['the row it stands on', 'UPDATE journal SET hash = zeroblob(32) WHERE pos = 8'],
  ])('takes a checkpoint altered in %s for a fault, and verifies everything', (_, sql) => {
    verifyVault(test.db, 'full', now);
    write(1);
    test.db.exec(sql);
    const report = verifyVault(test.db, 'checkpoint', now);
    expect(report).toMatchObject({ mode: 'full', rows: 9 });
    expect(report.faults[0]).toEqual({ pos: 8, code: 'checkpointWrong' });
    expect(checkpoints()).toEqual([8]);
  });

  it('keeps a checkpoint as exact bytes of what verification needs', () => {
    const { checkpoint } = inspectVault(test.db, 'full');
    keepCheckpoint(test.db, checkpoint!, now);
    const row = test.db.prepare('SELECT * FROM checkpoint').get();
    expect(row).toMatchObject({ pos: 8, verified_at: now });
    expect(readCheckpoint(String(row?.['body']))).toEqual(checkpoint);
  });

  it('on a handle that may only read writes nothing', () => {
    const reader = openForReading(test.file, test.key);
    expect(inspectVault(reader, 'full').report.faulty).toBe(0);
    reader.close();
    expect(checkpoints()).toEqual([]);
  });
});

describe('verifying in a worker', () => {
  let folder = '';
  let script: URL;
  beforeAll(() => {
    // Beside node_modules, so that the driver is found.
    folder = join(process.cwd(), '.cache', `verify-worker-${process.pid}`);
    const outfile = join(folder, 'verify.cjs');
    buildSync({
      entryPoints: [join(import.meta.dirname, 'verify.process.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['@signalapp/sqlcipher'],
    });
    script = pathToFileURL(outfile);
  });
  afterAll(() => removeFolder(folder));

  it('answers the same, while the writer writes and this thread goes on', async () => {
    write(60);
    const expected = inspectVault(test.db, 'full');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1));
    const inspection = await verifyInWorker(test.file, test.key, 'full', script);
    clearInterval(ticking);
    expect(inspection).toEqual(expected);
    expect(turns).toBeGreaterThan(0);
    keepCheckpoint(test.db, inspection.checkpoint!, now);
    const later = verifyInWorker(test.file, test.key, 'checkpoint', script);
    for (let index = 0; index < 20; index += 1) test.write([printed(randomUUID())]);
    const { report } = await later;
    expect(report).toMatchObject({ mode: 'checkpoint', faulty: 0, from: 69 });
  });

  it('leaves the caller’s key alone, and throws what the storage throws', async () => {
    const key = Buffer.from(test.key);
    await verifyInWorker(test.file, key, 'full', script);
    expect(key).toEqual(test.key);
    const wrong = verifyInWorker(test.file, Buffer.alloc(32, 1), 'full', script);
    await expect(wrong).rejects.toThrow(VaultFault);
    await expect(wrong).rejects.toMatchObject({ code: 'vaultDamaged', params: { what: 'unreadable' } });
    const none = makeFolder();
    await expect(verifyInWorker(join(none, 'vault.db'), key, 'full', script)).rejects.toMatchObject({
      params: { what: 'missing' },
    });
    removeFolder(none);
  });
});
