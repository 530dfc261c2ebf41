import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lineFaultOf } from './line-fault.ts';
import { LineFault, callHub } from './reach.ts';

const folder = mkdtempSync(join(tmpdir(), 'quay-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A certificate openssl made. */
const makeCertificate = (name: string, subject: string) => {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync(
    'openssl',
    [
      ...make,
      '-keyout',
      key,
      '-out',
      cert,
      '-subj',
      `/CN=${subject}`,
      '-addext',
      `subjectAltName=IP:127.0.0.1`,
    ],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
};

const faultAt = async (certificate: { key: Buffer; cert: Buffer }): Promise<LineFault> => {
  const server = createServer(certificate, (_request, answer) => answer.end('{}'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const { signal } = new AbortController();
  try {
    await callHub(fetch, `https://127.0.0.1:${port}/v1/hub`, { signal });
  } catch (error) {
    if (error instanceof LineFault) return error;
    throw error;
  } finally {
    server.close();
  }
  throw new Error('the certificate was taken');
};

describe('what keeps the line from working', () => {
  it('is named where a real server shows a certificate nobody here trusts', async () => {
    expect(await faultAt(makeCertificate('unknown', 'may-chu-mau'))).toMatchObject({ kind: 'certificate' });
  });

  it.each([
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_PROXY_CERTIFICATE_INVALID', 'proxy'],
    ['net::ERR_CERT_DATE_INVALID', 'certificateDate'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificateName'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
    ['net::ERR_NAME_NOT_RESOLVED', 'offline'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ])('is named as Chromium names it: %s', (message, kind) => {
    expect(lineFaultOf(new Error(message))).toMatchObject({ kind });
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'certificateDate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificateName'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['ECONNREFUSED', 'offline'],
  ])('is named as Node names it: %s', (code, kind) => {
    const cause = Object.assign(new Error('why'), { code });
    expect(lineFaultOf(new TypeError('fetch failed', { cause }))).toMatchObject({ kind });
  });

  it('is the proxy where it asks for a name and a password', async () => {
    const { signal } = new AbortController();
    const reach = () => Promise.resolve(new Response('<html>', { status: 407 }));
    await expect(callHub(reach, 'https://tinh.example/v1/hub', { signal })).rejects.toMatchObject({
      kind: 'proxy',
    });
  });
});
