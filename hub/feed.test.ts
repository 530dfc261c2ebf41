import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createParser } from 'eventsource-parser';
import { feedPage, feedStart } from '../shared/sync/feed.ts';
import type { FeedPage } from '../shared/sync/feed.ts';
import { revokeDesk } from './enrolment.ts';
import { makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand } from './testing-desk.ts';
import type { Outside } from './testing-desk.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

/** The stream of a desk as any client of server-sent events sees it. */
async function* listen(url: string, desk: Outside): AsyncGenerator<FeedPage> {
  const answer = await fetch(`${url}/v1/feed?after=0&hash=${feedStart.hash}`, {
    headers: { authorization: `Bearer ${desk.token}`, accept: 'text/event-stream' },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const pages: FeedPage[] = [];
  const parser = createParser({ onEvent: ({ data }) => void pages.push(feedPage.parse(JSON.parse(data))) });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parser.feed(read.value);
    yield* pages.splice(0);
  }
  await reader.cancel();
}

const clerk = makeHand();
const start = async (office: string): Promise<{ desk: Outside; chain: ReturnType<typeof makeChain> }> => {
  const desk = await enrolOutside(hub.db, hub.hub.url, { office });
  const chain = makeChain(clerk, { office });
  found(chain, clerk);
  return { desk, chain };
};

const positionsOf = (page: FeedPage | undefined): number[] =>
  page && 'entries' in page ? page.entries.map(({ position }) => position) : [];

describe('the feed as a stream', () => {
  it('gives the first page at once, then every row as it is admitted, by any instance', async () => {
    const other = await hub.more();
    const { desk, chain } = await start('H60.1');
    const pages = listen(other.url, desk);
    expect(await pages.next()).toMatchObject({ value: { entries: [], end: feedStart } });
    const seen: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      chain.add('hoursSet', 'office', { hours: {}, at });
      await desk.push(chain, at === 0 ? 1 : chain.rows.length);
      while (seen.length < chain.rows.length)
        seen.push(...positionsOf((await pages.next()).value as FeedPage));
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    await pages.return(undefined);
  });

  it('ends when its desk is revoked, and tells it nothing more', async () => {
    const { desk, chain } = await start('H60.2');
    const other = await enrolOutside(hub.db, hub.hub.url, { office: 'H60.2', desk: 2 });
    const pages = listen(hub.hub.url, desk);
    await pages.next();
    await revokeDesk(hub.db, 'H60.2', 1);
    const chainOfOther = makeChain(clerk, { office: 'H60.2', desk: 2 });
    found(chainOfOther, clerk);
    await other.push(chainOfOther);
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    expect((await desk.push(chain)).status).toBe(401);
  });

  it('ends when the instance is told to stop', async () => {
    const { desk } = await start('H60.3');
    const other = await hub.more();
    const pages = listen(other.url, desk);
    await pages.next();
    await other.close();
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });
});

describe('a desk’s status', () => {
  it('is kept for the console, its clock measured, and answered with what the province keeps for it', async () => {
    const { desk } = await start('H60.4');
    const answer = await fetch(`${hub.hub.url}/v1/status`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        deskTime: Date.now() - 3_600_000,
        application: '1.2.3',
        waiting: 7,
        oldestWaitingAt: 1_795_000_000_000,
        filesWaiting: 2,
        diskFree: 5_000,
        diskSize: 9_000,
        backupAt: null,
        lookupKey: 'ab'.repeat(32),
      }),
    });
    expect(await answer.json()).toMatchObject({
      confirmed: true,
      lanes: [{ from: 1000, to: 1999 }],
      packs: [],
    });
    const { rows } = await hub.db.query<{ clock_offset: number }>(
      `SELECT application, waiting, files_waiting, disk_free, backup_at, encode(lookup_key, 'hex') AS key, clock_offset
       FROM desk WHERE office = 'H60.4'`,
    );
    expect(rows).toMatchObject([
      {
        application: '1.2.3',
        waiting: 7,
        files_waiting: 2,
        disk_free: 5000,
        backup_at: null,
        key: 'ab'.repeat(32),
      },
    ]);
    expect(Math.abs((rows[0]?.clock_offset ?? NaN) + 3_600_000)).toBeLessThan(60_000);
  });
});
