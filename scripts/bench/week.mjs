// @ts-check
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { setTimeout as rest } from 'node:timers/promises';
import { root } from '../setup/run.mjs';
import { runScript } from '../setup/say.mjs';
import { emit, quantile, round } from './figures.mjs';
import { deskEnd, startHubProcess } from './sync.mjs';

/** @typedef {Awaited<ReturnType<typeof deskEnd>>} DeskEnd */
/** @typedef {Awaited<ReturnType<DeskEnd['openLineDesk']>>} LineDesk */

/** A week of a busy counter: 2,000 dossiers of five rows. */
const rows = 10_000;
/** Scans, scaled: one dossier in ten has one, a tenth of its usual size. */
const scans = { many: 200, bytes: 100_000 };
/** Somebody is always at the counter. */
const acceptEveryMs = 500;

/** @param {DeskEnd} end @param {LineDesk} desk */
const writeWeek = async ({ fillJournal, putAttachment, readySample, acceptSample, getCabinet }, desk) => {
  fillJournal(
    desk,
    Array.from({ length: rows }, (_, seq) => ({ seq, text: randomBytes(500).toString('base64') })),
  );
  const { databaseKey } = getCabinet(desk.desk);
  for (let at = 0; at < scans.many; at += 1) {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(scans.bytes)]);
    const { hash, size } = await putAttachment(desk.desk.places.data, databaseKey, Readable.from([content]));
    const form = await readySample(desk);
    const [first, ...others] = form.components;
    if (!first) throw new Error('bench: a sample without papers');
    const file = { hash, name: 'scan.pdf', size, mime: 'application/pdf' };
    await acceptSample(desk, { ...form, components: [{ ...first, files: [file] }, ...others] });
  }
};

/**
 * Accepts a dossier every half second until `done`; milliseconds from when each was due to its answer.
 * @param {DeskEnd} end @param {LineDesk} desk @param {() => boolean} done
 */
const acceptUntil = async ({ acceptSample, readySample }, desk, done) => {
  /** @type {number[]} */
  const took = [];
  const form = await readySample(desk);
  for (let due = performance.now(); !done(); due = Math.max(due + acceptEveryMs, performance.now())) {
    await rest(Math.max(0, due - performance.now()));
    await acceptSample(desk, form);
    took.push(performance.now() - due);
  }
  return took;
};

/** @param {number[]} took */
const spread = (took) => ({
  n: took.length,
  p50: quantile(took, 0.5),
  p99: quantile(took, 0.99),
  most: round(Math.max(...took)),
});

/** A desk that was offline for a week is on the line again, while somebody goes on accepting at it. */
async function benchWeek() {
  const end = await deskEnd();
  process.chdir(root);
  const hub = await startHubProcess();
  const db = end.openDatabase(end.localUrl(hub.data), 3);
  const desk = await end.openLineDesk(1, 'H55.242');
  try {
    await end.joinHub({ db, hub }, desk);
    await end.level({ db }, [desk]);
    await desk.sync.stop();
    await writeWeek(end, desk);
    const { journal, db: vault } = end.getCabinet(desk.desk);
    // As the application does in every idle moment, and did all week.
    end.checkpoint(vault);
    const quiet = performance.now() + 5_000;
    const without = await acceptUntil(end, desk, () => performance.now() > quiet);
    const waiting = journal.head.pos;
    const begun = performance.now();
    desk.sync = end.startSync(desk.desk, fetch);
    /** @type {Record<string, number>} */
    const after = {};
    /** @param {string} name */
    const note = (name) => (after[name] = round((performance.now() - begun) / 1_000));
    let isLevel = false;
    const levelled = end
      .until(async () => {
        const shown = vault.prepare('SELECT max(pos) AS n FROM seen').get([]);
        return Number(shown?.['n']) >= waiting;
      })
      .then(() => note('rows_in_the_feed_s'))
      .then(() => end.until(() => end.countWaitingFiles(vault) === 0))
      .then(() => note('scans_held_s'))
      .finally(() => (isLevel = true));
    const [during] = await Promise.all([acceptUntil(end, desk, () => isLevel), levelled]);
    emit({
      name: 'a desk a week offline, on the line again over loopback',
      rows: waiting,
      scans: `${scans.many} of ${scans.bytes / 1_000} kB (scale: one dossier in ten, a tenth of the size)`,
      ...after,
      accept_ms: { during: spread(during), without: spread(without) },
      wanted: 'level in ≤ 5 s, no acceptance delayed by 50 ms',
      load1: round(loadavg()[0] ?? Number.NaN),
    });
  } finally {
    await end.closeLine(desk);
    await db.end();
    await hub.stop();
  }
}

await runScript(benchWeek);
