import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Validator as SchemaValidator } from '@cfworker/json-schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { plainDossier } from '../../shared/forms/testing-samples.ts';
import { submissionReceived } from '../../shared/online/submission.ts';
import { saveAccount } from '../console/accounts.ts';
import type { AccountRole } from '../console/accounts.ts';
import { migrate } from '../database.ts';
import { migrations } from '../migrations/index.ts';
import { followAll } from '../testing-follow.ts';
import { makeDatabase, makeHub, psql } from '../testing.ts';
import type { TestHub } from '../testing.ts';
import { enrolOutside, found, makeChain, makeHand } from '../testing-desk.ts';
import type { Outside } from '../testing-desk.ts';
import { operations } from './operations.ts';

const office = 'H55.242';
const code = `${office}-261129-0001`;
const dossier = randomUUID();
const password = randomBytes(12).toString('hex');
const clerk = makeHand();

let hub: TestHub;
let desk: Outside;
const tokens = new Map<AccountRole, string>();

const call = async (
  method: string,
  path: string,
  body?: object,
  as: AccountRole = 'system',
  at = hub.hub.url,
) => {
  const answer = await fetch(`${at}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(as) ?? ''}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

beforeAll(async () => {
  hub = await makeHub();
  for (const role of ['viewer', 'system'] as const) {
    await saveAccount(hub.db, { name: role, role, password });
    const { body } = await call('POST', '/v1/provincial/session', { name: role, password });
    tokens.set(role, String(body['token']));
  }
  desk = await enrolOutside(hub.db, hub.hub.url, { office });
  const chain = makeChain(clerk, { office });
  found(chain, clerk);
  chain.add('dossierAccepted', dossier, { ...plainDossier, code, key: '' });
  await desk.push(chain);
  while ((await desk.feed()).entries.length < 3) await desk.feed(undefined, 1);
});
afterAll(() => hub.drop());

const submission = {
  office,
  reference: 'DVC-1',
  submittedAt: '2026-11-28T20:15:00+07:00',
  procedure: '1.001193',
  submitter: { name: 'Người Nộp Mẫu', idNumber: '001190000001', phone: '0912345678' },
  components: [{ index: 1, name: 'Tờ khai', files: [] as object[] }],
};
const result = {
  reference: 'KQ-1',
  code,
  approved: true,
  number: '12/KQ',
  date: '2026-11-29',
  agency: 'Phòng Mẫu',
  files: [] as object[],
};

it('describes itself in OpenAPI that an independent validator takes, made of the shapes it checks by', async () => {
  const document = (await (await fetch(`${hub.hub.url}/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Record<string, object> };
  };
  const judged = await new Validator().validate(document);
  expect(judged).toMatchObject({ valid: true });
  for (const { path, method } of operations) expect(document.paths[path]?.[method]).toBeDefined();
  // What the document's own schema takes and refuses, the hub does too.
  const schemas = JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/');
  const described = new SchemaValidator(
    { $ref: '#/$defs/Submission', $defs: JSON.parse(schemas) as Record<string, object> },
    '2020-12',
  );
  const samples = [
    submission,
    { ...submission, submittedAt: 'yesterday' },
    { ...submission, submitter: { name: '' } },
    { ...submission, more: 1 },
    { ...submission, owner: { name: 'Chủ Hồ Sơ Mẫu', sex: 'x' } },
  ];
  const found: boolean[] = [];
  for (const [at, sample] of samples.entries()) {
    const { status } = await call('POST', '/v1/provincial/submissions', {
      ...sample,
      reference: `both-${at}`,
    });
    expect(described.validate(sample).valid).toBe(status === 200);
    found.push(status === 200);
  }
  expect(found).toEqual([true, false, false, false, false]);
});

it('hands a submission to the counters once, however often and wherever it is sent, with its papers', async () => {
  const bytes = Buffer.from(`%PDF-1.4 ${randomUUID()}`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { hash, size: bytes.length, name: 'to-khai.pdf', mime: 'application/pdf' };
  const wish = { ...submission, components: [{ index: 1, name: 'Tờ khai', files: [file] }] };
  const missing = await call('POST', '/v1/provincial/submissions', wish);
  expect(missing).toMatchObject({
    status: 422,
    body: { refused: 'fileMissing', fields: [{ problem: hash }] },
  });
  const put = (body: Buffer, sha256 = hash) =>
    fetch(`${hub.hub.url}/v1/provincial/offices/${office}/files/${sha256}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${tokens.get('system') ?? ''}`,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(body),
    });
  expect((await put(Buffer.from('other'), '0'.repeat(64))).status).toBe(400);
  expect((await put(bytes)).status).toBe(200);
  expect(await (await put(bytes)).json()).toEqual({ sha256: hash, size: bytes.length });

  const more = await hub.more();
  const answers = await Promise.all(
    [hub.hub.url, more.url, hub.hub.url, more.url].map((url) =>
      call('POST', '/v1/provincial/submissions', wish, 'system', url),
    ),
  );
  const [first] = answers;
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body['event'])).size).toBe(1);
  expect(answers.filter(({ body }) => body['repeated'] === false)).toHaveLength(1);
  expect(await call('POST', '/v1/provincial/submissions', { ...wish, note: 'khác' })).toMatchObject({
    status: 409,
    body: { refused: 'referenceUsed' },
  });

  const event = String(first?.body['event']);
  let entries = (await desk.feed()).entries;
  while (!entries.some(({ id }) => id === event)) entries = (await desk.feed(undefined, 1)).entries;
  const entry = entries.find(({ id }) => id === event);
  expect(entry?.verdict).toBe('fact');
  const [, payload] = entry!.row as [string, string];
  expect(submissionReceived.parse(JSON.parse(payload))).toMatchObject({
    dossier: first?.body['dossier'],
    system: 'system',
    reference: 'DVC-1',
    submitter: { name: 'Người Nộp Mẫu', idKind: 'cccd' },
  });
  const fetched = await fetch(`${hub.hub.url}/v1/files/${hash}`, {
    headers: { authorization: `Bearer ${desk.token}` },
  });
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);

  const rows = await psql(
    hub.url,
    z.object({ rows: z.number() }),
    `SELECT count(*)::int AS rows FROM journal_row WHERE office = :'office' AND payload LIKE '%"DVC-1"%'`,
    { office },
  );
  expect(rows).toEqual([{ rows: 1 }]);
  expect((await call('GET', '/v1/provincial/submissions/DVC-1')).body).toMatchObject({
    state: 'waiting',
    code: null,
  });
});

it('brings a result to its dossier as an event that is judged, and a second one as a conflict', async () => {
  expect(
    await call('POST', '/v1/provincial/results', { ...result, code: 'H55.242-261129-9999' }),
  ).toMatchObject({
    status: 404,
    body: { refused: 'dossierUnknown' },
  });
  const { body } = await call('POST', '/v1/provincial/results', result);
  expect(body).toMatchObject({ dossier, office, repeated: false });
  const verdictOf = async (reference: string): Promise<unknown> => {
    for (;;) {
      const { verdict } = (await call('GET', `/v1/provincial/results/${reference}`)).body;
      if (verdict !== 'waiting') return verdict;
      await desk.feed((await desk.feed()).end, 1);
    }
  };
  expect(await verdictOf('KQ-1')).toBe('fact');
  await call('POST', '/v1/provincial/results', {
    ...result,
    reference: 'KQ-2',
    number: '13/KQ',
    replaces: 'KQ-1',
  });
  expect(await verdictOf('KQ-2')).toBe('fact');
  await call('POST', '/v1/provincial/results', { ...result, reference: 'KQ-3', number: '14/KQ' });
  expect(await verdictOf('KQ-3')).toBe('conflict');
  const told = await psql(
    hub.url,
    z.object({ type: z.string(), desk: z.number(), verdict: z.string() }),
    `SELECT type, desk, verdict FROM feed WHERE subject = :'dossier' ORDER BY position`,
    { dossier },
  );
  expect(told.map(({ type, desk: by, verdict }) => `${type} ${by} ${verdict}`)).toEqual([
    'dossierAccepted 1 fact',
    'resultArrived 0 fact',
    'resultArrived 0 fact',
    'resultArrived 0 conflict',
  ]);
});

it('counts what was solved in time by the rules of the counter’s own book', async () => {
  await followAll(hub.db, office);
  const { receivedAt } = plainDossier;
  const from = new Date(receivedAt + 7 * 3_600_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const period = `office=${office}&from=${from < to ? from : to}&to=${from < to ? to : from}`;
  const { status, body } = await call('GET', `/v1/provincial/on-time?${period}`, undefined, 'viewer');
  expect(status).toBe(200);
  expect(body).toMatchObject({ procedures: [{ code: plainDossier.procedure.code }] });
  const { early, onTime, late } = body['total'] as Record<string, number>;
  expect(early! + onTime! + late!).toBe(1);
  expect(await call('GET', `/v1/provincial/on-time?office=H99&from=2026-01-01&to=2026-01-31`)).toMatchObject({
    status: 404,
    body: { refused: 'officeUnknown' },
  });
});

it('lets each account do its own alone, and says what is wrong and where', async () => {
  expect(await call('POST', '/v1/provincial/submissions', submission, 'viewer')).toMatchObject({
    status: 403,
    body: { refused: 'notAllowed' },
  });
  expect((await call('POST', '/v1/provincial/submissions', submission, 'admin')).status).toBe(401);
  expect((await call('GET', '/v1/console/desks')).status).toBe(403);
  expect((await call('POST', '/v1/console/issueCode', { office, desk: 9, from: 1, to: 2 })).status).toBe(403);
  expect(
    await call('POST', '/v1/provincial/submissions', { ...submission, reference: 'DVC-9', procedure: '' }),
  ).toMatchObject({ status: 400, body: { refused: 'malformed', fields: [{ field: 'procedure' }] } });
  expect(
    await call('POST', '/v1/provincial/submissions', { ...submission, reference: 'DVC-9', office: 'H00.1' }),
  ).toMatchObject({ status: 404, body: { refused: 'officeUnknown' } });
});

it('a database of the release before keeps its accounts, and takes those of systems from then on', async () => {
  const old = await makeDatabase();
  await migrate(
    old.db,
    migrations.filter(({ version }) => version <= 24),
  );
  const insert = (name: string, role: string) =>
    old.db.query("INSERT INTO operator (name, role, salt, password) VALUES ($1, $2, '', '')", [name, role]);
  await insert('quantri', 'admin');
  await expect(insert('tinh', 'system')).rejects.toThrow(/operator_role_check/u);
  await migrate(old.db);
  await insert('tinh', 'system');
  await expect(insert('ai', 'owner')).rejects.toThrow(/operator_role_check/u);
  expect(
    await psql(old.url, z.object({ name: z.string() }), 'SELECT name FROM operator ORDER BY name'),
  ).toEqual([{ name: 'quantri' }, { name: 'tinh' }]);
  await old.drop();
});
