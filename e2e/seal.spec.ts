import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { samplePassword } from '../main/testing-desk.ts';
import { testPki } from '../main/signing/testing-pki.ts';
import { answerDialogs } from './clerk/application.ts';
import { inFront } from './clerk/acts.ts';
import { get } from './clerk/bridge.ts';
import { chooseCertificate } from './clerk/sign.ts';
import { citizen, takeIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { inspector } from './accessibility.ts';
import type { Finding } from './accessibility.ts';
import { expect, test } from './counter.ts';
import { pageCodes, pdfText } from './pdf-tools.ts';

/** Close of day through the real window: the page Chromium draws is signed, saved, and an outsider judges a receipt by it. */

const say = words.seals;
const layout = { paper: 'A5' as const, twoOnOne: false, copies: ['citizen' as const] };

test('the day is closed with one signature, and a stranger judges a receipt by what was printed', async ({
  open,
  scratch,
}) => {
  const at = (name: string): string => join(scratch, name);
  const counter = await open();
  const { page, folders } = counter;
  const [first] = await takeIn(page, [citizen(0), citizen(1)]);
  await chooseCertificate(counter, { p12: testPki().file('alice.p12'), password: 'mật khẩu' });

  await page.keyboard.press('Shift+F6');
  await expect(page.getByText(say.open.day({ date: 'thứ Hai 23/11/2026', papers: 2 }))).toBeVisible();
  const found: Finding[] = [];
  const inspect = inspector(() => page, found);
  await inspect('days to be closed');
  await page.keyboard.press('Control+Enter');
  const dialog = inFront(page);
  await dialog.getByLabel(words.signing.dialog.password, { exact: true }).fill('mật khẩu');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say.open.none)).toBeVisible({ timeout: 60_000 });
  await inspect('closed days');
  expect(found).toEqual([]);
  await answerDialogs(counter, { save: at('seal.pdf') });
  await page.getByRole('button', { name: `${say.list.save}: CS-0001/2026` }).click();
  await expect.poll(() => existsSync(at('seal.pdf'))).toBe(true);

  await answerDialogs(counter, { save: at('receipt.pdf') });
  await get(page, 'paper.save', { dossier: first!, form: 'receipt', layout });
  expect(pageCodes(at('seal.pdf')).flat().join(' ')).toMatch(
    /QR-Code:QMC-CHOTSO:1;H55\.242;1;CS-0001\/2026;1-\d+;/,
  );
  expect(pdfText(at('seal.pdf'))).not.toContain('Nguyễn Văn Mẫu');
  await counter.app.close();

  const tool = (name: string, ...args: string[]) =>
    spawnSync(process.execPath, [join('out', 'tools', `${name}.mjs`), ...args], {
      encoding: 'utf8',
      input: `${samplePassword}\n`,
    });
  const journal = at('journal.ndjson');
  expect(
    tool('verify-journal', '--data', folders.data, '--export', journal, '--without-content').status,
  ).toBe(0);
  mkdirSync(at('trust'));
  for (const file of ['root.pem', 'sub.pem', 'root-list.crl', 'sub-list.crl'])
    cpSync(testPki().file(file), join(at('trust'), file));
  const files = ['--journal', journal, '--seal', at('seal.pdf'), '--trust', at('trust')];
  const judged = tool('verify-receipt', '--receipt', at('receipt.pdf'), ...files);
  expect(judged.stdout).toContain('ĐÚNG');
  expect(judged.status).toBe(0);
  expect(execFileSync('pdfsig', ['-nocert', at('seal.pdf')], { encoding: 'utf8' })).toContain(
    'Signature is Valid.',
  );
  execFileSync('qpdf', ['--check', at('seal.pdf')]);
});
