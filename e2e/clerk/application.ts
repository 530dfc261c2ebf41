import { _electron, errors } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where one counter keeps its things; each of its own, below one root. */
export interface Folders {
  root: string;
  data: string;
  guard: string;
  profile: string;
}

export const foldersIn = (root: string): Folders => ({
  root,
  data: join(root, 'vault'),
  guard: join(root, 'guard'),
  profile: join(root, 'profile'),
});

export interface Launch {
  /** The packaged application, or an Electron with `appFolder`. */
  executable: string;
  appFolder?: string;
  folders: Folders;
  /** ISO instant with offset; absent: the PC's clock, and no trial. */
  at?: string;
  /** Whether it is ended after seconds, and its speed is nobody's concern. */
  shortLived?: boolean;
  /** Switches Chromium's sandbox asks for on this machine. */
  sandbox?: readonly string[];
  env?: NodeJS.ProcessEnv;
}

/** A running counter with its first window. */
export interface Counter {
  app: ElectronApplication;
  page: Page;
  folders: Folders;
  /** Faults the window logged: there should be none. */
  faults: string[];
  /** Its main process, the leader of a process group of its own. */
  process: ChildProcess;
}

export type Readiness = 'setup' | 'signIn' | 'open' | 'recoveryCode' | 'damaged';

/** Waits until the screen in front can be used; with names, until it is one of them. */
export const ready = async (page: Page, ...states: Readiness[]): Promise<string> => {
  const handle = await page.waitForFunction(
    (wanted) => {
      const now = document.documentElement.dataset['ready'];
      return now !== undefined && (wanted.length === 0 || wanted.includes(now)) ? now : false;
    },
    states as string[],
    { timeout: 60_000 },
  );
  return String(await handle.jsonValue());
};

const switchesOf = ({ folders, at }: Launch): string[] => [
  `--data=${folders.data}`,
  `--guard=${folders.guard}`,
  `--profile=${folders.profile}`,
  ...(at === undefined ? [] : [`--trial-clock=${at}`]),
];

const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Without a graphics device, as on a build machine, Chromium starts its GPU process, waits for it to fail and draws without: half a second a start. */
const withoutGraphics = (): string[] =>
  process.platform === 'linux' && !existsSync('/dev/dri') ? ['--disable-gpu'] : [];

/** A counter that lives for seconds spends a tenth of them on optimizing code that never runs again, and a twentieth on giving memory back. */
const shortLived = [
  '--js-flags=--no-opt --no-maglev',
  '--enable-features=PartitionAllocLargeEmptySlotSpanRing',
] as const;

type Start = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** Milliseconds for each try. A start takes two seconds, five on a busy machine. */
const patience = [10_000, 20_000, 60_000] as const;

/** What Playwright wrote of a start in vain: its process, when both debuggers had answered it all the same. */
const findAttached = (fault: unknown): number | undefined => {
  if (!(fault instanceof errors.TimeoutError)) return undefined;
  const debuggers = fault.message.match(/<ws connected>/g)?.length ?? 0;
  const pid = Number(/<launched> pid=(\d+)/.exec(fault.message)?.[1]);
  return debuggers === 2 && pid > 0 ? pid : undefined;
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Starts the application with Playwright attached. It attaches while the first window goes from the empty document to its page: if the
 * page is committed just then, Playwright is told of the empty document alone and waits for ever for a navigation that has been,
 * beside an application that runs and knows nothing of it (one start in thirty on two busy cores). What would hold the start until
 * Playwright is there needs Electron's `-r`, which a packaged application does not take. So a start that both debuggers reached
 * in vain is ended and made again, twice at most; a start that fails, crashes or never answers is not.
 */
const startAttached = async (
  start: Start,
  [timeout, ...more]: readonly [number, ...number[]] = patience,
): Promise<ElectronApplication> => {
  try {
    return await _electron.launch({ ...start, timeout });
  } catch (fault) {
    const pid = findAttached(fault);
    const [next, ...rest] = more;
    if (pid === undefined || next === undefined) throw fault;
    console.warn(`Playwright missed the first window of process ${pid}: starting once more`);
    // Playwright has killed the process group, yet does not wait for its end; its locks go with it.
    while (isRunning(pid)) await sleep(20);
    return startAttached(start, [next, ...rest]);
  }
};

/** Starts the application and waits for its first usable screen. */
export const launch = async (wish: Launch): Promise<Counter> => {
  const env = { ...process.env, ...wish.env };
  const app = await startAttached({
    executablePath: wish.executable,
    args: [
      ...(wish.sandbox ?? asRoot()),
      ...withoutGraphics(),
      ...(wish.shortLived ? shortLived : []),
      ...(wish.appFolder === undefined ? [] : [wish.appFolder]),
      ...switchesOf(wish),
    ],
    env: Object.fromEntries(
      Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  });
  const faults: string[] = [];
  const page = await app.firstWindow();
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  await ready(page);
  return { app, page, folders: wish.folders, faults, process: app.process() };
};

/** Closes it as the window's cross does. */
export const close = async ({ app }: Counter): Promise<void> => {
  await app.close();
};

/** Pulls the plug: every process of the application at once, no handler runs. Nothing when it has ended before. */
export const pullThePlug = async ({ process: child }: Pick<Counter, 'process'>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await gone;
};

/** Answers main's next dialogs in the clerk's place: nobody sees a native dialog on a virtual display. */
export const answerDialogs = async (
  { app }: Counter,
  answers: { save?: string | null; open?: string[] | null },
): Promise<void> => {
  await app.evaluate(async ({ dialog }, { save, open }) => {
    if (save !== undefined)
      dialog.showSaveDialog = () =>
        Promise.resolve(
          save === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: save },
        );
    if (open !== undefined)
      dialog.showOpenDialog = () =>
        Promise.resolve(
          open === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: open },
        );
    // Main comes to what is settled only when it turns again: until then nothing but this would hold the answer, and V8 may collect it.
    await new Promise((turned) => setImmediate(turned));
  }, answers);
};
