import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSoftwareToken } from '../token/software-token.ts';
import { judgeChain, parseCertificate } from './chain.ts';
import { openPdf } from './open-pdf.ts';
import { readProofs } from './proofs.ts';
import { standingOf } from './revocation.ts';
import { face, makePdf, nssStore, openBench, proveWhole, signWhole, stampWhole } from './testing-pdf.ts';
import { testPki } from './testing-pki.ts';
import { openResponder } from './testing-responder.ts';
import type { Responder } from './testing-responder.ts';
import { openTsa } from './testing-tsa.ts';
import { loadTrust } from './trust.ts';
import type { Trust } from './trust.ts';
import { verifyPdf } from './verify-pdf.ts';

const pki = testPki();
const bench = openBench();
let responder: Responder;
let signed: Buffer;
/** The root's list alone: of the leaf's own authority nothing is at hand. */
let trust: Trust;
let full: Trust;

const trustOf = (name: string, ...files: string[]): Trust => {
  const folder = join(bench.folder, name);
  mkdirSync(folder);
  for (const file of files) cpSync(pki.file(file), join(folder, file));
  // A minute ahead: what is issued and revoked in here has happened by then.
  return loadTrust(folder, new Date(Date.now() + 60_000));
};
const signAs = async (p12: Buffer): Promise<Buffer> =>
  signWhole(await makePdf(), openSoftwareToken(p12, 'mật khẩu'), { at: new Date() }, face);
const verdictOf = async (pdf: Buffer, by: Trust) => (await verifyPdf(pdf, by)).at(-1);

beforeAll(async () => {
  responder = await openResponder();
  trust = trustOf('some', 'root.pem', 'root-list.crl');
  full = trustOf('all', 'root.pem', 'root-list.crl', 'sub-list.crl');
  signed = await signAs(responder.issue('dung'));
});
afterAll(() => {
  responder.close();
  rmSync(bench.folder, { recursive: true, force: true });
});

describe('proofs of revocation put into a signed paper', () => {
  it('an answer of the authority: unknown before, good after, for us and for tools that are not ours', async () => {
    expect(await verdictOf(signed, trust)).toMatchObject({ revocation: 'unknown', valid: false });
    const { bytes, fetched } = await proveWhole(signed, 'Signature1', trust);
    expect(fetched).toEqual([]);
    expect(responder.asked).toEqual({ ocsp: 1, list: 0 });
    expect(bytes.subarray(0, signed.length)).toEqual(signed);
    expect(await verdictOf(bytes, trust)).toMatchObject({
      coverage: 'signaturesAdded',
      revocation: 'good',
      valid: true,
    });
    const path = bench.write('proved.pdf', bytes);
    const told = bench.run('pdfsig', '-no-ocsp', '-nssdir', nssStore(bench.folder), path);
    expect(told).toContain('Signature is Valid.');
    expect(told).toContain('Certificate is Trusted.');
    bench.run('qpdf', '--check', path);
    expect(bench.run('qpdf', '--json', path)).toContain('"/DSS"');
    // The embedded answer is one openssl believes.
    const [answer] = readProofs(await openPdf(bytes, false)).answers;
    const by = ['-issuer', responder.file('sub.pem'), '-cert', responder.file('dung.pem')];
    const from = ['-respin', bench.write('answer', answer!), '-CAfile', pki.file('root.pem')];
    const judged = execFileSync('openssl', ['ocsp', ...by, ...from], { encoding: 'utf8', stdio: 'pipe' });
    expect(judged).toContain(': good');
    // A further signature leaves the proofs and the first signature as they are.
    const next = await signWhole(
      bytes,
      openSoftwareToken(readFileSync(pki.file('bob.p12')), 'mật khẩu'),
      { at: new Date() },
      face,
    );
    expect(await verifyPdf(next, trust)).toMatchObject([{ revocation: 'good', valid: true }, {}]);
  });

  it('the list where there is no answer, which then serves the next paper without asking', async () => {
    responder.silent.ocsp = true;
    const { bytes, fetched } = await proveWhole(signed, 'Signature1', trust);
    expect(fetched).toHaveLength(1);
    expect(await verdictOf(bytes, trust)).toMatchObject({ revocation: 'good', valid: true });
    const before = { ...responder.asked };
    await proveWhole(signed, 'Signature1', { ...trust, lists: [...trust.lists, ...fetched] });
    expect(responder.asked).toEqual(before);
  });

  it('nothing at all where nobody answers, or where nobody may be believed', async () => {
    responder.silent.list = true;
    await expect(proveWhole(signed, 'Signature1', trust)).rejects.toMatchObject({
      code: 'proofsUnreachable',
    });
    responder.silent.ocsp = false;
    // Signed by a person of the same authority, whose certificate is not for that.
    responder.signer = 'alice';
    await expect(proveWhole(signed, 'Signature1', trust)).rejects.toMatchObject({
      code: 'proofsUnreachable',
    });
    responder.signer = 'ocsp';
    responder.silent.list = false;
    await expect(proveWhole(signed, 'Signature1', { ...trust, anchors: [] })).rejects.toMatchObject({
      code: 'proofsUnreachable',
    });
  });

  it('holds for years once the time is proved, though every list is outdated by then', async () => {
    const tsa = await openTsa();
    const { bytes: stamped } = await stampWhole(signed, 'Signature1', tsa.url).finally(tsa.close);
    const { bytes } = await proveWhole(stamped, 'Signature1', full);
    const years: Trust = { ...full, lists: [], now: new Date('2040-01-01') };
    expect(await verdictOf(stamped, years)).toMatchObject({ time: 'proved', revocation: 'unknown' });
    expect(await verdictOf(bytes, years)).toMatchObject({ time: 'proved', revocation: 'good', valid: true });
    // Without a proved time an outdated proof proves nothing.
    const unstamped = await proveWhole(signed, 'Signature1', full);
    expect(await verdictOf(unstamped.bytes, years)).toMatchObject({ valid: false });
    expect(
      await verdictOf(unstamped.bytes, { ...trust, lists: [], now: new Date(Date.now() + 60 * 86_400_000) }),
    ).toMatchObject({
      revocation: 'unknown',
    });
  });

  it('a revocation outweighs every good answer, and is embedded as what it is', async () => {
    const paper = await signAs(responder.issue('huy'));
    const { bytes: good } = await proveWhole(paper, 'Signature1', trust);
    responder.revoke('huy');
    const list = readFileSync(responder.file('sub-list.crl'));
    expect(await verdictOf(good, { ...trust, lists: [...trust.lists, list] })).toMatchObject({
      revocation: 'revoked',
      valid: false,
    });
    const { bytes: told } = await proveWhole(paper, 'Signature1', trust);
    expect(await verdictOf(told, trust)).toMatchObject({ revocation: 'revoked', valid: false });
    // An answer about somebody else says nothing about her.
    const { answers } = readProofs(await openPdf(good, false));
    const der = (name: string) =>
      parseCertificate(execFileSync('openssl', ['x509', '-in', responder.file(name), '-outform', 'DER']));
    const moment = { at: new Date(), now: new Date() };
    expect(await standingOf(der('dung.pem'), der('sub.pem'), { lists: [], answers }, moment)).toBeUndefined();
    expect(await standingOf(der('huy.pem'), der('sub.pem'), { lists: [], answers }, moment)).toMatchObject({
      revokedAt: undefined,
    });
  });
});

describe('a certificate that is not for signing', () => {
  it.each([
    ['one for OCSP answers', 'OCSPSigning', 'digitalSignature'],
    // Node's own keyUsage shows the extended one: it would pass by that (docs/signing.md).
    ['one for enciphering keys', 'emailProtection', 'keyEncipherment'],
  ])('%s', async (_, extended, usage) => {
    const made = execFileSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-keyout',
          '/dev/null',
          '-subj',
          '/CN=Lạc',
          '-utf8',
        ],
        ...['-CA', pki.file('sub.pem'), '-CAkey', pki.file('sub.key'), '-outform', 'DER'],
        ...['-addext', `extendedKeyUsage=${extended}`, '-addext', `keyUsage=critical,${usage}`],
        ...['-addext', 'basicConstraints=critical,CA:FALSE'],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const others = [readFileSync(pki.file('sub.der'))];
    expect(await judgeChain(made, others, full, new Date(), 'signing')).toMatchObject({
      chain: 'unsuitable',
    });
  });
});
