// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root } from './setup/run.mjs';
import { runScript, say } from './setup/say.mjs';

// npm leaves out of package-lock.json every optional package that the registry in use does not hold (mirrors often carry one
// platform's builds alone), and `npm ci` then refuses the lock everywhere, for it knows from their parent that they should be
// there. This puts them back with the version their parent pins: skipped where they do not fit, fetched where they do. They
// carry no integrity, for nobody here has seen their bytes.

/**
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 */

/**
 * @param {Record<string, Entry>} packages
 * @param {string} from path of the package that asks
 * @param {string} name
 */
function resolves(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
    if (!at.includes('/node_modules/')) at = '';
  }
}

/**
 * The platform a binary package is for, read from its name (`@rollup/rollup-linux-arm64-musl`).
 * @param {string} name
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | undefined}
 */
export function findPlatform(name) {
  const found =
    /-(?<os>aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(?<cpu>arm64|arm|x64|ia32|loong64|ppc64|riscv64|s390x)(?:-(?<abi>\w+))?$/u.exec(
      name,
    )?.groups;
  if (found?.['os'] === undefined || found['cpu'] === undefined) return undefined;
  const libc =
    found['os'] !== 'linux' ? undefined : found['abi']?.startsWith('musl') === true ? 'musl' : 'glibc';
  return { os: [found['os']], cpu: [found['cpu']], ...(libc === undefined ? {} : { libc: [libc] }) };
}

/**
 * The platform packages that a lock should name and does not, by their path.
 * @param {Record<string, Entry>} packages
 * @returns {Record<string, Entry>} throws when a missing optional package is not for a platform
 */
export function missingPlatformPackages(packages) {
  /** @type {Record<string, Entry>} */
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(packages, path, name)) continue;
      const platform = findPlatform(name);
      // A range would need the registry to say which version is meant.
      if (platform === undefined || !/^\d+\.\d+\.\d+$/u.test(version)) {
        throw new Error(`${name}, which ${path} may use, is not in package-lock.json`);
      }
      missing[`node_modules/${name}`] = {
        version,
        ...platform,
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    const path = join(root, 'package-lock.json');
    /** @type {{ packages: Record<string, Entry> }} */
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    const missing = missingPlatformPackages(lock.packages);
    const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
    lock.packages = Object.fromEntries(sorted);
    writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
    say(`Added ${Object.keys(missing).length} platform packages to package-lock.json`);
  });
}
