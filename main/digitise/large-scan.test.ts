import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mostTakenIn } from '../../shared/dossier/file-limits.ts';
import { faults } from '../../shared/messages/vi/faults.ts';
import { testPki } from '../signing/testing-pki.ts';
import { openTestDesk } from '../testing-desk.ts';
import { foundSample } from '../testing-intake.ts';
import { buildScript } from '../vault/testing-process.ts';
import { writeLargestScan } from './testing-scan-file.ts';

let folder = '';
let scan = '';
const run = promisify(execFile);
const sha256Of = async (file: string): Promise<string> =>
  (await run('sha256sum', [file])).stdout.slice(0, 64);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quay-scan-'));
  scan = join(folder, 'quet.pdf');
  writeLargestScan(scan);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const toldShape = z.object({
  memory: z.record(z.string(), z.object({ buffers: z.number(), resident: z.number() })),
  hashes: z.array(z.string()),
  same: z.number(),
  signed: z.object({ hash: z.string(), saved: z.string() }),
});

describe('a scan of the largest size', () => {
  it('is taken in, looked into, signed and saved, and is never whole in main’s memory', async () => {
    const child = buildScript('main/digitise/testing-large-scan.ts');
    const args = [join(folder, 'desk'), scan, testPki().file('bob.p12'), 'mật khẩu'];
    const { stdout } = await run(process.execPath, ['--expose-gc', child, ...args]);
    const { memory, hashes, same, signed } = toldShape.parse(JSON.parse(stdout));
    const own = await sha256Of(scan);
    expect(hashes).toEqual([own, own, own]);
    expect(same).toBe(10);
    expect(statSync(signed.saved).size).toBeGreaterThan(mostTakenIn);
    expect(await sha256Of(signed.saved)).toBe(signed.hash);
    expect((await run('pdfsig', ['-nocert', signed.saved])).stdout).toContain('Signature is Valid.');
    expect(Object.keys(memory)).toEqual(['pick', 'drop', 'open', 'read', 'compose', 'sign', 'save']);
    // Pieces that were used and wait to be swept are counted as well: V8 lets some tens of megabytes gather. A whole file comes on top.
    for (const [step, { buffers, resident }] of Object.entries(memory)) {
      const isBounded = buffers < 0.75 * mostTakenIn && resident < mostTakenIn;
      expect({ step, isBounded, buffers, resident }).toMatchObject({ isBounded: true });
    }
  }, 120_000);

  it('is refused by its name with one byte more', async () => {
    truncateSync(scan, mostTakenIn + 1);
    const test = openTestDesk({ dialogs: { openFiles: () => Promise.resolve([scan]) } });
    await foundSample(test);
    const fault = { code: 'fileTooLarge', params: { limitMb: 100, name: 'quet.pdf' } };
    expect(await test.ask('digitise.pick', {})).toEqual({ ok: false, fault });
    const part = { name: 'quet.pdf', size: mostTakenIn + 1, from: 0, bytes: new Uint8Array(1_000) };
    expect(await test.ask('digitise.drop', part)).toEqual({ ok: false, fault });
    test.close();
    expect(faults.faults.fileTooLarge(fault.params)).toContain('quá 100 MB nên chưa nhận (quet.pdf)');
  });
});
