import { app, clipboard } from 'electron';
import { join } from 'node:path';
import type { WindowClass } from '../shared/contract.ts';
import { succeed } from '../shared/faults.ts';
import type { Result } from '../shared/faults.ts';
import type { BackRoom } from './back-room.ts';
import { trialClock, wallClock } from './desk/clock.ts';
import type { Desk, Dialogs } from './desk/desk.ts';
import { statusOf } from './desk/lobby-status.ts';
import { makeDesk } from './desk/make-desk.ts';
import { readMachineFile } from './desk/machine-file.ts';
import { tellAll } from './ipc.ts';
import { openLog } from './log.ts';
import type { Options } from './options.ts';
import type { Printing } from './print/index.ts';
import { startUtility } from './processes/utility.ts';
import { SCRYPT } from './vault/keys.ts';

/** The running counter as the entry sees it. What it imports is read before the sign-in screen can stand: little (main/back-room.ts). */
export interface Counter {
  dispatch(windowClass: WindowClass, method: string, input: unknown): Promise<Result<unknown>>;
  servePrint(url: string): Promise<Response | null>;
  /** Whether the last window stays open a little: things wait for the province, and nobody was told yet. */
  holdsClose: () => boolean;
  close(): Promise<void>;
}

/** Outside the data folder, and not where a copy of it would take it along. */
const guardFolder = (): string =>
  process.platform === 'win32'
    ? join(process.env['PROGRAMDATA'] ?? app.getPath('home'), 'QuayMotCua', 'guard')
    : join(process.env['XDG_STATE_HOME'] ?? join(app.getPath('home'), '.local', 'state'), 'quay-mot-cua');

const lazyDialogs = (language: () => Desk['language']): Dialogs => {
  const dialogs = async () => (await import('./dialogs.ts')).dialogsIn(language);
  return {
    openFiles: async (kind) => (await dialogs()).openFiles(kind),
    openFolder: async () => (await dialogs()).openFolder(),
    saveFile: async (suggested) => (await dialogs()).saveFile(suggested),
  };
};

const openPrinting = async (assets: string, language: () => Desk['language']): Promise<Printing> => {
  const [{ createPrinting }, { messagesIn }] = await Promise.all([
    import('./print/index.ts'),
    import('../shared/messages/index.ts'),
  ]);
  return createPrinting({ formsDir: join(assets, 'forms'), words: () => messagesIn(language()) });
};

/** A window's first question: how things stand. It takes nothing. */
const asksStatus = (method: string, input: unknown): boolean =>
  method === 'app.status' && typeof input === 'object' && input !== null && Object.keys(input).length === 0;

/** The window's first question, once unheard: what it needs is read and compiled while nobody waits. What it cannot answer is said when it is asked. */
const rehearse = (answer: () => unknown): void => {
  try {
    answer();
  } catch {
    // As above.
  }
};

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
    dialogs: lazyDialogs(() => desk.language),
    printing: () => {
      printing ??= openPrinting(assets, () => desk.language);
      return printing;
    },
    startProcess: startUtility,
    tell: tellAll,
    openWindow,
    copyText: (text) => {
      void clipboard.writeText(text);
    },
  });
  let backRoom: Promise<BackRoom> | undefined;
  let holdsClose = (): boolean => false;
  const openBack = (): Promise<BackRoom> => {
    backRoom ??= import('./back-room.ts').then(({ openBackRoom }) => {
      const room = openBackRoom(desk);
      holdsClose = room.holdsClose;
      return room;
    });
    return backRoom;
  };
  rehearse(() => statusOf(desk, null));
  if (options.milestones) process.stdout.write('@counter\n');
  return {
    dispatch: async (windowClass, method, input) => {
      if (backRoom || !asksStatus(method, input))
        return (await openBack()).dispatch(windowClass, method, input);
      // Nobody can have signed in yet.
      desk.takeFolder();
      return succeed(statusOf(desk, null));
    },
    servePrint: async (url) => (await desk.printing()).respond(url) ?? null,
    holdsClose: () => holdsClose(),
    close: async () => {
      if (backRoom) await (await backRoom).close();
      desk.close();
      if (printing) (await printing).close();
    },
  };
};
