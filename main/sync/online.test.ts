import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { saveAccount } from '../../hub/console/accounts.ts';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { withRequiredReceived } from '../../shared/dossier/blank-form.ts';
import { getCabinet } from '../desk/desk.ts';
import { hasAttachment } from '../vault/attachments.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { startSync } from './sync.ts';
import { closeLine, joinHub, level, openLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

const office = 'H80.7';
const password = randomBytes(12).toString('hex');
let hub: TestHub;
let one: LineDesk;
let two: LineDesk;
let token = '';
beforeAll(async () => {
  hub = await makeHub();
  one = await openLineDesk(1, office);
  two = await openLineDesk(2, office);
  for (const desk of [one, two]) await joinHub(hub, desk);
  await saveAccount(hub.db, { name: 'tinh', role: 'system', password });
  token = String((await call('POST', 'session', { name: 'tinh', password }))['token']);
});
afterAll(async () => {
  await closeLine(one);
  await closeLine(two);
  await hub.drop();
});

const call = async (
  method: string,
  path: string,
  body?: object | Buffer,
): Promise<Record<string, unknown>> => {
  const isBytes = body instanceof Buffer;
  const answer = await fetch(`${hub.hub.url}/v1/provincial/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' } : {}),
    },
    ...(body ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
  });
  const told = (await answer.json()) as Record<string, unknown>;
  if (answer.status !== 200) throw new Error(JSON.stringify(told));
  return told;
};

const listed = async (desk: LineDesk) => {
  const answer = await desk.ask('online.list', {});
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};

it('what is filed online reaches every counter, is taken in at one, and its result arrives as an event', async () => {
  const ready = await readySample(one);
  const bytes = Buffer.from(`%PDF-1.7 ${randomBytes(200).toString('hex')}`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await call('PUT', `offices/${office}/files/${hash}`, bytes);
  const file = { hash, size: bytes.length, name: 'tờ khai.pdf', mime: 'application/pdf' };
  const posted = await call('POST', 'submissions', {
    office,
    reference: 'DVC-2026-1',
    submittedAt: '2026-11-28T21:05:00+07:00',
    procedure: ready.procedure,
    submitter: ready.submitter,
    components: [{ index: ready.components[0]?.index, name: ready.components[0]?.name, files: [file] }],
    answers: ready.answers,
  });
  const dossier = String(posted['dossier']);
  for (const desk of [one, two]) await until(async () => (await listed(desk)).total === 1);
  expect((await listed(one)).rows).toMatchObject([
    { dossier, who: 'Nguyễn Thị Mẫu', files: 1, begun: false, procedure: ready.procedure },
  ]);

  const { data } = one.desk.places;
  const here = () => hasAttachment(data, getCabinet(one.desk).databaseKey, hash);
  await until(here);
  // The line is cut: what was sent with it is here already.
  await one.sync.stop();
  expect(await one.ask('online.begin', { dossier })).toMatchObject({ ok: true, value: { draft: dossier } });
  const opened = await one.ask('intake.openDraft', { id: dossier });
  if (!opened.ok) throw new Error(opened.fault.code);
  const { form } = opened.value;
  expect(form).toMatchObject({
    channel: 'online',
    filedAt: Date.parse('2026-11-28T21:05:00+07:00'),
    procedure: ready.procedure,
    submitter: ready.submitter,
  });
  expect(form.components.flatMap(({ files }) => files)).toEqual([file]);
  const sheet = await one.ask('catalogue.get', { code: ready.procedure });
  if (!sheet.ok) throw new Error(sheet.fault.code);
  const accepted = await acceptSample(one, withRequiredReceived(form, sheet.value.procedure), dossier);
  expect((await listed(one)).total).toBe(0);
  one.sync = startSync(one.desk, fetch);
  await level(hub, [one, two]);
  expect((await listed(two)).total).toBe(0);
  expect(await two.ask('online.begin', { dossier })).toMatchObject({ fault: { code: 'onlineTaken' } });
  expect(await call('GET', 'submissions/DVC-2026-1')).toMatchObject({
    state: 'accepted',
    code: accepted.code,
    nationalState: 2,
  });

  await call('POST', 'results', {
    reference: 'KQ-1',
    code: accepted.code,
    approved: true,
    number: '12/GXN',
    date: '2026-11-29',
    agency: 'Phòng Tư pháp Mẫu',
    files: [file],
  });
  const isReady = async (desk: LineDesk): Promise<boolean> => {
    const page = await desk.ask('dossier.get', { id: dossier });
    return page.ok && page.value.row.business === 'resultReady';
  };
  for (const desk of [one, two]) await until(() => isReady(desk));
  const page = await two.ask('dossier.get', { id: dossier });
  expect(page).toMatchObject({
    value: {
      state: {
        accepted: { channel: 'online' },
        result: { number: '12/GXN', clerkName: 'Phòng Tư pháp Mẫu' },
      },
    },
  });
  expect(
    await psql(
      hub.url,
      z.object({ type: z.string(), desk: z.number(), verdict: z.string() }),
      `SELECT type, desk, verdict FROM feed WHERE subject IN (:'dossier', 'online') ORDER BY position`,
      { dossier },
    ),
  ).toEqual([
    { type: 'submissionReceived', desk: 0, verdict: 'fact' },
    { type: 'dossierAccepted', desk: 1, verdict: 'fact' },
    { type: 'resultArrived', desk: 0, verdict: 'fact' },
  ]);
});

it('believes no row of the province that another key signed', async () => {
  const { db } = getCabinet(two.desk);
  const unproved = (): number =>
    db.prepare("SELECT count(*) AS n FROM pulled WHERE verdict = 'unverified'").get<{ n: number }>()?.n ?? 0;
  expect(unproved()).toBe(0);
  // The hub's own table is altered behind its back: a row of the province with a signature of nobody's.
  await two.sync.stop();
  const { event } = await call('POST', 'submissions', {
    office,
    reference: 'DVC-2026-2',
    submittedAt: '2026-11-28T21:05:00+07:00',
    procedure: '1.004873',
    submitter: { name: 'Người Mẫu' },
  });
  await until(async () => (await listed(one)).total === 1);
  await hub.db.query(
    "UPDATE journal_row SET signature = decode(repeat('ab', 64), 'hex') WHERE header LIKE '%' || $1 || '%'",
    [event],
  );
  two.sync = startSync(two.desk, fetch);
  await until(() => unproved() === 1);
  expect((await listed(two)).total).toBe(0);
});
