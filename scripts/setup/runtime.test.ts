import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronRuntime, refusalLasts, runtimeCache } from './runtime.mjs';

// Folders shaped as Electron's: the search looks at files only, so an empty executable will do. Not for other systems, whose
// executables have other names.
const onLinux = process.platform === 'linux';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'runtime-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function layElectron(folder: string, version: string): string {
  write(join(folder, 'electron'), '');
  chmodSync(join(folder, 'electron'), 0o755);
  write(join(folder, 'version'), version);
  return folder;
}

/** The npm package, with an installer that counts its runs and then does what it is told. */
function layPackage(installer: string): string {
  const folder = join(base, 'electron');
  write(join(folder, 'package.json'), JSON.stringify({ version: '45.4.1' }));
  const count = `require('node:fs').appendFileSync(${JSON.stringify(join(base, 'runs'))}, 'x');`;
  write(join(folder, 'install.js'), `${count}\n${installer}`);
  return folder;
}

const refuses = "console.error(new TypeError('fetch failed').stack); process.exit(1);";
const downloads = `const fs = require('node:fs'); const p = require('node:path').join(__dirname, 'dist');
  fs.mkdirSync(p, { recursive: true }); fs.writeFileSync(p + '/electron', ''); fs.writeFileSync(p + '/version', '45.4.1');
  fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

const runs = (): number =>
  existsSync(join(base, 'runs')) ? readFileSync(join(base, 'runs'), 'utf8').length : 0;

function find(electron: string, env: Record<string, string> = {}) {
  const cache = join(base, 'cache');
  return electronRuntime({
    electron,
    cache,
    env: { PATH: process.env['PATH'], ...env },
    lastResort: (folder: string) => Promise.resolve(layElectron(join(folder, 'fallback'), '33.2.1')),
  });
}

describe.runIf(onLinux)('the order in which a runtime is found', () => {
  it('takes the override before anything else, and asks nobody', async () => {
    const given = layElectron(join(base, 'given'), 'v44.0.0');
    const found = await find(layPackage(downloads), { ELECTRON_OVERRIDE_DIST_PATH: given });
    expect(found).toEqual({
      path: join(given, 'electron'),
      dist: given,
      version: '44.0.0',
      source: 'override',
    });
    expect(runs()).toBe(0);
  });

  it('stops at an override with nothing in it instead of taking another', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(base, 'nothing') };
    await expect(find(layPackage(downloads), env)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
  });

  it('downloads Electron’s own once', async () => {
    const electron = layPackage(downloads);
    expect(await find(electron)).toMatchObject({ version: '45.4.1', source: 'official' });
    expect(await find(electron)).toMatchObject({ version: '45.4.1', source: 'official' });
    expect(runs()).toBe(1);
  });

  it('falls back when the download is refused, and does not ask again the same day', async () => {
    const electron = layPackage(refuses);
    expect(await find(electron)).toMatchObject({ version: '33.2.1', source: 'fallback' });
    expect(await find(electron)).toMatchObject({ source: 'fallback' });
    expect(runs()).toBe(1);
    const note: unknown = JSON.parse(
      readFileSync(join(base, 'cache', 'official-download-refused.json'), 'utf8'),
    );
    expect(note).toMatchObject({ version: '45.4.1', why: 'fetch failed' });
  });

  it('asks again the next day, for another version, or when told to', async () => {
    const electron = layPackage(refuses);
    const note = join(base, 'cache', 'official-download-refused.json');
    write(note, JSON.stringify({ version: '45.4.1', at: Date.now() - refusalLasts - 1 }));
    await find(electron);
    write(note, JSON.stringify({ version: '45.4.0', at: Date.now() }));
    await find(electron);
    write(note, 'cut off in the midd');
    await find(electron);
    write(note, JSON.stringify({ version: '45.4.1', at: Date.now() }));
    await find(electron, { QUAY_RETRY_DOWNLOAD: '1' });
    expect(runs()).toBe(4);
  });

  it('does not take the remains of another version for the one wanted', async () => {
    const electron = layPackage(refuses);
    layElectron(join(electron, 'dist'), '44.0.0');
    appendFileSync(join(electron, 'path.txt'), 'electron');
    expect(await find(electron)).toMatchObject({ source: 'fallback' });
  });
});

describe('runtimeCache', () => {
  it('lies where it is told', () => {
    expect(runtimeCache({ QUAY_RUNTIME_CACHE: base })).toBe(base);
  });
});
