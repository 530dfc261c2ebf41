import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedApp } from '../scripts/packaged-app.mjs';
import { answerDialogs, close, pullThePlug, ready } from './clerk/application.ts';
import type { Folders } from './clerk/application.ts';
import { ask, get } from './clerk/bridge.ts';
import { accept, fillIntake, outcomeLine } from './clerk/intake.ts';
import { scan } from './clerk/scanner.ts';
import { goTo, signIn } from './clerk/session.ts';
import { samplePassword } from './clerk/set-up.ts';
import { takeOneIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';
import { expect, monday, test } from './counter.ts';
import { shortest } from './samples.ts';

/** A wrong password, a hurt disk, a copied-back folder, a wrong clock. */

test('wrong passwords cost more and more time, also over a restart', async ({ open }) => {
  const first = await open({ as: 'founded' });
  const { page } = first;
  const status = await get(page, 'app.status', {});
  const slotId = status.clerks[0]!.slotId;
  for (const guess of ['một', 'hai', 'ba'])
    expect(await ask(page, 'session.signIn', { slotId, password: guess })).toMatchObject({
      ok: false,
      fault: { code: 'wrongPassword' },
    });
  await page.fill('#password', 'sai lần thứ tư');
  await page.keyboard.press('Enter');
  const told = page.locator('#sign-in-told');
  const waiting = /gõ lại được sau/;
  await expect(told).toContainText(waiting);
  await expect(page.getByRole('button', { name: words.common.lobby.signIn.enter })).toBeDisabled();
  // Not even the right one is tried meanwhile.
  expect(await ask(page, 'session.signIn', { slotId, password: samplePassword })).toMatchObject({
    ok: false,
    fault: { code: 'lockedOut' },
  });
  await expect(told).not.toContainText(waiting, { timeout: 20_000 });
  expect(await ask(page, 'session.signIn', { slotId, password: 'sai lần nữa' })).toMatchObject({ ok: false });
  await pullThePlug(first);
  const second = await open({ as: 'founded', on: first.folders });
  await expect(second.page.locator('#sign-in-told')).toContainText(waiting);
  await expect(second.page.locator('#sign-in-told')).not.toContainText(waiting, { timeout: 30_000 });
  await signIn(second.page);
});

test('a second start shows another window of the first; a second machine’s is kept out', async ({ open }) => {
  const first = await open();
  const code = await takeOneIn(first.page);
  const { folders } = first;
  const again = spawn(
    packagedApp().tested,
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--data=${folders.data}`,
      `--guard=${folders.guard}`,
      `--profile=${folders.profile}`,
      `--trial-clock=${monday}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => again.once('exit', resolve));
  const shown = await first.app.waitForEvent('window');
  await ended;
  await ready(shown, 'open');
  await shown.close();

  // Another profile on the same folder, as over a network share: the lock in the folder itself holds.
  const other = await open({ as: 'founded', on: { ...folders, profile: `${folders.profile}-2` } });
  await ready(other.page, 'damaged');
  await expect(other.page.getByText(words.faults.faults.vaultInUse)).toBeVisible();
  expect((await get(first.page, 'dossier.find', { text: code })).rows).toHaveLength(1);
  await close(first);
  await other.page.getByRole('button', { name: words.common.lobby.damaged.ways.retry.name }).click();
  await signIn(other.page);
  expect((await get(other.page, 'dossier.find', { text: code })).rows).toHaveLength(1);
});

const garbage = Buffer.from('đây không phải một kho dữ liệu '.repeat(400));

const hurts: readonly [what: string, hurt: (folders: Folders) => void][] = [
  ['a vault of garbage', ({ data }) => writeFileSync(join(data, 'vault.db'), garbage)],
  ['a truncated vault', ({ data }) => truncateSync(join(data, 'vault.db'), 6_000)],
  ['an empty vault', ({ data }) => truncateSync(join(data, 'vault.db'), 0)],
  ['no vault', ({ data }) => rmSync(join(data, 'vault.db'))],
  [
    'both slot files garbage',
    ({ data }) => {
      for (const name of ['slots-a.json', 'slots-b.json']) writeFileSync(join(data, name), garbage);
    },
  ],
  [
    'both slot files truncated',
    ({ data }) => {
      for (const name of ['slots-a.json', 'slots-b.json'].filter((one) => existsSync(join(data, one))))
        truncateSync(join(data, name), 40);
    },
  ],
];

for (const [what, hurt] of hurts)
  test(`${what}: said plainly, with ways out, and nothing is thrown away`, async ({
    open,
    oneDossier: { folders },
  }) => {
    // What a crash leaves in the log beside it must not heal it behind our back.
    for (const name of ['vault.db-wal', 'vault.db-shm']) rmSync(join(folders.data, name), { force: true });
    hurt(folders);
    const files = () =>
      readdirSync(folders.data)
        .filter((name) => /^(vault\.db|slots-.*|attachments)$/.test(name))
        .sort();
    const before = files();
    const { page } = await open({ as: 'founded', on: folders });
    if ((await ready(page)) === 'signIn') {
      await page.fill('#password', samplePassword);
      await page.keyboard.press('Enter');
    }
    await ready(page, 'damaged');
    const say = words.common.lobby.damaged;
    await expect(page.getByRole('heading', { name: say.title })).toBeVisible();
    await expect(page.getByText(say.safe)).toBeVisible();
    const ways = await page.locator('.ways strong').allInnerTexts();
    expect(ways[0]).toBe(say.ways.retry.name);
    expect(ways.at(-1)).toBe(say.ways.setAside.name);
    expect(files()).toEqual(before);
    // Starting empty is asked twice; once changes nothing.
    await page.getByRole('button', { name: say.ways.setAside.name }).click();
    await expect(page.getByText(say.sure)).toBeVisible();
    expect(files()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.dataset['ready'])).toBe('damaged');
  });

test('one slot file lost is mended from the other, unseen', async ({
  open,
  oneDossier: { folders, code },
}) => {
  const { data } = folders;
  const slots = ['slots-a.json', 'slots-b.json'].filter((name) => existsSync(join(data, name)));
  expect(slots.length).toBe(2);
  writeFileSync(join(data, slots[0]!), garbage);
  const second = await open({ on: folders });
  expect((await get(second.page, 'dossier.find', { text: code })).rows).toHaveLength(1);
});

test('a broken vault comes back from its backup, and the broken one is kept', async ({ open, scratch }) => {
  const first = await open();
  const code = await takeOneIn(first.page);
  const machine = (await get(first.page, 'settings.get', {})).machine;
  await answerDialogs(first, { open: [scratch] });
  const { folder } = await get(first.page, 'settings.chooseBackupFolder', {});
  await get(first.page, 'settings.setMachine', { ...machine, backupFolder: folder });
  await get(first.page, 'settings.backUp', {});
  await close(first);
  writeFileSync(join(first.folders.data, 'vault.db'), garbage);
  const second = await open({ as: 'founded', on: first.folders });
  const { page } = second;
  if ((await ready(page)) === 'signIn') {
    await page.fill('#password', samplePassword);
    await page.keyboard.press('Enter');
  }
  await ready(page, 'damaged');
  await answerDialogs(second, { open: [scratch] });
  await page.getByRole('button', { name: words.common.lobby.damaged.ways.restoreBackup.name }).click();
  await signIn(page);
  expect((await get(page, 'dossier.find', { text: code })).rows).toHaveLength(1);
  const kept = readdirSync(first.folders.root, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() &&
      entry.name.startsWith('vault') &&
      readFileSync(join(entry.parentPath, entry.name)).equals(garbage),
  );
  expect(kept.length).toBeGreaterThan(0);
});

test('a folder copied back from yesterday repeats no number', async ({
  open,
  scratch,
  oneDossier: { folders },
}) => {
  const copy = join(scratch, 'yesterday');
  cpSync(folders.data, copy, { recursive: true });
  const second = await open({ on: folders });
  await second.page.keyboard.press('Escape');
  const newest = await takeOneIn(second.page);
  const [row] = (await get(second.page, 'dossier.find', { text: newest })).rows;
  const { state } = await get(second.page, 'dossier.get', { id: row!.id });
  await close(second);
  rmSync(folders.data, { recursive: true });
  cpSync(copy, folders.data, { recursive: true });

  const { page } = await open({ on: folders });
  const dialog = page.getByRole('dialog', { name: words.common.restore.title });
  await expect(dialog).toBeVisible();
  // Put off: everything can be seen, no number is given.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await goTo(page, 'F2');
  await expect(page.getByText(words.intake.record.noCode)).toBeVisible();
  await page.getByRole('button', { name: words.intake.record.confirmRestore }).click();
  await expect(dialog).toBeVisible();
  await scan(page, `${newest}.${state.accepted!.key}`);
  await expect(dialog).toContainText(words.common.restore.read({ code: newest }));
  await dialog.getByRole('button', { name: words.common.restore.confirm }).click();
  await expect(dialog).toBeHidden();
  const third = await takeOneIn(page);
  expect(Number(third.slice(-4))).toBeGreaterThan(Number(newest.slice(-4)));
});

for (const [what, at, title] of [
  ['years behind', '2019-03-04T09:15:00+07:00', words.common.day.behindTitle],
  ['years ahead', '2035-03-05T09:15:00+07:00', words.common.day.aheadTitle],
] as const)
  test(`a clock ${what} asks for the day, and work goes on from the answer`, async ({ open }) => {
    const first = await open();
    expect(await takeOneIn(first.page)).toBe('H55.242-261123-0001');
    await close(first);
    const { page, ...rest } = await open({ on: first.folders, at });
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await fillIntake({ ...rest, page }, { ...shortest, note: 'ngày hôm sau' });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(words.faults.faults.dayUnconfirmed).first()).toBeVisible();
    await expect(outcomeLine(page)).toHaveCount(0);
    await page.getByRole('button', { name: words.intake.record.confirmDay }).click();
    await dialog.getByRole('textbox').fill('24/11/2026');
    await dialog.getByRole('button', { name: words.common.day.confirm, exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await accept(page)).toMatch(/^H55\.242-261124-/);
  });
