// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a program to its end and returns what it said; never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {{ ok: boolean, stdout: string, stderr: string }}
 */
export function ask(command, args, options = {}) {
  const done = spawnSync(command, args, { maxBuffer: 64 * 1024 * 1024, ...options, encoding: 'utf8' });
  return {
    ok: done.status === 0,
    stdout: String(done.stdout ?? ''),
    stderr: String(done.stderr ?? done.error?.message ?? ''),
  };
}

/**
 * Runs a program with this terminal and answers its exit code; a signal to us is passed on, so that it never outlives us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(chunk: Buffer) => void} [hear] what it writes on streams that are pipes
 * @returns {Promise<number>} 128 + signal number when it was killed, 127 when it could not be started
 */
export function runToEnd(command, args, options = {}, hear = () => {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void child.kill(signal);
    const leave = () => {
      process.off('SIGINT', pass).off('SIGTERM', pass).off('SIGHUP', pass);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass).on('SIGHUP', pass);
    child.on('error', (fault) => {
      leave();
      console.error(`${command}: ${fault.message}`);
      settle(127);
    });
    child.on('close', (code, signal) => {
      leave();
      settle(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Runs a program to its end and keeps all it says, both streams in one.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started
 */
export async function runCaptured(command, args) {
  /** @type {Buffer[]} */
  const said = [];
  const keep = (/** @type {Buffer} */ chunk) => void said.push(chunk);
  const code = await runToEnd(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }, keep);
  return { code, output: Buffer.concat(said).toString('utf8') };
}

/**
 * How to call npm: the very one that runs us, else the one beside this Node, else the one on PATH.
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand() {
  const beside = process.platform === 'win32' ? 'node_modules' : '../lib/node_modules';
  const known = [
    process.env.npm_execpath,
    join(dirname(process.execPath), beside, 'npm', 'bin', 'npm-cli.js'),
  ];
  const cli = known.find((path) => path?.endsWith('.js') === true && existsSync(path));
  return cli === undefined ? { command: 'npm', args: [] } : { command: process.execPath, args: [cli] };
}

/**
 * Environment for npm: no browser or Electron download from an install script (set-up finds the runtime itself, and a
 * refused download must not fail the install), and node-gyp pointed at this Node's own headers where they are installed.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(env = process.env) {
  const prefix = resolve(dirname(process.execPath), '..');
  const headers = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return {
    ...env,
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    ...(headers && env['npm_config_nodedir'] === undefined ? { npm_config_nodedir: prefix } : {}),
  };
}

/**
 * Whether a script was started by hand rather than imported.
 * @param {string} url its import.meta.url
 */
export function isMain(url) {
  return process.argv[1] !== undefined && pathToFileURL(resolve(process.argv[1])).href === url;
}
