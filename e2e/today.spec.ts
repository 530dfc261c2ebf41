import { get } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';
import { maritalStatus, shortest } from './samples.ts';

test('today says what was taken, what is not printed, what is due and what lies half done', async ({
  open,
}) => {
  const counter = await open();
  const { page } = counter;
  await expect(page.getByText(words.today.empty.title)).toBeVisible();
  await fillIntake(counter, maritalStatus);
  const code = await accept(page);
  await fillIntake(counter, { ...shortest, note: 'thứ hai' });
  await accept(page);
  await page.locator('[data-field="submitter.name"]').fill('Lê Văn Ví Dụ');
  await expect.poll(async () => (await get(page, 'intake.drafts', {})).length).toBe(1);
  await goTo(page, 'F1');
  const count = (name: string, number: number) => page.getByRole('button', { name: `${number} ${name}` });
  await expect(count(words.today.counts.received, 2)).toBeVisible();
  await expect(count(words.today.counts.unprinted, 2)).toBeVisible();
  await expect(count(words.today.counts.late, 0)).toBeVisible();
  const recent = page.getByRole('region', { name: words.today.recent.title }).getByRole('button');
  await expect(recent).toHaveCount(2);
  await expect(recent.last()).toContainText('tình trạng hôn nhân');
  await expect(recent.last()).toContainText(words.today.counts.unprinted);
  // Half done: offered where the day begins, and taken up where it was left.
  await page.getByText('Lê Văn Ví Dụ').locator('visible=true').click();
  await expect(page.locator('[data-field="submitter.name"]')).toHaveValue('Lê Văn Ví Dụ');
  await goTo(page, 'F1');
  // The share of what was done in time has its book, transfers their list.
  await page.getByRole('button', { name: `– ${words.today.counts.onTime}` }).click();
  await expect(page.getByRole('radio', { name: words.books.names.onTime })).toBeChecked();
  await page.getByRole('button', { name: words.books.screen.transfers({ count: 0 }) }).click();
  await expect(page.getByRole('heading', { name: words.money.transfers.title })).toBeVisible();
  // What was taken in today is today's alone.
  await goTo(page, 'F1');
  await count(words.today.counts.received, 2).click();
  await expect(page.getByLabel(words.dossiers.list.filters.from, { exact: true })).toHaveValue('23/11/2026');
  // A figure opens its list, which says the whole line of the dossier one stands on.
  await goTo(page, 'F1');
  await count(words.today.counts.unprinted, 2).click();
  await expect(page.locator('h1:visible')).toContainText(words.dossiers.list.title);
  await expect(page.getByText(code).locator('visible=true').first()).toBeVisible();
  await expect(page.locator('#dossier-list-line')).toHaveText(
    new RegExp(`^.+ · .+ · .+ · ${words.acts.standing.sync.local}\\.$`),
  );
});
