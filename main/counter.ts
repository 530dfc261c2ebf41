import { BrowserWindow, app, clipboard, dialog, powerMonitor } from 'electron';
import { join } from 'node:path';
import type { WindowClass } from '../shared/contract.ts';
import type { Result } from '../shared/faults.ts';
import { messagesIn } from '../shared/messages/index.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { trialClock, wallClock } from './desk/clock.ts';
import type { Desk, Dialogs } from './desk/desk.ts';
import { makeDesk } from './desk/make-desk.ts';
import { readMachineFile } from './desk/machine-file.ts';
import { lockSession } from './desk/session.ts';
import { closeOfDay, startChores } from './desk/chores.ts';
import { tellAll } from './ipc.ts';
import { openLog } from './log.ts';
import { SCRYPT } from './vault/keys.ts';
import type { Options } from './options.ts';
import type { Printing } from './print/index.ts';

/** The running counter as the entry sees it. */
export interface Counter {
  dispatch(windowClass: WindowClass, method: string, input: unknown): Promise<Result<unknown>>;
  servePrint(request: Request): Promise<Response>;
  close(): Promise<void>;
}

const attachmentKinds = ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'];

const dialogsIn = (language: () => Desk['language']): Dialogs => {
  const words = () => messagesIn(language()).common.dialogs;
  const ask = async (options: Electron.OpenDialogOptions): Promise<string[] | null> => {
    const parent = BrowserWindow.getFocusedWindow();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : answer.filePaths;
  };
  return {
    openFiles: (kind) =>
      ask(
        kind === 'pack'
          ? { properties: ['openFile'], filters: [{ name: words().pack, extensions: ['json', 'quaypack'] }] }
          : {
              properties: ['openFile', 'multiSelections'],
              filters: [{ name: words().attachment, extensions: attachmentKinds }],
            },
      ),
    openFolder: async () => (await ask({ properties: ['openDirectory', 'createDirectory'] }))?.[0] ?? null,
    saveFile: async (suggested) => {
      const answer = await dialog.showSaveDialog({ defaultPath: join(app.getPath('documents'), suggested) });
      return answer.canceled ? null : answer.filePath;
    },
  };
};

/** Outside the data folder, and not where a copy of it would take it along. */
const guardFolder = (): string =>
  process.platform === 'win32'
    ? join(process.env['PROGRAMDATA'] ?? app.getPath('home'), 'QuayMotCua', 'guard')
    : join(process.env['XDG_STATE_HOME'] ?? join(app.getPath('home'), '.local', 'state'), 'quay-mot-cua');

/** Builds main's memory and joins it to the windows. */
export const startCounter = (options: Options, root: string, openWindow: () => void): Counter => {
  const userData = app.getPath('userData');
  openLog(join(userData, 'logs', 'counter.log'));
  let printing: Promise<Printing> | undefined;
  const assets = join(root, 'assets');
  const settings = join(userData, 'machine.json');
  const { language, highContrast } = readMachineFile(settings);
  const desk = makeDesk({
    places: {
      data: options.data ?? join(userData, 'vault'),
      guard: options.guard ?? guardFolder(),
      assets,
      settings,
    },
    clock: options.trialClock === null ? wallClock : trialClock(options.trialClock),
    trialOnly: options.trialClock !== null,
    passwordLog2N: SCRYPT.log2N,
    language,
    highContrast,
    versions: {
      application: app.getVersion(),
      electron: process.versions.electron,
      platform: `${process.platform} ${process.arch}`,
    },
    dialogs: dialogsIn(() => desk.language),
    printing: () => {
      printing ??= import('./print/index.ts').then(({ createPrinting }) =>
        createPrinting({ formsDir: join(assets, 'forms'), words: () => messagesIn(desk.language) }),
      );
      return printing;
    },
    tell: tellAll,
    openWindow,
    copyText: (text) => {
      void clipboard.writeText(text);
    },
  });
  const stopChores = startChores(desk);
  powerMonitor.on('lock-screen', () => lockSession(desk));
  powerMonitor.on('suspend', () => lockSession(desk));
  if (options.milestones) process.stdout.write('@counter\n');
  return {
    dispatch: (windowClass, method, input) => dispatch(commands, desk, windowClass, method, input),
    servePrint: async (request) =>
      (await desk.printing()).respond(request.url) ?? new Response(null, { status: 404 }),
    close: async () => {
      stopChores();
      await closeOfDay(desk);
      desk.close();
      if (printing) (await printing).close();
    },
  };
};
