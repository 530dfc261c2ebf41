import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { get } from './clerk/bridge.ts';
import { isWhole } from './whole.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Finding {
  screen: string;
  rule: string;
  impact: string;
  where: string[];
}

const options: RunOptions = {
  resultTypes: ['violations'],
  // The paper in its frame is for the eye and the printer; its text stands on the dossier's page too.
  iframes: false,
};

const ofWords = ['cat.name-role-value', 'cat.text-alternatives', 'cat.language', 'cat.forms'];

/** The rules that strong contrast, and in the whole run the other language, can break; the rest is the same document as before. */
const ofSecondLook: RunOptions = {
  ...options,
  runOnly: { type: 'tag', values: ['cat.color', ...(isWhole ? ofWords : [])] },
  // Off unless asked for, and a category asks for it.
  rules: { 'color-contrast-enhanced': { enabled: false } },
};

const runAxe = async (page: Page, screen: string, wanted = options, within?: string): Promise<Finding[]> => {
  // Not a script of the page's: the content policy would rightly refuse it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  // Only what is wrong leaves the window: all the rest is a hundred times as much.
  const violations = await page.evaluate(
    async ([wish, part]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(of: Document | string, wish: unknown): Promise<AxeResults> };
      };
      return (await axe.run(part ?? document, wish)).violations;
    },
    [wanted, within] as const,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      screen,
      rule: id,
      impact: impact ?? '',
      where: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
    }));
};

/** Looks at a page that is not the application's: as it is. */
export const inspectPage = (page: Page, screen: string): Promise<Finding[]> => runAxe(page, screen);

const setContrast = (page: Page, contrast: string): Promise<void> =>
  page.evaluate((value) => {
    document.documentElement.dataset['contrast'] = value;
  }, contrast);

const setLanguage = async (page: Page, language: 'vi' | 'en'): Promise<void> => {
  await get(page, 'app.setLanguage', { language });
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
};

/** What is still fading in is not yet what she reads. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });

const dialog = '[role="dialog"]';

/** The dialog in front: what lies behind it is hidden from everybody, and was looked at before it opened. */
const frontDialog = async (page: Page): Promise<string | undefined> =>
  (await page.locator(`${dialog}:visible`).count()) === 0 ? undefined : dialog;

/**
 * Looks at the screen in front, or at the dialog that lies over it: as it is, then with strong contrast. In the whole run the second look is in
 * English as well, and falls on dialogs too, which wear the same colours as the screens. Leaves it as it was.
 */
export const inspector = (page: () => Page, found: Finding[]) => async (screen: string) => {
  const at = page();
  await atRest(at);
  const within = await frontDialog(at);
  found.push(...(await runAxe(at, screen, options, within)));
  if (within !== undefined && !isWhole) return;
  await setContrast(at, 'more');
  if (isWhole) await setLanguage(at, 'en');
  // A toast may have begun to leave meanwhile.
  await atRest(at);
  found.push(...(await runAxe(at, `${screen}, strong contrast`, ofSecondLook, within)));
  await setContrast(at, 'normal');
  if (isWhole) await setLanguage(at, 'vi');
};
