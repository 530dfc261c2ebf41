import { test as base } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedApp } from '../scripts/packaged-app.mjs';
import { foldersIn, launch, pullThePlug, ready } from './clerk/application.ts';
import type { Counter, Folders } from './clerk/application.ts';
import { get, settle } from './clerk/bridge.ts';
import { signIn } from './clerk/session.ts';
import { startPrintHost } from './papers/print-host.ts';
import type { PrintHost } from './papers/print-host.ts';
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
  /**
   * A signed-in counter, begun anew on its first screen, that the worker's next test gets as well, for a start costs what a short test does: for
   * tests that change no setting and leave the window open. Dossiers of other tests may be there: each asks for its own.
   */
  kept: Counter;
  /** A folder of the test's own, removed after it. */
  scratch: string;
  /** A founded vault whose clerk received one dossier and left: its folders and the dossier's code. */
  oneDossier: { folders: Folders; code: string };
}

interface Shared {
  /** A vault founded once a worker, copied for each test: the set-up itself has its own test. */
  founded: string;
  /** The counter of `kept`, started when a test asks for it first. */
  keep: () => Promise<Counter>;
  /** The printing of the application alone. */
  host: PrintHost;
}

const tempFolder = (name: string) => mkdtempSync(join(tmpdir(), `quay-e2e-${name}-`));

const start = (folders: Folders, at: string | null, env?: NodeJS.ProcessEnv): Promise<Counter> =>
  launch({
    executable: packagedApp().tested,
    folders,
    shortLived: true,
    ...(at === null ? {} : { at }),
    ...(env ? { env } : {}),
  });

const enter = async ({ page }: Counter): Promise<void> => {
  await signIn(page);
  // The first screen asks about unprinted papers once: what a test takes in is not what it should find.
  await page.locator('h1:visible').first().waitFor();
  await settle(page);
};

/** What an earlier test typed and opened goes with the page; of its papers and drafts nothing is asked or offered any more. */
const beginAnew = async ({ page, faults }: Counter): Promise<void> => {
  for (const paper of await get(page, 'paper.unsure', {}))
    if (paper.kind === 'dossier')
      await get(page, 'paper.settle', {
        kind: 'dossier',
        dossier: paper.row.id,
        form: paper.form,
        ...(paper.about === '' ? {} : { about: paper.about }),
        printed: true,
      });
  await page.reload();
  if ((await ready(page, 'open', 'signIn')) === 'signIn') await signIn(page);
  for (const { id } of await get(page, 'intake.drafts', {})) await get(page, 'intake.dropDraft', { id });
  await page.locator('h1:visible').first().waitFor();
  await settle(page);
  faults.length = 0;
};

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
  keep: [
    async ({ founded }, use) => {
      const folders = foldersIn(tempFolder('kept'));
      let counter: Counter | undefined;
      await use(async () => {
        if (counter) {
          await beginAnew(counter);
          return counter;
        }
        cpSync(founded, folders.root, { recursive: true });
        counter = await start(folders, monday);
        await enter(counter);
        return counter;
      });
      if (counter) await pullThePlug(counter);
      rmSync(folders.root, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  host: [
    // Playwright reads from this pattern what the fixture needs: nothing.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const host = await startPrintHost();
      await use(host);
      await host.end();
    },
    { scope: 'worker' },
  ],
  kept: async ({ keep }, use, testInfo) => {
    const counter = await keep();
    await use(counter);
    if (testInfo.status !== testInfo.expectedStatus)
      await counter.page.screenshot({ path: testInfo.outputPath('window.png') }).catch(() => undefined);
  },
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
      const counter = await start(folders, at, env);
      counters.push(counter);
      if (as === 'signedIn') await enter(counter);
      return counter;
    });
    if (testInfo.status !== testInfo.expectedStatus)
      for (const [at, { page }] of counters.entries())
        await page.screenshot({ path: testInfo.outputPath(`window-${at}.png`) }).catch(() => undefined);
    for (const counter of counters) await pullThePlug(counter);
    for (const root of roots) rmSync(root, { recursive: true, force: true });
  },
});
