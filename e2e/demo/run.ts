import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { close, foldersIn, launch } from '../clerk/application.ts';
import type { Counter } from '../clerk/application.ts';
import { get } from '../clerk/bridge.ts';
import type { IntakeInput } from '../clerk/input.ts';
import { papersOf } from '../../shared/dossier/papers.ts';
import { doAct, openDossier } from '../clerk/acts.ts';
import { accept, fillIntake, paperOutcome } from '../clerk/intake.ts';
import { choosePaper, openLastDossier, openPreview, paperDrawn, savePaper } from '../clerk/paper.ts';
import { isRefusal } from '../clerk/refusal.ts';
import { chooseCertificate, saveFile, signDossier } from '../clerk/sign.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import { mainPaper } from '../../shared/dossier/summary.ts';
import { words } from '../clerk/words.ts';
import { lock, signIn } from '../clerk/session.ts';
import { keepRecoveryCode, samplePassword, setUp } from '../clerk/set-up.ts';
import { closeInVain, comeUpAndShow, joinAndCut, lookCutOff, stayAndLock, stopOutside } from './hub.ts';
import { giveRoles } from './give-roles.ts';
import type { Outside } from './hub.ts';
import { recoveryScreenshot, screenshot } from './screens.ts';
import { makeSteps } from './steps.ts';
import type { DemoReport, Steps } from './steps.ts';

export interface DemoRun {
  input: IntakeInput;
  /** Where the results go; made when it is not there. */
  out: string;
  executable: string;
  appFolder: string;
  sandbox: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Writes the journal of a closed vault as NDJSON and verifies it; returns what it found. */
  exportJournal: (wish: {
    data: string;
    password: string;
    username: string;
    file: string;
  }) => Promise<unknown>;
}

/** Only a trial vault has a clock that can be set, and none of those goes to a province. */
const clockOf = ({ hub, at }: IntakeInput): { at?: string } => (hub === true ? {} : { at });

/** From the empty machine to a signed-in clerk. */
const openCounter = async (
  run: DemoRun,
  report: DemoReport,
  counter: Counter,
  steps: Steps,
): Promise<void> => {
  const { input, out } = run;
  const { page } = counter;
  const { step } = steps;
  const code = await step(
    'set-up',
    () =>
      setUp(page, { ...input, trial: input.hub !== true }, async (name) => {
        await screenshot(page, join(out, 'screens', `00-set-up-${name}.png`));
      }),
    false,
  );
  await recoveryScreenshot(page, join(out, 'screens', '01-recovery-code.png'));
  await step('recovery-code', () => keepRecoveryCode(page, code));
  const { versions, session } = await get(page, 'app.status', {});
  report.versions = { ...versions, node: process.versions.node };
  if (session)
    await giveRoles(
      page,
      session.clerk,
      (input.acts ?? []).map(({ act }) => act),
    );
  await step('lock', () => lock(page));
  await step('sign-in', () => signIn(page, { password: input.clerk.password ?? samplePassword }));
};

/** The intake and its papers; returns the dossier's id. */
const intake = async (run: DemoRun, report: DemoReport, counter: Counter, steps: Steps): Promise<string> => {
  const { input, out } = run;
  const { page } = counter;
  const { step } = steps;
  await step('intake', () =>
    fillIntake(counter, input, async (part) => {
      await screenshot(page, join(out, 'screens', `05-intake-${part}.png`));
    }),
  );
  await step('accept', () => accept(page));
  report.paper = (await step('print', () => paperOutcome(page))).text;
  await step('dossier', () => openLastDossier(page));
  const dossierCode = (await page.locator('#dossier-code').innerText()).trim();
  const [row] = (await get(page, 'dossier.find', { text: dossierCode })).rows;
  if (!row) throw new Error(`the search does not find ${dossierCode}`);
  const whole = await get(page, 'dossier.get', { id: row.id });
  writeFileSync(join(out, 'dossier.json'), `${JSON.stringify(whole, null, 2)}\n`);
  const witness = whole.history.find(({ type }) => type === 'dossierAccepted')?.witness ?? '';
  report.dossier = { id: row.id, code: row.code, dueAt: row.dueAt, witness };
  await step('preview', async () => {
    await openPreview(page);
    await choosePaper(page, input.paper ?? {});
  });
  await step('save-receipt', () => savePaper(counter, join(out, 'receipt.pdf')));
  return row.id;
};

/** A later hour: the application is closed and started anew with its clock there, as on another day. */
const startAnew = async (
  { executable, appFolder, sandbox, env, input }: DemoRun,
  before: Counter,
  at: string,
): Promise<Counter> => {
  await close(before);
  const counter = await launch({ executable, appFolder, sandbox, env, folders: before.folders, at });
  await signIn(counter.page, { password: input.clerk.password ?? samplePassword });
  return counter;
};

/** Does the acts one by one and saves the paper each leaves. Returns the counter that is open at the end. */
const runActs = async (
  run: DemoRun,
  report: DemoReport,
  first: Counter,
  steps: Steps,
  dossier: string,
): Promise<Counter> => {
  let counter = first;
  for (const [place, wish] of (run.input.acts ?? []).entries()) {
    const at = run.input.hub === true ? undefined : wish.at;
    const name = `${String(place + 1).padStart(2, '0')}-${wish.act}`;
    if (at !== undefined)
      counter = await steps.step(
        `start-${name}`,
        async () => {
          const anew = await startAnew(run, counter, at);
          steps.look(anew.page);
          await openDossier(anew.page, report.dossier?.code ?? '');
          return anew;
        },
        false,
      );
    const { page } = counter;
    const whole = await get(page, 'dossier.get', { id: dossier });
    const { done, paper } = await steps.step(name, async () => {
      await doAct(page, wish, whole);
      const now = await get(page, 'dossier.get', { id: dossier });
      const news = now.history.slice(whole.history.length).map(({ id }) => id);
      const brought = papersOf(now.state).find(({ about }) => news.includes(about));
      if (brought) await paperDrawn(page);
      return { done: now, paper: brought };
    });
    if (paper) {
      mkdirSync(join(run.out, 'papers'), { recursive: true });
      await savePaper(counter, join(run.out, 'papers', `${name}.pdf`));
    }
    report.acts.push({ act: wish.act, paper: paper ? `papers/${name}.pdf` : null });
    writeFileSync(join(run.out, 'dossier.json'), `${JSON.stringify(done, null, 2)}\n`);
  }
  return counter;
};

const results = [
  'screens',
  'papers',
  'signed',
  'receipt.pdf',
  'dossier.json',
  'journal.ndjson',
  'hub.json',
  'report.json',
];

/** The line is looked at while it is cut, and the hub's side once it has come up. */
const showProvince = async (
  { input, out }: DemoRun,
  counter: Counter,
  outside: Outside,
  { step }: Steps,
): Promise<void> => {
  const { page } = counter;
  const cutOff = await step('cut-off', () => lookCutOff(page));
  await step('close-in-vain', () => closeInVain(counter));
  await step('locked-while-waiting', () => stayAndLock(page));
  await step('back', () => signIn(page, { password: input.clerk.password ?? samplePassword }), false);
  await step('hub-up', () => comeUpAndShow(page, outside, cutOff, input.office.code, out));
};

/** Signs the dossier's papers and files with the certificate given, and saves every signed one. */
const sign = async (run: DemoRun, report: DemoReport, counter: Counter, steps: Steps, dossier: string) => {
  const { sign: wish } = run.input;
  if (wish === undefined) return;
  const { page } = counter;
  await steps.step('certificate', () => chooseCertificate(counter, wish));
  await openDossier(page, report.dossier?.code ?? '');
  const { state } = await get(page, 'dossier.get', { id: dossier });
  await steps.step('sign', () => signDossier(page, words.dossiers.page.forms[mainPaper(state)], wish));
  const done = await get(page, 'dossier.get', { id: dossier });
  mkdirSync(join(run.out, 'signed'), { recursive: true });
  for (const { file, signings } of filesOf(done.state)) {
    if (signings.length === 0) continue;
    const name = basename(file.name);
    await saveFile(counter, file.name, join(run.out, 'signed', name));
    report.signed.push(`signed/${name}`);
  }
  writeFileSync(join(run.out, 'dossier.json'), `${JSON.stringify(done, null, 2)}\n`);
};

/** Acts the whole input through the real window and leaves its results in `out`. Never throws: the report says how it ended. */
export const runDemo = async (run: DemoRun): Promise<DemoReport> => {
  const started = performance.now();
  const screens = join(run.out, 'screens');
  for (const old of results) rmSync(join(run.out, old), { recursive: true, force: true });
  mkdirSync(screens, { recursive: true });
  const root = mkdtempSync(join(tmpdir(), 'quay-demo-'));
  const folders = foldersIn(root);
  const report: DemoReport = {
    outcome: 'failed',
    at: run.input.hub === true ? Date.now() : Date.parse(run.input.at),
    durationMs: 0,
    steps: [],
    versions: {},
    dossier: null,
    paper: null,
    journal: null,
    refusal: null,
    failure: null,
    acts: [],
    signed: [],
    windowErrors: [],
  };
  const steps = makeSteps(report, screens);
  let counter: Counter | null = null;
  let outside: Outside | undefined;
  try {
    const { executable, appFolder, sandbox, env } = run;
    counter = await steps.step('start', () =>
      launch({ executable, appFolder, sandbox, env, folders, ...clockOf(run.input) }),
    );
    steps.look(counter.page);
    await openCounter(run, report, counter, steps);
    if (run.input.hub === true)
      outside = await steps.step('join', () => joinAndCut((counter as Counter).page, run.input.office));
    const dossier = await intake(run, report, counter, steps);
    counter = await runActs(run, report, counter, steps, dossier);
    await sign(run, report, counter, steps, dossier);
    if (outside) await showProvince(run, counter, outside, steps);
    await steps.step('close', () => close(counter as Counter), false);
    const { clerk } = run.input;
    report.journal = await steps.step(
      'journal',
      () =>
        run.exportJournal({
          data: folders.data,
          username: clerk.username,
          password: clerk.password ?? samplePassword,
          file: join(run.out, 'journal.ndjson'),
        }),
      false,
    );
    report.outcome = 'accepted';
  } catch (fault) {
    const page = steps.page();
    if (page !== null && !page.isClosed()) await screenshot(page, join(screens, '99-end.png'));
    const message = fault instanceof Error ? fault.message : String(fault);
    if (isRefusal(fault)) {
      report.outcome = 'refused';
      report.refusal = { code: fault.code, field: fault.field, message };
    } else report.failure = { step: steps.now.name, message };
    await counter?.app.close().catch(() => undefined);
  }
  if (outside) await stopOutside(outside);
  report.windowErrors = counter?.faults ?? [];
  report.durationMs = Math.round(performance.now() - started);
  writeFileSync(join(run.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  rmSync(root, { recursive: true, force: true });
  return report;
};
