// @ts-check
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
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
const tokenNative = 'native/pkcs11.node';

/** @param {string} file */
const besideTheBundle = (file) => `require(require('node:path').join(__dirname, '..', '${file}'))`;

/**
 * Takes the database and token modules into the bundle and leaves only their native parts outside, in a known place: nothing of
 * node_modules is packaged, and no folder is searched for it at each start.
 * @type {import('esbuild').Plugin}
 */
const nativePart = {
  name: 'native-part',
  setup(build) {
    build.onResolve({ filter: /^node-gyp-build$/ }, () => ({ path: native, namespace: 'native-part' }));
    build.onResolve({ filter: /\/pkcs11\.node$/ }, () => ({ path: tokenNative, namespace: 'native-part' }));
    build.onLoad({ filter: /./, namespace: 'native-part' }, ({ path }) => ({
      contents: `module.exports = ${path === native ? '() => ' : ''}${besideTheBundle(path)}`,
      loader: 'js',
    }));
  },
};

/** @param {string} out */
function copyNativeParts(out) {
  const prebuilds = join(root, 'node_modules', '@signalapp', 'sqlcipher', 'prebuilds');
  mkdirSync(join(out, 'native'), { recursive: true });
  const built = join(prebuilds, `${process.platform}-${process.arch}`, '@signalapp+sqlcipher.node');
  copyFileSync(built, join(out, native));
  const token = join(root, 'node_modules', 'pkcs11js', 'build', 'Release', 'pkcs11.node');
  // An optional package: where it could not be compiled the counter runs all the same, and cannot sign with a token.
  if (existsSync(token)) copyFileSync(token, join(out, tokenNative));
  else process.stderr.write('pkcs11js is not compiled here: this build cannot sign with a token\n');
}

/**
 * Bundles the main process, its preloads, workers and command-line tools.
 *
 * The main process is split where it imports lazily, so that the window is made before the rest is even read: parsing all of
 * it takes longer than making a window. esbuild splits ES modules only, and Electron starts those too late for
 * protocol.registerSchemesAsPrivileged, so the parts are turned into CommonJS afterwards.
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
    sourcemap: 'linked',
    legalComments: 'linked',
    external: ['electron'],
    plugins: [nativePart],
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const isPreload = (/** @type {string} */ name) => name.endsWith('preload');
  const pick = (/** @type {boolean} */ preload) =>
    Object.fromEntries(Object.entries(entries.main).filter(([name]) => isPreload(name) === preload));
  const folder = join(out, 'main');
  const parts = join(out, 'parts');
  await Promise.all([
    build({
      ...common,
      entryPoints: pick(false),
      outdir: parts,
      format: 'esm',
      splitting: true,
      keepNames: true,
      chunkNames: 'part-[hash]',
      outExtension: { '.js': '.cjs' },
    }),
    // A sandboxed preload can load nothing: one file.
    build({
      ...common,
      entryPoints: pick(true),
      outdir: folder,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
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
  await build({
    ...common,
    bundle: false,
    entryPoints: [join(parts, '*.cjs')],
    outdir: folder,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    loader: { '.cjs': 'js' },
    // A lazy import becomes a lazy require, and import.meta what CommonJS has in its place.
    supported: { 'dynamic-import': false },
    banner: { js: "'use strict';const __moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
    external: [],
    plugins: [],
    // fontkit names one key of a table twice, with the same value.
    logOverride: { 'duplicate-object-key': 'silent' },
  });
  rmSync(parts, { recursive: true });
  copyNativeParts(out);
  if (!existsSync(join(folder, 'index.cjs'))) throw new Error('main/index.ts is not there: nothing to start');
}
