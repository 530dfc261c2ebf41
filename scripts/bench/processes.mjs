// @ts-check
import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks of /proc are a hundredth of a second on Linux. */
const tickMs = 10;

/** @param {string | number} pid @returns {string[]} the fields of its stat behind the name, the state first */
const statOf = (pid) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');

/** Processor time a process has used, milliseconds. @param {number} pid */
export const cpuMs = (pid) => {
  const [user, system] = statOf(pid).slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * tickMs;
};

/** Of a process, its children, and its children that have ended, milliseconds. @param {number} pid */
export const cpuMsOfFamily = (pid) => {
  const [user, system, ended, endedSystem] = statOf(pid).slice(11, 15).map(Number);
  let ticks = (user ?? 0) + (system ?? 0) + (ended ?? 0) + (endedSystem ?? 0);
  for (const other of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const fields = statOf(other);
      if (Number(fields[1]) === pid) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // Ended meanwhile.
    }
  }
  return ticks * tickMs;
};

/** Memory of a process with its share of what it shares, MB. @param {number} pid */
export const pssMb = (pid) =>
  Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
