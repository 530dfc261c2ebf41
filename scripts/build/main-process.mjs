// @ts-check
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../setup/run.mjs';
import { sourceFiles } from './inputs.mjs';

/**
 * What becomes a file of its own in the main process. `main/x/scrypt.process.ts` (a worker or utility process) becomes
 * `main/scrypt.cjs`; `main/tools/verify-journal.ts` (a command line) becomes `tools/verify-journal.mjs`.
 * @param {readonly string[]} files below the root, with `/`
 * @returns {{ main: Record<string, string>, tools: Record<string, string> }} output name without extension → source
 */
export function entryPoints(files) {
  /** @type {Record<string, string>} */
  const main = {};
  /** @type {Record<string, string>} */
  const tools = {};
  for (const file of files) {
    const name = basename(file, '.ts');
    const isEntry = /^main\/(?:index|preload|[\w-]+-preload)\.ts$/u.test(file);
    if (/^main\/tools\/[\w-]+\.ts$/u.test(file)) {
      tools[name] = file;
    } else if (isEntry || /^main\/.*\.process\.ts$/u.test(file)) {
      const output = name.replace(/\.process$/u, '');
      if (main[output] !== undefined)
        throw new Error(`${file} and ${main[output]} would both become main/${output}.cjs`);
      main[output] = file;
    }
  }
  return { main, tools };
}

/**
 * Bundles the main process, its preloads, workers and command-line tools. One file each: loading one file from the archive
 * and parsing it lazily starts quicker than resolving hundreds of modules.
 * @param {string} out
 */
export async function buildMainProcess(out) {
  const { build } = await import('esbuild');
  const entries = entryPoints(sourceFiles(root, 'main'));
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    legalComments: 'linked',
    // Electron's own module, and the one with a native part, which stays in node_modules.
    external: ['electron', '@signalapp/sqlcipher'],
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const inCommonJs = "const __moduleUrl=require('node:url').pathToFileURL(__filename).href;";
  const isPreload = (/** @type {string} */ name) => name.endsWith('preload');
  const pick = (/** @type {boolean} */ preload) =>
    Object.fromEntries(Object.entries(entries.main).filter(([name]) => isPreload(name) === preload));
  await Promise.all([
    build({
      ...common,
      entryPoints: pick(false),
      outdir: join(out, 'main'),
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      // CommonJS has no import.meta.
      banner: { js: inCommonJs },
      define: { ...common.define, 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
    }),
    // A sandboxed preload has no node: modules, so no banner.
    build({
      ...common,
      entryPoints: pick(true),
      outdir: join(out, 'main'),
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      keepNames: false,
    }),
    build({
      ...common,
      entryPoints: entries.tools,
      outdir: join(out, 'tools'),
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      // What the bundle took in as CommonJS still calls require.
      banner: {
        js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
      },
    }),
  ]);
  if (!existsSync(join(out, 'main', 'index.cjs')))
    throw new Error('main/index.ts is not there: nothing to start');
}
