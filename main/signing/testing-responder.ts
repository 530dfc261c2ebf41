import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { testPki } from './testing-pki.ts';

/** An authority that answers on this machine alone: OCSP and lists by openssl, over a copy of the test authority. */
export interface Responder {
  readonly folder: string;
  readonly file: (name: string) => string;
  /** Asked so far, by kind. */
  readonly asked: { ocsp: number; list: number };
  /** What it does not answer to. */
  readonly silent: { ocsp: boolean; list: boolean };
  /** Who signs its answers: a certificate for that alone, or somebody else's. */
  signer: 'ocsp' | 'alice';
  /** Issues a person's certificate that names this responder; answers its PKCS#12 (password "mật khẩu"). */
  issue: (who: string) => Buffer;
  revoke: (who: string) => void;
  close: () => void;
}

export const openResponder = async (): Promise<Responder> => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-responder-'));
  cpSync(testPki().folder, folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const asked = { ocsp: 0, list: 0 };
  const silent = { ocsp: false, list: false };
  const answer = async (question: Buffer): Promise<Buffer> => {
    const { signer } = responder;
    writeFileSync(file('question'), question);
    const by = [
      '-index',
      'index.txt',
      '-CA',
      'sub.pem',
      '-rsigner',
      `${signer}.pem`,
      '-rkey',
      `${signer}.key`,
    ];
    const args = ['ocsp', ...by, '-reqin', 'question', '-respout', 'answer', '-ndays', '1'];
    await promisify(execFile)('openssl', args, { cwd: folder });
    return readFileSync(file('answer'));
  };
  const server = createServer((request, response) => {
    void (async () => {
      const kind = request.method === 'POST' ? 'ocsp' : 'list';
      const body = await buffer(request);
      asked[kind] += 1;
      if (silent[kind]) response.writeHead(503).end();
      else response.end(kind === 'ocsp' ? await answer(body) : readFileSync(file('sub-list.crl')));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const config = readFileSync(file('ca.cnf'), 'utf8')
    .replace('http://127.0.0.1:8081/sub.crl', `${url}/sub.crl`)
    .replace('http://127.0.0.1:8082/', `${url}/ocsp`);
  writeFileSync(
    file('ca.cnf'),
    `${config}[responder]\nbasicConstraints = critical,CA:FALSE\nkeyUsage = critical,digitalSignature\nextendedKeyUsage = OCSPSigning\n`,
  );
  const certify = (who: string, subject: string, kind: string): void => {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${who}.key`];
    openssl('req', '-new', '-utf8', ...key, '-out', `${who}.csr`, '-subj', subject, '-config', 'ca.cnf');
    const by = ['-config', 'ca.cnf', '-extensions', kind, '-cert', 'sub.pem', '-keyfile', 'sub.key'];
    openssl('ca', '-batch', '-utf8', '-notext', ...by, '-in', `${who}.csr`, '-out', `${who}.pem`);
  };
  certify('ocsp', '/C=VN/O=Nơi cấp thử/CN=Trả lời thử', 'responder');
  const responder: Responder = {
    folder,
    file,
    asked,
    silent,
    signer: 'ocsp',
    issue: (who) => {
      certify(who, `/C=VN/O=Ủy ban nhân dân xã Mẫu/CN=${who}`, 'leaf');
      const from = ['-inkey', `${who}.key`, '-in', `${who}.pem`, '-certfile', 'chain.pem'];
      openssl('pkcs12', '-export', ...from, '-passout', 'pass:mật khẩu', '-out', `${who}.p12`);
      return readFileSync(file(`${who}.p12`));
    },
    revoke: (who) => {
      const by = ['-config', 'ca.cnf', '-cert', 'sub.pem', '-keyfile', 'sub.key'];
      openssl('ca', ...by, '-revoke', `${who}.pem`);
      openssl('ca', ...by, '-gencrl', '-out', 'sub-list.pem');
      openssl('crl', '-in', 'sub-list.pem', '-outform', 'DER', '-out', 'sub-list.crl');
    },
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return responder;
};
