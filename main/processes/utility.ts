import { utilityProcess } from 'electron';
import { join } from 'node:path';
import { forbidCoreDumps } from './core-dumps.ts';
import { engineFlags } from './transport.ts';
import type { ProcessHandle, ProcessName } from './transport.ts';

const titles: Readonly<Record<ProcessName, string>> = {
  'token-desk': 'Quầy Một Cửa: USB ký số',
  'sign-desk': 'Quầy Một Cửa: ký giấy tờ',
};

/** Killed by the system: a polite end is heard by the very thread that a driver may hang in. */
const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
};

/** Starts one of main's processes as Electron's utilityProcess: its script lies beside main's own, in the archive. */
export const startUtility = (name: ProcessName): ProcessHandle => {
  const child = utilityProcess.fork(join(import.meta.dirname, `${name}.cjs`), [], {
    serviceName: titles[name],
    stdio: 'ignore',
    execArgv: engineFlags(name),
  });
  // Main hands the PIN on, this process uses it.
  child.once('spawn', () => forbidCoreDumps([process.pid, ...(child.pid === undefined ? [] : [child.pid])]));
  let over = false;
  return {
    post: (message) => child.postMessage(message),
    onMessage: (hear) => {
      child.on('message', hear);
    },
    onExit: (hear) => {
      child.once('exit', () => {
        over = true;
        hear();
      });
    },
    kill: () => {
      if (over) return;
      if (child.pid !== undefined) killNow(child.pid);
      // Killed before it was there: it ends as soon as it is.
      else child.once('spawn', () => child.pid !== undefined && killNow(child.pid));
    },
  };
};
