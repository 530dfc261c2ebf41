import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { answerDialogs, close, pullThePlug, ready } from './clerk/application.ts';
import type { Folders } from './clerk/application.ts';
import { ask, get } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { scan } from './clerk/scanner.ts';
import { goTo, signIn } from './clerk/session.ts';
import { samplePassword } from './clerk/set-up.ts';
import { citizen, takeOneIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { breakPage } from './break-page.ts';
import { expect, test } from './counter.ts';
import { shortest } from './samples.ts';

/** Backups made and put back through the window, and each of the other ways out of a damaged vault once. */

const say = words.common.lobby.damaged;
const settingsOf = words.settings.backup;

const openBackups = async (page: Page): Promise<void> => {
  await goTo(page, 'F10');
  await page.getByRole('button', { name: words.settings.sections.backup, exact: true }).click();
};

/** Opens what does not open: the password where one is still asked for, then the ways out. */
const meetDamage = async (page: Page): Promise<void> => {
  if ((await ready(page)) === 'signIn') {
    await page.fill('#password', samplePassword);
    await page.keyboard.press('Enter');
  }
  await ready(page, 'damaged');
};

const way = (page: Page, name: keyof typeof say.ways) =>
  page.getByRole('button', { name: `: ${say.ways[name].name}` });

const isThere = async (page: Page, code: string): Promise<boolean> =>
  (await get(page, 'dossier.find', { text: code })).rows.some((row) => row.code === code);

test('a day is backed up from Settings, and comes back from it with the numbers after it asked for', async ({
  open,
  scratch,
}) => {
  const first = await open();
  const { page } = first;
  const kept = await takeOneIn(page);
  await openBackups(page);
  const now = page.getByRole('button', { name: settingsOf.now });
  await expect(now).toBeDisabled();
  const stick = join(scratch, 'usb');
  mkdirSync(stick);
  await answerDialogs(first, { open: [stick] });
  await page.getByRole('button', { name: settingsOf.choose }).click();
  await expect(page.getByText(stick)).toBeVisible();
  await now.click();
  await expect(page.getByText(settingsOf.done)).toBeVisible();
  await expect(page.getByText(settingsOf.never)).toBeHidden();
  await expect(
    page.getByRole('button', {
      name: words.common.frame.strip.backup({ age: words.common.frame.age.now }),
    }),
  ).toBeVisible();
  const lost = await takeOneIn(page, citizen(1));
  const [row] = (await get(page, 'dossier.find', { text: lost })).rows;
  const { state } = await get(page, 'dossier.get', { id: row!.id });
  await pullThePlug(first);
  const { data } = first.folders;
  for (const name of ['vault.db-wal', 'vault.db-shm']) rmSync(join(data, name), { force: true });
  writeFileSync(join(data, 'vault.db'), 'x'.repeat(9000));

  const { page: again, ...rest } = await open({ as: 'founded', on: first.folders });
  await meetDamage(again);
  const found = again.getByRole('list', { name: say.backups.title }).getByRole('listitem');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(stick);
  await found.getByRole('button', { name: say.backups.use }).click();
  await ready(again, 'signIn');
  await expect(again.getByText(say.done.restoreBackup)).toBeVisible();
  await signIn(again);
  expect([await isThere(again, kept), await isThere(again, lost)]).toEqual([true, false]);
  // Nothing is taken in before the newest kept copy was scanned and the day confirmed.
  const dialog = again.getByRole('dialog', { name: words.common.restore.title });
  await expect(dialog).toBeVisible();
  await scan(again, `${lost}.${state.accepted!.key}`);
  await dialog.getByRole('button', { name: words.common.restore.confirm }).click();
  await expect(dialog).toBeHidden();
  await fillIntake({ ...rest, page: again }, { ...shortest, note: 'lúc mở lại' });
  const next = await accept(again);
  expect(Number(next.slice(-4))).toBeGreaterThan(Number(lost.slice(-4)));
  // A sound vault is not taken from under a counter, whatever a window asks.
  for (const refused of ['setAside', 'salvage', 'restoreSlots', 'restoreBackup'] as const)
    expect(
      await ask(again, 'app.rescue', { way: refused, slotId: '', password: '', backup: '' }),
    ).toMatchObject({ ok: false, fault: { code: 'vaultExists' } });
});

test('keys from the spare, what can be read from a broken page, an empty start and a new PC', async ({
  open,
  scratch,
}) => {
  const first = await open();
  const code = await takeOneIn(first.page);
  await answerDialogs(first, { open: [scratch] });
  await get(first.page, 'settings.chooseBackupFolder', {});
  const { slotId } = (await get(first.page, 'app.status', {})).clerks[0]!;
  await close(first);
  const { folders } = first;
  const open2 = () => open({ as: 'founded', on: folders });
  const settle = async (page: Page): Promise<void> => {
    await signIn(page);
    expect(await isThere(page, code)).toBe(true);
  };

  await test.step('the slots are garbage: a file to send, then the spare', async () => {
    for (const name of ['slots-a.json', 'slots-b.json']) writeFileSync(join(folders.data, name), 'hỏng');
    const counter = await open2();
    await meetDamage(counter.page);
    const file = join(scratch, 'chan-doan.json');
    await answerDialogs(counter, { save: file });
    await way(counter.page, 'diagnostic').click();
    await expect(counter.page.getByText(say.done.diagnostic)).toContainText(file);
    const told = readFileSync(file, 'utf8');
    expect(JSON.parse(told)).toMatchObject({ slots: { brokenCopies: 2 }, databaseBegins: 'other salt' });
    for (const secret of ['Nguyễn', 'Mẫu', code]) expect(told).not.toContain(secret);
    await way(counter.page, 'restoreSlots').click();
    await settle(counter.page);
    await close(counter);
  });

  await test.step('a page is broken: what can be read', async () => {
    await breakPage(folders, slotId, 'office_state');
    const counter = await open2();
    await meetDamage(counter.page);
    await counter.page.fill('#rescue-password', samplePassword);
    await way(counter.page, 'salvage').click();
    await settle(counter.page);
    expect(asides(folders)).toBe(2);
    await close(counter);
  });

  await test.step('the vault is gone: set aside, then restored as on a new PC', async () => {
    rmSync(join(folders.data, 'vault.db'));
    const counter = await open2();
    const { page } = counter;
    await meetDamage(page);
    await way(page, 'setAside').click();
    await way(page, 'setAside').click();
    await ready(page, 'setup');
    await expect(page.getByText(say.done.setAside)).toBeVisible();
    await page
      .getByRole('list', { name: say.backups.title })
      .getByRole('button', { name: say.backups.use })
      .first()
      .click();
    await settle(page);
    expect(asides(folders)).toBe(3);
  });
});

const asides = ({ data }: Folders): number =>
  readdirSync(data).filter((name) => name.startsWith('set-aside-')).length;
