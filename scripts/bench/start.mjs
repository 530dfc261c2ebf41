// @ts-check
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';
import { emit, median, quantile, round } from './figures.mjs';

/** Proportional memory (PSS) of a process and all below it, MB: shared pages count once. @param {number} first */
function memoryOf(first) {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/u.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ');
      parents.set(Number(name), Number(stat[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const family = [first];
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child);
  let kilobytes = 0;
  for (const one of family) {
    try {
      kilobytes += Number(
        /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
      );
    } catch {
      // It has ended meanwhile.
    }
  }
  return round(kilobytes / 1024);
}

/**
 * Spawns, waits for the mark, rests five seconds, weighs, ends it.
 * @param {{ command: string, args: string[], env: NodeJS.ProcessEnv, mark: RegExp }} what
 */
async function once({ command, args, env, mark }) {
  const started = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((settle) => child.once('exit', settle));
  /** @type {number} */
  const ms = await new Promise((settle, refuse) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (mark.test(said)) settle(performance.now() - started);
    });
    void ended.then(() => refuse(new Error(`ended before ${mark}`)));
    setTimeout(() => refuse(new Error('no window in a minute')), 60_000).unref();
  });
  await new Promise((resume) => setTimeout(resume, 5000));
  const pss = memoryOf(/** @type {number} */ (child.pid));
  child.kill();
  await Promise.race([ended, new Promise((settle) => setTimeout(settle, 4000))]);
  child.kill('SIGKILL');
  return { ms, pss };
}

/**
 * Spawn to usable sign-in with a full vault, and idle memory, beside a bare window, in turns; the first round of each only
 * makes its profile.
 * @param {{ application: string, electron: string, sandbox: string[], seed: string, dossiers: number, env: NodeJS.ProcessEnv, rounds: number }} wish
 */
export async function benchStart({ application, electron, sandbox, seed, dossiers, env, rounds }) {
  const home = mkdtempSync(join(tmpdir(), 'quay-start-'));
  try {
    cpSync(seed, join(home, 'seed'), { recursive: true });
    mkdirSync(join(home, 'bare'));
    const ours = {
      command: application,
      args: [
        ...sandbox,
        `--data=${join(home, 'seed', 'vault')}`,
        `--guard=${join(home, 'seed', 'guard')}`,
        `--profile=${join(home, 'profile')}`,
        '--trial-clock=2026-11-23T09:00:00+07:00',
      ],
      env: { ...env, QUAY_MILESTONES: '1' },
      mark: /@usable-signIn/u,
    };
    const bare = {
      command: electron,
      args: [...sandbox, join(root, 'scripts', 'bench', 'bare-window')],
      env: { ...env, BENCH_HOME: join(home, 'bare') },
      mark: /@usable/u,
    };
    /** @type {{ ms: number, pss: number }[]} */
    const mine = [];
    /** @type {{ ms: number, pss: number }[]} */
    const limit = [];
    for (let turn = 0; turn <= rounds; turn += 1)
      for (const one of turn % 2 === 0 ? [bare, ours] : [ours, bare]) {
        const figure = await once(one);
        if (turn > 0) (one === ours ? mine : limit).push(figure);
      }
    const ms = mine.map((one) => one.ms);
    emit({
      name: 'start: spawn to usable sign-in',
      dossiers,
      n: rounds,
      p50_ms: median(ms),
      max_ms: quantile(ms, 1),
      limit: { name: 'bare window', p50_ms: median(limit.map((one) => one.ms)) },
      times_limit: median(mine.map((one, place) => one.ms / (limit[place]?.ms ?? Number.NaN))),
      wanted: '≤ 1.35 ×',
    });
    emit({
      name: 'idle memory of all processes (PSS)',
      mb: median(mine.map((one) => one.pss)),
      limit: { name: 'bare window', mb: median(limit.map((one) => one.pss)) },
      more_mb: median(mine.map(({ pss }, place) => pss - (limit[place]?.pss ?? Number.NaN))),
      wanted: '≤ bare + 60 MB',
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
