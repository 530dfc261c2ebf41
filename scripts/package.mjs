// @ts-check
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { hashOfFiles, sourceFiles } from './build/inputs.mjs';
import { checkFuses } from './check-fuses.mjs';
import { dist, packagedApp, testedFolder, unpackedFolder } from './packaged-app.mjs';
import { isMain, root, runToEnd } from './setup/run.mjs';
import { runScript, say, SetupFault } from './setup/say.mjs';
import { setUp } from './setup.mjs';

const stamp = join(dist, '.stamp');
const recipe = ['scripts/package.mjs', 'scripts/after-pack.cjs', 'scripts/check-fuses.mjs'];

/**
 * Copies a folder by hard links: same bytes, no space.
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else linkSync(source, target);
  }
}

/**
 * Makes the copy that the tests drive. Only its executable is a file of its own, and only one byte of it differs: the fuse
 * for --inspect, without which Playwright cannot attach.
 */
async function makeTestedCopy() {
  const { shipped, tested } = packagedApp();
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  rmSync(join(dist, testedFolder), { recursive: true, force: true });
  linkTree(join(dist, unpackedFolder), join(dist, testedFolder));
  rmSync(tested);
  copyFileSync(shipped, tested);
  await flipFuses(tested, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
}

/**
 * Packages the application for this system into dist/, unless that is already of these sources and this runtime.
 * @param {{ runtime: import('./setup/runtime.mjs').Runtime, force?: boolean }} wish
 * @returns {Promise<ReturnType<typeof packagedApp> & { packaged: boolean }>}
 */
export async function packageAll({ runtime, force = false }) {
  const { hash } = await buildAll({ force });
  const inputs = [...sourceFiles(root, 'assets'), 'electron-builder.yml', 'package.json', ...recipe];
  const { size, mtimeMs } = statSync(runtime.path);
  const wanted = hashOfFiles(root, inputs, [hash, runtime.path, size, mtimeMs].join());
  const app = packagedApp();
  const there = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!force && there && existsSync(app.shipped) && existsSync(app.tested))
    return { ...app, packaged: false };

  const started = performance.now();
  rmSync(stamp, { force: true });
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const platform = process.platform === 'win32' ? '--win' : '--linux';
  const code = await runToEnd(process.execPath, [
    cli,
    platform,
    'dir',
    '--publish=never',
    `--config.electronDist=${runtime.dist}`,
    `--config.electronVersion=${runtime.version}`,
  ]);
  if (code !== 0) throw new SetupFault('electron-builder did not finish: see its message above.');
  await makeTestedCopy();
  await checkFuses(app.shipped, { tested: false });
  await checkFuses(app.tested, { tested: true });
  writeFileSync(stamp, wanted);
  say(`Packaged dist/${unpackedFolder} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { ...app, packaged: true };
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    const { runtime } = await setUp();
    const { shipped, packaged } = await packageAll({ runtime, force: process.argv.includes('--force') });
    if (!packaged) say(`Up to date: ${shipped}`);
  });
}
