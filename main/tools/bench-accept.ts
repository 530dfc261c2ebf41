import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract.ts';
import { blankForm, withProcedure, withRequiredReceived } from '../../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import { dossierId } from '../../shared/dossier/id.ts';
import type { Result } from '../../shared/faults.ts';
import { commands } from '../commands.ts';
import { trialClock } from '../desk/clock.ts';
import { getCabinet } from '../desk/desk.ts';
import { makeDesk } from '../desk/make-desk.ts';
import { dispatch } from '../dispatch.ts';
import { checkpoint, createDatabase } from '../vault/database.ts';

/**
 * One acceptance, from the command to its durable commit with everything included, beside the least any design must pay: one keyed
 * SQLCipher commit of the same bytes with one fsync. Blocks of each in turn, so that the quotient survives a noisy machine.
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
const dayMs = 86_400_000;

const desk = makeDesk({
  places: {
    data: join(folder, 'vault'),
    guard: join(folder, 'guard'),
    assets: resolve(options.assets),
    settings: join(folder, 'machine.json'),
  },
  clock: trialClock(seed.lastAt + dayMs),
  trialOnly: true,
  language: 'vi',
  versions: { application: 'bench', electron: '', platform: process.platform },
  dialogs: {
    openFiles: () => Promise.resolve(null),
    openFolder: () => Promise.resolve(null),
    saveFile: () => Promise.resolve(null),
  },
  printing: () => Promise.reject(new Error('no printing here')),
  tell: () => undefined,
  openWindow: () => undefined,
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

/** Bytes an acceptance puts into its rows, from the newest one. */
const bytesOfOne = (): number => {
  const { db } = getCabinet(desk);
  const row = db
    .prepare(
      `SELECT length(j.header) + length(j.payload) + length(j.salt) + length(j.commitment) + length(j.hash) + length(j.signature)
         + length(d.summary) AS n
       FROM journal j JOIN dossier d ON d.rowid = j.pos ORDER BY j.pos DESC LIMIT 1`,
    )
    .get<{ n: number }>();
  return row?.n ?? 0;
};

const accept: number[] = [];
const claims: number[] = [];
const bare: number[] = [];
for (let i = 0; i < 20; i += 1)
  await ask('intake.accept', { id: dossierId(desk.clock.now(), randomBytes(10)), form: nextForm() });
const bytes = bytesOfOne();
const bareDb = createDatabase(join(folder, 'bare.db'), randomBytes(32));
bareDb.exec('CREATE TABLE j (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID');
const insert = bareDb.prepare('INSERT INTO j VALUES (?, ?)');
const ratios: number[] = [];

for (let round = 0; round < rounds; round += 1) {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < perRound; i += 1) {
    const input = { id: dossierId(desk.clock.now(), randomBytes(10)), form: nextForm() };
    await ask('intake.saveDraft', input);
    const claim = getCabinet(desk).db.prepare('SELECT 1 AS one FROM number_block WHERE next > until').get();
    const start = performance.now();
    await ask('intake.accept', input);
    (claim ? claims : mine).push(performance.now() - start);
    await new Promise((resume) => setTimeout(resume, 2));
  }
  for (let i = 0; i < perRound; i += 1) {
    const body = randomBytes(bytes);
    const start = performance.now();
    insert.run([randomUUID(), body]);
    theirs.push(performance.now() - start);
  }
  // What the application does when nobody waits, for both.
  checkpoint(getCabinet(desk).db);
  checkpoint(bareDb);
  accept.push(...mine);
  bare.push(...theirs);
  ratios.push(summary(mine).p50_ms / summary(theirs).p50_ms);
}
const mine = summary(accept);
const limit = summary(bare);
process.stdout.write(
  `${JSON.stringify({
    name: 'accept: command to durable commit',
    dossiers: seed.dossiers,
    bytes,
    ...mine,
    limit: { name: 'bare keyed SQLCipher commit of the same bytes', ...limit },
    claim: summary(claims),
    times_limit: {
      p99: Number((mine.p99_ms / limit.p99_ms).toPrecision(3)),
      p50: Number((mine.p50_ms / limit.p50_ms).toPrecision(3)),
      p50_by_round: Number(
        at(
          [...ratios].sort((a, b) => a - b),
          0.5,
        ).toPrecision(3),
      ),
    },
    wanted: 'p99 ≤ 2 ×',
  })}\n`,
);
desk.close();
bareDb.close();
rmSync(folder, { recursive: true, force: true });
