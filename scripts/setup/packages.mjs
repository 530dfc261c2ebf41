// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, npmEnvironment, runToEnd } from './run.mjs';
import { say, SetupFault } from './say.mjs';

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * Why node_modules is not what package-lock.json says, or undefined when it is. npm writes its own lock into node_modules
 * as the last act of an install, so an interrupted install leaves none and is seen here.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {(path: string) => boolean} there whether a package folder exists
 * @returns {string | undefined}
 */
export function findPackageMismatch(wanted, installed, there) {
  if (installed === undefined) return 'packages are not installed yet';
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '') continue;
    const found = installed.packages[path];
    const other =
      found === undefined || found.version !== entry.version || found.integrity !== entry.integrity;
    // An optional package for another platform is rightly absent.
    if (found === undefined ? !(entry.optional ?? entry.devOptional ?? false) : other) {
      return `${path} is not at ${entry.version ?? 'the locked version'}`;
    }
    if (found !== undefined && !there(path)) return `${path} is missing`;
  }
  const extra = Object.keys(installed.packages).find((path) => wanted.packages[path] === undefined);
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

/**
 * Installs the packages of the lock file when they are not there; does nothing otherwise.
 * @param {string} folder the folder of package.json
 */
export async function installPackages(folder) {
  const hidden = join(folder, 'node_modules', '.package-lock.json');
  /** @type {Lock} */
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  /** @type {Lock | undefined} */
  const installed = existsSync(hidden) ? JSON.parse(readFileSync(hidden, 'utf8')) : undefined;
  const reason = findPackageMismatch(wanted, installed, (path) => existsSync(join(folder, path)));
  if (reason === undefined) return;
  say(`Installing packages (${reason})`);
  const npm = npmCommand();
  const code = await runToEnd(
    npm.command,
    [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      env: npmEnvironment(),
      shell: npm.args.length === 0 && process.platform === 'win32',
    },
  );
  if (code !== 0) throw new SetupFault('npm ci did not finish: see its message above, then run this again.');
}
