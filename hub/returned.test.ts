import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedPage, feedStart } from '../shared/sync/feed.ts';
import type { FeedPage, LostStretch } from '../shared/sync/feed.ts';
import { makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand } from './testing-desk.ts';
import type { Answer, Outside } from './testing-desk.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

const office = 'H61.1';

it('a hub takes back its own feed alone: nothing left out, altered or signed by another', async () => {
  let { url } = hub.hub;
  const pageOf = async (desk: Outside): Promise<Extract<FeedPage, { entries: unknown }>> => {
    const answer = await fetch(`${url}/v1/feed?after=0&hash=${feedStart.hash}`, {
      headers: { authorization: `Bearer ${desk.token}` },
    });
    const page = feedPage.parse(await answer.json());
    if ('rewind' in page) throw new Error('rewind');
    return page;
  };
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
  const sendTo = (path: string, body: object, token: string): Promise<Answer> =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    }).then(async (answer) => ({ status: answer.status, body: (await answer.json()) as unknown }));
  const { claim, body } = gone.claimFor(chain, 1, chain.rows.length);
  const pushed = await fetch(`${url}/v1/push`, {
    method: 'POST',
    headers: gone.headersFor(claim),
    body: new Uint8Array(body),
  });
  expect(pushed.status).toBe(200);
  let page = await pageOf(reader);
  while (page.entries.length < chain.rows.length) page = await pageOf(reader);

  await instance.close();
  await putBack();
  instance = await hub.more();
  ({ url } = instance);
  expect((await pageOf(reader)).entries).toEqual([]);
  const stretch: LostStretch = { from: feedStart, entries: page.entries, proof: page.proof! };
  const give = async (change: Partial<LostStretch>) =>
    (await sendTo('/v1/returned', { ...stretch, ...change }, reader.token)).body;
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
  let again = await pageOf(reader);
  while (again.entries.length < chain.rows.length) again = await pageOf(reader);
  expect(again.entries).toEqual(page.entries);
  expect(again.end).toEqual(page.end);
});
