import { breakPage } from './break-page.ts';
import { close, ready } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

/** The vault looked through page by page from Settings, in its worker inside the package. */

const say = words.settings.vaultCheck;

test('a thorough check finds a whole vault sound and a broken page, and leads to the ways out', async ({
  open,
}) => {
  const first = await open();
  const check = async ({ page }: typeof first) => {
    await goTo(page, 'F10');
    await page.getByRole('button', { name: words.settings.sections.journal, exact: true }).click();
    await page.getByRole('button', { name: say.run }).click();
  };
  await check(first);
  await expect(first.page.getByText(/^Kho nguyên vẹn: \d+ trang/)).toBeVisible();
  const { slotId } = (await get(first.page, 'app.status', {})).clerks[0]!;
  await close(first);

  await breakPage(first.folders, slotId, 'form_series');
  const second = await open({ on: first.folders });
  await check(second);
  const { page } = second;
  await expect(page.getByText(/^Kho có chỗ hỏng \(1 trang/)).toBeVisible();
  await goTo(page, 'F1');
  await expect(page.getByText(words.today.unsound.text)).toBeVisible();
  await page.getByRole('button', { name: words.today.unsound.act }).click();
  await page.getByRole('button', { name: say.waysOut }).click();
  await ready(page, 'damaged');
  await expect(page.getByText(words.common.lobby.damaged.ways.salvage.name)).toBeVisible();
});
