// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfFiles, sourceFiles } from './build/inputs.mjs';
import { isMain, root } from './setup/run.mjs';
import { installPackages } from './setup/packages.mjs';
import { runScript, say, SetupFault } from './setup/say.mjs';

const out = join(root, 'out');

/**
 * The hash of everything that goes into out/.
 * @returns {string}
 */
export function sourcesHash() {
  const code = ['main', 'renderer', 'shared', 'scripts/build'].flatMap((folder) => sourceFiles(root, folder));
  // assets/ is read at run time, yet a bundle may import from it.
  const data = sourceFiles(root, 'assets');
  return hashOfFiles(root, [
    ...code,
    ...data,
    'scripts/build.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]);
}

/**
 * Builds main process, tools and renderer into out/ unless that is already of these sources. Built beside it and swapped in
 * whole, so that a failed build leaves the last good one.
 * @param {{ force?: boolean }} [wish]
 * @returns {Promise<{ hash: string, built: boolean }>}
 */
export async function buildAll({ force = false } = {}) {
  const hash = sourcesHash();
  const stamp = join(out, '.stamp');
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return { hash, built: false };
  const started = performance.now();
  const work = join(root, '.cache', `build-${process.pid}`);
  const old = `${work}-old`;
  mkdirSync(work, { recursive: true });
  try {
    const { buildMainProcess } = await import('./build/main-process.mjs');
    const { buildRenderer } = await import('./build/renderer.mjs');
    // Both are waited for even when one fails: a fault's message is the last thing said, and nothing goes on behind it.
    const ends = await Promise.allSettled([buildMainProcess(work), buildRenderer(work)]);
    const faults = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    if (faults.length > 0) throw new SetupFault(faults.join('\n'));
    writeFileSync(join(work, '.stamp'), hash);
    if (existsSync(out)) renameSync(out, old);
    renameSync(work, out);
  } finally {
    // Else its helper process stays for as long as ours, which may be a whole day at the counter.
    await (await import('esbuild')).stop();
    rmSync(work, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  say(`Built out/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { hash, built: true };
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    await installPackages(root);
    await buildAll({ force: process.argv.includes('--force') });
  });
}
