import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierRow } from '../../shared/contract.ts';
import { marksOf } from '../../shared/dossier/marks.ts';
import { papersOf } from '../../shared/dossier/papers.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { commandFor, pickOf, step } from '../../shared/dossier/acts/testing-steps.ts';
import type { Step } from '../../shared/dossier/acts/testing-steps.ts';
import type { Fault } from '../../shared/faults.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { sayMessage } from '../../shared/text/problem.ts';
import { getCabinet } from '../desk/desk.ts';
import { dossierJob } from '../desk/paper-jobs.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findDossierState } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { contentOf } from '../journal/testing.ts';
import { openTestDesk, sampleMoment, samplePassword } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { heldMoney, owedOf, readAccount, writtenRows } from './testing-account.ts';
import type { Account, WrittenRow } from './testing-account.ts';
import { lineOf, marksBy } from './testing-line.ts';
import { dong, saidByPaper, textsOf } from './testing-papers.ts';

/**
 * The whole life of dossiers at a real desk on a real encrypted vault: whatever is asked, in whatever order, however often and by
 * whomever, the journal's own bytes say nothing the law forbids, and all that is shown or printed says what they say.
 */

const words = messagesIn('vi');
let desk: TestDesk;
let now = sampleMoment;
let lives = 0;

beforeAll(async () => {
  desk = openTestDesk({ clock: { now: () => now } });
  await foundSample(desk);
  const account = { bin: '970405', number: '8500201000123', holder: 'Trung tâm Mẫu' };
  expect(await desk.ask('money.setAccount', { account })).toMatchObject({ ok: true });
  for (const [username, roles] of [
    ['all', ['reception', 'officer', 'leader', 'registrar', 'admin']],
    ['officer', ['officer']],
    ['auditor', ['auditor']],
  ] as const) {
    const enrolled = await desk.ask('clerks.enrol', {
      name: `Cán bộ ${username}`,
      username,
      roles: [...roles],
      password: samplePassword,
    });
    expect(enrolled).toMatchObject({ ok: true });
  }
});
afterAll(() => desk.close());

const db = () => getCabinet(desk.desk).db;

/** Changes clerks as they do at a counter: the one before has left. */
const signInAs = async (username: string): Promise<void> => {
  if (desk.desk.session?.name === `Cán bộ ${username}`) return;
  const status = await desk.ask('app.status', {});
  if (!status.ok) throw new Error('no status');
  const slotId = status.value.clerks.find((one) => one.username === username)?.slotId ?? '';
  expect(await desk.ask('session.signIn', { slotId, password: samplePassword })).toMatchObject({ ok: true });
};

const clerkFor = ({ roles }: Step): string =>
  roles.length >= 4 ? 'all' : roles.includes('officer') ? 'officer' : 'auditor';

/** One original held, one fee of a known amount and one the province has yet to set. */
const takeIn = async (): Promise<string> => {
  lives += 1;
  await signInAs('all');
  const form = await readySample(desk, `019199${String(lives).padStart(6, '0')}`);
  const fee = { label: 'Lệ phí mẫu', fee: null, amount: 16_000, quantity: 1, exemption: null };
  const answer = await acceptSample(desk, {
    ...form,
    components: form.components.map((one) => ({ ...one, held: one.originals > 0 })),
    fees: [...form.fees, fee],
  });
  return answer.dossier;
};

const stateOf = (dossier: string): DossierState => {
  const state = findDossierState(db(), dossier);
  if (!state) throw new Error('unknown dossier');
  return state;
};

/** Says what happened, what is safe and what to do: never a bare code. */
const expectPlain = ({ code, params, problems = [] }: Fault): void => {
  expect(sayMessage(words.faults.faults[code], params).length).toBeGreaterThan(20);
  const texts: Readonly<Record<string, Parameters<typeof sayMessage>[0]>> = {
    ...words.intake.problems,
    ...words.citizen.problems,
    ...words.faults.problems,
  };
  for (const problem of problems) {
    const text = texts[problem.code];
    expect(text, problem.code).toBeDefined();
    if (text !== undefined) expect(sayMessage(text, problem.params)).toMatch(/^\p{Lu}.{10,}\.$/su);
  }
};

/** The list's line, its marks and the page are what the journal's bytes say. */
const expectTrue = (dossier: string, account: Account): void => {
  const state = stateOf(dossier);
  const line = lineOf(db(), dossier);
  expect(line).toMatchObject({
    business: account.business,
    owed: owedOf(account),
    holder: account.holder,
    conflicts: 0,
    open: ['returned', 'withdrawn', 'stopped'].includes(account.business) ? 0 : 1,
    ready_since: account.business === 'resultReady' ? account.resultAt : null,
    marks: marksBy(account),
  });
  const runs = account.business === 'accepted' || account.business === 'processing';
  expect(line?.due_at !== null).toBe(runs);
  const row: DossierRow = summaryOf(state);
  expect(JSON.parse(line?.summary ?? '{}')).toEqual(row);
  expect(marksOf(row)).toBe(line?.marks);
  expect(row).toMatchObject({
    place: account.place,
    receiptLost: account.receiptLost,
    signing: account.draft === null ? null : account.draft.numbered ? 'seal' : 'signature',
    held: account.originals.some((one) => one !== null),
  });
  expect(heldMoney(account)).toBeGreaterThanOrEqual(0);
};

/** Every paper there is, and no other; each says what its rows say. */
const expectPapers = (dossier: string, rows: readonly WrittenRow[]): void => {
  const state = stateOf(dossier);
  const papers = papersOf(state);
  const wanted = saidByPaper(rows);
  const account = readAccount(rows);
  // What is still owed can be transferred; of what ended without a result nothing is asked for.
  if (owedOf(account) > 0 && !['withdrawn', 'stopped'].includes(account.business))
    wanted.set('transfer ', [stateOf(dossier).accepted?.code ?? '', dong(owedOf(account))]);
  expect(papers.map(({ form, about }) => `${form} ${about}`).sort()).toEqual([...wanted.keys()].sort());
  for (const { form, about } of papers) {
    const layout = { paper: 'A4', twoOnOne: false, copies: ['citizen'] } as const;
    const job = dossierJob(desk.desk, state, {
      form,
      about,
      layout: { ...layout, copies: ['citizen'] },
      reprint: false,
    });
    if (!job.ok) throw new Error(`${form}: ${JSON.stringify(job.fault)}`);
    const said = job.value.values.flatMap((values) => textsOf(values)).join('\n');
    for (const text of wanted.get(`${form} ${about}`) ?? []) expect(said, form).toContain(text);
  }
};

interface Told {
  dossier: string;
  commands: { act: ReturnType<typeof commandFor>; events: string[] }[];
}

/** One command given to the desk, with all that must hold whether it is done or refused. */
const give = async (told: Told, one: Step): Promise<void> => {
  const { dossier, commands } = told;
  now += one.wait * 6_000;
  await signInAs(clerkFor(one));
  const act = commandFor(stateOf(dossier), one, `life-${lives}-${commands.length}-${now}`);
  const before = writtenRows(db(), dossier);
  const lineBefore = lineOf(db(), dossier);

  const judged = await desk.ask('act.judge', { dossier, act });
  expect(writtenRows(db(), dossier)).toEqual(before);
  const done = await desk.ask('act.do', { dossier, act });
  const after = writtenRows(db(), dossier);
  const account = readAccount(after);
  if (!done.ok) {
    expectPlain(done.fault);
    expect(after).toEqual(before);
    expect(lineOf(db(), dossier)).toEqual(lineBefore);
    if (judged.ok) expect(judged.value.fault).toEqual(done.fault);
    else expect(judged.fault.code).toBe(done.fault.code);
    return;
  }
  const { page, events } = done.value;
  expect(after.slice(before.length).map(({ id }) => id)).toEqual(events);
  expect(page.state).toEqual(stateOf(dossier));
  expect(judged).toMatchObject({
    ok: true,
    value: {
      fault: null,
      after: { business: account.business, dueAt: page.row.dueAt, money: { owed: page.row.owed } },
    },
  });
  expectTrue(dossier, account);
  commands.push({ act, events });

  // This command again, and one of long ago: the same answer, and nothing new.
  const everything = clerkFor(one) === 'all';
  for (const earlier of [{ act, events }, ...(everything ? [pickOf(commands, one.pick)] : [])]) {
    if (!earlier) continue;
    expect(await desk.ask('act.do', { dossier, act: earlier.act })).toMatchObject({
      ok: true,
      value: { events: earlier.events },
    });
    expect(writtenRows(db(), dossier)).toEqual(after);
  }
};

const projected = () => contentOf(db(), ['dossier', 'tracking_line', 'official_receipt', 'bank_line']);

describe('a dossier’s life at a desk with its vault', () => {
  it('holds to the law, says everywhere what the journal says, and does nothing twice', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 26 }), async (steps) => {
        const told: Told = { dossier: await takeIn(), commands: [] };
        for (const one of steps) await give(told, one);
        const rows = writtenRows(db(), told.dossier);
        for (const { type } of rows) kinds.add(type);
        expectPapers(told.dossier, rows);
      }),
      { numRuns: 24, endOnFailure: true, plugins: [fc.interruptAfterTimeLimit(40_000)] },
    );
    // Lives worth the name, also where a busy machine leaves time for few of them.
    expect(kinds.size).toBeGreaterThanOrEqual(10);

    const before = projected();
    for (const page of rebuildProjections(db(), 7)) expect(page).toBeGreaterThanOrEqual(0);
    expect(projected()).toEqual(before);
    expect(verifyJournal(rowsAfter(db(), 0), chainCrypto, emptyCheckpoint()).report.faults).toEqual([]);
  });

  it('numbers its forms without gaps, each series for itself', () => {
    const rows = db()
      .prepare(
        `SELECT type, taken ->> 'year' AS year, taken ->> 'number' AS number
         FROM (SELECT pos, type, iif(type = 'resultNumbered', CAST(payload AS TEXT) -> 'taken', CAST(payload AS TEXT)) AS taken
           FROM journal
           WHERE type IN ('supplementsRequested', 'deadlineExtended', 'processingStopped', 'feeCollected', 'resultNumbered'))
         WHERE taken <> 'null' ORDER BY pos`,
      )
      .all<{ type: string; year: number; number: number }>([]);
    const series = new Map<string, number[]>();
    for (const { type, year, number } of rows)
      series.set(`${type} ${year}`, [...(series.get(`${type} ${year}`) ?? []), number]);
    expect(series.size).toBeGreaterThanOrEqual(1);
    for (const [name, taken] of series) expect(taken, name).toEqual(taken.map((_, place) => place + 1));
  });

  it('is the same life when the vault is opened anew', async () => {
    const { folder } = desk;
    const ids = db().prepare('SELECT id FROM dossier ORDER BY id').all<{ id: string }>([]);
    const before = ids.map(({ id }) => stateOf(id));
    desk.desk.close();
    desk = openTestDesk({ folder, clock: { now: () => now } });
    await signInAs('all');
    expect(ids.map(({ id }) => stateOf(id))).toEqual(before);
  });
});
