// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDriver } from '../build/driver.mjs';
import { root } from '../setup/run.mjs';
import { emit, round } from './figures.mjs';

/**
 * How long the packaged application's window is kept while a token's driver takes five seconds to start.
 * @param {{ application: string, sandbox: string[], env: NodeJS.ProcessEnv }} wish
 */
export async function benchSlowDriver({ application, sandbox, env }) {
  const home = mkdtempSync(join(tmpdir(), 'quay-driver-'));
  // Inside the tree: what it leaves outside the bundle is found from here.
  const folder = mkdtempSync(join(root, '.cache', 'bench-driver-'));
  try {
    /** @type {typeof import('../../e2e/measure-slow-driver.ts')} */
    const { measureSlowDriver } = await import(
      await bundleDriver('e2e/measure-slow-driver.ts', join(folder, 'measure.mjs'))
    );
    const { none, quick, slow } = await measureSlowDriver({
      root: home,
      executable: application,
      sandbox,
      env,
    });
    emit({
      name: "the window's longest lag while a driver takes 5 s to start",
      max_ms: round(slow),
      limit: { name: 'the same page without any driver', max_ms: round(none) },
      beside: { name: 'the same with a driver that starts at once', max_ms: round(quick) },
      load: round(loadavg()[0] ?? 0),
      wanted: '≤ 100 ms',
    });
  } finally {
    for (const one of [home, folder]) rmSync(one, { recursive: true, force: true });
  }
}
