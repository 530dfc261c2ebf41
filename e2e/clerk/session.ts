import type { Page } from 'playwright';
import { ready } from './application.ts';
import { samplePassword } from './set-up.ts';
import { words } from './words.ts';

/** Signs in as the clerk the list offers, or the one named. */
export const signIn = async (page: Page, wish: { password?: string; name?: string } = {}): Promise<void> => {
  await ready(page, 'signIn');
  if (wish.name !== undefined) await page.getByRole('option', { name: wish.name }).click();
  await page.fill('#password', wish.password ?? samplePassword);
  await page.keyboard.press('Enter');
  await ready(page, 'open');
};

/** Locks the counter and waits for the sign-in screen. */
export const lock = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+L');
  await ready(page, 'signIn');
};

const headings = {
  F1: words.today.title,
  F2: words.intake.title,
  'Shift+F2': words.certification.screen.title,
  F3: words.dossiers.list.title,
  F5: words.dossiers.procedures.title,
  F6: words.books.title,
  F10: words.settings.title,
} as const;

/** Goes to a place of the rail by its key and waits for its heading. */
export const goTo = async (page: Page, key: keyof typeof headings): Promise<void> => {
  await page.keyboard.press(key);
  await page.locator('h1:visible').filter({ hasText: headings[key] }).waitFor();
};
