// @ts-check
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

/** Bytes: several times what a whole run leaves lying about at once. */
const room = 6 * 2 ** 30;

/** Whether a file system in memory is mounted there from which a library may be loaded, as the tests of drivers do. */
function isUsable() {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`tmpfs ${memory} `));
    if (mount === undefined || /\bnoexec\b/u.test(mount)) return false;
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, freemem()) > room;
  } catch {
    return false;
  }
}

/**
 * Makes a folder in memory for what the tests write, where there is room; removed when this process ends. They make thousands of
 * vaults and commit some hundred thousand times, and whether a commit has reached the disk is seen only when the power goes, which
 * no test can do: killing a process leaves what it wrote.
 * @returns {string | undefined}
 */
export function memoryFolder() {
  if (!isUsable()) return undefined;
  const folder = mkdtempSync(join(memory, 'quay-'));
  // As /tmp is: PostgreSQL and CUPS run under users of their own.
  chmodSync(folder, 0o1777);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
