import { saveAccount } from '../hub/console/accounts.ts';
import { openDatabase } from '../hub/database.ts';
import type { Finding } from './accessibility.ts';
import { inspectPage } from './accessibility.ts';
import { startProvince } from './clerk/province.ts';
import { expect, test } from './counter.ts';

/** The province's own two pages in a real window, judged by axe-core: the console with everything it can show, and the citizen's. */

const password = 'mật khẩu chỉ của kiểm thử';
const office = 'H55.242';
const code = `${office}-261129-0001`;

test('nothing serious on the console and the page of the citizen', async ({ open }) => {
  const province = await startProvince();
  try {
    await province.codeFor({ office, desk: 1, lanes: [{ from: 1, to: 999 }] });
    await province.reportToPortal(office);
    const db = openDatabase(province.databaseUrl(), 1);
    await saveAccount(db, { name: 'quantri', role: 'admin', password });
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
    const { app } = await open({ as: 'founded' });
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
