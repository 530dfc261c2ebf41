// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { installPackages } from './setup/packages.mjs';
import { root, runToEnd } from './setup/run.mjs';
import { runScript, SetupFault } from './setup/say.mjs';

// Runs a command-line tool of main/tools: `node scripts/tool.mjs NAME [arguments]`, building it first when needed. Paths in
// the arguments are meant from where npm was called.
await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  await installPackages(root);
  await buildAll();
  const tool = join(root, 'out', 'tools', `${name}.mjs`);
  if (!existsSync(tool)) throw new SetupFault(`There is no tool named "${name}" in main/tools.`);
  return runToEnd(process.execPath, [tool, ...args], { cwd: process.env['INIT_CWD'] ?? process.cwd() });
});
