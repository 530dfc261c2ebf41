import { test as base } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedApp } from '../scripts/packaged-app.mjs';
import { foldersIn, launch, pullThePlug } from './clerk/application.ts';
import type { Counter, Folders } from './clerk/application.ts';
import { settle } from './clerk/bridge.ts';
import { signIn } from './clerk/session.ts';
import { foundVault, receiveDossier } from './founded.ts';

export { expect } from '@playwright/test';

/** Monday 23/11/2026, 9:15: what the trial clocks of the tests start from. */
export const monday = '2026-11-23T09:15:00+07:00';

interface Opening {
  /** 'fresh': nothing on the disk; 'founded': a trial vault whose clerk has yet to sign in; 'signedIn': and she has. */
  as?: 'fresh' | 'founded' | 'signedIn';
  /** Folders of an earlier opening: the same machine on another start. */
  on?: Folders;
  at?: string | null;
  env?: NodeJS.ProcessEnv;
}

interface Own {
  /** Starts the packaged application on folders of its own; ended and removed after the test. */
  open: (opening?: Opening) => Promise<Counter>;
  /** A folder of the test's own, removed after it. */
  scratch: string;
  /** A founded vault whose clerk received one dossier and left: its folders and the dossier's code. */
  oneDossier: { folders: Folders; code: string };
}

interface Shared {
  /** A vault founded once a worker, copied for each test: the set-up itself has its own test. */
  founded: string;
}

const tempFolder = (name: string) => mkdtempSync(join(tmpdir(), `quay-e2e-${name}-`));

export const test = base.extend<Own, Shared>({
  founded: [
    async ({ browserName }, use) => {
      const root = tempFolder(`founded-${browserName}`);
      await foundVault(root);
      await use(root);
      rmSync(root, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  scratch: async ({ browserName }, use) => {
    const folder = tempFolder(`test-${browserName}`);
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  oneDossier: async ({ founded }, use) => {
    const folders = foldersIn(tempFolder('counter'));
    cpSync(founded, folders.root, { recursive: true });
    await use({ folders, code: await receiveDossier(folders.root) });
    rmSync(folders.root, { recursive: true, force: true });
  },
  open: async ({ founded }, use, testInfo) => {
    const counters: Counter[] = [];
    const roots: string[] = [];
    await use(async ({ as = 'signedIn', on, at = monday, env } = {}) => {
      const folders = on ?? foldersIn(tempFolder('counter'));
      if (!on) roots.push(folders.root);
      if (!on && as !== 'fresh') cpSync(founded, folders.root, { recursive: true });
      const counter = await launch({
        executable: packagedApp().tested,
        folders,
        shortLived: true,
        ...(at === null ? {} : { at }),
        ...(env ? { env } : {}),
      });
      counters.push(counter);
      if (as === 'signedIn') {
        await signIn(counter.page);
        // The first screen asks about unprinted papers once: what a test takes in is not what it should find.
        await counter.page.locator('h1:visible').first().waitFor();
        await settle(counter.page);
      }
      return counter;
    });
    if (testInfo.status !== testInfo.expectedStatus)
      for (const [at, { page }] of counters.entries())
        await page.screenshot({ path: testInfo.outputPath(`window-${at}.png`) }).catch(() => undefined);
    for (const counter of counters) await pullThePlug(counter);
    for (const root of roots) rmSync(root, { recursive: true, force: true });
  },
});
