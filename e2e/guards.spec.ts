import type { Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contract } from '../shared/contract.ts';
import type { MethodName, Preload } from '../shared/contract.ts';
import { ask } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { attacks, counterPage } from './attacks.ts';
import { expect, test } from './counter.ts';
import { maritalStatus } from './samples.ts';

/** What the window may load of its own, and what it may not. */
const paths: readonly [path: string, status: number][] = [
  ['index.html', 200],
  ['..%2fmain/index.cjs', 404],
  ['..%2f..%2fpackage.json', 404],
  ['%2e%2e/%2e%2e/package.json', 404],
  ['assets/..%2f..%2f..%2f..%2f..%2fetc/passwd', 404],
  ['..%5c..%5cpackage.json', 404],
  ['%00', 404],
  ['index.html%00.png', 404],
  ['nothing.html', 404],
  ['', 200],
];

const statusOf = (page: Page, path: string): Promise<number> =>
  page.evaluate(
    (at) =>
      fetch(`app://counter/${at}`).then(
        ({ status }) => status,
        () => 404,
      ),
    path,
  );

test('the window goes nowhere, opens nothing, reaches nothing and holds no key', async ({ kept }) => {
  const { app, page } = kept;
  const windows = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const before = await windows();
  for (const { name, act, gives } of attacks)
    await test.step(name, async () => {
      expect.soft(await page.evaluate(act), name).toEqual(gives);
      expect.soft(page.url(), name).toBe(counterPage);
      expect.soft(await windows(), `${name}: no other page`).toBe(before);
    });
  for (const [path, status] of paths)
    await test.step(path, async () => {
      expect.soft(await statusOf(page, path), path).toBe(status);
    });
  // Still the same counter, still answering.
  expect((await ask(page, 'app.status', {})).ok).toBe(true);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(preferences.webviewTag ?? false).toBe(false);
});

const malformed: readonly unknown[] = [
  null,
  undefined,
  'text',
  7,
  [],
  { unexpected: true },
  { id: '', form: null },
  JSON.parse('{"__proto__": {"admin": true}, "constructor": {}}'),
  { id: 'x'.repeat(100_000) },
];

/** What the door answers to one payload for each of the methods: the fault's code, or 'taken'. */
const answersTo = (page: Page, methods: readonly unknown[], input: unknown): Promise<string[]> =>
  page.evaluate(
    async ([names, payload]) => {
      const { quay } = globalThis as unknown as { quay: Preload };
      const told: string[] = [];
      for (const name of names) {
        const answer = await quay.ask(name as string, payload);
        told.push(`${JSON.stringify(name)}: ${answer.ok ? 'taken' : answer.fault.code}`);
      }
      return told;
    },
    [methods, input] as const,
  );

const each = (methods: readonly unknown[], code: string): string[] =>
  methods.map((name) => `${JSON.stringify(name)}: ${code}`);

test('the door takes known methods with their own payloads from signed-in clerks, and never throws', async ({
  open,
}) => {
  const { page } = await open({ as: 'founded' });
  const methods = Object.keys(contract) as MethodName[];
  // Before anybody has signed in.
  const closed = methods.filter((method) => contract[method].roles !== 'lobby');
  expect.soft(await answersTo(page, closed, {})).toEqual(each(closed, 'notSignedIn'));
  await page.fill('#password', 'bốn từ tiếng việt');
  await page.keyboard.press('Enter');
  await page.waitForSelector('html[data-ready=open]');
  // Methods without a payload take exactly an empty one; everything here is something else.
  for (const [at, input] of malformed.entries())
    expect
      .soft(await answersTo(page, methods, input), `payload ${at}`)
      .toEqual(each(methods, 'malformedCall'));
  const strange = ['nothing', '', '__proto__', 'constructor', 'toString', 'vault.open', 7, null, {}];
  expect.soft(await answersTo(page, strange, {})).toEqual(each(strange, 'malformedCall'));
});

test('a window main did not make, another page and a frame are no senders', async ({ kept }) => {
  const { app, page } = kept;
  const told = await app.evaluate(async ({ app: self, BrowserWindow, session }) => {
    const preload = `${self.getAppPath()}/out/main/preload.cjs`;
    const tryFrom = async (address: string, counter: boolean): Promise<string> => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload,
          sandbox: true,
          ...(counter ? { session: session.fromPartition('counter') } : {}),
        },
      });
      await window.loadURL(address);
      const code = (await window.webContents.executeJavaScript(
        "quay.ask('app.status', {}).then((answer) => (answer.ok ? 'answered' : answer.fault.code))",
      )) as string;
      window.destroy();
      return code;
    };
    return {
      samePage: await tryFrom('app://counter/index.html', true),
      dataPage: await tryFrom('data:text/html,<p>x</p>', false),
    };
  });
  expect(told).toEqual({ samePage: 'notThisWindow', dataPage: 'notThisWindow' });
  // The frame a paper is shown in is no window of the counter, and no door is in it.
  const inFrame = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://print/00000000000000000000000000000000';
    document.body.append(frame);
    await new Promise((later) => setTimeout(later, 300));
    return frame.contentWindow === null ? 'none' : 'made';
  });
  expect(inFrame).toBe('made');
  const doors = await app.evaluate(async ({ BrowserWindow }) => {
    const frames = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames ?? [];
    return Promise.all(
      frames.map(
        (frame) => frame.executeJavaScript('typeof quay').catch(() => 'no scripts') as Promise<string>,
      ),
    );
  });
  for (const door of doors) expect(['undefined', 'no scripts']).toContain(door);
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('no citizen is on the disk in the clear: not in the vault, the profile, the guard or the logs', async ({
  open,
}) => {
  const counter = await open();
  const secret = 'Nguyễn Quả Măng Cụt';
  const number = '019090777123';
  await fillIntake(counter, {
    ...maritalStatus,
    submitter: { ...maritalStatus.submitter, name: secret, idNumber: number },
    note: 'kín đáo mười phần',
  });
  const code = await accept(counter.page);
  await counter.page.keyboard.press('F3');
  await counter.page.locator('search input').fill('nguyen qua mang cut');
  await expect(counter.page.getByText(code).locator('visible=true').first()).toBeVisible();
  await counter.app.close();
  const files = filesBelow(counter.folders.root).map((file) => ({ file, bytes: readFileSync(file) }));
  const holding = (text: string): string[] =>
    files
      .filter(({ bytes }) => bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le'))
      .map(({ file }) => basename(file));
  for (const text of [secret, number, 'kín đáo mười phần', 'nguyen qua mang cut', 'Quả Măng'])
    expect.soft(holding(text), text).toEqual([]);
  // The look itself works: who may sign in is known before anybody has, so it stands in the clear.
  expect(holding('Cán bộ Mẫu').length).toBeGreaterThan(0);
});
