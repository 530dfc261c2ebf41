// @ts-check
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { bundleDriver } from '../build/driver.mjs';
import { hubFlags } from '../hub-flags.mjs';
import { root } from '../setup/run.mjs';

/** The desk's end of the line, as the benches drive it. */
export const deskEnd = async () =>
  /** @type {Promise<typeof import('../../main/sync/testing-bench.ts')>} */ (
    import(await bundleDriver('main/sync/testing-bench.ts', join(root, '.cache', 'bench', 'sync.mjs')))
  );

/**
 * A hub as a process of its own, on a database that is there already or on one of its own.
 * @param {string} [databaseUrl]
 * @param {Record<string, string>} [environment]
 */
export async function startHubProcess(databaseUrl, environment = {}) {
  const bundle = join(root, '.cache', 'bench', 'hub.mjs');
  await bundleDriver('hub/index.ts', bundle);
  const folder = mkdtempSync(join(tmpdir(), 'quay-bench-hub-'));
  // As root PostgreSQL runs under another user, who must get to its folder.
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, [...hubFlags, bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      HUB_DATA: folder,
      HUB_PORT: '0',
      HUB_LOG: 'error',
      ...environment,
    },
  });
  const [line] = await once(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    /** Its folder: key, files, and its own database. */
    data: folder,
    url: String(line).trim(),
    /** At once, for a harness that ends without a word. */
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {import('../../hub/database.ts').Database} Database */

/** Everything desks have sent and nothing of who they are. */
const sent = 'office, epoch, batch, journal_row, fork, feed, holder, followed, dossier_standing';

/** The hub at work reads these tables in orders of its own: where the two block each other, PostgreSQL ends one, maybe this. @param {Database} db */
export const emptyHub = async (db) => {
  for (;;)
    try {
      await db.query(`TRUNCATE ${sent}`);
      return;
    } catch (error) {
      // Deadlock detected.
      if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error;
    }
};

/** @param {Database} db @param {string} query @returns {Promise<number>} */
export const ask = async (db, query) => Number(Object.values((await db.query(query)).rows[0] ?? {})[0]);

/** Waits until everything that is held is admitted. @param {Database} db */
export const admitted = async (db) => {
  while ((await ask(db, 'SELECT count(*) FROM epoch WHERE admitted < held')) > 0) await rest(20);
};

/** And followed: what is kept of dossiers beside their rows is up to date. @param {Database} db */
export const followed = async (db) => {
  await admitted(db);
  const behind =
    'SELECT count(*) FROM office LEFT JOIN followed USING (office) WHERE office.position > coalesce(followed.position, 0)';
  while ((await ask(db, behind)) > 0) await rest(100);
};
