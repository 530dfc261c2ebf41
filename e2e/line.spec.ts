import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { wallClock } from '../main/desk/clock.ts';
import { openTestDesk, sampleFounding } from '../main/testing-desk.ts';
import { foldersIn } from './clerk/application.ts';
import { ask } from './clerk/bridge.ts';
import { signIn } from './clerk/session.ts';
import { expect, test } from './counter.ts';

/** What stands between a counter and its province: this PC's own proxy, the authorities its administrator trusts, a certificate with a fault. */

const portOf = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

test('each fault of a certificate is named, an inside authority is trusted, and the proxy is this PC’s', async ({
  open,
  scratch,
}) => {
  const at = (name: string): string => join(scratch, name);
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: scratch, stdio: 'pipe' });
  const newKey = (name: string): string[] => [
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', `${name}.key`, '-subj', `/CN=${name}`],
  ];
  run('openssl', 'req', '-x509', ...newKey('inside'), '-days', '9', '-out', 'inside.pem');
  const servers: Server[] = [];
  /** A server whose certificate the inside authority issued, or nobody; its address. */
  const serve = async (name: string, subject: string, days = '2', issuer = 'inside'): Promise<string> => {
    writeFileSync(at('subject'), `subjectAltName=${subject}\n`);
    run('openssl', 'req', '-new', ...newKey(name), '-out', `${name}.csr`);
    const by =
      issuer === name ? ['-signkey', `${name}.key`] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`];
    run(
      'openssl',
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...by,
      '-days',
      days,
      '-extfile',
      'subject',
      '-out',
      `${name}.pem`,
    );
    const shown = { key: readFileSync(at(`${name}.key`)), cert: readFileSync(at(`${name}.pem`)) };
    const server = createServer(shown, (_request, answer) => answer.end('{}'));
    servers.push(server);
    return `https://127.0.0.1:${await portOf(server)}`;
  };
  const asked: string[] = [];
  const proxy = createProxy().on('connect', (request, socket) => {
    asked.push(String(request.url));
    socket.end(
      'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="mau"\r\ncontent-length: 0\r\n\r\n',
    );
  });
  servers.push(proxy);

  // As an administrator of a network sets up a PC.
  const trusted = join(scratch, '.pki', 'nssdb');
  mkdirSync(trusted, { recursive: true });
  run('certutil', '-d', `sql:${trusted}`, '-N', '--empty-password');
  run('certutil', '-d', `sql:${trusted}`, '-A', '-t', 'C,,', '-n', 'inside', '-i', 'inside.pem');
  const folders = foldersIn(at('counter'));
  const founding = openTestDesk({ folder: folders.root, clock: wallClock, trialOnly: false });
  const founded = await founding.ask('setup.found', sampleFounding({ trial: false }));
  if (founded.ok) await founding.ask('recovery.prove', { typed: founded.value.recoveryCode });
  founding.close();
  const env = { HOME: scratch, https_proxy: `http://127.0.0.1:${await portOf(proxy)}` };
  const { page } = await open({ as: 'founded', on: folders, at: null, env });
  await signIn(page);

  const told = async (url: string): Promise<unknown> => {
    const joined = await ask(page, 'sync.join', { url, code: 'AAAA-AAAA-AAAA-AAAA-A' });
    return joined.ok ? 'joined' : joined.fault.params?.['reason'];
  };
  // Trusted: it is heard, and is no hub.
  expect(await told(await serve('good', 'IP:127.0.0.1'))).toBe('notHub');
  expect(await told(await serve('late', 'IP:127.0.0.1', '-1'))).toBe('certificateDate');
  expect(await told(await serve('other', 'DNS:other.example'))).toBe('certificateName');
  expect(await told(await serve('nobody', 'IP:127.0.0.1', '2', 'nobody'))).toBe('certificate');
  // Nothing of Chromium's own asks anybody anything.
  expect(asked).toEqual([]);
  expect(await told('https://tinh.example')).toBe('proxy');
  expect(new Set(asked)).toEqual(new Set(['tinh.example:443']));
  for (const server of servers) server.close();
});
