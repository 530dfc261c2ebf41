import type { Locator, Page } from '@playwright/test';
import { cpSync } from 'node:fs';
import { manyActs } from '../renderer/screens/dossiers/many/many-acts.ts';
import { actKinds } from '../shared/dossier/acts/guards.ts';
import { sayMessage } from '../shared/text/problem.ts';
import { inspector } from './accessibility.ts';
import type { Finding } from './accessibility.ts';
import { inFront, openAct, openDossier, recordAct } from './clerk/acts.ts';
import { foldersIn } from './clerk/application.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { layOut, turnOf } from './standing.ts';

/** Whether nothing lies over the middle of it, and it is in the window. */
const isInSight = (shown: Locator): Promise<boolean> =>
  shown.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === element;
  });

/** axe-core on every form of the acts, and on the screens they are begun from: nothing serious. */

/** The book's next number at the press of its button, in all the fields it fills. */
const takeProposedNumber = async (page: Page): Promise<void> => {
  const form = inFront(page);
  const fields = words.acts.forms.fields;
  await form.getByRole('checkbox', { name: fields.withReceipt }).check();
  await form
    .getByRole('button', {
      name: words.money.receipt.proposed({ series: 'AA-26P', number: '0000001', left: 50 }),
    })
    .click();
  for (const [field, value] of [
    ['form', '01BLP2-001'],
    ['series', 'AA-26P'],
    ['number', '0000001'],
    ['date', '23/11/2026'],
  ] as const)
    await expect(form.locator(`[data-field="receipt.${field}"]`)).toHaveValue(value);
  await expect(form.getByRole('radio', { name: words.acts.receiptKinds.ordered })).toBeChecked();
};

test('nothing serious in the forms of the acts and the lists behind them', async ({
  founded,
  open,
  scratch,
}) => {
  test.slow();
  cpSync(founded, scratch, { recursive: true });
  const standing = await layOut(scratch);
  const found: Finding[] = [];
  const { page, faults } = await open({ on: foldersIn(scratch) });
  const inspect = inspector(() => page, found);
  const dialog = inFront(page);
  const leave = async () => {
    // The first Esc may only close what a field offers; one too many would leave the page.
    await page.keyboard.press('Escape');
    const closes = dialog.waitFor({ state: 'hidden', timeout: 1000 });
    await closes.catch(() => page.keyboard.press('Escape'));
    await expect(dialog).toHaveCount(0);
  };
  const order = ['paused', 'ready', 'stopped', 'clashing', 'submitted', 'running'] as const;
  for (const turn of order) {
    await openDossier(page, standing[turn]);
    for (const kind of actKinds.filter((one) => turnOf(one) === turn)) {
      await openAct(page, kind);
      if (kind === 'collectFee') await takeProposedNumber(page);
      await inspect(`act, ${kind}`);
      await leave();
    }
  }
  // At 200 % what is told of a field stands clear of the foot, and what is told in the corner covers nothing.
  await page.setViewportSize({ width: 683, height: 384 });
  await openAct(page, 'withdraw');
  await page.keyboard.press('Control+Enter');
  const problem = dialog.getByText(sayMessage(words.faults.problems.required));
  await expect.poll(() => isInSight(problem)).toBe(true);
  await leave();
  await openAct(page, 'storePaperFile');
  await dialog.locator('[data-field="place"]').fill('Tủ 2');
  await recordAct(page);
  const told = page.getByText(words.acts.forms.done({ act: words.acts.kinds.storePaperFile }));
  await expect(told).toBeVisible();
  const [strip, toast] = await Promise.all([page.getByRole('contentinfo').boundingBox(), told.boundingBox()]);
  expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBeLessThanOrEqual(toast?.y ?? 0);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('Alt+KeyV');
  await dialog.waitFor();
  await inspect('every act');
  await leave();
  await goTo(page, 'F3');
  const list = page.getByRole('grid', { name: words.dossiers.list.table });
  await list.focus();
  await page.keyboard.press('Control+A');
  // At once: the letter waits for the marks.
  await page.keyboard.press('i');
  await page.getByRole('menuitem', { name: words.lists.slips }).waitFor();
  await inspect('papers over many');
  await page.keyboard.press('Escape');
  for (const { kind, key } of manyActs) {
    await list.focus();
    await page.keyboard.press(key.toLowerCase());
    await dialog.waitFor();
    await inspect(`one act on many, ${kind}`);
    await leave();
  }
  await page.keyboard.press('Escape');
  await goTo(page, 'F6');
  await inspect('books');
  await goTo(page, 'F1');
  // Papers of the acts that nobody is known to hold are asked about first.
  await dialog.waitFor();
  await inspect('papers of acts in doubt');
  await leave();
  await page.getByRole('button', { name: words.today.ready.call }).click();
  await page.getByRole('listbox', { name: words.day.ready.list }).waitFor();
  await inspect('whom to call');
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});
