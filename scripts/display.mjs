// @ts-check
import { spawn } from 'node:child_process';
import { say, SetupFault } from './setup/say.mjs';
import { hasDisplay } from './setup/system.mjs';

/**
 * A display to draw on: the one there is, or a virtual one of our own, started on the first free number and stopped by its
 * own process id. `env` is the environment for the program that draws.
 * @typedef {{ env: NodeJS.ProcessEnv, virtual: boolean, stop: () => void }} Display
 */

/**
 * @param {{ always?: boolean, size?: string }} [wish] always: a virtual one even beside a real one, so that tests neither
 *   disturb nor are disturbed; size: WIDTHxHEIGHT in pixels
 * @returns {Promise<Display>}
 */
export async function openDisplay({ always = false, size = '1366x768' } = {}) {
  if (process.platform !== 'linux' || (hasDisplay() && !always)) {
    return { env: process.env, virtual: false, stop: () => {} };
  }
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => void server.kill('SIGTERM');
  process.once('exit', stop);
  // Our own end must end it too, however we are told to go; who else listens to the signal decides about the rest.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      stop();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
  /** @type {string} */
  const number = await new Promise((settle, refuse) => {
    let said = '';
    server.stdio[3]?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('\n')) settle(said.trim());
    });
    server.once('error', (fault) =>
      refuse(new SetupFault(`No display, and Xvfb did not start: ${fault.message}`)),
    );
    server.once('exit', (code) =>
      refuse(new SetupFault(`No display, and Xvfb ended at once (${code ?? 'killed'}).`)),
    );
  });
  server.unref();
  /** @type {{ unref?: () => void } | null | undefined} */ (server.stdio[3])?.unref?.();
  say(`No display here: drawing on a virtual one (:${number}, ${size})`);
  const env = { ...process.env, DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined };
  return { env, virtual: true, stop };
}
