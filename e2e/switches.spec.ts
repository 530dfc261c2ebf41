import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packagedApp } from '../scripts/packaged-app.mjs';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

/** Started as it ships, with a switch that would open the window to another program: it says why and does not start. */

const startShipped = async (folder: string, ...switches: string[]) => {
  const child = spawn(
    packagedApp().shipped,
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['data', 'guard', 'profile'].map((name) => `--${name}=${join(folder, name)}`),
      ...switches,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], timeout: 30_000, killSignal: 'SIGKILL' },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said };
};

test('the shipped application starts with no switch that lets another program in', async ({ scratch }) => {
  for (const refused of [
    '--remote-debugging-port=0',
    '-remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp',
    '--disable-web-security',
  ])
    await test.step(refused, async () => {
      const { code, said } = await startShipped(scratch, refused);
      const name = refused.replace(/^--?/, '').replace(/=.*/, '');
      expect.soft(code, refused).toBe(1);
      expect.soft(said, refused).toContain(words.common.start.refusedSwitch({ name }));
      expect.soft(said, refused).not.toContain('listening on');
    });
  expect(existsSync(join(scratch, 'data'))).toBe(false);
});
