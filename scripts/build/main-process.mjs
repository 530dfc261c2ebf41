// @ts-check
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
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

const native = 'native/sqlcipher.node';

/**
 * Takes the database module into the bundle and leaves only its native part outside, in a known place: nothing of
 * node_modules is packaged, and no folder is searched for it at each start.
 * @type {import('esbuild').Plugin}
 */
const nativePart = {
  name: 'native-part',
  setup(build) {
    build.onResolve({ filter: /^node-gyp-build$/ }, () => ({ path: native, namespace: 'native-part' }));
    build.onLoad({ filter: /./, namespace: 'native-part' }, () => ({
      contents: `module.exports = () => require(require('node:path').join(__dirname, '..', '${native}'))`,
      loader: 'js',
    }));
  },
};

/** @param {string} out */
function copyNativePart(out) {
  const prebuilds = join(root, 'node_modules', '@signalapp', 'sqlcipher', 'prebuilds');
  mkdirSync(join(out, 'native'), { recursive: true });
  const built = join(prebuilds, `${process.platform}-${process.arch}`, '@signalapp+sqlcipher.node');
  copyFileSync(built, join(out, native));
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
    external: ['electron'],
    plugins: [nativePart],
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  /** @type {import('esbuild').BuildOptions} */
  const commonJs = {
    ...common,
    outdir: join(out, 'main'),
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // A lazy import of a module left outside becomes a lazy require: no second module loader to start.
    supported: { 'dynamic-import': false },
  };
  const inCommonJs = "const __moduleUrl=require('node:url').pathToFileURL(__filename).href;";
  const isPreload = (/** @type {string} */ name) => name.endsWith('preload');
  const pick = (/** @type {boolean} */ preload) =>
    Object.fromEntries(Object.entries(entries.main).filter(([name]) => isPreload(name) === preload));
  await Promise.all([
    build({
      ...commonJs,
      entryPoints: pick(false),
      // CommonJS has no import.meta.
      banner: { js: inCommonJs },
      define: { ...common.define, 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
    }),
    // A sandboxed preload has no node: modules, so no banner.
    build({
      ...commonJs,
      entryPoints: pick(true),
      keepNames: false,
    }),
    build({
      ...common,
      entryPoints: entries.tools,
      outdir: join(out, 'tools'),
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      // What the bundle took in as CommonJS still calls require and __dirname.
      banner: {
        js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url),__dirname=import.meta.dirname;",
      },
    }),
  ]);
  copyNativePart(out);
  if (!existsSync(join(out, 'main', 'index.cjs')))
    throw new Error('main/index.ts is not there: nothing to start');
}
