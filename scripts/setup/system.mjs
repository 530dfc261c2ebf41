// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ask, runToEnd } from './run.mjs';
import { say, SetupFault } from './say.mjs';

/**
 * What the running system must have. `packages` are Debian names, best first: releases after Debian 12 renamed some (…t64).
 * @typedef {{ packages: string[], library?: string, program?: string, file?: string, needed: 'always' | 'no display' | 'to sign' | 'tests' }} Need
 */

/** @type {readonly Need[]} */
export const needs = [
  { packages: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0', needed: 'always' },
  { packages: ['libnss3'], library: 'libnss3.so', needed: 'always' },
  { packages: ['libasound2t64', 'libasound2'], library: 'libasound.so.2', needed: 'always' },
  { packages: ['libgbm1'], library: 'libgbm.so.1', needed: 'always' },
  { packages: ['libxss1'], library: 'libXss.so.1', needed: 'always' },
  { packages: ['xvfb'], program: 'Xvfb', needed: 'no display' },
  { packages: ['cups'], program: 'cupsd', needed: 'tests' },
  { packages: ['printer-driver-cups-pdf'], file: '/usr/lib/cups/backend/cups-pdf', needed: 'tests' },
  { packages: ['poppler-utils'], program: 'pdftotext', needed: 'tests' },
  { packages: ['zbar-tools'], program: 'zbarimg', needed: 'tests' },
  { packages: ['jq'], program: 'jq', needed: 'tests' },
  { packages: ['openssl'], program: 'openssl', needed: 'tests' },
  { packages: ['softhsm2'], program: 'softhsm2-util', needed: 'tests' },
  { packages: ['libnss3-tools'], program: 'certutil', needed: 'tests' },
  { packages: ['qpdf'], program: 'qpdf', needed: 'tests' },
  { packages: ['postgresql-client'], program: 'psql', needed: 'tests' },
  { packages: ['sane-utils'], program: 'scanimage', needed: 'tests' },
  // pkcs11js is compiled when packages are installed; without it the counter works and cannot sign with a token.
  { packages: ['g++'], program: 'g++', needed: 'to sign' },
  { packages: ['make'], program: 'make', needed: 'to sign' },
  { packages: ['python3'], program: 'python3', needed: 'to sign' },
];

/** @param {NodeJS.ProcessEnv} [env] */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * The needs not met here. Libraries are looked up in the loader's own cache, so it works on any distribution.
 * @param {{ tests: boolean, display: boolean }} wish
 * @returns {Need[]}
 */
export function findMissing(wish) {
  const cache = ask(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p']).stdout;
  // sbin is not on everybody's PATH, and cupsd lives there.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return needs.filter((need) => {
    if (need.needed === 'tests' && !wish.tests) return false;
    if (need.needed === 'no display' && wish.display && !wish.tests) return false;
    if (need.library !== undefined) return !cache.includes(`\t${need.library} `);
    if (need.file !== undefined) return !existsSync(need.file);
    const program = need.program ?? '';
    return !folders.some((folder) => existsSync(join(folder, program)));
  });
}

/**
 * The one command a person without root types to install what is missing.
 * @param {readonly string[]} packages
 */
export function aptCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Picks, for each need, the package name this release knows; the last name when none is known.
 * @param {readonly Need[]} missing
 * @param {(name: string) => boolean} known
 */
export function packageNames(missing, known) {
  return missing.map((need) => need.packages.find(known) ?? need.packages.at(-1) ?? '');
}

/** @param {string} name */
function hasCandidate(name) {
  return /Candidate: (?!\(none\))/u.test(ask('apt-cache', ['policy', name]).stdout);
}

/** @param {readonly string[]} names */
async function aptInstall(names) {
  return runToEnd('apt-get', ['install', '-y', '--no-install-recommends', '-qq', ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    // apt's own progress is long; it goes to stderr only when something is wrong.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * Sees to the system's libraries and tools: installs them as root on Debian, else says the exact command. Returns what is
 * still missing afterwards; throws when the application could not start without it and `tolerant` is false.
 * @param {{ tests: boolean, tolerant: boolean }} wish
 * @returns {Promise<string[]>} Debian package names
 */
export async function installSystem(wish) {
  if (process.platform !== 'linux') return [];
  const look = () => findMissing({ tests: wish.tests, display: hasDisplay() });
  let missing = look();
  if (missing.length === 0) return [];

  const apt = existsSync('/usr/bin/apt-get');
  if (apt && process.getuid?.() === 0) {
    if (!missing.every((need) => need.packages.some(hasCandidate))) {
      say('Refreshing the list of Debian packages');
      await runToEnd('apt-get', ['update', '-qq']);
    }
    const names = packageNames(missing, hasCandidate);
    say(`Installing ${names.join(' ')}`);
    // A stale list names files that are gone: refresh it once, then try again.
    if ((await aptInstall(names)) !== 0) {
      await runToEnd('apt-get', ['update', '-qq']);
      await aptInstall(names);
    }
    missing = look();
    if (missing.length === 0) return [];
  }

  const names = packageNames(missing, apt ? hasCandidate : () => false);
  const advice = apt
    ? `Missing on this machine: ${names.join(' ')}. Install with\n    ${aptCommand(names)}`
    : `Missing on this machine, by Debian's names: ${names.join(' ')}. Install them with your system's own tool.`;
  if (!wish.tolerant && missing.some((need) => need.needed === 'always' || need.needed === 'no display')) {
    throw new SetupFault(`${advice}\n  then run this again.`);
  }
  say(advice);
  return names;
}
