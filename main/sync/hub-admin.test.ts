import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { administer } from '../../hub/administer.ts';
import { makeHub, psql } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { acknowledgement } from '../../shared/sync/carry.ts';
import { getCabinet } from '../desk/desk.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { putAttachment } from '../vault/attachments.ts';
import { buildScript } from '../vault/testing-process.ts';
import { closeLine, openLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

// The administrator's tool: what it says and ends with, by the function its process is; the process itself, with its exit code and its two
// outputs, where it has to show them. What came of it is asked of psql.

let hub: TestHub;
let scratch: string;
const desks: LineDesk[] = [];
beforeAll(async () => {
  hub = await makeHub();
  scratch = mkdtempSync(join(tmpdir(), 'quay-admin-'));
});
afterAll(async () => {
  for (const desk of desks) await closeLine(desk);
  await hub.drop();
  rmSync(scratch, { recursive: true, force: true });
});

interface Said {
  code: number;
  out: string;
  err: string;
}

const environment = (change: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: hub.url,
  HUB_DATA: hub.folder,
  HUB_KEY_FILE: hub.keyFile,
  ...change,
});
const run = async (args: readonly string[], change: NodeJS.ProcessEnv = {}): Promise<Said> => {
  const said = { out: '', err: '' };
  const code = await administer(
    args,
    environment(change),
    (line) => (said.out += `${line}\n`),
    (line) => (said.err += `${line}\n`),
  );
  return { code, ...said };
};
const runProcess = (args: readonly string[], change: NodeJS.ProcessEnv = {}): Promise<Said> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [buildScript('hub/admin.ts'), ...args],
      { env: environment(change) },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
const office = 'H82.1';
const place = (desk: number): string[] => ['--office', office, '--desk', String(desk)];
const codeIn = ({ out }: Said): string => /^[0-9A-Z]{4}(?:-[0-9A-Z]+)+$/mu.exec(out)?.[0] ?? '';
const listed = async (): Promise<unknown[]> => {
  const { code, out } = await run(['list']);
  expect(code).toBe(0);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
};

it('says how it is used, and ends with 2 for what it cannot read and where no hub is', async () => {
  for (const args of [['nothing'], ['enrol', ...place(1), '--lane', '9-1'], ['take']]) {
    const { code, out, err } = await run(args);
    expect([args, code]).toEqual([args, 2]);
    expect(out + err).toContain('hub-admin');
  }
  expect(await run(['list', '--strange'])).toMatchObject({ code: 2 });
  const nowhere = await runProcess(['list'], { DATABASE_URL: undefined, HUB_DATA: scratch });
  expect(nowhere).toMatchObject({ code: 2, out: '' });
  expect(nowhere.err).toContain('DATABASE_URL');
  expect(await run(['list'], { DATABASE_URL: 'postgres://hub@127.0.0.1:1/hub' })).toMatchObject({ code: 2 });
  expect((await run(['list'], { HUB_PORT: 'none' })).err).toContain('HUB_PORT');
  expect(await listed()).toEqual([]);
});

it('takes desks in, looks after them and ends them: 0 when done, 1 when nothing was changed', async () => {
  const desk = await openLineDesk(1, office);
  desks.push(desk);
  const issued = await run(['enrol', ...place(1), '--lane', '1-999', '--hours', '1']);
  expect(issued.code).toBe(0);
  const joined = await desk.ask('sync.join', { url: hub.hub.url, code: codeIn(issued) });
  if (!joined.ok || !joined.value.joined) throw new Error(JSON.stringify(joined));
  const { fingerprint } = joined.value.joined;
  const confirm = (print: string) => run(['confirm', ...place(1), '--fingerprint', print]);
  expect(await confirm('AAAA-AAAA-AAAA-AAAA-AAAA')).toMatchObject({ code: 1 });
  expect(await confirm(fingerprint)).toMatchObject({ code: 0 });
  expect(await runProcess(['confirm', ...place(1), '--fingerprint', fingerprint])).toMatchObject({ code: 1 });
  expect(await listed()).toMatchObject([
    { office, desk: 1, state: 'confirmed', fingerprint, lanes: [{ from: 1, to: 999 }], forks: 0 },
  ]);

  expect(await run(['move-lane', ...place(1), '--lane', '1-999', '--to', '2'])).toMatchObject({ code: 1 });
  const replaced = await run(['replace', ...place(1)]);
  expect(replaced.code).toBe(0);
  expect(codeIn(replaced)).toMatch(/^[0-9A-Z-]{21}$/u);
  expect(await run(['retire', ...place(1)])).toMatchObject({ code: 1 });
  await acceptSample(desk);
  await until(async () => {
    const standing = await desk.ask('sync.get', {});
    return standing.ok && standing.value.failure === 'revoked';
  });
  expect(await desk.ask('sync.join', { url: hub.hub.url, code: codeIn(replaced) })).toMatchObject({
    ok: true,
  });
  expect(await run(['revoke', ...place(1)])).toMatchObject({ code: 0 });
  expect(await run(['revoke', ...place(7)])).toMatchObject({ code: 1 });
  const ended = z.strictObject({ action: z.string(), done: z.string() });
  expect(
    await psql(
      hub.url,
      ended,
      `SELECT action, about ->> 'done' AS done FROM deed WHERE operator = 'hub-admin' AND about ->> 'done' <> 'noDesk' ORDER BY id`,
    ),
  ).toEqual([
    { action: 'issueCode', done: 'codeIssued' },
    { action: 'confirm', done: 'otherFingerprint' },
    { action: 'confirm', done: 'confirmed' },
    { action: 'end', done: 'ended' },
    { action: 'end', done: 'ended' },
  ]);
});

it('publishes a signed pack once, and makes an account that signs in', async () => {
  const pack = join(process.cwd(), 'e2e/fixtures/packs/signed.pack.json');
  const publish = (file: string) => run(['publish', '--pack', file]);
  expect(await publish(pack)).toMatchObject({ code: 0 });
  expect(await publish(pack)).toMatchObject({ code: 1 });
  expect(await publish(join(process.cwd(), 'e2e/fixtures/packs/unsigned.json'))).toMatchObject({ code: 1 });
  expect(await publish(join(scratch, 'none.json'))).toMatchObject({ code: 2 });
  const made = await run(['account', '--name', 'ky-su', '--role', 'operator']);
  expect(made.code).toBe(0);
  const password = made.out.trim().split('\n').at(-1) ?? '';
  const answer = await fetch(`${hub.hub.url}/v1/console/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'ky-su', password }),
  });
  expect(answer.status).toBe(200);
  expect(await run(['account', '--name', 'ky-su', '--role', 'king'])).toMatchObject({ code: 2 });
});

it('switches the national exchange, lists what the portal refused, and settles it: each way once', async () => {
  const exchange = (on: string, procedure: string[] = []) =>
    run(['exchange', on, '--office', office, ...procedure]);
  const alone = ['--procedure', '1.001193'];
  expect((await exchange('on', alone)).code).toBe(0);
  expect((await exchange('on', alone)).code).toBe(1);
  expect((await exchange('on')).code).toBe(0);
  expect((await exchange('off', alone)).code).toBe(0);
  expect((await exchange('perhaps')).code).toBe(2);
  expect((await run(['exchange', 'on'])).code).toBe(2);
  const scope = z.strictObject({ procedure: z.string() });
  expect(
    await psql(hub.url, scope, `SELECT procedure FROM exchange_scope WHERE office = :'office'`, { office }),
  ).toEqual([{ procedure: '*' }]);

  const code = `${office}-261130-0001`;
  expect(await run(['refused'])).toEqual({ code: 0, out: '', err: '' });
  await hub.db.query("INSERT INTO exchange_dossier (dossier, office, code) VALUES ('mau', $1, $2)", [
    office,
    code,
  ]);
  await hub.db.query(
    `INSERT INTO exchange_message (dossier, position, kind, state, reason, queued_at)
     VALUES ('mau', 1, 'record', 'refused', 'otherRecord', 1), ('mau', 2, 'progress', 'refused', 'MaTTHC?', 2)`,
  );
  const message = z.looseObject({ id: z.number(), code: z.string(), reason: z.string() });
  const refused = async () =>
    (await run(['refused'])).out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => message.parse(JSON.parse(line)));
  const [first, second] = await refused();
  expect([first, second]).toMatchObject([
    { code, office, kind: 'record', reason: 'otherRecord', queuedAt: '1970-01-01T00:00:00.001Z' },
    { code, office, kind: 'progress', reason: 'MaTTHC?' },
  ]);
  const settle = (how: string, one = first) => run(['settle', how, '--message', String(one?.id)]);
  expect((await settle('perhaps')).code).toBe(2);
  expect((await settle('drop')).code).toBe(0);
  expect((await settle('drop')).code).toBe(1);
  expect((await settle('resend', second)).code).toBe(0);
  expect(await refused()).toEqual([]);
  const state = z.strictObject({ position: z.number(), state: z.string() });
  expect(
    await psql(
      hub.url,
      state,
      "SELECT position::int AS position, state FROM exchange_message WHERE dossier = 'mau' ORDER BY position",
    ),
  ).toEqual([
    { position: 1, state: 'dropped' },
    { position: 2, state: 'waiting' },
  ]);
});

it('takes a stick with its files, and a damaged one not; the whole one again is the same', async () => {
  const stick = join(scratch, 'gui.quaygui');
  const desk = await openLineDesk(2, office, {
    dialogs: { saveFile: () => Promise.resolve(stick) },
    // Enrolled over a line that then is cut for good.
    reach: (url, init) =>
      /\/v1\/(?:hub|enrol)$/u.test(url) ? fetch(url, init) : Promise.reject(new TypeError('no line')),
  });
  desks.push(desk);
  const issued = await run(['enrol', ...place(2), '--lane', '1000-1999']);
  const joined = await desk.ask('sync.join', { url: hub.hub.url, code: codeIn(issued) });
  if (!joined.ok || !joined.value.joined) throw new Error(JSON.stringify(joined));
  expect(await run(['confirm', ...place(2), '--fingerprint', joined.value.joined.fingerprint])).toMatchObject(
    { code: 0 },
  );
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);
  const { databaseKey } = getCabinet(desk.desk);
  const stored = await putAttachment(desk.desk.places.data, databaseKey, Readable.from([content]));
  const form = await readySample(desk);
  const [first, ...rest] = form.components;
  if (!first) throw new Error('no component');
  const file = { hash: stored.hash, name: 'scan.pdf', size: stored.size, mime: 'application/pdf' };
  await acceptSample(desk, { ...form, components: [{ ...first, files: [file] }, ...rest] });
  expect(await desk.ask('carry.pack', {})).toMatchObject({ ok: true, value: { files: 1 } });

  const whole = readFileSync(stick);
  const damaged = Buffer.from(whole);
  damaged[damaged.length - 1_000] = (damaged.at(-1_000) ?? 0) ^ 1;
  for (const [name, bytes] of [
    ['damaged', damaged],
    ['short', whole.subarray(0, -70_000)],
    ['none', Buffer.from('not a stick at all')],
  ] as const) {
    const path = join(scratch, `${name}.quaygui`);
    writeFileSync(path, bytes);
    const said = await run(['take', path]);
    expect([name, said.code]).toEqual([name, 2]);
    expect(said.err).toContain('.quaygui');
  }
  const kept = z.strictObject({ sha256: z.string(), size: z.number() });
  const files = () =>
    psql(
      hub.url,
      kept,
      `SELECT encode(sha256, 'hex') AS sha256, size FROM kept_file WHERE office = :'office'`,
      { office },
    );
  expect(await files()).toEqual([]);

  const receipts: unknown[] = [];
  for (const taken of [runProcess, run]) {
    expect(await taken(['take', stick])).toMatchObject({ code: 0, err: '' });
    const answer = acknowledgement.parse(
      JSON.parse(readFileSync(stick.replace('.quaygui', '.quaynhan'), 'utf8')),
    );
    expect(answer).toMatchObject({ office, desk: 2, refused: [] });
    expect(answer.files).toHaveLength(1);
    receipts.push(answer.files);
  }
  expect(receipts[0]).toEqual(receipts[1]);
  expect(await files()).toEqual([
    { sha256: createHash('sha256').update(content).digest('hex'), size: content.length },
  ]);
  expect(await run(['take', join(scratch, 'gone.quaygui')])).toMatchObject({ code: 2 });
});
