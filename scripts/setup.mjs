// @ts-check
import { installPackages } from './setup/packages.mjs';
import { isMain, root } from './setup/run.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { runScript, say } from './setup/say.mjs';
import { installSystem } from './setup/system.mjs';

export { electronRuntime } from './setup/runtime.mjs';

// Until installPackages has run there is no node_modules: this file and all it imports use Node's own modules only.

/**
 * Brings a fresh clone to where the application can run; quick when everything is there. Throws a SetupFault with the
 * remedy in its message.
 * @param {{ tests?: boolean, tolerant?: boolean }} [wish] tests: also the tools the tests check papers with; tolerant: go on
 *   although a system library is missing (the caller counts what then fails)
 * @returns {Promise<{ runtime: import('./setup/runtime.mjs').Runtime, missing: string[] }>} missing: Debian package names
 */
export async function setUp({ tests = false, tolerant = false } = {}) {
  const missing = await installSystem({ tests, tolerant });
  await installPackages(root);
  const runtime = await electronRuntime();
  return { runtime, missing };
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    const { runtime, missing } = await setUp({ tests: process.argv.includes('--tests') });
    say(`Electron ${runtime.version} (${runtime.source}): ${runtime.path}`);
    return missing.length === 0 ? 0 : 1;
  });
}
