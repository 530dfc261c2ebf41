// @ts-check
import { loadavg } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { root } from '../setup/run.mjs';
import { emit, median, quantile, round } from './figures.mjs';
import { cpuMs, cpuMsOfFamily, pssMb } from './processes.mjs';
import { admitted, ask, deskEnd, followed, startHubProcess } from './sync.mjs';

/** @typedef {Awaited<ReturnType<typeof deskEnd>>} DeskEnd */
/** @typedef {Awaited<ReturnType<DeskEnd['openLoadDesk']>>} LoadDesk */
/** @typedef {{ db: import('../../hub/database.ts').Database, pid: number, postgres: number }} Measured */

const batch = 500;
const offices = 6;
/** Rows a second that are wanted. */
const wantedRate = 1_500;

const load = () => ({ load1: round(loadavg()[0] ?? Number.NaN) });

/**
 * What `work` costs the hub and its PostgreSQL, milliseconds of a processor.
 * @param {Measured} measured @param {() => Promise<unknown>} work
 */
const cost = async ({ pid, postgres }, work) => {
  const [hub, database] = [cpuMs(pid), cpuMsOfFamily(postgres)];
  await work();
  return { hub: cpuMs(pid) - hub, database: cpuMsOfFamily(postgres) - database };
};

/**
 * Batches of one desk, written before they are sent: the desks of a province are other machines, and their work is not the hub's.
 * @param {LoadDesk} desk @param {number} rows
 */
const prepare = async (desk, rows) => {
  const batches = [];
  for (let made = 0; made < rows; made += batch) {
    batches.push(desk.prepare(batch));
    await rest(0);
  }
  return batches;
};

/**
 * What the hub takes in while desks push, until the last row is admitted; `push` resolves when the last is acknowledged.
 * @param {Measured} measured @param {string} name @param {number} rows @param {() => Promise<unknown>} push
 */
const takingIn = async (measured, name, rows, push) => {
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, pssMb(measured.pid))), 1_000);
  const begun = performance.now();
  let pushed = 0;
  const spent = await cost(measured, async () => {
    await push();
    pushed = performance.now() - begun;
    await admitted(measured.db);
  });
  const all = performance.now() - begun;
  clearInterval(watch);
  emit({
    name: `hub: rows kept, admitted and in the feed, ${name}`,
    seconds: round(all / 1_000),
    rows,
    rows_per_second: round(rows / (all / 1_000)),
    acknowledged_s: round(pushed / 1_000),
    cpu_ms_a_row: { hub: round(spent.hub / rows), postgres: round(spent.database / rows) },
    hub_pss_mb: round(memory),
    wanted: '≥ 1,500 rows/s, ≤ 250 MB',
    ...load(),
  });
};

/** Desks of several offices push a backlog as fast as they are answered. @param {Measured} measured @param {LoadDesk[]} desks @param {number} seconds */
const atOnce = async (measured, desks, seconds) => {
  const each = Math.ceil((wantedRate * seconds) / desks.length / batch) * batch;
  const backlogs = await Promise.all(desks.map((desk) => prepare(desk, each)));
  await takingIn(measured, 'as fast as it answers', each * desks.length, () =>
    Promise.all(
      backlogs.map(async (backlog) => {
        for (const send of backlog) await send();
      }),
    ),
  );
};

/**
 * The same desks bring a little more than is wanted for so long. Each batch is written just before it is sent: ten minutes of them would
 * fill the memory.
 * @param {Measured} measured @param {LoadDesk[]} desks @param {number} seconds
 */
const sustained = async (measured, desks, seconds) => {
  const rate = wantedRate * 1.05;
  const turns = Math.ceil((rate * seconds) / batch);
  const begun = performance.now();
  let turn = 0;
  /** @param {LoadDesk} desk */
  const bring = async (desk) => {
    for (let mine = turn++; mine < turns; mine = turn++) {
      const send = desk.prepare(batch);
      await rest(Math.max(0, begun + (mine * batch * 1_000) / rate - performance.now()));
      await send();
    }
  };
  await takingIn(measured, `${rate} a second brought`, turns * batch, () => Promise.all(desks.map(bring)));
};

/** A counter's own few rows, while others bring their backlogs at half the rate. @param {LoadDesk[]} desks @param {LoadDesk} small @param {number} seconds */
const smallPushes = async (desks, small, seconds) => {
  /** @param {number} until */
  const measure = async (until) => {
    /** @type {number[]} */
    const took = [];
    while (performance.now() < until) {
      took.push(await small.push(2));
      await rest(80);
    }
    return took;
  };
  const each = Math.ceil(((wantedRate / 2) * seconds) / desks.length / batch) * batch;
  const backlogs = await Promise.all(desks.map((desk) => prepare(desk, each)));
  const inTurn = Array.from({ length: each / batch }, (_, at) => backlogs.flatMap((one) => one[at] ?? []));
  const alone = await measure(performance.now() + 3_000);
  const begun = performance.now();
  const others = async () => {
    let turn = 0;
    for (const send of inTurn.flat()) {
      await send();
      turn += 1;
      await rest(Math.max(0, begun + (turn * batch * 1_000) / (wantedRate / 2) - performance.now()));
    }
  };
  const [took] = await Promise.all([measure(begun + seconds * 1_000), others()]);
  emit({
    name: 'hub: two rows pushed while others bring 750 a second, ms',
    n: took.length,
    p50: median(took),
    p99: quantile(took, 0.99),
    alone: { p50: median(alone), p99: quantile(alone, 0.99) },
    wanted: 'p99 ≤ 50 ms',
    ...load(),
  });
};

/**
 * Rows that lie at the hub already: half of them the office's own, by another desk, the rest of a hundred other offices.
 * @param {Measured['db']} db @param {string} office @param {number} rows
 */
const layBallast = async (db, office, rows) => {
  const others = 100;
  const shares = [
    { at: office, own: Math.floor(rows / 2) },
    ...Array.from({ length: others }, (_, at) => ({ at: `H99.${at}`, own: Math.floor(rows / 2 / others) })),
  ];
  for (const { at, own } of shares) {
    const epoch = `ballast ${at}`;
    await db.query(
      `INSERT INTO journal_row (office, desk, epoch, seq, hash, header, payload, salt, commitment, signature, broken)
       SELECT $1, 900, $2, i, sha256(i::text::bytea), repeat(md5(i::text), 13), repeat(md5(i::text), 47), decode(md5(i::text), 'hex'),
         sha256(i::text::bytea), sha512(i::text::bytea), false FROM generate_series(1, $3::int) AS i`,
      [at, epoch, own],
    );
    await db.query(
      `WITH held AS (
         INSERT INTO office AS there (office, position, rolling) VALUES ($1, $3, sha256('1'))
         ON CONFLICT (office) DO UPDATE SET position = there.position + $3 RETURNING position - $3 AS before),
       opened AS (
         INSERT INTO epoch (office, desk, epoch, held, held_hash, admitted) VALUES ($1, 900, $2, $3, sha256('1'), $3)),
       held_by AS (
         INSERT INTO holder (dossier, office) SELECT md5($1 || ' ' || i / 5), $1 FROM generate_series(5, $3::int, 5) AS i)
       INSERT INTO feed (office, position, desk, epoch, seq, id, subject, type, verdict, detail, rolling)
       SELECT $1, before + i, 900, $2, i, md5(i::text), md5($1 || ' ' || i / 5), 'paperPrinted', 'fact', '', sha256(i::text::bytea)
       FROM held, generate_series(1, $3::int) AS i`,
      [at, epoch, own],
    );
  }
  await db.query(
    'INSERT INTO followed (office, position) SELECT office, position FROM office ON CONFLICT (office) DO UPDATE SET position = excluded.position',
  );
  await db.query('CHECKPOINT');
};

/** What a row costs with few rows held, and with many. @param {Measured} measured @param {LoadDesk} desk @param {number} many */
const costByHeld = async (measured, desk, many) => {
  const { db } = measured;
  const perRow = async () => {
    /** @type {number[]} */
    const figures = [];
    for (let round = 0; round < 3; round += 1) {
      const spent = await cost(measured, async () => {
        for (let turn = 0; turn < 10; turn += 1) await desk.push(batch);
        await followed(db);
      });
      figures.push((spent.hub + spent.database) / (10 * batch));
    }
    return median(figures);
  };
  const held = () => ask(db, 'SELECT count(*) FROM journal_row');
  while ((await held()) < 10_000) await desk.push(batch);
  await followed(db);
  const few = { rows: await held(), cpu_ms_a_row: await perRow() };
  await layBallast(db, desk.office, many);
  const more = { rows: await held(), cpu_ms_a_row: await perRow() };
  emit({
    name: 'hub: cost of a row by the rows held',
    few,
    many: more,
    quotient: round(more.cpu_ms_a_row / few.cpu_ms_a_row),
    wanted: '0.8–1.2',
    ...load(),
  });
};

/** The hub's figures. `sustain`: seconds of the steady load. @param {{ seconds: number, sustain: number, held: number }} wish */
export async function benchHub({ seconds, sustain, held }) {
  const { localUrl, openDatabase, openLoadDesk } = await deskEnd();
  process.chdir(root);
  const hub = await startHubProcess();
  const db = openDatabase(localUrl(hub.data), 3);
  const postmaster = join(hub.data, 'database', 'postgres', 'postmaster.pid');
  const measured = { db, pid: hub.pid, postgres: Number.parseInt(readFileSync(postmaster, 'utf8'), 10) };
  try {
    /** @param {number} number */
    const open = (number) => openLoadDesk(db, hub.url, `H98.${number}`, 1);
    await costByHeld(measured, await open(0), held);
    const desks = await Promise.all(Array.from({ length: offices }, (_, at) => open(at + 1)));
    await atOnce(measured, desks, seconds);
    await smallPushes(desks, await open(offices + 1), seconds);
    await sustained(measured, desks, sustain);
  } finally {
    await db.end();
    await hub.stop();
  }
}
