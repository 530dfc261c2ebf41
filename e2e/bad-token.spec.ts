import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { sayMessage } from '../shared/text/problem.ts';
import type { SigningFaultCode } from '../shared/signing/faults.ts';
import { faultyTokens } from '../main/token/testing-desk.ts';
import { tokenPins } from '../main/signing/testing-tokens.ts';
import { inFront } from './clerk/acts.ts';
import { foldersIn } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { watchLag, worstLag } from './clerk/event-loop.ts';
import { lock, signIn } from './clerk/session.ts';
import { chooseCertificate } from './clerk/sign.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { people, walkDraft, walkPaper } from './draft-walk.ts';
import { pdfText } from './pdf-tools.ts';
import { filesWith, layPapers, mayDumpCore, processesOf, processesWith } from './token-desk.ts';

const say = words.signing.dialog;
const told = (code: SigningFaultCode) => sayMessage(words.faults.faults[code], {});
const label = 'BOB-EC';
const pin = tokenPins[label];

/** Enough that some are left after each of the three ends of a round. */
const papers = 14;

/** A round that has signed something; how much it is by now a busy machine may see late. */
const underWay = (total: number): RegExp =>
  new RegExp(say.working({ done: 0, total }).replace('0', '[1-9]\\d*'));

/** The list that waits, all of it. */
const openList = async (page: Page): Promise<void> => {
  await page.keyboard.press('Shift+F3');
  await page.getByRole('heading', { name: words.signing.list.title }).waitFor();
  await page.getByRole('table', { name: words.signing.list.kinds.own }).waitFor();
  await page.keyboard.press('Control+Enter');
};

test('a slow driver, wrong PINs, a token pulled out and a driver that crashes: the counter stays, and the PIN is nowhere', async ({
  open,
  founded,
  scratch,
}) => {
  const folders = foldersIn(scratch);
  cpSync(founded, scratch, { recursive: true });
  await layPapers(scratch, papers);
  const temp = join(scratch, 'temp');
  mkdirSync(temp);
  const { driver, env, fault, mend, count } = faultyTokens(scratch);
  const counter = await open({ on: folders, env: { ...env, TMPDIR: temp } });
  const { page, app, process: leader, faults } = counter;
  const waiting = async () => (await get(page, 'signing.unsigned', {})).total;
  const dialog = inFront(page);
  const field = dialog.getByLabel(say.pin, { exact: true });
  const send = async (text: string) => {
    await field.fill(text);
    await page.keyboard.press('Enter');
  };
  /** Ids of the processes that have a driver in them. */
  const drivers = () =>
    app.evaluate(
      ({ app: electron }, name) =>
        electron.getAppMetrics().flatMap((one) => (one.name === name ? [one.pid] : [])),
      'Quầy Một Cửa: USB ký số',
    );

  // Five seconds in C_Initialize: the window is drawn and heard all the while. A window that waited would be late by all of them.
  fault('init_delay_ms', 5_000);
  await watchLag(page);
  await chooseCertificate(counter, { module: driver, token: label, pin });
  const lag = await worstLag(page);
  console.log(`worst lag of the window during a driver's start of 5 s: ${Math.round(lag)} ms`);
  expect(lag).toBeLessThan(1_000);
  mend('init_delay_ms');

  // Wrong once: sent once. Wrong twice: nothing more is sent until she says that she knows.
  fault('max_pin', 3);
  await openList(page);
  await send('00000000');
  await expect(dialog.getByText(say.low)).toBeVisible();
  expect(count('logins')).toBe(1);
  await send('00000000');
  await expect(dialog.getByText(say.last)).toBeVisible();
  const button = dialog.getByRole('button', { name: say.sign, exact: true });
  await expect(button).toBeDisabled();
  expect(count('logins')).toBe(2);
  await dialog.getByLabel(say.evenIfLast).check();

  // Pulled out in the middle: what is signed stays signed.
  fault('sign_delay_ms', 400);
  await send(pin);
  await expect(dialog.getByText(underWay(papers))).toBeVisible();
  fault('removed');
  await expect(dialog.getByText(told('tokenRemoved'))).toBeVisible();
  mend('removed');
  mend('max_pin');
  const afterPull = await waiting();
  expect(afterPull).toBeLessThan(papers);
  await expect(dialog.getByText(say.left({ count: afterPull }))).toBeVisible();

  // The driver takes its own process along, nobody else.
  await dialog.getByRole('button', { name: say.goOn }).click();
  await send(pin);
  await expect(dialog.getByText(underWay(afterPull))).toBeVisible();
  fault('crash_sign');
  await expect(dialog.getByText(told('driverCrashed'))).toBeVisible();
  mend('crash_sign');
  const afterCrash = await waiting();

  // Locked, as by Windows or the lid: the round ends, and the driver and its login with it.
  await dialog.getByRole('button', { name: say.goOn }).click();
  await send(pin);
  await expect(dialog.getByText(underWay(afterCrash))).toBeVisible();
  const [desk = 0, ...others] = await drivers();
  expect(others).toEqual([]);
  // A crash would not write the PIN down either.
  expect([leader.pid ?? 0, desk].filter(mayDumpCore)).toEqual([]);
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await signIn(page);
  await expect.poll(drivers).toEqual([]);
  mend('sign_delay_ms');
  const afterLock = await waiting();
  expect(afterLock).toBeLessThan(afterCrash);

  await openList(page);
  await send(pin);
  await expect(dialog.getByText(say.done({ count: afterLock }))).toBeVisible();
  // A PIN a round, and the two wrong ones.
  expect(count('logins')).toBe(6);
  expect(await waiting()).toBe(0);

  // The same desk's drafts on their way to a signature, a number and a seal, each with a token of her own.
  await page.keyboard.press('Escape');
  const { name: drafter } = (await get(page, 'app.status', {})).session!.clerk;
  const { dossier, saved } = await walkDraft({
    counter,
    drafter,
    leader: { module: driver, token: 'ALICE-RSA', pin: tokenPins['ALICE-RSA'] },
    registrar: { module: driver, token: label, pin },
    folder: scratch,
  });
  const { result } = (await get(page, 'dossier.get', { id: dossier })).state;
  expect(result).toMatchObject({ number: '01/GXN-UBND', signer: 'Nguyễn Thị Mẫu', approved: true });
  const judged = execFileSync('pdfsig', ['-nocert', saved], { encoding: 'utf8' });
  expect(judged.match(/Signature is Valid\./g)).toHaveLength(2);
  expect(judged.match(/Not total document signed/g)).toHaveLength(1);
  expect(execFileSync('pdfinfo', [saved], { encoding: 'utf8' })).toMatch(/^Pages: +1$/m);
  expect(pdfText(saved)).toContain('Ký bởi: Nguyễn Thị Mẫu');
  expect(pdfText(saved)).toContain('Số: 01/GXN-UBND');
  const byHand = await get(page, 'dossier.get', { id: await walkPaper({ counter }) });
  expect(byHand.state.result).toMatchObject({ number: '15/GXN-UBND', signer: people.leader, files: [] });
  expect(byHand.state.holder).toBeNull();

  expect(processesWith(processesOf(leader.pid ?? 0), pin)).toEqual([]);
  await lock(page);
  expect(filesWith(scratch, pin)).toEqual([]);
  expect(faults).toEqual([]);
});
