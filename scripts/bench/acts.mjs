// @ts-check
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDriver } from '../build/driver.mjs';
import { ask, root } from '../setup/run.mjs';
import { emit, median, quantile } from './figures.mjs';

/**
 * Every act of a dossier's life, from the key that records it to the painted page, in the packaged application over a full vault.
 * @param {{ application: string, sandbox: string[], seed: string, dossiers: number, env: NodeJS.ProcessEnv, rounds: number }} wish
 */
export async function benchActs({ application, sandbox, seed, dossiers, env, rounds }) {
  const home = mkdtempSync(join(tmpdir(), 'quay-acts-'));
  // Inside the tree: what it leaves outside the bundle is found from here.
  const folder = mkdtempSync(join(root, '.cache', 'bench-acts-'));
  try {
    cpSync(seed, home, { recursive: true });
    /** @type {{ password: string, lastAt: number }} */
    const { password, lastAt } = JSON.parse(readFileSync(join(seed, 'seed.json'), 'utf8'));
    const tool = join(root, 'out', 'tools', 'clash-dossiers.mjs');
    const clashed = ask(process.execPath, [tool, '--dir', home, '--count', String(rounds)]);
    if (!clashed.ok) throw new Error(clashed.stderr);
    /** @type {typeof import('../../e2e/clerk/measure-acts.ts')} */
    const { measureActs } = await import(
      await bundleDriver('e2e/clerk/measure-acts.ts', join(folder, 'measure-acts.mjs'))
    );
    const { acts, answered, many, limit, counts, morning } = await measureActs({
      root: home,
      executable: application,
      sandbox,
      env,
      password,
      at: new Date(lastAt + 3_600_000).toISOString(),
      rounds,
      clashing: JSON.parse(clashed.stdout),
    });
    /** @param {readonly number[]} times */
    const spread = (times) => ({ p50_ms: median(times), p95_ms: quantile(times, 0.95) });
    const beside = { name: 'a question answered at once, painted', ...spread(limit) };
    const all = acts.map(({ ms }) => ms);
    emit({
      name: 'an act: key to drawn result',
      dossiers,
      n: all.length,
      ...spread(all),
      max_ms: quantile(all, 1),
      limit: beside,
      asked_to_answered: spread(answered),
      by_act: Object.fromEntries(
        [...new Set(acts.map(({ act }) => act))].map((act) => [
          act,
          median(acts.filter((one) => one.act === act).map(({ ms }) => ms)),
        ]),
      ),
      wanted: 'p95 ≤ 100 ms',
    });
    emit({
      name: 'an act on many: key to the list without its form',
      dossiers,
      at_once: many.count,
      n: many.ms.length,
      ...spread(many.ms),
      limit: beside,
    });
    emit({
      name: 'counts of the lists, painted',
      dossiers,
      n: counts.length,
      ...spread(counts),
      limit: beside,
    });
    emit({
      name: 'lists of the first screen, painted',
      dossiers,
      n: morning.length,
      ...spread(morning),
      limit: beside,
    });
  } finally {
    for (const one of [home, folder]) rmSync(one, { recursive: true, force: true });
  }
}
