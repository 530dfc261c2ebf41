// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { openDisplay } from './display.mjs';
import { packageAll } from './package.mjs';
import { installPackages } from './setup/packages.mjs';
import { root, runCaptured, runToEnd } from './setup/run.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { runScript, say } from './setup/say.mjs';
import { installSystem } from './setup/system.mjs';
import { countCheck, countPlaywright, countVitest, summaryLine, total } from './test/counts.mjs';
import { memoryFolder } from './test/memory-folder.mjs';

// Every stage runs even when an earlier one failed, so that one run shows all there is to mend. `npm test -- lint unit` runs
// those stages alone.

/** @typedef {import('./test/counts.mjs').Counts} Counts */

const reports = join(root, 'test-results');
const chosen = process.argv.slice(2);
/** @type {{ name: string, seconds: number, counts: Counts }[]} */
const done = [];

/**
 * Runs one stage and keeps its counts and time; a stage that throws has failed.
 * @param {string} name
 * @param {() => Promise<Counts>} body
 */
async function stage(name, body) {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  const started = performance.now();
  let counts = countCheck(1);
  try {
    counts = await body();
  } catch (fault) {
    console.error(`✗ ${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  const seconds = (performance.now() - started) / 1000;
  done.push({ name, seconds, counts });
  say(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${summaryLine(counts)} (${seconds.toFixed(1)} s)`);
}

/** @param {string} path a program inside node_modules @param {string[]} args */
const tool = (path, ...args) => [join(root, 'node_modules', path), ...args];

/**
 * Runs a Node program aside; what it says is shown only when it fails, in one piece, for two stages run at once.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function quietly(name, args) {
  const { code, output } = await runCaptured(process.execPath, args);
  if (code !== 0) process.stdout.write(`\n── ${name} ──\n${output}\n`);
  return code;
}

/** @param {string} file */
function report(file) {
  const path = join(reports, file);
  return existsSync(path) ? /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

async function checkStyle() {
  await stage('format', async () => countCheck(await quietly('format', tool('oxfmt/bin/oxfmt', '--check'))));
  // The types with it: the linter has the compiler's program in hand.
  await stage('lint and types', async () =>
    countCheck(await quietly('lint and types', tool('oxlint/bin/oxlint', '--deny-warnings'))),
  );
}

async function checkCode() {
  await stage('unit', async () => {
    const options = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`,
    ];
    const code = await quietly('unit', tool('vitest/vitest.mjs', 'run', ...options));
    return countVitest(report('unit.json'), code);
  });
}

/**
 * Throws when an earlier stage of this run failed: an application of older sources must not be tested in its place.
 * @param {string} name
 */
function need(name) {
  if (done.some((one) => one.name === name && one.counts.failed > 0)) throw new Error(`waits for ${name}`);
}

const e2e = join('e2e', 'playwright.config.ts');

/** @param {readonly string[]} args */
const playwright = (...args) => tool('@playwright/test/cli.js', 'test', '--config', e2e, ...args);

async function makeApplication() {
  await stage('build', async () => {
    await buildAll();
    return countCheck(0);
  });
  await stage('package', async () => {
    need('build');
    await packageAll({ runtime: await electronRuntime() });
    return countCheck(0);
  });
  // Playwright compiles what it reads for the first time, twenty seconds of one core for all files, and keeps it.
  await stage('e2e files', async () => countCheck(await quietly('e2e files', playwright('--list'))));
}

/** @param {string[]} missing Debian packages that could not be installed */
async function driveApplication(missing) {
  await stage('e2e', async () => {
    need('build');
    need('package');
    if (missing.length > 0) throw new Error(`cannot run without ${missing.join(' ')}`);
    await packageAll({ runtime: await electronRuntime() });
    const display = await openDisplay({ always: true });
    try {
      const env = { ...display.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json') };
      const code = await runToEnd(process.execPath, playwright('--reporter=list,json'), { env });
      return countPlaywright(report('e2e.json'), code);
    } finally {
      display.stop();
    }
  });
}

await runScript(async () => {
  const started = performance.now();
  const missing = await installSystem({ tests: true, tolerant: true });
  await installPackages(root);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  process.env['TMPDIR'] = memoryFolder() ?? tmpdir();
  const ready = (performance.now() - started) / 1000;

  say('Checking style and code and making the application, side by side: some minutes');
  // Two cores: what uses one, or waits, runs side by side; the application is driven alone.
  const checkAndMake = async () => {
    await checkStyle();
    await makeApplication();
  };
  await Promise.all([checkAndMake(), checkCode()]);
  await driveApplication(missing);

  const counts = total(done.map((one) => one.counts));
  const times = done.map((one) => `${one.name} ${one.seconds.toFixed(1)}`).join(' · ');
  const all = (performance.now() - started) / 1000;
  process.stdout.write(`\nSeconds: set-up ${ready.toFixed(1)} · ${times} · in all ${all.toFixed(1)}\n`);
  process.stdout.write(`${summaryLine(counts)}\n`);
  return counts.failed === 0 ? 0 : 1;
});
