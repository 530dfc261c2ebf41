import type { Page } from 'playwright';
import type { ActKind } from '../../shared/dossier/acts/commands.ts';
import { actLetters } from '../../renderer/screens/dossier/acts/act-keys.ts';
import { words } from './words.ts';

/** The dialog in front; screens kept in the background may hold others. */
export const inFront = (page: Page) => page.locator('[role="dialog"]:visible');

/** Opens an act's form by its key, as the clerk does on the dossier's page. */
export const openAct = async (page: Page, kind: ActKind): Promise<void> => {
  await page.keyboard.press(`Alt+Key${actLetters[kind]}`);
  await inFront(page).filter({ hasText: words.acts.kinds[kind] }).waitFor();
};

/** Records the act in front and waits until the page stands as it left it. */
export const recordAct = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter');
  await inFront(page).waitFor({ state: 'detached' });
};
