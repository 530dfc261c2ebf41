import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigned, receiptClaim, signedText } from '../shared/sync/claims.ts';
import { feedStart } from '../shared/sync/feed.ts';
import { batchLimits, hubCard, pushAnswer } from '../shared/sync/messages.ts';
import { crypto } from './crypto.ts';
import { makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand, post } from './testing-desk.ts';
import type { Chain, Outside } from './testing-desk.ts';

let hub: TestHub;
let url: string;
beforeAll(async () => {
  hub = await makeHub();
  url = hub.hub.url;
});
afterAll(() => hub.drop());

let offices = 0;
const clerk = makeHand();
/** A desk of an office of its own, with a founded journal of `rows` more rows. */
const start = async (
  rows = 0,
  options: { confirm?: boolean } = {},
): Promise<{ desk: Outside; chain: Chain; office: string }> => {
  offices += 1;
  const office = `H55.${offices}`;
  const desk = await enrolOutside(hub.db, url, { office, ...options });
  const chain = makeChain(clerk, { office });
  found(chain, clerk);
  for (let at = 0; at < rows; at += 1) chain.add('hoursSet', 'office', { hours: {}, at });
  return { desk, chain, office };
};

const heldRows = async (office: string) =>
  (
    await hub.db.query<{ seq: number; header: string; payload: string; hash: string }>(
      "SELECT seq, header, payload, encode(hash, 'hex') AS hash FROM journal_row WHERE office = $1 ORDER BY seq",
      [office],
    )
  ).rows;

/** The feed once it has come to `length`; ends by the test's own limit otherwise. */
const feedOf = async (desk: Outside, length: number) => {
  for (;;) {
    const page = await desk.feed(feedStart, 0);
    if (page.entries.length >= length) return page;
    await desk.feed(page.end, 5);
  }
};

describe('a push', () => {
  it('is kept as the exact bytes, answered with a receipt the hub signed, and admitted in order', async () => {
    const { desk, chain, office } = await start(3);
    const answer = await desk.push(chain);
    expect(answer.status).toBe(200);
    const { receipt, held } = pushAnswer.parse(answer.body);
    expect(held.seq).toBe(5);
    const { key } = hubCard.parse(await (await fetch(`${url}/v1/hub`)).json());
    expect(openSigned(crypto, 'receipt', receiptClaim, key, receipt)).toMatchObject({
      office,
      first: 1,
      last: 5,
      hash: held.hash,
    });
    const rows = await heldRows(office);
    expect(rows.map(({ header }) => header)).toEqual(chain.rows.map(({ header }) => header));
    expect(rows.map(({ payload }) => payload)).toEqual(chain.rows.map(({ payload }) => payload));
    const { entries } = await feedOf(desk, 5);
    expect(entries.map(({ position, verdict }) => [position, verdict])).toEqual(
      [1, 2, 3, 4, 5].map((at) => [at, 'fact']),
    );
    // One's own rows come back without their bodies.
    expect(entries.every(({ row }) => row === undefined)).toBe(true);
  });

  it('sent again is acknowledged again and kept once, also when it overlaps', async () => {
    const { desk, chain, office } = await start(4);
    expect((await desk.push(chain, 1, 4)).status).toBe(200);
    expect((await desk.push(chain, 1, 4)).status).toBe(200);
    expect((await desk.push(chain, 3, 6)).status).toBe(200);
    expect((await heldRows(office)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('that runs ahead waits for the one before it', async () => {
    const { desk, chain, office } = await start(4);
    const answers = await Promise.all([desk.push(chain, 4, 6), desk.push(chain, 1, 3)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await heldRows(office)).toHaveLength(6);
  });

  it('among many on their way at once, in any order, is kept once and in its place', async () => {
    const { desk, chain, office } = await start(38);
    const twice = [...Array(10).keys(), ...Array(10).keys()].sort((a, b) => ((a * 7) % 10) - ((b * 7) % 10));
    const answers = await Promise.all(twice.map((at) => desk.push(chain, at * 4 + 1, at * 4 + 4)));
    expect(answers.map(({ status }) => status)).toEqual(twice.map(() => 200));
    const hashes = chain.hashes.map((hash) => Buffer.from(hash).toString('hex'));
    expect((await heldRows(office)).map(({ hash }) => hash)).toEqual(hashes);
  });

  it('of another row at a held place is refused, kept beside it and reported', async () => {
    const { desk, chain, office } = await start(1);
    await desk.push(chain);
    const other = makeChain(clerk, { office, epoch: chain.epoch });
    found(other, clerk);
    other.add('hoursSet', 'office', { hours: {}, at: 'another' });
    const answer = await desk.push(other);
    expect(answer).toMatchObject({ status: 409, body: { refused: 'fork', held: { seq: 3 } } });
    const { rows } = await hub.db.query('SELECT seq FROM fork WHERE office = $1 ORDER BY seq', [office]);
    expect(rows.length).toBeGreaterThan(0);
    expect((await heldRows(office))[2]?.payload).toBe(chain.rows[2]?.payload);
  });

  it('of a restored vault opens a second child of one parent, and both are kept', async () => {
    const { desk, chain, office } = await start(3);
    await desk.push(chain);
    const parent = { epoch: chain.epoch, seq: 3, hash: Buffer.from(chain.hashes[2] ?? []).toString('hex') };
    const branch = makeChain(clerk, { office, parent });
    branch.add('hoursSet', 'office', { hours: {}, at: 'after the restore' });
    expect((await desk.push(branch)).status).toBe(200);
    const { entries } = await feedOf(desk, 7);
    expect(entries.map(({ verdict }) => verdict)).toEqual(Array(7).fill('fact'));
  });

  it.each([
    ['altered on the way', 'digestWrong', 400],
    ['signed by another key', 'signatureWrong', 403],
    ['meant for another hub', 'otherHub', 403],
    ['whose rows do not give the hash it vouches for', 'chainBroken', 409],
    ['with a row too few', 'malformed', 400],
  ])('%s is refused and nothing of it is kept', async (what, refused, status) => {
    const { desk, chain, office } = await start(2);
    const { claim, body } = desk.claimFor(chain, 1, 4);
    const answer = await {
      digestWrong: () => desk.send(claim, gzipSync('other')),
      signatureWrong: () => desk.send(claim, body, makeHand()),
      otherHub: () => desk.send({ ...claim, hub: 'another' }, body),
      chainBroken: () => desk.send({ ...claim, hash: '0'.repeat(64) }, body),
      malformed: () => desk.send({ ...claim, last: 5 }, body),
    }[refused as 'digestWrong']();
    expect([what, answer]).toMatchObject([what, { status, body: { refused } }]);
    expect(await heldRows(office)).toEqual([]);
  });

  it('that unpacks to more than the limit is cut off', async () => {
    const { desk, chain, office } = await start();
    const body = gzipSync(Buffer.alloc(batchLimits.bytes * 4, 0x20), { level: 9 });
    const { claim } = desk.claimFor(chain, 1, 2);
    const digest = Buffer.from(crypto.sha256([new Uint8Array(body)])).toString('hex');
    expect(await desk.send({ ...claim, digest }, body)).toMatchObject({
      status: 413,
      body: { refused: 'tooLarge' },
    });
    expect(await heldRows(office)).toEqual([]);
  });

  it('of a trial vault is refused whatever its desk says', async () => {
    offices += 1;
    const office = `H55.${offices}`;
    const desk = await enrolOutside(hub.db, url, { office });
    const chain = makeChain(clerk, { office });
    found(chain, clerk, true);
    expect(await desk.push(chain)).toMatchObject({ status: 403, body: { refused: 'trialVault' } });
    expect(await heldRows(office)).toEqual([]);
  });
});

describe('admission', () => {
  it('keeps a forged row aside, names why, and goes on with the next', async () => {
    const { desk, chain } = await start(1);
    chain.add('hoursSet', 'office', { hours: {}, at: 'forged' }, makeHand());
    chain.add('hoursSet', 'office', { hours: {}, at: 'after' });
    await desk.push(chain);
    const { entries } = await feedOf(desk, 5);
    expect(entries.slice(2).map(({ verdict, detail }) => [verdict, detail])).toEqual([
      ['fact', ''],
      ['quarantined', 'signatureWrong'],
      ['fact', ''],
    ]);
  });

  it('keeps aside what a desk writes in the name of another office', async () => {
    const { desk, office } = await start();
    const hostile = makeChain(clerk, { office: 'H55.999' });
    found(hostile, clerk);
    await desk.push(hostile);
    const own = makeChain(clerk, { office });
    found(own, clerk);
    expect((await desk.push(own)).status).toBe(200);
    const { entries } = await feedOf(desk, 4);
    expect(entries.map(({ detail }) => detail)).toEqual(['otherDesk', 'otherDesk', '', '']);
  });

  it('waits until an administrator has confirmed the desk', async () => {
    const { desk, chain, office } = await start(0, { confirm: false });
    expect((await desk.push(chain)).status).toBe(200);
    await expect(desk.feed()).rejects.toThrow();
    const { rows } = await hub.db.query('SELECT 1 FROM feed WHERE office = $1', [office]);
    expect(rows).toEqual([]);
  });
});

describe('a session', () => {
  it('is opened once by each challenge', async () => {
    const { desk, office } = await start();
    const asked = (await post(`${url}/v1/challenge`, {})).body;
    const text = JSON.stringify({ ...(asked as object), office, desk: 1 });
    const request = {
      claim: { text, signature: Buffer.from(desk.key.sign(signedText('session', text))).toString('hex') },
      certificate: desk.certificate,
      deskTime: 0,
      application: 'test',
      waiting: 0,
      oldestWaitingAt: null,
    };
    expect((await post(`${url}/v1/session`, request)).status).toBe(200);
    expect(await post(`${url}/v1/session`, request)).toMatchObject({
      status: 401,
      body: { refused: 'challengeGone' },
    });
  });

  it('measures a clock that is years off and works all the same', async () => {
    const { desk, chain, office } = await start();
    const years = 6 * 365 * 86_400_000;
    expect((await desk.signIn(Date.now() - years)).status).toBe(200);
    expect((await desk.push(chain)).status).toBe(200);
    const { rows } = await hub.db.query<{ clock_offset: number }>(
      'SELECT clock_offset FROM desk WHERE office = $1',
      [office],
    );
    expect(Math.abs((rows[0]?.clock_offset ?? NaN) + years)).toBeLessThan(60_000);
  });

  it('is nobody without a token', async () => {
    const { desk, chain } = await start();
    desk.token = '0'.repeat(64);
    expect(await desk.push(chain)).toMatchObject({ status: 401, body: { refused: 'sessionOver' } });
  });
});
