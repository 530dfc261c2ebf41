import type { Page } from 'playwright';

/** A picture of the window as it stands; a picture that cannot be taken stops nothing. */
export const screenshot = async (page: Page, path: string): Promise<void> => {
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' }).catch(() => undefined);
};

/** The recovery code is a secret, if only of a trial vault: it is not left lying in a picture. */
export const recoveryScreenshot = async (page: Page, path: string): Promise<void> => {
  const mask = [page.locator('[data-recovery-code]')];
  await page.screenshot({ path, mask, animations: 'disabled' }).catch(() => undefined);
};
