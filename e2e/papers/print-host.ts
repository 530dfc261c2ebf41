import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { electronRuntime } from '../../scripts/setup/runtime.mjs';
import type { Ask } from './host.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

export interface PrintHost {
  ask<T>(ask: Ask): Promise<T>;
  end(): Promise<void>;
}

interface Reply {
  id: number;
  value?: unknown;
  fault?: string;
}

/** Bundles and starts host.ts. `formsDir` other than the shipped forms is for benches that bring a form of their own. */
export const startPrintHost = async (
  options: { formsDir?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<PrintHost> => {
  const home = mkdtempSync(join(tmpdir(), 'papers-'));
  await build({
    entryPoints: [join(here, 'host.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['electron'],
    outfile: join(home, 'main.cjs'),
    logLevel: 'warning',
  });
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name: 'papers', version: '1.0.0', main: 'main.cjs' }),
  );
  const runtime = await electronRuntime();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = fork(home, asRoot, {
    execPath: runtime.path,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      ...options.env,
      PAPERS_HOME: home,
      PAPERS_FORMS: options.formsDir ?? join(root, 'assets', 'forms'),
    },
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (fault: Error) => void }>();
  let next = 1;
  const ready = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  child.on('message', (reply: Reply) => {
    const settle = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.fault !== undefined) settle?.reject(new Error(reply.fault));
    else settle?.resolve(reply.value);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`Electron ended (${code ?? 'killed'})`));
    waiting.clear();
  });
  await ready;
  return {
    ask: <T>(ask: Ask) =>
      new Promise<T>((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve: (value) => resolve(value as T), reject });
        child.send({ id, ask });
      }),
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
};
