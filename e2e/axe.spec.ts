import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspector } from './accessibility.ts';
import type { Finding } from './accessibility.ts';
import { close, pullThePlug, ready } from './clerk/application.ts';
import { settle } from './clerk/bridge.ts';
import { goToCertification, openRegister, say } from './clerk/certification.ts';
import { fill, unfold } from './clerk/fields.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { openLastDossier, openPreview } from './clerk/paper.ts';
import { scan } from './clerk/scanner.ts';
import { goTo, lock, signIn } from './clerk/session.ts';
import { keepRecoveryCode, setUp } from './clerk/set-up.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { maritalStatus, mau, thiDu } from './samples.ts';

/** axe-core on every screen, as it is and with strong contrast, in the whole run in English as well: nothing serious. */

test('nothing serious before anybody has signed in', async ({ open }) => {
  const found: Finding[] = [];
  let counter = await open({ as: 'fresh' });
  const inspect = inspector(() => counter.page, found);
  await counter.page.click('button[type=submit]');
  await inspect('set-up with a fault');
  const code = await setUp(counter.page, maritalStatus, async (step) => inspect(`set-up ${step}`));
  await inspect('recovery code');
  await keepRecoveryCode(counter.page, code);
  await lock(counter.page);
  await inspect('sign-in');
  await counter.page.fill('#password', 'không phải mật khẩu');
  await counter.page.keyboard.press('Enter');
  await expect(counter.page.locator('#password')).toHaveAttribute('aria-invalid', 'true');
  await inspect('sign-in after a wrong password');
  await counter.page.getByRole('button', { name: words.common.lobby.signIn.forgotten }).click();
  await counter.page.locator('#recover-code').waitFor();
  await inspect('recovery');
  await close(counter);
  for (const name of ['slots-a.json', 'slots-b.json'])
    writeFileSync(join(counter.folders.data, name), 'đây không phải tệp khóa');
  counter = await open({ as: 'fresh', on: counter.folders });
  await ready(counter.page, 'damaged');
  await inspect('damaged');
  expect(found).toEqual([]);
});

test('nothing serious at the counter', async ({ open }) => {
  test.slow();
  const found: Finding[] = [];
  const counter = await open();
  const { page } = counter;
  const inspect = inspector(() => page, found);
  const dialog = page.getByRole('dialog');
  const leave = async () => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };
  await inspect('today, empty');
  await goTo(page, 'F2');
  await inspect('intake, empty');
  await page.keyboard.press('Control+Enter');
  await settle(page);
  await inspect('intake, told what is missing');
  await fillIntake(counter, {
    ...maritalStatus,
    relation: 'em ruột',
    owner: { ...maritalStatus.submitter, name: 'Trần Thị Thí Dụ', idNumber: '019195000456' },
  });
  for (const section of ['people', 'procedure', 'components', 'answers', 'fees', 'delivery']) {
    await unfold(page, section);
    await inspect(`intake, ${section}`);
  }
  await page
    .locator('[data-field="procedure"]')
    .or(page.locator('[data-unfold="procedure"]'))
    .first()
    .click();
  await fill(page, 'procedure', 'khai sinh');
  await page.locator('[role="option"][data-chosen]').waitFor();
  await inspect('intake, procedures found');
  await page.keyboard.press('Escape');
  for (const button of [words.intake.record.preview, words.intake.record.guide, words.intake.record.refuse]) {
    await page.getByRole('button', { name: button }).click();
    await dialog.waitFor();
    await inspect(`intake, ${button}`);
    await leave();
  }
  await page.getByRole('button', { name: words.intake.drop, exact: true }).click();
  await dialog.waitFor();
  await inspect('intake, dropping');
  await leave();
  await accept(page);
  await inspect('intake, accepted');
  await scan(page, mau);
  await scan(page, thiDu);
  await settle(page);
  await inspect('intake, another card');
  await goTo(page, 'F2');
  await goTo(page, 'F1');
  await inspect('today, with dossiers');
  await page.locator('search input').fill('nguyen');
  await page.locator('search [role="option"]').first().waitFor();
  await inspect('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await goTo(page, 'F3');
  await inspect('dossiers');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await inspect('dossiers, marked');
  await page.keyboard.press('g');
  await dialog.waitFor();
  await inspect('dossiers, one act on many');
  // The first closes what the field offers.
  await page.keyboard.press('Escape');
  await leave();
  await goTo(page, 'F2');
  await openLastDossier(page);
  await inspect('dossier');
  await openPreview(page);
  await inspect('paper preview');
  await leave();
  await goTo(page, 'F5');
  await inspect('catalogue');
  await page.getByText('1.001193').locator('visible=true').first().click();
  await page.locator('#procedure-title').waitFor();
  await inspect('procedure');
  for (const key of ['Control+K', 'Shift+F1', 'F7']) {
    await page.keyboard.press(key);
    await dialog.waitFor();
    await inspect(key);
    await leave();
  }
  expect(found).toEqual([]);
});

test('nothing serious where copies are certified', async ({ open }) => {
  const found: Finding[] = [];
  const { page } = await open();
  const inspect = inspector(() => page, found);
  const dialog = page.getByRole('dialog');
  const inspectDialog = async (button: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor();
    await inspect(`certification, ${button}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };
  await goToCertification(page);
  await page.getByRole('heading', { name: say.open.title }).waitFor();
  await inspect('certification, not opened');
  await openRegister(page);
  await page.locator('[data-field="line"]').fill('ks 1x3');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-field="requester.name"]')).toHaveAttribute('aria-invalid', 'true');
  await inspect('certification, told what is missing');
  await page.locator('[data-field="requester.name"]').fill('Lê Văn Mẫu');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã vào sổ số 1,')).toBeVisible();
  await inspect('certification, entered');
  for (const button of [say.book.month, say.book.place]) await inspectDialog(button);
  expect(found).toEqual([]);
});

test('nothing serious in the settings and the dialogs of a doubtful start', async ({ open }) => {
  const found: Finding[] = [];
  let counter = await open();
  const inspect = inspector(() => counter.page, found);
  await goTo(counter.page, 'F10');
  const entries = counter.page
    .getByRole('navigation', { name: words.settings.sectionsLabel })
    .getByRole('button');
  const names = await entries.allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(9);
  for (const name of names) {
    await counter.page.getByRole('button', { name, exact: true }).click();
    await settle(counter.page);
    await inspect(`settings, ${name}`);
  }
  await counter.page.getByRole('button', { name: words.settings.sections.clerks }).click();
  await counter.page.getByRole('button', { name: words.settings.clerks.enrol }).click();
  await counter.page.getByRole('dialog').waitFor();
  await inspect('enrolling a clerk');
  await counter.page.keyboard.press('Escape');
  await fillIntake(counter, maritalStatus);
  await accept(counter.page);
  await pullThePlug(counter);
  counter = await open({ on: counter.folders });
  await counter.page.getByRole('dialog', { name: words.today.unsure.title }).waitFor();
  await inspect('a paper nobody saw');
  await pullThePlug(counter);
  counter = await open({ as: 'founded', on: counter.folders, at: '2019-03-04T09:15:00+07:00' });
  await signIn(counter.page);
  await counter.page.getByRole('dialog').first().waitFor();
  await inspect('a clock years behind');
  expect(found).toEqual([]);
});
