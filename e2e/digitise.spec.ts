import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { answerDialogs } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { openSheets } from './clerk/components.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { openLastDossier } from './clerk/paper.ts';
import { words } from './clerk/words.ts';
import { scanPages, writeScan } from '../main/digitise/testing-scan-file.ts';
import { expect, test } from './counter.ts';
import { pdfText } from './pdf-tools.ts';
import { maritalStatus } from './samples.ts';
import { isWhole } from './whole.ts';

const say = words.digitise;

/** What the application asks SANE for: its own test device, and no other. */
const saneFolder = (scratch: string): string => {
  const folder = join(scratch, 'sane');
  mkdirSync(folder);
  writeFileSync(join(folder, 'dll.conf'), 'test\n');
  return folder;
};

const picture = (file: string, dpi: number): string => {
  const args = [
    '-d',
    'test:0',
    '--mode=Color',
    `--resolution=${dpi}`,
    '-x',
    '148',
    '-y',
    '200',
    '--format=png',
  ];
  execFileSync('scanimage', [...args, '--test-picture=Color pattern', `--output-file=${file}`], {
    stdio: 'ignore',
  });
  return file;
};

/** Lets a file go over the dialog as a file manager does: one on the disk, not bytes the page has made. */
const letGo = async (dialog: Locator, file: string): Promise<void> => {
  const page = dialog.page();
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.hidden = true;
    document.body.append(input);
  });
  const input = page.locator('body > input[type=file]');
  await input.setInputFiles(file);
  const carried = await input.evaluateHandle((from: HTMLInputElement) => {
    const transfer = new DataTransfer();
    for (const one of from.files ?? []) transfer.items.add(one);
    from.remove();
    return transfer;
  });
  await dialog.getByRole('button', { name: say.pick }).dispatchEvent('drop', { dataTransfer: carried });
};

/** Whether a scan's noise, dark and light, is on a sheet. */
const inkOn = (canvas: Locator): Promise<string> =>
  canvas.evaluate((shown: HTMLCanvasElement) => {
    const { width, height } = shown;
    const { data } = shown.getContext('2d')!.getImageData(0, 0, width, Math.min(height, 40));
    return new Set(data).size > 50 ? 'drawn' : 'blank';
  });

test('a paper is brought in from a file, the scanner and the watched folder, put in order, and kept with its dossier', async ({
  open,
  scratch,
}) => {
  test.setTimeout(240_000);
  const tray = join(scratch, 'tray');
  mkdirSync(tray);
  const waiting = picture(join(tray, 'tu may quet.png'), 60);
  utimesSync(waiting, 1_700_000_000, 1_700_000_000);
  const counter = await open({ env: { SANE_CONFIG_DIR: saneFolder(scratch) } });
  const { page, faults } = counter;
  await fillIntake(counter, maritalStatus);
  const dialog = await openSheets(page, 0);
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  const sheets = dialog.getByRole('listbox').getByRole('option');

  // A scan of many parts, let go over the sheets: it goes to main part by part, and by parts it is drawn. The whole run takes the largest there may be.
  const pages = isWhole ? scanPages : 2;
  const large = join(scratch, 'quet-nhieu-trang.pdf');
  writeScan(large, pages);
  await letGo(dialog, large);
  await expect(sheets).toHaveCount(pages, { timeout: 90_000 });
  await expect.poll(() => inkOn(dialog.locator('section canvas'))).toBe('drawn');
  await page.keyboard.press('Escape');
  await openSheets(page, 0);

  // A picture of a telephone of the kind nobody else can open.
  const heic = join(scratch, 'IMG_0001.HEIC');
  writeFileSync(heic, Buffer.from('000000186674797068656963', 'hex'));
  await answerDialogs(counter, { open: [heic] });
  await press(say.pick);
  await expect(dialog.getByRole('alert')).toContainText('IMG_0001.HEIC');

  await answerDialogs(counter, { open: [picture(join(scratch, 'don.png'), 100)] });
  await press(say.pick);
  await expect(sheets).toHaveCount(1);
  await press(say.findScanners);
  await press(say.scanAgain);
  await expect(sheets).toHaveCount(2);
  await answerDialogs(counter, { open: [tray] });
  await press(say.chooseFolder);
  await press(say.tray({ count: 1 }));
  await page.getByRole('menuitem', { name: 'tu may quet.png' }).click();
  await expect(sheets).toHaveCount(3);
  await page.keyboard.press('Escape');

  // By keys alone: the last sheet first, the first turned.
  await dialog.getByRole('listbox').focus();
  for (const key of ['End', 'Alt+ArrowLeft', 'Alt+ArrowLeft', 'r']) await page.keyboard.press(key);
  await expect(sheets.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await accept(page);
  await expect.poll(() => existsSync(waiting)).toBe(false);

  // Read again on the dossier's page, where it lies in the vault.
  await openLastDossier(page);
  await page.getByRole('button', { name: new RegExp(`^${say.view}: Tờ khai`, 'u') }).click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByRole('status')).toContainText('1 / 3');
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('status')).toContainText('2 / 3');
  await page.keyboard.press('Escape');

  const { rows } = await get(page, 'workingSet.get', {});
  const { state } = await get(page, 'dossier.get', { id: rows[0]!.id });
  const [file] = state.accepted!.components[0]!.files;
  expect(file).toMatchObject({ mime: 'application/pdf' });
  const pdf = join(scratch, 'kept.pdf');
  const { size } = await get(page, 'attachment.open', { hash: file!.hash });
  const bytes = await get(page, 'attachment.read', { hash: file!.hash, from: 0, to: size });
  writeFileSync(pdf, Buffer.from(Object.values(bytes)));
  const told = execFileSync('pdfinfo', ['-l', '3', pdf], { encoding: 'utf8' });
  expect(told).toMatch(/Pages:\s+3/u);
  expect(told).toMatch(/Page\s+1 rot:\s+90/u);
  expect(pdfText(pdf).trim()).toBe('');
  expect(faults).toEqual([]);
});
