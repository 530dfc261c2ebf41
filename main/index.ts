import { app, protocol } from 'electron';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { openDoor } from './ipc.ts';
import { tellMilestones } from './milestones.ts';
import { readOptions } from './options.ts';
import { findRefusedSwitch } from './switches.ts';
import { isLastCounter, openCounter, prepareCounter, scheme } from './window.ts';
import type { Counter } from './counter.ts';

/** Start order only: options, one copy, protocol, window, door; what needs time is loaded while the window comes up. */

/**
 * As shipped, --inspect opens nothing (a fuse), so whoever asks for it or for a port is refused. The tested copy differs in that fuse alone: there
 * the inspector stands open by now, and Playwright may go on with its own.
 */
const refused =
  app.isPackaged && inspectorUrl() === undefined ? findRefusedSwitch(process.argv.slice(1)) : undefined;

const options = readOptions(process.argv, process.env);
if (options.profile) app.setPath('userData', options.profile);
app.setName('Quầy Một Cửa');
// As root Chromium refuses its sandbox, and start says so; every window asks for it by itself as well.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.commandLine.appendSwitch(
  'disable-features',
  'HardwareMediaKeyHandling,MediaSessionService,SpareRendererForSitePerProcess',
);

protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

if (refused !== undefined) {
  // Chromium opens its port once this script has run: by then we are gone.
  void import('../shared/messages/index.ts').then(({ messagesIn }) => {
    for (const language of ['vi', 'en'] as const)
      process.stderr.write(`${messagesIn(language).common.start.refusedSwitch({ name: refused })}\n`);
    process.exit(1);
  });
} else if (!app.requestSingleInstanceLock()) app.quit();
else {
  const root = app.getAppPath();
  let counter: Promise<Counter> | undefined;
  let open: Counter | undefined;
  const ready = (): Promise<Counter> => {
    counter ??= import('./counter.ts').then(({ startCounter }) => {
      open = startCounter(options, root, openWindow);
      return open;
    });
    return counter;
  };

  let openWindow = (): void => undefined;
  // The system's own quit is nobody at the cross who could answer.
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  openDoor(async (windowClass, method, input) => (await ready()).dispatch(windowClass, method, input));

  app.on('second-instance', () => openWindow());
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!counter) return;
    const closing = counter;
    counter = undefined;
    event.preventDefault();
    void closing.then((one) => one.close()).finally(() => app.exit(0));
  });

  void app.whenReady().then(() => {
    const session = prepareCounter(
      join(root, 'out', 'renderer'),
      join(root, 'out', 'main', 'preload.cjs'),
      async (url) => (await ready()).servePrint(url),
    );
    openWindow = () => {
      const window = openCounter(session, 'Quầy Một Cửa', !app.isPackaged);
      window.on('close', (event) => {
        if (!quitting && isLastCounter() && open?.holdsClose()) event.preventDefault();
      });
      if (options.milestones) tellMilestones(window);
    };
    openWindow();
    // Reading the counter holds main up: now, while Chromium waits for the window's processes. Once they stand, they wait for main.
    setImmediate(() => void ready());
  });
}
