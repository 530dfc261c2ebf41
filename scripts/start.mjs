// @ts-check
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll } from './build.mjs';
import { openDisplay } from './display.mjs';
import { ask, isMain, root, runToEnd } from './setup/run.mjs';
import { runScript, say, SetupFault } from './setup/say.mjs';
import { setUp } from './setup.mjs';

/**
 * The environment for Electron: without what an editor's terminal may have set for its own Electron.
 * @param {NodeJS.ProcessEnv} env
 */
export function electronEnvironment(env) {
  const clean = { ...env };
  for (const name of ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_NO_ATTACH_CONSOLE'])
    delete clean[name];
  return clean;
}

/**
 * The switches Chromium's sandbox asks for here: none for an ordinary user; `--no-sandbox` as root, where it refuses to
 * start. An ordinary user without the means for a sandbox is told how to get them: we never drop it silently.
 * @param {string} electron path of the executable
 * @returns {string[]}
 */
export function sandboxFlags(electron) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const suid = join(dirname(electron), 'chrome-sandbox');
  const ready = existsSync(suid) && statSync(suid).uid === 0 && (statSync(suid).mode & 0o4000) !== 0;
  if (ready || ask('unshare', ['--user', '--map-root-user', 'true']).ok) return [];
  throw new SetupFault(
    'This system allows no user namespaces, so Chromium needs its set-uid sandbox. Run once\n' +
      `    sudo chown root:root '${suid}' && sudo chmod 4755 '${suid}'\n  then run this again.`,
  );
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    const { runtime } = await setUp();
    await buildAll();
    const sandbox = sandboxFlags(runtime.path);
    if (sandbox.length > 0)
      say('Running as root, where Chromium has no sandbox: use an ordinary user for real work');
    const display = await openDisplay();
    /** @type {{ productName: string }} */
    const { productName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    say(`Starting ${productName} on Electron ${runtime.version} (${runtime.source})`);
    try {
      return await runToEnd(runtime.path, [...sandbox, root, ...process.argv.slice(2)], {
        env: electronEnvironment(display.env),
      });
    } finally {
      display.stop();
    }
  });
}
