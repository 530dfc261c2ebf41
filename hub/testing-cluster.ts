import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';
import type { LocalPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of the run's PostgreSQL, started for the first who asks. */
    postgresGate: number;
  }
}

/** Nothing of a test need outlive it. */
const careless = ['-c', 'fsync=off', '-c', 'shared_buffers=64MB', '-c', 'max_connections=200'];

/** One cluster for a whole test run, and none where no test asks. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  let cluster: Promise<LocalPostgres> | undefined;
  let folder: string | undefined;
  const start = (): Promise<LocalPostgres> => {
    folder = mkdtempSync(join(tmpdir(), 'quay-hub-'));
    return startPostgres(folder, careless);
  };
  const gate = createServer((socket) => {
    socket.on('error', () => undefined);
    const given = process.env['DATABASE_URL'];
    if (given !== undefined) socket.end(given);
    else {
      cluster ??= start();
      cluster.then(
        ({ url }) => socket.end(url),
        (error: unknown) => socket.end(`! ${String(error)}`),
      );
    }
  });
  await new Promise<void>((resolve) => void gate.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = gate.address();
  if (address === null || typeof address === 'string') throw new Error('no gate');
  provide('postgresGate', address.port);
  return async () => {
    gate.close();
    await cluster?.then(
      (one) => one.stop(),
      () => undefined,
    );
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
};
