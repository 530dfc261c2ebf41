// @ts-check
import { join } from 'node:path';
import { root } from './setup/run.mjs';

/** Where packages are made. */
export const dist = join(root, 'dist');

/** The application as it would be installed, below dist. */
export const unpackedFolder = process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';

/** The copy that the tests drive, below dist. */
export const testedFolder = unpackedFolder.replace('unpacked', 'tested');

/**
 * Where the packaged application's executables are (or will be): `shipped` as it would be installed; `tested` the same, but
 * that Playwright may attach to its main process.
 */
export function packagedApp() {
  const name = process.platform === 'win32' ? 'quay-mot-cua.exe' : 'quay-mot-cua';
  return { shipped: join(dist, unpackedFolder, name), tested: join(dist, testedFolder, name) };
}
