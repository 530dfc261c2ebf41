import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileReceiptClaim, openSigned } from '../shared/sync/claims.ts';
import { claimHeader, filesAnswer, hubCard, signatureHeader } from '../shared/sync/messages.ts';
import { keepFile } from './carried.ts';
import { readConfig } from './config.ts';
import { crypto } from './crypto.ts';
import { openIdentity } from './identity.ts';
import { openShelf } from './shelf.ts';
import { makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand } from './testing-desk.ts';
import type { Outside } from './testing-desk.ts';

let hub: TestHub;
let url: string;
beforeAll(async () => {
  hub = await makeHub();
  url = hub.hub.url;
});
afterAll(() => hub.drop());

const clerk = makeHand();
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A desk whose admitted rows name a file: a form's list of them, or a signed paper's one. */
const start = async (
  office: string,
  bytes: Buffer,
  naming: 'file' | 'files' = 'files',
): Promise<{ desk: Outside; sha256: string }> => {
  const desk = await enrolOutside(hub.db, url, { office });
  const sha256 = sha256Of(bytes);
  const chain = makeChain(clerk, { office });
  found(chain, clerk);
  const file = { hash: sha256, size: bytes.length, name: 'scan.pdf', mime: '' };
  chain.add('hoursSet', 'office', { deep: [naming === 'files' ? { files: [file] } : { file }] });
  await desk.push(chain);
  while ((await desk.feed()).entries.length < 3) await desk.feed(undefined, 1);
  return { desk, sha256 };
};

const ask = async (desk: Outside, sha256: string) => {
  const answer = await fetch(`${url}/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ hashes: [sha256] }),
  });
  return filesAnswer.parse(await answer.json()).files[0]!;
};

const tus = (desk: Outside, method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
  fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${desk.token}`, 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
const begin = (desk: Outside, sha256: string, size: number, at = url) =>
  tus(desk, 'POST', `${at}/v1/uploads`, {
    'upload-length': String(size),
    'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
  });
const patch = (desk: Outside, place: string, offset: number, body: Buffer) =>
  tus(
    desk,
    'PATCH',
    place,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
  );

it('a file named in an admitted row is uploaded in pieces over two instances, proved, receipted, and read by the office alone', async () => {
  const bytes = randomBytes(300_000);
  const { desk, sha256 } = await start('H61.1', bytes);
  expect(await ask(desk, sha256)).toEqual({ sha256, state: 'wanted' });

  const place = (await begin(desk, sha256, bytes.length)).headers.get('location')!;
  expect(await patch(desk, place, 0, bytes.subarray(0, 100_000))).toMatchObject({ status: 204 });
  // The line is cut; another instance takes the rest.
  const second = await hub.more();
  const head = await tus(desk, 'HEAD', new URL(place, second.url).href, {});
  expect(head.headers.get('upload-offset')).toBe('100000');
  const last = await patch(desk, new URL(place, second.url).href, 100_000, bytes.subarray(100_000));
  expect(last.status).toBe(204);

  const held = await ask(desk, sha256);
  const { key } = hubCard.parse(await (await fetch(`${url}/v1/hub`)).json());
  expect(held.state).toBe('held');
  expect(openSigned(crypto, 'file', fileReceiptClaim, key, held.receipt!)).toMatchObject({
    office: 'H61.1',
    sha256,
    size: bytes.length,
  });

  const colleague = await enrolOutside(hub.db, url, { office: 'H61.1', desk: 2 });
  const read = async (by: Outside, headers = {}): Promise<Response> =>
    fetch(`${url}/v1/files/${sha256}`, { headers: { authorization: `Bearer ${by.token}`, ...headers } });
  expect(sha256Of(Buffer.from(await (await read(colleague)).arrayBuffer()))).toBe(sha256);
  const rest = await read(colleague, { range: 'bytes=299990-' });
  expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 299990-299999/300000']);
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(bytes.subarray(299_990));
  const stranger = await enrolOutside(hub.db, url, { office: 'H61.2' });
  expect((await read(stranger)).status).toBe(404);
  // With psql: one file, no upload left behind.
  const { rows } = await hub.db.query(
    "SELECT size, (SELECT count(*) FROM upload WHERE office = 'H61.1') AS open FROM kept_file WHERE office = 'H61.1'",
  );
  expect(rows).toEqual([{ size: bytes.length, open: 0 }]);
});

it('a file that comes with its announcement is receipted in the answer; cut off with it, it leaves nothing behind', async () => {
  const bytes = randomBytes(100_000);
  const { desk, sha256 } = await start('H61.7', bytes);
  const headers = {
    authorization: `Bearer ${desk.token}`,
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-length': String(bytes.length),
    'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
  };
  const whole = (body: Buffer) =>
    fetch(`${url}/v1/uploads`, { method: 'POST', headers, body: new Uint8Array(body) });
  const open = async (): Promise<number> => {
    const { rows } = await hub.db.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM upload WHERE office = 'H61.7'",
    );
    return rows[0]?.n ?? 0;
  };
  const sending = request(`${url}/v1/uploads`, { method: 'POST', headers }).on('error', () => undefined);
  sending.write(bytes.subarray(0, 50_000));
  while ((await open()) === 0) await rest(10);
  sending.destroy();
  while ((await open()) > 0) await rest(10);
  expect((await ask(desk, sha256)).state).toBe('wanted');

  const answer = await whole(bytes);
  expect(answer.status).toBe(201);
  const { key } = hubCard.parse(await (await fetch(`${url}/v1/hub`)).json());
  const receipt = {
    text: Buffer.from(answer.headers.get(claimHeader)!, 'base64').toString('utf8'),
    signature: answer.headers.get(signatureHeader)!,
  };
  expect(openSigned(crypto, 'file', fileReceiptClaim, key, receipt)).toMatchObject({ sha256, size: 100_000 });
  expect(await ask(desk, sha256)).toEqual({ sha256, state: 'held', receipt });
  expect(await open()).toBe(0);
  const other = await whole(Buffer.alloc(100_000));
  expect([other.status, await other.json()]).toEqual([400, { refused: 'digestWrong' }]);
});

it('other bytes than the hash says are refused with the last of them, and gone', async () => {
  const bytes = randomBytes(5_000);
  const { desk, sha256 } = await start('H61.3', bytes, 'file');
  const place = (await begin(desk, sha256, bytes.length)).headers.get('location')!;
  const answer = await patch(desk, place, 0, Buffer.alloc(5_000));
  expect([answer.status, await answer.json()]).toEqual([400, { refused: 'digestWrong' }]);
  expect((await ask(desk, sha256)).state).toBe('wanted');
  const shelf = await openShelf(join(hub.folder, 'files'), readConfig(process.env).bucket);
  await expect(shelf.read(basename(place), 0).then(buffer)).rejects.toThrow();
});

it('is refused for what no row names, for another length, another desk’s upload, and too many at once', async () => {
  const bytes = randomBytes(1_000);
  const { desk, sha256 } = await start('H61.4', bytes);
  const unknown = await begin(desk, sha256Of(randomBytes(8)), 1_000);
  expect([unknown.status, await unknown.json()]).toEqual([404, { refused: 'fileUnknown' }]);
  expect((await begin(desk, sha256, 1_001)).status).toBe(413);
  const place = (await begin(desk, sha256, 1_000)).headers.get('location')!;
  const colleague = await enrolOutside(hub.db, url, { office: 'H61.4', desk: 2 });
  expect((await patch(colleague, place, 0, bytes)).status).toBe(404);
  for (let at = 1; at < 20; at += 1) expect((await begin(desk, sha256, 1_000)).status).toBe(201);
  expect(await (await begin(desk, sha256, 1_000)).json()).toEqual({ refused: 'tooMany' });
  // One whole upload is enough, whichever of them.
  expect((await patch(desk, place, 0, bytes)).status).toBe(204);
  expect((await ask(desk, sha256)).state).toBe('held');
});

it('an empty file is whole with its announcement, over the line and from a stick or the province', async () => {
  const empty = Buffer.alloc(0);
  const { desk, sha256 } = await start('H61.5', empty);
  expect((await begin(desk, sha256, 0)).status).toBe(201);
  expect((await ask(desk, sha256)).state).toBe('held');
  const read = await fetch(`${url}/v1/files/${sha256}`, {
    headers: { authorization: `Bearer ${desk.token}` },
  });
  expect([read.status, (await read.arrayBuffer()).byteLength]).toEqual([200, 0]);

  const { desk: carrier } = await start('H61.6', empty);
  const shelf = await openShelf(join(hub.folder, 'files'), readConfig(process.env).bucket);
  const keeping = { db: hub.db, identity: openIdentity(hub.keyFile), shelf };
  const from = { office: 'H61.6', desk: 1, key: '', confirmed: true };
  const receipt = await keepFile(keeping, from, sha256, 0, Date.now(), Readable.from([]));
  expect((await ask(carrier, sha256)).receipt).toEqual(receipt);
});
