import type { Page } from '@playwright/test';
import { localDateAt } from '../shared/calendar/vietnam-time.ts';
import { dossierCode } from '../shared/dossier/code.ts';
import { ready } from './clerk/application.ts';
import { expectCursor, handsOn } from './clerk/hands.ts';
import { outcomeLine } from './clerk/intake.ts';
import { openLastDossier } from './clerk/paper.ts';
import { line } from './clerk/set-up.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

/** Somebody who has never seen it: does what the screen says next, and nothing else. */

const set = words.settings.setUp;

/** Types into the line the cursor stands in, checks that it is the one meant, and goes on with Enter. */
const answer = async (page: Page, id: string, text: string): Promise<void> => {
  await expect(line(page, id)).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
};

const goOn = async (page: Page, label: string): Promise<void> => {
  const button = page.getByRole('button', { name: label });
  await expect(button).toBeVisible();
  await button.focus();
  await page.keyboard.press('Enter');
};

test('from the first start to the first correct receipt, each screen saying the next step', async ({
  open,
}) => {
  const { page, faults } = await open({ as: 'fresh' });
  const { press, type } = handsOn(page);

  // Nothing typed yet: the step says what is missing, at its field.
  await expect(page.getByText(set.intro)).toBeVisible();
  await goOn(page, set.toDesk);
  await expect(line(page, 'profile.code')).toBeFocused();
  await expect(page.locator('[id="profile.code-told"]')).toHaveText(words.faults.problems.officeCode);
  await answer(page, 'profile.code', 'h55.242');
  await answer(page, 'profile.superior', 'UBND xã Mẫu');
  await answer(page, 'profile.name', 'Trung tâm Phục vụ hành chính công xã Mẫu');
  await answer(page, 'profile.province', 'Thái Nguyên');
  await answer(page, 'profile.address', 'Thôn Mẫu, xã Mẫu');
  await answer(page, 'profile.phone', '0208 3000 000');
  await answer(page, 'profile.lookupBase', '');
  await expect(page.getByRole('button', { name: set.toDesk })).toBeFocused();
  await press('Enter');

  // Desk and hours: what stands there already is right.
  await expect(line(page, 'desk.number')).toHaveValue('1');
  await expect(page.getByText(set.desk.lane({ from: '0001', to: '0999' }))).toBeVisible();
  await goOn(page, set.toClerk);

  await answer(page, 'clerk.name', 'Cán bộ Mẫu');
  await expect(line(page, 'clerk.username')).toHaveValue('mau.cb');
  await line(page, 'new-password').fill('ngắn');
  await line(page, 'new-password-again').fill('ngắn');
  await goOn(page, set.toCheck);
  await expect(line(page, 'new-password')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('bốn từ tiếng việt');
  await line(page, 'new-password-again').fill('bốn từ tiếng việt');
  await goOn(page, set.toCheck);

  // Before there is a vault there is no trial clock: the sample carries this PC's own day.
  await expect(page.getByText(dossierCode('H55.242', localDateAt(Date.now()), 1))).toBeVisible();
  await expect(page.getByText(set.check.next)).toBeVisible();
  await goOn(page, set.found);

  // The recovery code: a wrong last group does not pass.
  await ready(page, 'recoveryCode');
  const code = await page.locator('[data-recovery-code]').getAttribute('data-recovery-code');
  await expect(line(page, 'recovery-last')).toBeFocused();
  await page.keyboard.insertText('0000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.faults.problems.recoveryGroup)).toBeVisible();
  await line(page, 'recovery-last').fill(code?.split('-').at(-1) ?? '');
  await page.keyboard.press('Enter');

  // Today, still empty, says what to do first.
  await ready(page, 'open');
  await expect(page.getByText(words.today.empty.text)).toBeVisible();
  await press('F2');
  await expectCursor(page, 'submitter.name');
  await type('Trần Thị Thí Dụ');
  await press('Enter');
  await type('019195000456');
  await press('Enter', 'Enter', 'Enter', 'Enter');
  await expectCursor(page, 'procedure');
  await type('thong tin ve cu tru');
  await expect(page.getByRole('option').first()).toContainText('cư trú');
  await press('Enter');
  await expectCursor(page, 'components.0.originals');
  await expect(page.getByText(words.intake.components.keys)).toBeVisible();
  await expect(page.getByText(words.intake.record.problems({ count: 1 }))).toBeVisible();
  await type('1');
  await press('Enter');
  await expectCursor(page, 'accept');
  await press('Enter');

  // Accepted, and told what to do about the printer nobody has chosen yet.
  await expect(outcomeLine(page)).toContainText('H55.242-261123-0001');
  await expect(outcomeLine(page)).toContainText('F9');
  await openLastDossier(page);
  await expect(page.locator('#dossier-code')).toHaveText('H55.242-261123-0001');
  expect(faults).toEqual([]);
});
