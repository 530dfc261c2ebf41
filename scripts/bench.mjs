// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { openDisplay } from './display.mjs';
import { packageAll } from './package.mjs';
import { packagedApp } from './packaged-app.mjs';
import { setUp } from './setup.mjs';
import { root, runToEnd } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';
import { electronEnvironment, sandboxFlags } from './start.mjs';

// `npm run bench [-- --only bundle,accept,search,books,sign,driver,hub,week,start,window,acts,paper] [--dossiers 100000] [--rounds 7]`: one line of JSON a
// figure, each beside the limit measured in the same run. Figures live here and never in timed tests. `--only hub [--seconds 20] [--sustain 20]
// [--held 100000]`, or `--whole` for ten minutes and a million rows.

/** @param {string} name @param {string[]} args */
async function tool(name, ...args) {
  const code = await runToEnd(process.execPath, [join(root, 'out', 'tools', `${name}.mjs`), ...args]);
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
}

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      only: {
        type: 'string',
        default: 'bundle,accept,search,books,sign,driver,hub,week,start,window,acts,paper',
      },
      dossiers: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '20' },
      sustain: { type: 'string', default: '20' },
      held: { type: 'string', default: '100000' },
      whole: { type: 'boolean', default: false },
    },
  });
  const wanted = new Set(values.only.split(','));
  const dossiers = Number(values.dossiers);
  const rounds = Number(values.rounds);
  const { runtime } = await setUp();
  await buildAll();
  const { emit } = await import('./bench/figures.mjs');
  if (wanted.delete('bundle')) {
    const { pages } = JSON.parse(readFileSync(join(root, 'out', 'bundle.json'), 'utf8'));
    emit({ name: 'first-screen renderer code', gzip_bytes: pages.index.js, wanted: '≤ 300 kB' });
  }
  if (wanted.delete('sign')) {
    const { benchSign } = await import('./bench/sign.mjs');
    await tool('bench-sign', ...benchSign());
  }
  if (wanted.delete('driver')) {
    await packageAll({ runtime });
    const { benchSlowDriver } = await import('./bench/slow-driver.mjs');
    const display = await openDisplay({ always: true });
    try {
      await benchSlowDriver({
        application: packagedApp().tested,
        sandbox: sandboxFlags(runtime.path),
        env: electronEnvironment(display.env),
      });
    } finally {
      display.stop();
    }
  }
  if (wanted.delete('hub')) {
    const { benchHub } = await import('./bench/hub.mjs');
    await benchHub(
      values.whole
        ? { seconds: 30, sustain: 600, held: 1_000_000 }
        : {
            seconds: Number(values.seconds),
            sustain: Number(values.sustain),
            held: Number(values.held),
          },
    );
  }
  if (wanted.delete('week')) {
    // In a process of its own, as a desk is: what the hub's bench leaves behind in memory is no part of its week.
    const code = await runToEnd(process.execPath, [join(root, 'scripts', 'bench', 'week.mjs')]);
    if (code !== 0) throw new Error(`week ended with ${code}`);
  }
  if (wanted.size === 0) return 0;
  const { seededVault } = await import('./bench/seed.mjs');
  const seed = wanted.size === 1 && wanted.has('paper') ? '' : await seededVault(dossiers);
  if (wanted.has('accept')) await tool('bench-accept', '--seed', seed, '--assets', join(root, 'assets'));
  if (wanted.has('search')) await tool('bench-search', '--seed', seed);
  if (wanted.has('books')) await tool('bench-books', '--seed', seed);
  if (!['start', 'window', 'acts', 'paper'].some((name) => wanted.has(name))) return 0;
  const display = await openDisplay({ always: true });
  const common = {
    seed,
    dossiers,
    sandbox: sandboxFlags(runtime.path),
    env: electronEnvironment(display.env),
  };
  try {
    if (wanted.has('start')) {
      await packageAll({ runtime });
      const { benchStart } = await import('./bench/start.mjs');
      await benchStart({ ...common, application: packagedApp().shipped, electron: runtime.path, rounds });
    }
    if (wanted.has('window')) {
      const { benchWindow } = await import('./bench/window.mjs');
      await benchWindow({ ...common, electron: runtime.path, root, rounds });
    }
    if (wanted.has('acts')) {
      await packageAll({ runtime });
      const { benchActs } = await import('./bench/acts.mjs');
      await benchActs({ ...common, application: packagedApp().tested, rounds });
    }
    if (wanted.has('paper')) {
      const { benchPaper } = await import('./bench/paper.mjs');
      await benchPaper(common);
    }
  } finally {
    display.stop();
  }
  return 0;
});
