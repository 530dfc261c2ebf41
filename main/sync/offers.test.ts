import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { actions } from '../../hub/console/actions.ts';
import { makeHub } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { getCabinet } from '../desk/desk.ts';
import { signInSample } from '../testing-intake.ts';
import { startSync } from './sync.ts';
import { closeLine, joinHub, openLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

let hub: TestHub;
const desks: LineDesk[] = [];
beforeAll(async () => {
  hub = await makeHub();
});
afterEach(async () => {
  for (const one of desks.splice(0)) await closeLine(one);
});
afterAll(() => hub.drop());

const signedPack = readFileSync(join(process.cwd(), 'e2e/fixtures/packs/signed.pack.json'), 'utf8');
const head = z.object({ version: z.number() }).parse(JSON.parse(signedPack));
const sampleId = 'goi-mau';
const doing = () => ({ db: hub.db, operator: 'test', now: Date.now() });
const inForce = ({ desk }: LineDesk) => getCabinet(desk).rules.catalogues.find(({ id }) => id === sampleId);
const installs = ({ desk }: LineDesk): number =>
  getCabinet(desk)
    .db.prepare("SELECT count(*) AS n FROM journal WHERE type = 'packInstalled'")
    .get<{ n: number }>([])?.n ?? 0;

it('a pack the province publishes is proved, written down and in force at its desks; a spoilt one is not', async () => {
  const desk = await openLineDesk(1, 'H83.1');
  desks.push(desk);
  // What nobody signed, put into the hub's own table as a thief of the hub would.
  const spoilt = signedPack.replace('"version": 1', '"version": 9').replace('thử nạp', 'giả');
  await hub.db.query(
    "INSERT INTO pack (kind, id, version, sha256, text, published_at) VALUES ('catalogue', 'gia-mao', 9, encode(sha256(convert_to($1, 'UTF8')), 'hex'), $1, 0)",
    [spoilt],
  );
  expect(await actions.publish.perform('publish', doing(), { text: signedPack })).toEqual({
    done: 'published',
  });
  await joinHub(hub, desk);
  await until(() => inForce(desk) !== undefined);
  expect(inForce(desk)?.version).toBe(head.version);
  expect(await desk.ask('catalogue.get', { code: '9.000001' })).toMatchObject({
    ok: true,
    value: { procedure: { name: 'Thủ tục mẫu để thử nạp danh mục' } },
  });
  expect(getCabinet(desk.desk).rules.catalogues.some(({ id }) => id === 'gia-mao')).toBe(false);
  expect(installs(desk)).toBe(1);
});

it('runs of numbers given to a desk are counted in once a clerk is there, and no other’s', async () => {
  const office = 'H83.2';
  const desk = await openLineDesk(1, office);
  desks.push(desk);
  await joinHub(hub, desk);
  const lanes = () => getCabinet(desk.desk).office.lanes;
  const given = [...lanes(), { from: 7000, to: 7099 }, { from: 900, to: 1100 }];
  await desk.sync.stop();
  await desk.ask('session.lock', {});
  await hub.db.query('UPDATE desk SET lanes = $2, status_at = NULL WHERE office = $1', [
    office,
    JSON.stringify(given),
  ]);
  const before = lanes();
  desk.sync = startSync(desk.desk, fetch);
  await until(async () => {
    const { rows } = await hub.db.query<{ n: number }>(
      'SELECT status_at::bigint AS n FROM desk WHERE office = $1',
      [office],
    );
    return (rows[0]?.n ?? 0) > 0;
  });
  expect(lanes()).toEqual(before);
  await signInSample(desk);
  await until(() => lanes().length > before.length);
  // What would stand across its own numbers is left out.
  expect(lanes()).toEqual(given.slice(0, 2));
});
