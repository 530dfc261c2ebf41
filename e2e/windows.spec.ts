import type { Page } from '@playwright/test';
import { inFront, openAct, openDossier } from './clerk/acts.ts';
import { ready } from './clerk/application.ts';
import { ask } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { goTo, lock, signIn } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { shortest } from './samples.ts';

const row = (page: Page, code: string) => page.getByText(code).locator('visible=true').first();

test('a second window shows what the first one writes, without being asked', async ({ open }) => {
  const counter = await open();
  const { app, page } = counter;
  const [second] = await Promise.all([app.waitForEvent('window'), ask(page, 'app.openWindow', {})]);
  await ready(second, 'open');
  await goTo(second, 'F3');
  await expect(second.getByText('H55.242-261123-0001')).toHaveCount(0);
  await fillIntake(counter, shortest);
  // A draft in the one is offered in the other.
  const code = await accept(page);
  await expect(row(second, code)).toBeVisible();
  await second.keyboard.press('F1');
  await expect(row(second, code)).toBeVisible();

  // Locking one locks both: nobody reads on over her shoulder.
  await lock(page);
  await ready(second, 'signIn');
  await expect(second.getByText(code)).toHaveCount(0);
  await signIn(second);
  await ready(page, 'open');
  expect(counter.faults).toEqual([]);
});

test('another clerk signs in at the same desk and finds her own place, not the first one’s page', async ({
  open,
  oneDossier: { folders, code },
}) => {
  const { page } = await open({ on: folders });
  const enrolled = await ask(page, 'clerks.enrol', {
    name: 'Cán bộ Thí Dụ',
    username: 'thidu',
    roles: ['reception'],
    password: 'bốn từ tiếng mường',
  });
  expect(enrolled.ok).toBe(true);
  await goTo(page, 'F2');
  await page.locator('[data-field="submitter.name"]').fill('Nguyễn Văn Mẫu');
  await lock(page);
  await signIn(page, { name: 'Cán bộ Thí Dụ', password: 'bốn từ tiếng mường' });
  await expect(page.locator('h1:visible')).toContainText(words.today.title);
  // What the first began is the office's, and offered to her.
  await expect(page.getByText('Nguyễn Văn Mẫu')).toBeVisible();
  // Settings that only an administrator changes say so.
  await goTo(page, 'F10');
  await expect(page.getByText(words.settings.adminOnly).first()).toBeVisible();
  await lock(page);
  await signIn(page, { name: 'Cán bộ Mẫu' });
  await expect(page.locator('[data-field="submitter.name"]')).toHaveValue('Nguyễn Văn Mẫu');

  // An act she was typing is hers alone, and there when she is back.
  await openDossier(page, code);
  await openAct(page, 'stop');
  const reason = inFront(page).locator('[data-field="reason"]');
  await reason.fill('Theo đề nghị của người nộp');
  await lock(page);
  await signIn(page, { name: 'Cán bộ Thí Dụ', password: 'bốn từ tiếng mường' });
  await openDossier(page, code);
  await expect(inFront(page)).toHaveCount(0);
  await lock(page);
  await signIn(page, { name: 'Cán bộ Mẫu' });
  await expect(reason).toHaveValue('Theo đề nghị của người nộp');
  await expect(reason).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inFront(page)).toHaveCount(0);
  await openAct(page, 'stop');
  await expect(reason).toHaveValue('');
});
