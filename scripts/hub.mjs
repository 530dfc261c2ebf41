// @ts-check
import { join } from 'node:path';
import { bundleDriver } from './build/driver.mjs';
import { hubFlags } from './hub-flags.mjs';
import { installPackages } from './setup/packages.mjs';
import { root, runToEnd } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

// Runs the hub, or its administrator's tool: `node scripts/hub.mjs [admin] [arguments]`. Bundled at each start, in well under a
// second: the hub is no part of the packaged application, and its packages stay in node_modules.
await runScript(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const name = first === 'admin' ? 'admin' : 'index';
  const args = first === 'admin' ? rest : process.argv.slice(2);
  await installPackages(root);
  const bundle = join(root, '.cache', 'hub', `${name}.mjs`);
  await bundleDriver(`hub/${name}.ts`, bundle);
  await (await import('esbuild')).stop();
  return runToEnd(process.execPath, [...hubFlags, bundle, ...args], {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  });
});
