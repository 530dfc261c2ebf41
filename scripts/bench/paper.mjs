// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleDriver } from '../build/driver.mjs';
import { root } from '../setup/run.mjs';
import { emit, median, quantile } from './figures.mjs';

/** Turns; cheap ones, and the quotient settles slowly. */
const rounds = 60;

/**
 * The receipt's PDF by itself, beside a window that is kept and only has its body replaced.
 * @param {{ env: NodeJS.ProcessEnv }} wish
 */
export async function benchPaper({ env }) {
  // Inside the tree: what it leaves outside the bundle is found from here.
  const folder = mkdtempSync(join(root, '.cache', 'bench-paper-'));
  try {
    const outfile = join(folder, 'e2e', 'papers', 'measure.mjs');
    /** @type {typeof import('../../e2e/papers/measure.ts')} */
    const { measureReceipts } = await import(
      await bundleDriver('e2e/papers/measure.ts', outfile, {
        // The host it starts is bundled from its own source, wherever this file lies.
        'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'e2e', 'papers', 'measure.ts')).href),
      })
    );
    const { app, limit } = await measureReceipts(rounds, env);
    emit({
      name: 'receipt PDF: values to bytes',
      n: rounds,
      p50_ms: median(app),
      p95_ms: quantile(app, 0.95),
      limit: { name: 'kept window, its body replaced', p50_ms: median(limit), p95_ms: quantile(limit, 0.95) },
      times_limit: median(app.map((ms, turn) => ms / (limit[turn] ?? Number.NaN))),
      wanted: '≤ 1.5 ×',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
