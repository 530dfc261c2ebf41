// @ts-check
// Joins a peers' harness: each export is a contender in its rounds: write, search, start. The application's own modules are
// used, built by `npm run build`; the 100,000-dossier vault is the harness's own data, so only the engine is compared.
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sandboxFlags } from './start.mjs';
import { packagedApp } from './packaged-app.mjs';
import { root } from './setup/run.mjs';

/** @typedef {{ id: string, seq: number }} Event */

const engine = () => import(pathToFileURL(join(root, 'out', 'tools', 'bench-engine.mjs')).href);

/** One event as the journal writes it: chained, signed, committed with one fsync. */
export const write = {
  /** @param {string} dir */
  'quầy một cửa (journal row, chained and signed)': async (dir) => {
    const { openJournalEngine } = await engine();
    return openJournalEngine(dir, randomBytes(32));
  },
};

/** As-you-type search in a vault of the harness's dossiers. */
export const search = {
  name: 'quầy một cửa (vault)',
  file: join(root, 'out', 'tools', 'bench-search-worker.mjs'),
  args: [join(dirname(process.argv[1] ?? ''), 'lib.mjs')],
};

/** The packaged application with an empty home; prints @ready-to-show and @load. */
export const start = {
  'quầy một cửa (packaged)': {
    cmd: packagedApp().shipped,
    args: sandboxFlags(packagedApp().shipped),
    env: { QUAY_MILESTONES: '1' },
  },
};

/**
 * A desk's vault of the harness's records to a hub on the run's own PostgreSQL, acknowledged, and admitted and in the feed. Rounds begin
 * with the desk enrolled and the hub empty.
 * @param {{ records: object[], pg: { user: string, password: string, port: number, database: string } }} run
 */
export const sync = async ({ records, pg }) => {
  const { deskEnd, emptyHub, followed, startHubProcess } = await import('./bench/sync.mjs');
  // The desk of a bench reads its rules as a test's does: from the repository.
  process.chdir(root);
  const { fillJournal, openBenchDesk, openDatabase } = await deskEnd();
  const databaseUrl = `postgres://${pg.user}:${pg.password}@127.0.0.1:${pg.port}/${pg.database}`;
  const hub = await startHubProcess(databaseUrl);
  const db = openDatabase(databaseUrl, 2);
  const sender = await openBenchDesk(db, hub.url, 'H55.242', 1);
  fillJournal(sender.desk, records);
  process.once('exit', hub.kill);
  const all = sender.before + records.length;
  /** @param {string} query */
  const ask = async (query) => Object.values((await db.query(query)).rows[0] ?? {})[0];
  const requestsSoFar = async () => {
    const text = await (await fetch(`${hub.url}/metrics`)).text();
    return Number(/^hub_requests_total (\d+)/mu.exec(text)?.[1] ?? Number.NaN);
  };
  const admitted = async () => {
    while (Number(await ask('SELECT coalesce(sum(position), 0) FROM office')) < all)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  let before = 0;
  const server = {
    pid: hub.pid,
    port: Number(new URL(hub.url).port),
    /** @param {{ cmd: string }} message */
    ask: async ({ cmd }) => {
      if (cmd === 'clear') {
        await followed(db);
        await emptyHub(db);
        await db.query('CHECKPOINT');
        before = await requestsSoFar();
        return {};
      }
      return {
        // The figures' own request is not the desk's.
        requests: (await requestsSoFar()) - before - 1,
        rows: Number(await ask('SELECT count(*) FROM journal_row')) - sender.before,
        fsync: await ask('SHOW fsync'),
      };
    },
  };
  /** @param {number} port */
  const push = (port) => sender.push(`http://127.0.0.1:${port}`);
  return [
    { name: 'quầy một cửa, acknowledged', server, go: push, after: admitted },
    {
      name: 'quầy một cửa, admitted and in the feed',
      server,
      /** @param {number} port */
      go: (port) => push(port).then(admitted),
    },
  ];
};
