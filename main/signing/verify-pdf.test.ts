import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, randomInt, sign } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSoftwareToken } from '../token/software-token.ts';
import { judgeChain } from './chain.ts';
import { readCms } from './cms.ts';
import { openPdf } from './open-pdf.ts';
import { readSignatures } from './read-signatures.ts';
import type { Signer } from './signer.ts';
import { face, makePdf, nssStore, openBench, signWhole, stampWhole } from './testing-pdf.ts';
import { testPki } from './testing-pki.ts';
import { openTsa } from './testing-tsa.ts';
import { loadTrust } from './trust.ts';
import type { Trust } from './trust.ts';
import { verifyPdf } from './verify-pdf.ts';

const pki = testPki();
const bench = openBench();
afterAll(() => rmSync(bench.folder, { recursive: true, force: true }));
const der = (name: string): Buffer => readFileSync(pki.file(`${name}.der`));
const holder = (who: string): Signer => openSoftwareToken(readFileSync(pki.file(`${who}.p12`)), 'mật khẩu');

const trustFolder = (name: string, ...files: string[]): string => {
  const folder = join(bench.folder, name);
  mkdirSync(folder);
  for (const file of files) cpSync(pki.file(file), join(folder, file));
  return folder;
};
const full = trustFolder('trust', 'root.pem', 'root-list.crl', 'sub-list.crl');
const trust = (overrides: Partial<Trust> = {}): Trust => ({ ...loadTrust(full, new Date()), ...overrides });

let one: Buffer;
let two: Buffer;
beforeAll(async () => {
  one = await signWhole(await makePdf(), holder('alice'), { at: new Date() }, face);
  two = await signWhole(one, holder('bob'), { at: new Date() }, face);
});

describe('a sound paper', () => {
  it('each question answered, the earlier signature told from the last', async () => {
    const verdicts = await verifyPdf(two, trust());
    expect(verdicts).toMatchObject([
      {
        integrity: 'intact',
        coverage: 'signaturesAdded',
        chain: 'trusted',
        revocation: 'good',
        time: 'none',
        valid: true,
      },
      {
        integrity: 'intact',
        coverage: 'whole',
        chain: 'trusted',
        revocation: 'good',
        time: 'none',
        valid: true,
      },
    ]);
  });

  it('any bit changed is seen, by us and by pdfsig', async () => {
    const signatures = readSignatures(two, await openPdf(two, false));
    const isLeftOut = (at: number): boolean => signatures.some(({ from, to }) => at >= from && at < to);
    for (let round = 0; round < 20;) {
      const at = randomInt(two.length);
      if (isLeftOut(at)) continue;
      round++;
      const changed = Buffer.from(two);
      changed[at] = (changed[at] ?? 0) ^ (1 << randomInt(8));
      const verdicts = await verifyPdf(changed, trust()).catch(() => undefined);
      // The last signature covers every byte, the first its own part.
      const [first, last] = signatures;
      expect(verdicts?.find(({ field }) => field === last?.field)?.valid ?? false, String(at)).toBe(false);
      if (round > 10) continue;
      // It fails on a file it can no longer read, which is as good an answer.
      const told = spawnSync('pdfsig', ['-nocert', bench.write('changed.pdf', changed)], {
        encoding: 'utf8',
      });
      const valid = told.stdout.split('Signature is Valid.').length - 1;
      expect(valid, String(at)).toBeLessThanOrEqual(at < (first?.end ?? 0) ? 0 : 1);
    }
  });
});

describe('changed after it was signed', () => {
  const changeLater = async (change: (doc: PDFDocument) => void): Promise<string | undefined> => {
    const doc = await PDFDocument.load(one, { forIncrementalUpdate: true, updateMetadata: false });
    change(doc);
    const [verdict] = await verifyPdf(Buffer.from(await doc.save()), trust());
    expect(verdict).toMatchObject({ integrity: 'intact', valid: false });
    return verdict?.coverage;
  };

  it('text laid over a page, a page added: content changed though the signed bytes are intact', async () => {
    expect(await changeLater((doc) => doc.getPage(0).drawText('3.000.000', { x: 60, y: 700 }))).toBe(
      'contentChanged',
    );
    expect(await changeLater((doc) => doc.addPage())).toBe('contentChanged');
  });

  it('a note in an annotation', async () => {
    const added = await changeLater((doc) => {
      const note = doc.context.register(
        doc.context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [0, 0, 300, 300] }),
      );
      doc.getPage(0).node.addAnnot(note);
    });
    expect(added).toBe('contentChanged');
  });
});

describe('the chain, each trap of its own', () => {
  const chainOf = async (name: string, others: string[], wish: Partial<Trust> = {}, at = new Date()) =>
    judgeChain(der(name), others.map(der), trust(wish), at, 'signing');

  it('good; revoked, whatever the order of what came along', async () => {
    expect(await chainOf('alice', ['sub'])).toMatchObject({ chain: 'trusted', revocation: 'good' });
    expect(await chainOf('bob', ['sub'])).toMatchObject({ chain: 'trusted', revocation: 'good' });
    for (const others of [['sub'], ['carol', 'sub'], ['sub', 'carol'], ['alice', 'sub', 'root']])
      expect(await chainOf('carol', others)).toMatchObject({ chain: 'trusted', revocation: 'revoked' });
  });

  it('no list, a stale list, a list by another: unknown, never good', async () => {
    expect(await chainOf('alice', ['sub'], { lists: [] })).toMatchObject({
      chain: 'trusted',
      revocation: 'unknown',
    });
    const later = new Date(Date.now() + 60 * 86_400_000);
    expect(await chainOf('alice', ['sub'], { now: later })).toMatchObject({
      chain: 'trusted',
      revocation: 'unknown',
    });
    // A list with a bit of its signature flipped.
    const forged = readFileSync(pki.file('sub-list.crl'));
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    const rootList = readFileSync(pki.file('root-list.crl'));
    expect(await chainOf('alice', ['sub'], { lists: [forged, rootList] })).toMatchObject({
      revocation: 'unknown',
    });
  });

  it('expired, not yet valid, foreign, incomplete, not for signing', async () => {
    expect(await chainOf('alice', ['sub'], {}, new Date('2040-01-01'))).toMatchObject({ chain: 'expired' });
    expect(await chainOf('alice', ['sub'], {}, new Date('2000-01-01'))).toMatchObject({
      chain: 'notYetValid',
    });
    expect(await chainOf('alice', ['sub'], { anchors: [der('foreign')] })).toMatchObject({
      chain: 'untrusted',
    });
    expect(await chainOf('alice', [])).toMatchObject({ chain: 'untrusted' });
    // What a paper brings along is never an anchor.
    expect(await chainOf('alice', ['sub', 'root'], { anchors: [] })).toMatchObject({ chain: 'untrusted' });
    expect(await chainOf('tsa', ['sub'])).toMatchObject({ chain: 'unsuitable' });
    expect(await chainOf('sub', [])).toMatchObject({ chain: 'unsuitable' });
  });

  it('a paper signed by a time stamper, by one revoked', async () => {
    const key = createPrivateKey(readFileSync(pki.file('tsa.key')));
    const stamper: Signer = {
      certificate: der('tsa'),
      chain: [der('sub')],
      kind: 'RSA',
      software: true,
      sign: (message) => Promise.resolve(sign('sha256', message, key)),
    };
    const stamped = await signWhole(await makePdf(), stamper, { at: new Date() }, face);
    expect(await verifyPdf(stamped, trust())).toMatchObject([
      { integrity: 'intact', chain: 'unsuitable', valid: false },
    ]);
    const revoked = await signWhole(await makePdf(), holder('carol'), { at: new Date() }, face);
    expect(await verifyPdf(revoked, trust())).toMatchObject([
      { integrity: 'intact', chain: 'trusted', revocation: 'revoked', valid: false },
    ]);
  });
});

describe('a time stamp added later, without the token', () => {
  it('judged by openssl and pdfsig; the file stays wholly signed', async () => {
    const tsa = await openTsa();
    const { bytes: stamped } = await stampWhole(two, 'Signature2', tsa.url).finally(tsa.close);
    const path = bench.write('stamped.pdf', stamped);
    const verdict = bench.run('pdfsig', '-no-ocsp', '-nssdir', nssStore(bench.folder), path);
    expect(verdict.split('Signature is Valid.').length - 1).toBe(2);
    expect(verdict).toContain('Total document signed');
    const last = readSignatures(stamped, await openPdf(stamped, false)).at(-1)!;
    const { timestampToken, signature } = readCms(last.cms, () => Buffer.alloc(0));
    writeFileSync(join(bench.folder, 'token'), timestampToken!);
    writeFileSync(join(bench.folder, 'signature'), signature);
    const judged = execFileSync(
      'openssl',
      [
        'ts',
        '-verify',
        '-in',
        'token',
        '-token_in',
        '-data',
        'signature',
        '-CAfile',
        pki.file('root.pem'),
        '-untrusted',
        pki.file('sub.pem'),
      ],
      { cwd: bench.folder, encoding: 'utf8', stdio: 'pipe' },
    );
    expect(judged).toContain('Verification: OK');
    expect((await verifyPdf(stamped, trust())).at(-1)).toMatchObject({ time: 'proved', valid: true });
    // With the time proved, the certificate may expire; the list of the revoked is then stale, which is told.
    const years = { now: new Date('2040-01-01') };
    expect((await verifyPdf(stamped, trust(years))).at(-1)).toMatchObject({
      time: 'proved',
      chain: 'trusted',
      revocation: 'unknown',
      valid: false,
    });
  });

  it('refused: under a later signature, for another signature or question, from nobody', async () => {
    await expect(stampWhole(two, 'Signature1', 'http://127.0.0.1:9/')).rejects.toMatchObject({
      code: 'timestampTooLate',
    });
    await expect(stampWhole(two, 'Signature2', 'http://127.0.0.1:9/')).rejects.toMatchObject({
      code: 'tsaUnreachable',
    });
    // A byte of the imprint from the front; the last of the nonce from the end, before the wish for a certificate.
    for (const [what, place] of [
      ['imprint', 40],
      ['nonce', -4],
    ] as const) {
      const tsa = await openTsa((request) => {
        const other = Buffer.from(request);
        const at = place < 0 ? other.length + place : place;
        other[at] = (other[at] ?? 0) ^ 1;
        return other;
      });
      await expect(stampWhole(two, 'Signature2', tsa.url).finally(tsa.close)).rejects.toMatchObject({
        code: 'tsaMismatch',
        params: { what },
      });
    }
  });
});
