// @ts-check
import { pathToFileURL } from 'node:url';
import { root } from '../setup/run.mjs';

/**
 * Bundles a script of e2e/, which is TypeScript and no part of the application, and returns where to import it from.
 * @param {string} entry below the root
 * @param {string} outfile
 * @param {Record<string, string>} [define]
 */
export async function bundleDriver(entry, outfile, define = {}) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    define,
  });
  return pathToFileURL(outfile).href;
}
