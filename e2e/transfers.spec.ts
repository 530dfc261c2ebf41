import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProcedure, withRequiredReceived, blankForm } from '../shared/dossier/blank-form.ts';
import { prefillAnswers } from '../shared/catalogue/fields.ts';
import { transferText } from '../shared/fees/viet-qr.ts';
import { inspectPage } from './accessibility.ts';
import { inFront, openAct, recordAct } from './clerk/acts.ts';
import { answerDialogs } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { readCodes } from './pdf-tools.ts';

/** Money by transfer: a code on the screen, what the payer says, and the bank's list. */

/** A dossier with 16.000 đ to pay, through the window's own door. */
const owing = async (page: Page, idNumber: string): Promise<{ id: string; code: string }> => {
  const { procedure, schema } = await get(page, 'catalogue.get', { code: '1.004873' });
  const form = withRequiredReceived(withProcedure(blankForm(), procedure, []), procedure);
  const submitter = {
    ...form.submitter,
    name: 'Nguyễn Thị Mẫu',
    idNumber,
    birthDate: '1999-05-12',
    sex: 'nữ' as const,
    address: 'Thôn Mẫu, xã Mẫu',
  };
  const answers = {
    ...(schema ? prefillAnswers(schema, { owner: null, submitter }) : {}),
    maritalStatus: 'chua-ket-hon',
    purpose: 'muc-dich-khac',
    otherPurpose: 'Vay vốn',
  };
  const fees = [{ fee: null, label: 'Lệ phí mẫu', amount: 16_000, quantity: 1, exemption: null }];
  const { dossier, code } = await get(page, 'intake.accept', {
    id: crypto.randomUUID(),
    form: { ...form, submitter, answers, fees },
  });
  return { id: dossier, code };
};

const openFromPalette = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByLabel(words.common.frame.palette.label).last().fill(name);
  await inFront(page).getByText(name).first().waitFor();
  await page.keyboard.press('Enter');
};

test('a transfer is asked for by its code, claimed, and found on the bank’s list, once', async ({
  open,
  scratch,
}) => {
  const counter = await open();
  const { page } = counter;
  const settings = words.money.settings;
  await openFromPalette(page, words.settings.sections.money);
  await page.getByRole('combobox', { name: settings.bank }).fill('Agribank');
  await page.keyboard.press('Escape');
  await page.getByLabel(settings.number, { exact: true }).fill('8500 2010 00123');
  await page.getByLabel(settings.holder, { exact: true }).fill('Trung tâm PVHCC xã Mẫu');
  await page.getByRole('button', { name: settings.accountSave }).click();
  await expect(page.getByRole('button', { name: settings.accountDrop })).toBeVisible();
  await page.getByLabel(settings.form, { exact: true }).fill('01BLP2-001');
  await page.getByLabel(settings.series, { exact: true }).fill('AA-26P');
  await page.getByLabel(settings.from, { exact: true }).first().fill('1');
  await page.getByLabel(settings.to, { exact: true }).first().fill('x');
  await page.getByRole('button', { name: settings.save }).click();
  await expect(page.getByText(words.money.problems.bookNumber)).toBeVisible();
  await page.getByLabel(settings.to, { exact: true }).first().fill('50');
  await page.getByRole('button', { name: settings.save }).click();
  await expect(page.getByRole('cell', { name: '01BLP2-001 AA-26P' })).toBeVisible();
  expect(await inspectPage(page, 'money settings')).toEqual([]);

  const [one, other] = [await owing(page, '019199000123'), await owing(page, '019199000124')];
  await openFromPalette(page, one.code);
  await page.getByRole('heading', { name: one.code }).waitFor();
  await openAct(page, 'claimTransfer');
  const code = inFront(page).getByRole('img', { name: /VietQR/ });
  await expect(code).toBeVisible();
  const picture = join(scratch, 'code.png');
  await code.screenshot({ path: picture });
  expect(readCodes(picture).join()).toContain(`0816${transferText(one.code)}6304`);
  await recordAct(page);

  const transfers = words.money.transfers;
  await openFromPalette(page, transfers.title);
  await expect(page.getByRole('cell', { name: '16.000 đ' })).toBeVisible();
  const statement = join(scratch, 'sao-ke.csv');
  const lines = [
    `23/11/2026,"16,000",${transferText(one.code)} nop le phi`,
    `23/11/2026,"15,000",${transferText(other.code)}`,
    `23/11/2026,"16,000",${transferText(one.code)} lan hai`,
    '23/11/2026,"5,000",khong ro',
  ];
  writeFileSync(statement, ['Ngày giao dịch,Số tiền ghi có,Nội dung', ...lines].join('\n'));
  await answerDialogs(counter, { open: [statement] });
  await page.getByRole('button', { name: transfers.open }).click();
  const { verdicts } = words.money;
  for (const verdict of ['exact', 'wrongAmount', 'double', 'unknown'] as const)
    await expect(page.getByText(verdicts[verdict], { exact: true })).toBeVisible();
  expect(await inspectPage(page, 'the bank’s list')).toEqual([]);
  await page
    .getByRole('button', { name: transfers.matchLabel({ amount: '16.000 đ', code: one.code }) })
    .click();
  await expect(page.getByText(verdicts.matched, { exact: true })).toBeVisible();
  await expect(page.getByText(transfers.none)).toBeVisible();
  const { row } = await get(page, 'dossier.get', { id: one.id });
  expect(row.owed).toBe(0);
  expect(counter.faults).toEqual([]);
});
