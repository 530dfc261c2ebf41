import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestTokens } from '../token/testing-desk.ts';
import type { TestTokens } from '../token/testing-desk.ts';
import { signData } from './cades.ts';

let folder = '';
let desk: TestTokens;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quay-cades-'));
  desk = openTestTokens();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const data = Buffer.from('{"sổ":"ngày 29-11-2026"}');

describe('CAdES-B, judged by openssl', () => {
  it.each(['ALICE-RSA', 'BOB-EC'] as const)('%s', async (label) => {
    const { token, fingerprint } = await desk.logIn(label);
    const signer = await desk.service.signer(token.driver, { ...token, fingerprint });
    const at = (name: string): string => join(folder, `${label}-${name}`);
    writeFileSync(at('p7s'), await signData(data, signer, new Date('2026-11-29T09:00:00Z')));
    const verdict = (content: Buffer): string => {
      writeFileSync(at('data'), content);
      const args = [
        'cms',
        '-verify',
        '-cades',
        '-inform',
        'DER',
        '-in',
        at('p7s'),
        '-content',
        at('data'),
        '-binary',
      ];
      return spawnSync(
        'openssl',
        [...args, '-CAfile', desk.pki.file('root.pem'), '-purpose', 'any', '-out', '/dev/null'],
        { encoding: 'utf8' },
      ).stderr;
    };
    expect(verdict(data)).toContain('CAdES Verification successful');
    const changed = Buffer.from(data);
    changed[3] = (changed[3] ?? 0) ^ 1;
    expect(verdict(changed)).toContain('Verification failure');
    const printed = execFileSync(
      'openssl',
      ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', at('p7s')],
      { encoding: 'utf8' },
    );
    expect(printed.match(/signingCertificateV2/g)).toHaveLength(1);
    expect(printed).toContain('Nov 29 09:00:00 2026 GMT');
    expect(readFileSync(at('p7s')).includes(readFileSync(desk.pki.file('root.der')))).toBe(false);
  });
});
