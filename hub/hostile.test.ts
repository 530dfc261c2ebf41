import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { plainDossier } from '../shared/forms/testing-samples.ts';
import { signedText } from '../shared/sync/claims.ts';
import { feedPage, feedStart, writeCursor } from '../shared/sync/feed.ts';
import type { Cursor } from '../shared/sync/feed.ts';
import { claimHeader, signatureHeader } from '../shared/sync/messages.ts';
import { makeHub, psql } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand } from './testing-desk.ts';
import type { Chain, Outside } from './testing-desk.ts';

let hub: TestHub;
let url: string;
beforeAll(async () => {
  hub = await makeHub();
  url = hub.hub.url;
});
afterAll(() => hub.drop());

let offices = 0;
const newOffice = (): string => {
  offices += 1;
  return `H79.${offices}`;
};
const clerk = makeHand();
const start = async (office: string, number = 1): Promise<{ desk: Outside; chain: Chain }> => {
  const desk = await enrolOutside(hub.db, url, { office, desk: number });
  const chain = makeChain(clerk, { office, desk: number });
  found(chain, clerk);
  return { desk, chain };
};

const fedRow = z.strictObject({
  position: z.number(),
  seq: z.number(),
  verdict: z.string(),
  detail: z.string(),
});
const fed = (office: string) =>
  psql(
    hub.url,
    fedRow,
    "SELECT position, seq, verdict, detail FROM feed WHERE office = :'office' ORDER BY position",
    { office },
  );
const admitted = async (office: string, length: number) => {
  for (;;) {
    const rows = await fed(office);
    if (rows.length >= length) return rows;
  }
};
const held = async (office: string): Promise<number> =>
  (
    await psql(
      hub.url,
      z.object({ seq: z.number() }),
      "SELECT seq FROM journal_row WHERE office = :'office'",
      { office },
    )
  ).length;

describe('a batch that was listened to', () => {
  it('is nothing in another desk’s session, and no more than its rows in its own', async () => {
    const office = newOffice();
    const { desk, chain } = await start(office);
    const { desk: thief } = await start(office, 2);
    const { claim, body } = desk.claimFor(chain, 1, 2);
    const text = JSON.stringify(claim);
    const replay = (token: string) =>
      fetch(`${url}/v1/push`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-ndjson',
          authorization: `Bearer ${token}`,
          [claimHeader]: Buffer.from(text).toString('base64'),
          [signatureHeader]: Buffer.from(desk.key.sign(signedText('batch', text))).toString('hex'),
        },
        body: new Uint8Array(body),
      });
    expect((await replay(thief.token)).status).toBe(403);
    expect(await held(office)).toBe(0);
    for (let times = 0; times < 3; times += 1) expect((await replay(desk.token)).status).toBe(200);
    expect(await held(office)).toBe(2);
    expect((await admitted(office, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('a row that was altered', () => {
  it('under its old hash stands in the feed as kept aside, between its neighbours', async () => {
    const office = newOffice();
    const { desk, chain } = await start(office);
    const row = chain.add('hoursSet', 'office', { hours: {}, at: 'as written' });
    chain.add('hoursSet', 'office', { hours: {}, at: 'after' });
    const [hash] = chain.hashes.slice(2);
    chain.rows[2] = { ...row, payload: '{"hours":{},"at":"altered"}', hash };
    expect((await desk.push(chain)).status).toBe(200);
    expect(await admitted(office, 4)).toEqual([
      { position: 1, seq: 1, verdict: 'fact', detail: '' },
      { position: 2, seq: 2, verdict: 'fact', detail: '' },
      { position: 3, seq: 3, verdict: 'quarantined', detail: 'hashWrong' },
      { position: 4, seq: 4, verdict: 'fact', detail: '' },
    ]);
  });
});

describe('a hostile desk', () => {
  const dossier = '0b1c2d3e-0000-4000-8000-000000000001';

  it('writes on no dossier of another office, and is shown nothing of it', async () => {
    const [near, far] = [newOffice(), newOffice()];
    const { desk: owner, chain: own } = await start(near);
    own.add('dossierAccepted', dossier, plainDossier);
    await owner.push(own);
    await admitted(near, 3);
    const { desk, chain } = await start(far);
    chain.add('dossierAccepted', dossier, { ...plainDossier, code: 'H79-000000-0001' });
    chain.add('dossierHandedOver', dossier, { to: { unit: '', person: 'Kẻ Mẫu' }, batch: '', note: '' });
    chain.add('hoursSet', 'office', { hours: {} });
    expect((await desk.push(chain)).status).toBe(200);
    expect((await admitted(far, 5)).slice(2)).toEqual([
      { position: 3, seq: 3, verdict: 'quarantined', detail: 'otherOffice' },
      { position: 4, seq: 4, verdict: 'quarantined', detail: 'otherOffice' },
      { position: 5, seq: 5, verdict: 'fact', detail: '' },
    ]);
    expect((await fed(near)).map(({ verdict }) => verdict)).toEqual(['fact', 'fact', 'fact']);
    expect((await desk.feed()).entries.map(({ id }) => id)).not.toContain(
      z.object({ id: z.string() }).parse(JSON.parse(own.rows[2]?.header ?? '')).id,
    );
    expect(
      await psql(
        hub.url,
        z.strictObject({ office: z.string() }),
        "SELECT office FROM holder WHERE dossier = :'dossier'",
        {
          dossier,
        },
      ),
    ).toEqual([{ office: near }]);
  });

  it('that opens the same dossier at the same time as another office is the only one of the two, or none', async () => {
    const two = await Promise.all(
      [newOffice(), newOffice()].map(async (office) => ({ office, ...(await start(office)) })),
    );
    const same = '0b1c2d3e-0000-4000-8000-000000000002';
    for (const { chain } of two) chain.add('dossierAccepted', same, plainDossier);
    await Promise.all(two.map(({ desk, chain }) => desk.push(chain)));
    const verdicts = await Promise.all(
      two.map(async ({ office }) => (await admitted(office, 3))[2]?.verdict),
    );
    expect(verdicts.sort()).toEqual(['fact', 'quarantined']);
  });
});

describe('a cursor', () => {
  const ask = async (desk: Outside, at: Cursor, points: readonly Cursor[] = []) => {
    const told = points.map(writeCursor).join(',');
    const answer = await fetch(
      `${url}/v1/feed?after=${at.position}&hash=${at.hash}&points=${encodeURIComponent(told)}`,
      { headers: { authorization: `Bearer ${desk.token}` } },
    );
    return feedPage.parse(await answer.json());
  };

  it('from the future, of another history, or from before a restore leads to the last common point', async () => {
    const office = newOffice();
    const { desk, chain } = await start(office);
    for (let at = 0; at < 6; at += 1) chain.add('hoursSet', 'office', { hours: {}, at });
    await desk.push(chain, 1, 4);
    await admitted(office, 4);
    const early = (await desk.feed()).end;
    await desk.push(chain, 5, 8);
    await admitted(office, 8);
    const late = (await desk.feed()).end;
    const other = { position: 8, hash: 'f'.repeat(64) };
    expect(await ask(desk, { position: 9_000_000, hash: late.hash }, [late])).toMatchObject({ rewind: late });
    expect(await ask(desk, other, [other, early])).toMatchObject({ rewind: early });
    expect(await ask(desk, other)).toMatchObject({ rewind: feedStart });
    // The hub as it was at the early point: what the reader has seen since is no part of its history.
    await hub.db.query('DELETE FROM feed WHERE office = $1 AND position > $2', [office, early.position]);
    expect(await ask(desk, late, [late, early, feedStart])).toMatchObject({ rewind: early });
    expect(await ask(desk, early)).toMatchObject({ entries: [], end: early });
  });
});

describe('two instances on one database', () => {
  it('let no reader miss a row while four desks write through both', async () => {
    const second = await hub.more();
    const office = newOffice();
    const many = 60;
    const desks = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const at = number % 2 === 0 ? second.url : url;
        const chain = makeChain(clerk, { office, desk: number });
        found(chain, clerk);
        for (let row = 2; row < many; row += 1) chain.add('hoursSet', 'office', { hours: {}, at: row });
        return { chain, desk: await enrolOutside(hub.db, at, { office, desk: number }) };
      }),
    );
    const readers = desks.map(async ({ desk }) => {
      const seen: number[] = [];
      let end = feedStart;
      while (end.position < many * 4) {
        const page = await desk.feed(end, 5);
        seen.push(...page.entries.map(({ position }) => position));
        end = page.end;
      }
      return { seen, end };
    });
    await Promise.all(
      desks.map(async ({ desk, chain }) => {
        for (let first = 1; first <= many; first += 6) await desk.push(chain, first, first + 5);
      }),
    );
    const read = await Promise.all(readers);
    const positions = Array.from({ length: many * 4 }, (_, at) => at + 1);
    for (const { seen, end } of read) {
      expect(seen).toEqual(positions);
      expect(end).toEqual(read[0]?.end);
    }
    expect((await fed(office)).map(({ position }) => position)).toEqual(positions);
    const places = z.strictObject({
      desk: z.number(),
      rows: z.number(),
      last: z.number(),
      ordered: z.boolean(),
    });
    expect(
      await psql(
        hub.url,
        places,
        `SELECT desk, count(*) AS rows, max(seq) AS last, bool_and(seq = place) AS ordered
         FROM (SELECT desk, seq, row_number() OVER (PARTITION BY desk ORDER BY position) AS place FROM feed WHERE office = :'office') AS fed
         GROUP BY desk ORDER BY desk`,
        { office },
      ),
    ).toEqual([1, 2, 3, 4].map((desk) => ({ desk, rows: many, last: many, ordered: true })));
  });
});

describe('a client that sends its request a letter at a time', () => {
  it('holds up nobody else, and is not waited for', async () => {
    const office = newOffice();
    const { desk, chain } = await start(office);
    const { hostname, port } = new URL(url);
    const slow = Array.from({ length: 200 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).write('POST /v1/push HTTP/1.1\r\nhost: hub\r\nx-a: ');
      return socket;
    });
    const dribble = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('a');
    }, 50);
    expect((await desk.push(chain)).status).toBe(200);
    await Promise.all(
      slow.map(
        (socket) =>
          new Promise((resolve) => (socket.destroyed ? resolve(true) : socket.once('close', resolve))),
      ),
    );
    clearInterval(dribble);
    expect((await desk.push(chain)).status).toBe(200);
  });
});

describe('a client that connects and asks nothing', () => {
  it('does not keep an instance from ending when it is told to', async () => {
    const instance = await hub.more();
    const { hostname, port } = new URL(instance.url);
    const mute = connect(Number(port), hostname);
    await once(mute, 'connect');
    const closed = once(mute, 'close');
    await instance.close();
    await closed;
  });
});
