import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { SyncStanding } from '../../shared/contract.ts';
import { get } from '../clerk/bridge.ts';
import type { IntakeInput } from '../clerk/input.ts';
import { startProvince } from '../clerk/province.ts';
import type { Province } from '../clerk/province.ts';
import { joinProvince, openSync, untilLine } from '../clerk/sync.ts';
import { words } from '../clerk/words.ts';
import { readHub } from './hub-report.ts';

/** Joins the counter to a hub that then goes down: the clerk works without a line. */
export const joinAndCut = async (page: Page, office: IntakeInput['office']): Promise<Province> => {
  const province = await startProvince();
  try {
    const { desk, lanes } = await get(page, 'settings.get', {});
    const [lane = { from: 1, to: 999 }] = lanes;
    const place = { office: office.code, desk: desk.number };
    const fingerprint = await joinProvince(page, province.url, await province.codeFor({ ...place, lane }));
    await province.confirm({ ...place, fingerprint });
    await untilLine(page, ({ waiting }) => waiting.rows === 0);
    await province.goDown();
    return province;
  } catch (fault) {
    await province.stop();
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

/** The hub comes up; once everything is there, what it holds goes to `out`/hub.json beside what the counter says. */
export const comeUpAndShow = async (
  page: Page,
  province: Province,
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
  };
  writeFileSync(join(out, 'hub.json'), `${JSON.stringify(report, null, 2)}\n`);
};
