import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openTestDesk, samplePassword } from '../main/testing-desk.ts';
import { buildScript } from '../main/vault/testing-process.ts';
import type { DossierPage } from '../shared/contract.ts';
import type { IntakeForm } from '../shared/dossier/form.ts';
import { foldersIn, pullThePlug } from './clerk/application.ts';
import type { Folders } from './clerk/application.ts';
import { get, settle } from './clerk/bridge.ts';
import { accept, fillIntake, parts } from './clerk/intake.ts';
import { expect, test } from './counter.ts';
import { foundVault } from './founded.ts';
import { shortest } from './samples.ts';

/**
 * Kill -9 at random moments of typing and accepting: 4 times the whole application with its window, 96 times its main process alone,
 * without a window (the same modules on the same files), because that starts six times as fast.
 */

const windowRounds = 4;
const deskRounds = 48;

interface Found {
  /** Dossiers by their note, which names the page they were typed on. */
  dossiers: Map<string, DossierPage['state'][]>;
  drafts: Map<string, IntakeForm[]>;
  codes: string[];
}

/** The tool an auditor would use, in a process of its own. */
const verifyJournal = (root: string): void => {
  const tool = fileURLToPath(new URL('../out/tools/verify-journal.mjs', import.meta.url));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, '--data', foldersIn(root).data, '--full', '--json'],
    { input: `${samplePassword}\n`, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ faulty: 0, faults: [], forks: [] });
};

/** Opens the vault after the last cut, verifies its whole journal, and lists all that is in it. */
const lookInto = async (root: string): Promise<Found> => {
  verifyJournal(root);
  const desk = openTestDesk({ folder: root });
  const must = async <T>(
    answer: Promise<{ ok: true; value: T } | { ok: false; fault: { code: string } }>,
  ) => {
    const one = await answer;
    if (!one.ok) throw new Error(one.fault.code);
    return one.value;
  };
  const { clerks } = await must(desk.ask('app.status', {}));
  await must(desk.ask('session.signIn', { slotId: clerks[0]?.slotId ?? '', password: samplePassword }));
  const found: Found = { dossiers: new Map(), drafts: new Map(), codes: [] };
  const put = <V>(map: Map<string, V[]>, key: string, value: V) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  const filter = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' } as const;
  for (let offset = 0; ; offset += 500) {
    const { rows } = await must(desk.ask('dossier.list', { filter, offset, limit: 500 }));
    for (const row of rows) {
      const { state } = await must(desk.ask('dossier.get', { id: row.id }));
      put(found.dossiers, state.accepted?.note ?? '', state);
      found.codes.push(row.code);
    }
    if (rows.length < 500) break;
  }
  for (const { id } of await must(desk.ask('intake.drafts', {}))) {
    const { form } = await must(desk.ask('intake.openDraft', { id }));
    put(found.drafts, form.note, form);
  }
  desk.close();
  return found;
};

const expectNoneTwice = ({ dossiers, drafts, codes }: Found): void => {
  expect(new Set(codes).size).toBe(codes.length);
  for (const [note, states] of dossiers) {
    expect.soft(states, `dossiers of ${note}`).toHaveLength(1);
    expect.soft(drafts.has(note), `${note} is a dossier and a draft`).toBe(false);
  }
};

/** Where the plug is pulled; accepting most often, since there most is at stake. */
const moments = [...parts, 'accept', 'accept', 'accept', 'accept'] as const;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

for (const part of [1, 2])
  test(`${deskRounds} cuts of the main process lose and double nothing, part ${part}`, async ({
    scratch,
  }) => {
    test.setTimeout(240_000);
    await foundVault(scratch);
    const script = buildScript('e2e/power-cut/desk.process.ts', 'inside');
    const told: string[][] = [];
    for (let round = 0; round < deskRounds; round += 1) {
      // It lives for a second: optimizing its code would take a third of that.
      const child = spawn(process.execPath, ['--no-opt', script, scratch], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      const isReady = new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (chunk: Buffer) => {
          text += String(chunk);
          if (text.includes('ready\n')) resolve();
        });
        child.once('exit', (code) => reject(new Error(`ended by itself: ${String(code)}`)));
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await isReady;
      await wait(Math.random() * 250);
      child.kill('SIGKILL');
      await ended;
      told.push(
        ...text
          .split('\n')
          .slice(0, -1)
          .map((said) => said.split(' ')),
      );
    }
    const found = await lookInto(scratch);
    expectNoneTwice(found);
    const of = (word: string) => told.filter(([first]) => first === word);
    for (const [, id = '', code = ''] of of('accepted'))
      expect.soft(found.dossiers.get(id)?.[0]?.accepted?.code, id).toBe(code);
    const accepting = new Set(of('accepting').map(([, id]) => id));
    const letters = new Map(of('saved').map(([, id = '', at = '0']) => [id, Number(at) + 1]));
    for (const [id, saved] of letters) {
      if (found.dossiers.has(id)) {
        expect.soft(accepting.has(id), `${id} was never accepted`).toBe(true);
        continue;
      }
      // Unfinished: a draft with all that was said to be saved, or one letter more.
      const [form] = found.drafts.get(id) ?? [];
      expect.soft(form?.submitter.name.length, id).toBeGreaterThanOrEqual(Math.min(saved, 14));
    }
    expect(of('accepted').length).toBeGreaterThan(deskRounds / 2);
    expect(found.drafts.size).toBeGreaterThan(0);
  });

test(`${windowRounds} cuts of the whole application lose and double nothing`, async ({ open }) => {
  test.setTimeout(300_000);
  let folders: Folders | undefined;
  const accepted = new Map<string, string>();
  const begun: string[] = [];
  for (let round = 0; round < windowRounds; round += 1) {
    const counter = await open(folders === undefined ? {} : { on: folders });
    folders = counter.folders;
    const { page } = counter;
    // A paper nobody saw is asked about first; she puts it off.
    if ((await get(page, 'paper.unsure', {})).length > 0) {
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    // Not after so many seconds but at a place of the work, so that a slow machine is cut at the same places.
    // The first cut is one of the second page half filled, so that there is a dossier and a draft whatever chance makes of the others.
    const places = round === 0 ? parts.slice(1) : moments;
    const moment = places[Math.floor(Math.random() * places.length)] ?? 'accept';
    const lastTurn = round === 0 ? 1 : Math.floor(Math.random() * 2);
    let cut: Promise<void> | undefined;
    const pass = (turn: number, place: string): Promise<void> => {
      if (turn === lastTurn && place === moment)
        cut ??= wait(Math.random() * 80).then(() => pullThePlug(counter));
      return Promise.resolve();
    };
    const work = async (): Promise<void> => {
      for (let turn = 0; turn <= lastTurn; turn += 1) {
        const note = `lượt ${round}-${turn}`;
        begun.push(note);
        await fillIntake(counter, { ...shortest, note }, (place) => pass(turn, place));
        await settle(page);
        const code = accept(page);
        await pass(turn, 'accept');
        accepted.set(note, await code);
      }
    };
    await work().catch(() => undefined);
    await cut;
    expect(cut, 'the work came to the place of the cut').toBeDefined();
    expect(counter.process.signalCode, 'it was cut, it did not end').toBe('SIGKILL');
  }
  if (!folders) throw new Error('no round');
  const found = await lookInto(folders.root);
  expectNoneTwice(found);
  for (const [note, code] of accepted)
    expect.soft(found.dossiers.get(note)?.[0]?.accepted?.code, note).toBe(code);
  // Nothing appears that nobody began.
  for (const note of [...found.dossiers.keys(), ...found.drafts.keys()])
    expect.soft(note === '' || begun.includes(note), note).toBe(true);
  // The cuts fell on both sides of an acceptance.
  expect(found.dossiers.size).toBeGreaterThan(0);
  expect(found.drafts.size).toBeGreaterThan(0);
});
