import { execFile } from 'node:child_process';
import { logFailure } from '../log.ts';

/**
 * A process that has a PIN in hand leaves no image of its memory when it crashes (RLIMIT_CORE 0, setrlimit(2)). Node cannot say so
 * itself: prlimit of util-linux does, from outside. Elsewhere than on Linux nothing is written unless the system was told to.
 */
export const forbidCoreDumps = (pids: readonly number[]): void => {
  if (process.platform !== 'linux') return;
  for (const pid of pids)
    execFile('prlimit', ['--core=0:0', `--pid=${pid}`], (error) => {
      if (error) logFailure('core dumps', error);
    });
};
