import { wallClock } from '../main/desk/clock.ts';
import { openTestDesk, sampleFounding } from '../main/testing-desk.ts';
import { acceptSample } from '../main/testing-intake.ts';
import { saveAccount } from '../hub/console/accounts.ts';
import { openDatabase } from '../hub/database.ts';
import type { Finding } from './accessibility.ts';
import { inspectPage } from './accessibility.ts';
import { openDossier } from './clerk/acts.ts';
import { foldersIn } from './clerk/application.ts';
import type { Counter } from './clerk/application.ts';
import { startProvince } from './clerk/province.ts';
import { signIn } from './clerk/session.ts';
import { joinProvince, untilLine } from './clerk/sync.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

/**
 * The province and a counter of its own, in real windows: its two pages, judged by axe-core, the console with everything it can show, and the
 * citizen's; and what the counter is told of a row the province refuses.
 */

const password = 'mật khẩu chỉ của kiểm thử';
const office = 'H55.242';
const code = `${office}-261129-0001`;
const place = { office, desk: 1 };

/** A vault for real work with two dossiers taken in. */
const foundWithTwo = async (root: string) => {
  const desk = openTestDesk({ folder: root, clock: wallClock, trialOnly: false });
  const founded = await desk.ask('setup.found', sampleFounding({ trial: false }));
  if (founded.ok) await desk.ask('recovery.prove', { typed: founded.value.recoveryCode });
  const taken = [await acceptSample(desk), await acceptSample(desk)] as const;
  desk.close();
  return taken;
};

/** The line, the strip and the page of the line agree that the province has not taken a dossier in, before she told it and after. */
const seeRefused = async (
  { page, faults }: Counter,
  { refused, accepted }: { refused: string; accepted: string },
): Promise<void> => {
  const { sync } = words.acts.standing;
  const standing = (text: string) =>
    expect(page.getByRole('status').filter({ hasText: ` · ${text}.` })).toBeVisible();
  const { strip } = words.common.frame;
  const foot = page.getByRole('contentinfo', { name: strip.label });
  await openDossier(page, accepted);
  await standing(sync.received);
  await openDossier(page, refused);
  await standing(sync.refused);
  await expect(foot).toContainText(strip.accepted({ count: '1' }));
  await foot.getByRole('button', { name: strip.needsYou({ count: 3 }) }).click();
  const say = words.sync.items;
  const needing = page.getByRole('region', { name: say.needTitle });
  await expect(needing).toContainText(refused);
  await expect(needing).toContainText(say.reasons.otherOffice.why);
  await expect(needing).toContainText(say.reasons.otherOffice.next);
  await needing.getByRole('button', { name: new RegExp(`^${say.settle}`) }).click();
  await expect(needing).toBeHidden();
  await expect(page.getByText(words.sync.facts.keptAsideIs({ count: '1' }))).toBeVisible();
  await openDossier(page, refused);
  await standing(sync.reported);
  await expect(foot).toContainText(strip.accepted({ count: '1' }));
  expect(faults).toEqual([]);
};

test('nothing serious on the console and the page of the citizen; a dossier the province refuses is told at the counter', async ({
  open,
  scratch,
}) => {
  const folders = foldersIn(scratch);
  const [refused, accepted] = await foundWithTwo(folders.root);
  const province = await startProvince();
  try {
    const enrolment = await province.codeFor({ ...place, lanes: [{ from: 1, to: 999 }] });
    const db = openDatabase(province.databaseUrl(), 1);
    await saveAccount(db, { name: 'quantri', role: 'admin', password });
    // The province has this dossier as another office's.
    await db.query("INSERT INTO holder (dossier, office) VALUES ($1, 'H55.999')", [refused.dossier]);
    const counter = await open({ as: 'founded', on: folders, at: null });
    await signIn(counter.page);
    const fingerprint = await joinProvince(counter.page, province.url, enrolment);
    await province.confirm({ ...place, fingerprint });
    await untilLine(counter.page, ({ waiting, phase }) => waiting.rows === 0 && phase === 'level');
    await seeRefused(counter, { refused: refused.code, accepted: accepted.code });

    await province.reportToPortal(office);
    await db.query("INSERT INTO exchange_dossier (dossier, office, code) VALUES ('mau', $1, $2)", [
      office,
      code,
    ]);
    await db.query(
      `INSERT INTO exchange_message (dossier, position, kind, state, reason, queued_at)
       VALUES ('mau', 1, 'record', 'refused', 'otherRecord', $1), ('mau', 2, 'record', 'refused', 'MaTTHC?', $1)`,
      [Date.now()],
    );
    await db.end();
    const { app } = counter;
    const opening = app.waitForEvent('window');
    await app.evaluate(({ BrowserWindow, session }, url) => {
      const window = new BrowserWindow({ webPreferences: { session: session.fromPartition('citizen') } });
      void window.loadURL(url);
    }, `${province.url}/tra-cuu`);
    const page = await opening;
    const found: Finding[] = [];
    const inspect = async (screen: string) => found.push(...(await inspectPage(page, screen)));
    await page.locator('#scan').waitFor();
    await inspect('look-up');
    await page.fill('#scan', code);
    await page.keyboard.press('Enter');
    await page.locator('.answer').waitFor();
    await inspect('look-up, unknown');
    await page.goto(`${province.url}/console`);
    await inspect('console, sign-in');
    await page.fill('#name', 'quantri');
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Trao đổi với Cổng quốc gia', exact: true }).waitFor();
    await inspect('console');
    // One of the two is left out, by its own button.
    await page.getByRole('button', { name: 'Bỏ, không gửi: Tin số 1', exact: true }).click();
    await page.locator('.answer.good').waitFor();
    await expect(page.locator('.cards li')).toHaveCount(1);
    await inspect('console, done');
    expect(found).toEqual([]);
  } finally {
    await province.stop();
  }
});
