import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract.ts';
import { blankForm, withProcedure, withRequiredReceived } from '../../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import { dossierId } from '../../shared/dossier/id.ts';
import type { Result } from '../../shared/faults.ts';
import { commands } from '../commands.ts';
import { tidy } from '../desk/chores.ts';
import { trialClock } from '../desk/clock.ts';
import { dayOf, getCabinet } from '../desk/desk.ts';
import { makeDesk } from '../desk/make-desk.ts';
import { withoutWindows } from '../desk/without-windows.ts';
import { dispatch } from '../dispatch.ts';
import { findNextNumber } from '../intake/numbering.ts';
import { projectWaiting } from '../journal/waiting-lines.ts';
import { checkpoint, createDatabase } from '../vault/database.ts';
import { vaultPaths } from '../vault/folder.ts';
import { SCRYPT } from '../vault/keys.ts';

/**
 * One acceptance, from the command to its durable commit with everything included, beside the least any design must pay: one keyed
 * SQLCipher commit of the same bytes with one fsync. The two take turns, each after the same pause, so that both meet the same machine
 * with the same cold caches and the quotient survives a noisy one; docs/bench.md says what is compared.
 * `bench-accept --seed DIR --assets assets` prints one JSON line. DIR is what seed-vault left; it is copied, not changed.
 */

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    assets: { type: 'string', default: 'assets' },
    rounds: { type: 'string', default: '40' },
    tmp: { type: 'string', default: tmpdir() },
  },
});
if (!options.seed) throw new Error('bench-accept: --seed is needed');
const seed = z
  .object({ slotId: z.string(), password: z.string(), lastAt: z.number(), dossiers: z.number() })
  .parse(JSON.parse(readFileSync(join(options.seed, 'seed.json'), 'utf8')));
const folder = mkdtempSync(join(options.tmp, 'quay-accept-'));
cpSync(options.seed, folder, { recursive: true });
const rounds = Number(options.rounds);
const perRound = 20;
/** Fields filled at the page before each acceptance: after each the page asks what would be written. */
const fieldsFilled = 12;
/** A counter's first dozens, in which V8 still compiles, 3 to 5 ms at a time: told apart. */
const firstOfTheDay = 60;
const dayMs = 86_400_000;

const desk = makeDesk({
  ...withoutWindows,
  places: {
    data: join(folder, 'vault'),
    guard: join(folder, 'guard'),
    assets: resolve(options.assets),
    settings: join(folder, 'machine.json'),
  },
  clock: trialClock(seed.lastAt + dayMs),
  trialOnly: true,
  passwordLog2N: SCRYPT.log2N,
  versions: { application: 'bench', electron: '', platform: process.platform },
});

async function ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>;
async function ask(method: string, input: unknown): Promise<unknown> {
  const answer: Result<unknown> = await dispatch(commands, desk, 'counter', method, input);
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const summary = (list: readonly number[]) => {
  const sorted = [...list].sort((a, b) => a - b);
  const round = (value: number): number => Number(value.toPrecision(4));
  return { n: list.length, p50_ms: round(at(sorted, 0.5)), p99_ms: round(at(sorted, 0.99)) };
};

await ask('session.signIn', { slotId: seed.slotId, password: seed.password });
const sheet = await ask('catalogue.get', { code: '1.004873' });
let people = 0;
const nextForm = (): IntakeForm => {
  people += 1;
  const form = withRequiredReceived(withProcedure(blankForm(), sheet.procedure, []), sheet.procedure);
  const submitter = {
    ...form.submitter,
    name: 'Nguyễn Thị Mẫu',
    idNumber: `019199${String(people).padStart(6, '0')}`,
    birthDate: '1999-05-12',
    sex: 'nữ' as const,
    address: 'Thôn Mẫu, xã Mẫu',
    phone: '0912345678',
  };
  return {
    ...form,
    submitter,
    answers: {
      subjectName: submitter.name,
      subjectBirthDate: submitter.birthDate,
      subjectIdNumber: submitter.idNumber,
      maritalStatus: 'chua-ket-hon',
      purpose: 'muc-dich-khac',
      otherPurpose: 'Vay vốn',
    },
  };
};

/** Bytes an acceptance commits, from the newest one: its row and that row's key in the index by subject. */
const bytesOfOne = (): number => {
  const row = getCabinet(desk)
    .db.prepare(
      `SELECT ${'id type subject epoch header payload salt commitment hash signature subject'
        .split(' ')
        .map((column) => `octet_length(${column})`)
        .join(' + ')} AS n FROM journal WHERE type = 'dossierAccepted' ORDER BY pos DESC LIMIT 1`,
    )
    .get<{ n: number }>();
  return row?.n ?? 0;
};

/** Pages in a database's log so far: mxFrame of the wal-index header (https://www.sqlite.org/walformat.html, 2.1). */
const logCounter = (file: string): (() => number) => {
  const shared = openSync(`${file}-shm`, 'r');
  const count = new Uint32Array(1);
  return () => {
    readSync(shared, count, 0, 4, 16);
    return count[0] ?? 0;
  };
};

interface Series {
  ms: number[];
  cpu: number[];
  pages: number[];
}
const newSeries = (): Series => ({ ms: [], cpu: [], pages: [] });

/** Both begin the same way: the machine has had time to think of something else. */
const pauseMs = 2;
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, pauseMs));

/** Keeps the time of what it runs, the process's work for it and the pages it wrote. */
const measure = async (into: Series, pages: () => number, run: () => unknown): Promise<void> => {
  const pagesBefore = pages();
  const before = process.cpuUsage();
  const start = performance.now();
  await run();
  into.ms.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  into.cpu.push(user + system);
  into.pages.push(pages() - pagesBefore);
};

/** Whether the next acceptance has to claim a block first. */
const claimsNext = (): boolean => {
  const cabinet = getCabinet(desk);
  return findNextNumber(cabinet.db, dayOf(desk, cabinet).day, cabinet.office.lanes, () => 0)?.claim ?? false;
};

/** What her page asks before she accepts. */
const fillIn = async (input: InputOf<'intake.accept'>): Promise<void> => {
  for (let field = 0; field < fieldsFilled; field += 1) await ask('intake.preview', input);
  await ask('intake.saveDraft', input);
};

const first: number[] = [];
const accept = newSeries();
const claims = newSeries();
const follows = newSeries();
const bare = newSeries();
for (let i = 0; i < firstOfTheDay; i += 1) {
  const input = { id: dossierId(desk.clock.now(), randomBytes(10)), form: nextForm() };
  await fillIn(input);
  const start = performance.now();
  await ask('intake.accept', input);
  first.push(performance.now() - start);
}
const bytes = bytesOfOne();
const bareFile = join(folder, 'bare.db');
const bareDb = createDatabase(bareFile, randomBytes(32));
bareDb.exec('CREATE TABLE j (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID');
const insert = bareDb.prepare('INSERT INTO j VALUES (?, ?)');
const { db } = getCabinet(desk);
const loggedPages = logCounter(vaultPaths(desk.places.data).database);
const barePages = logCounter(bareFile);
const ratios: number[] = [];

for (let round = 0; round < rounds; round += 1) {
  const [mine, theirs] = [accept.ms.length, bare.ms.length];
  for (let i = 0; i < perRound; i += 1) {
    const input = { id: dossierId(desk.clock.now(), randomBytes(10)), form: nextForm() };
    await fillIn(input);
    const into = claimsNext() ? claims : accept;
    await pause();
    await measure(into, loggedPages, () => ask('intake.accept', input));
    // In the same turn, before the application comes to it by itself.
    await measure(follows, loggedPages, () => projectWaiting(db));
    const row = [randomUUID(), randomBytes(bytes)];
    await pause();
    await measure(bare, barePages, () => insert.run(row));
  }
  ratios.push(summary(accept.ms.slice(mine)).p50_ms / summary(bare.ms.slice(theirs)).p50_ms);
  // What the application does when nobody waits, every twenty seconds: here after twenty acceptances.
  tidy(getCabinet(desk).db);
  checkpoint(bareDb);
}
const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
const said = ({ ms, cpu, pages }: Series) => ({
  ...summary(ms),
  cpu_us: at(sorted(cpu), 0.5),
  pages: Number(
    (pages.reduce((sum, n) => sum + Math.max(n, 0), 0) / Math.max(1, pages.length)).toPrecision(3),
  ),
});
const mine = said(accept);
const limit = said(bare);
process.stdout.write(
  `${JSON.stringify({
    name: 'accept: command to durable commit',
    dossiers: seed.dossiers,
    bytes,
    ...mine,
    first_of_the_day: summary(first),
    limit: { name: 'bare keyed SQLCipher commit of the same bytes', ...limit },
    claim: summary(claims.ms),
    line_and_words_after_the_answer: said(follows),
    times_limit: {
      p99: Number((mine.p99_ms / limit.p99_ms).toPrecision(3)),
      p50: Number((mine.p50_ms / limit.p50_ms).toPrecision(3)),
      p50_by_round: Number(at(sorted(ratios), 0.5).toPrecision(3)),
      cpu_p50: Number((mine.cpu_us / limit.cpu_us).toPrecision(3)),
    },
    wanted: 'p99 ≤ 2 ×',
  })}\n`,
);
desk.close();
bareDb.close();
rmSync(folder, { recursive: true, force: true });
