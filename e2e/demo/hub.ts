import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright';
import { startNationalEndpoint } from '../../hub/testing-national-endpoint.ts';
import type { NationalEndpoint } from '../../hub/testing-national-endpoint.ts';
import type { SyncStanding } from '../../shared/contract.ts';
import { get } from '../clerk/bridge.ts';
import type { Counter } from '../clerk/application.ts';
import type { IntakeInput } from '../clerk/input.ts';
import { startProvince } from '../clerk/province.ts';
import type { Province } from '../clerk/province.ts';
import { lock } from '../clerk/session.ts';
import { joinProvince, openSync, untilLine } from '../clerk/sync.ts';
import { words } from '../clerk/words.ts';
import { isReported, readHub } from './hub-report.ts';

/** A province that reports to a portal on loopback. */
export interface Outside {
  province: Province;
  portal: NationalEndpoint;
}

const startOutside = async (): Promise<Outside> => {
  const portal = await startNationalEndpoint();
  const province = await startProvince((url) => ({
    HUB_PUBLIC_URL: url,
    HUB_EXCHANGE: 'axis',
    HUB_EXCHANGE_URL: portal.url,
    HUB_EXCHANGE_UNIT: portal.unit,
    HUB_EXCHANGE_USERNAME: portal.username,
    HUB_EXCHANGE_PASSWORD: portal.password,
    HUB_EXCHANGE_DESTINATION: portal.destination,
    HUB_EXCHANGE_AUTH: 'login',
    HUB_EXCHANGE_INTEGRATION: 'integration',
    HUB_EXCHANGE_SHARE: 'share',
  }));
  return { province, portal };
};

export const stopOutside = async ({ province, portal }: Outside): Promise<void> => {
  await province.stop();
  await portal.close();
};

/** Joins the counter to a hub that then goes down: the clerk works without a line. */
export const joinAndCut = async (page: Page, office: IntakeInput['office']): Promise<Outside> => {
  const outside = await startOutside();
  const { province } = outside;
  try {
    const { desk, lanes } = await get(page, 'settings.get', {});
    const place = { office: office.code, desk: desk.number };
    const fingerprint = await joinProvince(page, province.url, await province.codeFor({ ...place, lanes }));
    await province.confirm({ ...place, fingerprint });
    await untilLine(page, ({ waiting }) => waiting.rows === 0);
    await province.reportToPortal(office.code);
    await province.goDown();
    return outside;
  } catch (fault) {
    await stopOutside(outside);
    throw fault;
  }
};

/** What the clerk sees while there is no line. */
export const lookCutOff = async (page: Page): Promise<SyncStanding> => {
  await openSync(page);
  await page.getByRole('button', { name: words.sync.sendNow }).click();
  await untilLine(page, ({ failure }) => failure === 'offline');
  return get(page, 'sync.get', {});
};

/** The window's own cross, while something waits: she is told, and the window stays. */
export const closeInVain = async ({ app, page }: Counter): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) =>
    // Papers are drawn in one that is hidden.
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.close(),
  );
  await page.getByRole('dialog').getByRole('button', { name: words.sync.closing.wait }).waitFor();
};

/** Stays, then goes from the counter: what waits is said on the screen that is left. */
export const stayAndLock = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: words.sync.closing.wait }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await lock(page);
  await page.locator('.fault.wait').waitFor();
};

/** The hub comes up; once everything is there, what it holds goes to `out`/hub.json beside what the counter says. */
export const comeUpAndShow = async (
  page: Page,
  { province, portal }: Outside,
  cutOff: SyncStanding,
  office: string,
  out: string,
): Promise<void> => {
  await province.comeUp();
  await page.getByRole('button', { name: words.sync.sendNow }).click();
  await untilLine(
    page,
    ({ waiting, filesWaiting, phase }) => waiting.rows + filesWaiting === 0 && phase === 'level',
  );
  while (!(await isReported(province.databaseUrl(), office))) await rest(200);
  const held = await readHub(province.databaseUrl(), office);
  const states = await Promise.all(
    held.states.map(async ({ dossier, state }) => {
      const { row, state: own } = await get(page, 'dossier.get', { id: dossier });
      const { code, business, money, delivery } = row;
      const sameAtDesk = JSON.stringify(own) === JSON.stringify(state);
      return { dossier, code, business, money, delivery, sameAtDesk, state };
    }),
  );
  const seen = ({ phase, failure, waiting, accepted }: SyncStanding) => ({
    phase,
    failure,
    waiting,
    accepted,
  });
  const report = {
    hub: { url: province.url },
    counter: { cutOff: seen(cutOff), after: seen(await get(page, 'sync.get', {})) },
    ...held,
    states,
    portal: {
      url: portal.url,
      // Every field is checked against the documents; what is wrong would stand here.
      flaws: portal.flaws,
      taken: portal.effects,
      files: [...portal.fetched].map(([link, bytes]) => ({
        link,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: bytes.length,
      })),
    },
  };
  writeFileSync(join(out, 'hub.json'), `${JSON.stringify(report, null, 2)}\n`);
};
