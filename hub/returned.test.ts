import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dossierId } from '../shared/dossier/id.ts';
import { guidedIntake } from '../shared/forms/testing-samples.ts';
import { feedPage, feedStart, writeCursor } from '../shared/sync/feed.ts';
import type { LostStretch } from '../shared/sync/feed.ts';
import { cursorHeader } from '../shared/sync/messages.ts';
import { makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand } from './testing-desk.ts';
import type { Answer, Chain, Outside } from './testing-desk.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

const readAll = async (url: string, desk: Outside, entries: number) => {
  for (;;) {
    const page = feedPage.parse(
      await fetch(`${url}/v1/feed?after=0&hash=${feedStart.hash}&own=1`, {
        headers: { authorization: `Bearer ${desk.token}` },
      }).then((answer) => answer.json()),
    );
    if ('rewind' in page) throw new Error('rewind');
    if (page.entries.length >= entries) return page;
  }
};

const sendTo = async (url: string, body: object, token: string): Promise<Answer> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};

const pushTo = async (
  url: string,
  desk: Outside,
  chain: Chain,
  [first, last] = [1, chain.rows.length],
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const { claim, body } = desk.claimFor(chain, first, last);
  const answer = await fetch(`${url}/v1/push`, {
    method: 'POST',
    headers: { ...desk.headersFor(claim), ...headers },
    body: new Uint8Array(body),
  });
  return { status: answer.status, body: await answer.json() };
};

it('a hub takes back its own feed alone: nothing left out, altered or signed by another', async () => {
  const office = 'H61.1';
  let { url } = hub.hub;
  const clerk = makeHand();
  const gone = await enrolOutside(hub.db, url, { office });
  const reader = await enrolOutside(hub.db, url, { office, desk: 2 });
  await hub.hub.close();
  const putBack = await hub.backUp();
  let instance = await hub.more();
  ({ url } = instance);
  const chain = makeChain(clerk, { office });
  found(chain, clerk);
  for (let at = 0; at < 4; at += 1) chain.add('hoursSet', 'office', { hours: {}, at });
  expect((await pushTo(url, gone, chain)).status).toBe(200);
  const page = await readAll(url, reader, chain.rows.length);

  await instance.close();
  await putBack();
  instance = await hub.more();
  ({ url } = instance);
  expect((await readAll(url, reader, 0)).entries).toEqual([]);
  const stretch: LostStretch = { from: feedStart, entries: page.entries, proof: page.proof! };
  const give = async (change: Partial<LostStretch>) =>
    (await sendTo(`${url}/v1/returned`, { ...stretch, ...change }, reader.token)).body;
  const broken = { refused: 'chainBroken' };
  expect(await give({ entries: page.entries.slice(0, -1) })).toEqual(broken);
  expect(
    await give({
      entries: page.entries.map((entry, at) => (at === 2 ? { ...entry, verdict: 'void' } : entry)),
    }),
  ).toEqual(broken);
  expect(await give({ proof: { ...stretch.proof, signature: '0'.repeat(128) } })).toEqual(broken);
  // The sum covers no signature of a row: one that was spoilt on the way is refused all the same.
  const row = page.entries[3]?.row as unknown[];
  const spoilt = [...row.slice(0, 3), '0'.repeat(128), ...row.slice(4)];
  expect(
    await give({ entries: page.entries.map((entry, at) => (at === 3 ? { ...entry, row: spoilt } : entry)) }),
  ).toEqual({ refused: 'signatureWrong' });
  const { rows: before } = await hub.db.query('SELECT 1 FROM journal_row WHERE office = $1', [office]);
  expect(before).toHaveLength(0);
  // Whole, twice: once.
  for (let times = 0; times < 2; times += 1) expect(await give({})).toEqual({ rows: chain.rows.length });
  const again = await readAll(url, reader, chain.rows.length);
  expect(again.entries).toEqual(page.entries);
  expect(again.end).toEqual(page.end);
});

it('takes back rows in the order of its feed, and nothing new of a desk that has read what it lost', async () => {
  const office = 'H61.2';
  const [one, two] = [makeHand(), makeHand()];
  let instance = await hub.more();
  let { url } = instance;
  const elder = await enrolOutside(hub.db, url, { office });
  const younger = await enrolOutside(hub.db, url, { office, desk: 2 });
  const own = makeChain(one, { office });
  found(own, one);
  expect((await pushTo(url, elder, own)).status).toBe(200);
  await readAll(url, elder, own.rows.length);
  await instance.close();
  const putBack = await hub.backUp();
  // After the backup an epoch begins that the hub will have known for less long than the other; the two write on each other's dossiers.
  instance = await hub.more();
  ({ url } = instance);
  const others = makeChain(two, { office, desk: 2 });
  found(others, two);
  const openings = { [1]: own, [2]: others };
  const acts = { [1]: others, [2]: own };
  const desks = new Map([
    [own, elder],
    [others, younger],
  ]);
  let read = own.rows.length;
  const write = async (chain: Chain, from: number): Promise<void> => {
    const desk = desks.get(chain);
    if (!desk) throw new Error('desk');
    expect((await pushTo(url, desk, chain, [from, chain.rows.length])).status).toBe(200);
    read += chain.rows.length - from + 1;
    await readAll(url, elder, read);
  };
  await write(others, 1);
  for (const desk of [2, 1, 2] as const) {
    const subject = dossierId(Date.now(), randomBytes(10));
    openings[desk].add('intakeGuided', subject, { ...guidedIntake, components: [], fees: [] });
    await write(openings[desk], openings[desk].rows.length);
    acts[desk].add('paperPrinted', subject, { form: 'receipt', outcome: 'printed', copies: 2 });
    await write(acts[desk], acts[desk].rows.length);
  }
  const page = await readAll(url, elder, read);
  expect(new Set(page.entries.map(({ verdict }) => verdict))).toEqual(new Set(['fact']));

  await instance.close();
  await putBack();
  instance = await hub.more();
  ({ url } = instance);
  own.add('hoursSet', 'office', { hours: {} });
  const last: [number, number] = [own.rows.length, own.rows.length];
  const hasRead = { [cursorHeader]: writeCursor(page.end) };
  expect(await pushTo(url, elder, own, [3, own.rows.length], hasRead)).toEqual({
    status: 409,
    body: { refused: 'feedUnknown' },
  });
  expect(await pushTo(url, elder, own, last, { [cursorHeader]: 'nonsense' })).toMatchObject({ status: 400 });
  const stretch = { from: feedStart, entries: page.entries, proof: page.proof };
  for (let times = 0; times < 2; times += 1)
    expect(await sendTo(`${url}/v1/returned`, stretch, elder.token)).toMatchObject({ status: 200 });
  expect(await readAll(url, elder, read)).toMatchObject({ entries: page.entries, end: page.end });
  expect((await pushTo(url, elder, own, last, hasRead)).status).toBe(200);
});
