import { execFile } from 'node:child_process';
import { mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { testPki } from './testing-pki.ts';

/** A time stamp authority: openssl behind HTTP on this machine alone. `alter` lets it answer about something else. */
export const openTsa = async (
  alter: (request: Buffer) => Buffer = (request) => request,
): Promise<{ readonly url: string; readonly close: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-tsa-'));
  const pki = testPki();
  for (const name of ['tsa.cnf', 'tsa.pem', 'tsa.key', 'chain.pem', 'tsaserial'])
    cpSync(pki.file(name), join(folder, name));
  const server = createServer((request, response) => {
    void (async () => {
      writeFileSync(join(folder, 'q'), alter(await buffer(request)));
      await promisify(execFile)(
        'openssl',
        ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'q', '-out', 'r'],
        { cwd: folder },
      );
      response.setHeader('content-type', 'application/timestamp-reply').end(readFileSync(join(folder, 'r')));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
