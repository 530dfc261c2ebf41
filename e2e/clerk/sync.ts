import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { SyncStanding } from '../../shared/contract.ts';
import { get } from './bridge.ts';
import { goTo } from './session.ts';
import { words } from './words.ts';

/** Opens the page of the line to the province. */
export const openSync = async (page: Page): Promise<void> => {
  await goTo(page, 'F10');
  await page
    .getByRole('navigation', { name: words.settings.sectionsLabel })
    .getByRole('button', { name: words.settings.sections.sync })
    .click();
  await page.getByRole('heading', { name: words.settings.sections.sync }).waitFor();
};

/** Types address and code as the administrator reads them out; returns the fingerprint to be compared. */
export const joinProvince = async (page: Page, url: string, code: string): Promise<string> => {
  const say = words.sync.join;
  await openSync(page);
  await page.getByLabel(say.url).fill(url);
  await page.getByLabel(say.code, { exact: true }).fill(code);
  await page.getByRole('form', { name: say.title }).getByRole('button', { name: say.now }).click();
  await page.getByRole('button', { name: words.sync.sendNow }).waitFor();
  const { joined } = await get(page, 'sync.get', {});
  if (joined === null) throw new Error('the desk is not joined');
  return joined.fingerprint;
};

/** Waits until the line stands as it should; the caller's own limit ends it. */
export const untilLine = async (page: Page, holds: (standing: SyncStanding) => boolean): Promise<void> => {
  for (;;) {
    const standing = await get(page, 'sync.get', {});
    if (holds(standing)) return;
    await rest(100);
  }
};
