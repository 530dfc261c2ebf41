import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, MethodName, OutputOf, Telling } from '../shared/contract.ts';
import { defaultOfficeHours } from '../shared/calendar/office-hours.ts';
import type { Result } from '../shared/faults.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { trialClock } from './desk/clock.ts';
import type { Clock } from './desk/clock.ts';
import type { Desk, Dialogs } from './desk/desk.ts';
import { makeDesk } from './desk/make-desk.ts';
import { withoutWindows } from './desk/without-windows.ts';
import { forking } from './processes/transport.ts';
import type { ProcessHandle, ProcessName } from './processes/transport.ts';
import type { Printing } from './print/index.ts';
import { QUICK_LOG2N } from './vault/testing.ts';
import { buildScript } from './vault/testing-process.ts';

const scripts: Readonly<Record<ProcessName, string>> = {
  'token-desk': 'main/token/token-desk.process.ts',
  'sign-desk': 'main/signing/sign-desk.process.ts',
};

/** One of main's processes as plain Node. */
const forkProcess = (name: ProcessName): ProcessHandle =>
  forking(buildScript(scripts[name]), process.env, name)();

/** A whole desk without windows, on real files in a folder of its own, for tests and benches. */
export interface TestDesk {
  desk: Desk;
  folder: string;
  told: Telling[];
  ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<Result<OutputOf<M>>>;
  close(): void;
}

export const samplePassword = 'bốn từ tiếng việt';

/** Monday 23/11/2026, 9:15 at the counter. */
export const sampleMoment = Date.parse('2026-11-23T09:15:00+07:00');

export const openTestDesk = (
  options: {
    folder?: string;
    clock?: Clock;
    dialogs?: Partial<Dialogs>;
    trialOnly?: boolean;
    startProcess?: Desk['startProcess'];
    printing?: Printing;
  } = {},
): TestDesk => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'quay-desk-'));
  const told: Telling[] = [];
  const { printing } = options;
  const desk = makeDesk({
    ...withoutWindows,
    places: {
      data: join(folder, 'vault'),
      guard: join(folder, 'guard'),
      // Also from a bundle that is run as a process of its own.
      assets: join(process.cwd(), 'assets'),
      settings: join(folder, 'machine.json'),
    },
    clock: options.clock ?? trialClock(sampleMoment),
    trialOnly: options.trialOnly ?? true,
    passwordLog2N: QUICK_LOG2N,
    versions: { application: 'test', electron: '', platform: process.platform },
    dialogs: { ...withoutWindows.dialogs, ...options.dialogs },
    printing: printing ? () => Promise.resolve(printing) : withoutWindows.printing,
    startProcess: options.startProcess ?? forkProcess,
    tell: (telling) => told.push(telling),
  });
  return {
    desk,
    folder,
    told,
    ask: <M extends MethodName>(method: M, input: InputOf<M>) => askDesk(desk, method, input),
    close: () => {
      desk.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};

function askDesk<M extends MethodName>(
  desk: Desk,
  method: M,
  input: InputOf<M>,
): Promise<Result<OutputOf<M>>>;
function askDesk(desk: Desk, method: string, input: unknown): Promise<Result<unknown>> {
  return dispatch(commands, desk, 'counter', method, input);
}

export const sampleFounding = (change: Partial<InputOf<'setup.found'>> = {}): InputOf<'setup.found'> => ({
  profile: {
    code: 'H55.242',
    name: 'Trung tâm Phục vụ hành chính công xã Mẫu',
    superior: 'UBND xã Mẫu',
    address: 'Thôn Mẫu, xã Mẫu',
    phone: '0208 3000 000',
    province: 'Thái Nguyên',
    lookupBase: '',
  },
  desk: { number: 1, name: 'Quầy 1' },
  lane: { from: 1, to: 999 },
  provinceNumbers: false,
  hours: defaultOfficeHours(),
  clerk: { name: 'Cán bộ Mẫu', username: 'mau', password: samplePassword },
  trial: true,
  ...change,
});
