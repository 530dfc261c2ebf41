import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fingerprintOf } from '../../shared/sync/claims.ts';
import { crypto } from '../crypto.ts';
import { makeHub } from '../testing.ts';
import type { TestHub } from '../testing.ts';
import { enrolOutside } from '../testing-desk.ts';
import { saveAccount } from './accounts.ts';
import type { OperatorRole } from './accounts.ts';

let hub: TestHub;
let url: string;
const password = randomBytes(12).toString('hex');
beforeAll(async () => {
  hub = await makeHub();
  url = hub.hub.url;
  for (const role of ['viewer', 'operator', 'admin'] as const)
    await saveAccount(hub.db, { name: role, role, password });
});
afterAll(() => hub.drop());

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const tokenOf = async (name: OperatorRole): Promise<Record<string, string>> => {
  const { token } = (await (await post('/v1/console/session', { name, password })).json()) as {
    token: string;
  };
  return { authorization: `Bearer ${token}` };
};
const act = async (as: Record<string, string>, action: string, body: object) => {
  const answer = await post(`/v1/console/${action}`, body, as);
  return { status: answer.status, body: (await answer.json()) as { done?: string; code?: string } };
};

it('gives each role its own: a viewer looks, an operator keeps desks, an administrator accounts', async () => {
  const viewer = await tokenOf('viewer');
  const operator = await tokenOf('operator');
  const wish = { office: 'H70.1', desk: 1, from: 1, to: 999 };
  expect((await fetch(`${url}/v1/console/desks`)).status).toBe(401);
  expect((await fetch(`${url}/v1/console/desks`, { headers: viewer })).status).toBe(200);
  expect((await act(viewer, 'issueCode', wish)).status).toBe(403);
  expect((await act(operator, 'issueCode', wish)).body).toMatchObject({ done: 'codeIssued' });
  expect((await act(operator, 'saveAccount', { name: 'x', role: 'admin', password })).status).toBe(403);
  expect((await act(operator, 'issueCode', { ...wish, from: 5, to: 1 })).status).toBe(400);
});

it('confirms, replaces and retires a desk, and moves the numbers of an ended one alone', async () => {
  const as = await tokenOf('admin');
  const office = 'H70.2';
  const one = await enrolOutside(hub.db, url, { office, confirm: false });
  const two = await enrolOutside(hub.db, url, { office, desk: 2 });
  const place = { office, desk: 1 };
  expect((await act(as, 'confirm', { ...place, fingerprint: 'AAAA' })).body.done).toBe('otherFingerprint');
  const fingerprint = fingerprintOf(crypto, one.key.key);
  expect((await act(as, 'confirm', { ...place, fingerprint })).body.done).toBe('confirmed');

  const lane = { from: 2000, to: 2999 };
  expect((await act(as, 'moveLane', { office, desk: 2, ...lane, to_desk: 1 })).body.done).toBe(
    'laneOfActiveDesk',
  );
  expect((await act(as, 'end', { office, desk: 2, why: 'retired' })).body.done).toBe('ended');
  expect((await two.signIn()).body).toEqual({ refused: 'revoked' });
  expect((await act(as, 'moveLane', { office, desk: 2, ...lane, to_desk: 1 })).body.done).toBe('laneMoved');
  const replaced = await act(as, 'end', { ...place, why: 'replaced' });
  expect(replaced.body).toMatchObject({
    done: 'ended',
    code: expect.stringMatching(/^[0-9A-Z-]{21}$/) as string,
  });
  // With psql: who has which numbers, and who did it.
  const { rows } = await hub.db.query(
    "SELECT desk, state, ended, lanes FROM desk WHERE office = 'H70.2' ORDER BY desk",
  );
  expect(rows).toEqual([
    { desk: 1, state: 'revoked', ended: 'replaced', lanes: [{ from: 1000, to: 1999 }, lane] },
    { desk: 2, state: 'revoked', ended: 'retired', lanes: [] },
  ]);
  const deeds = await hub.db.query(
    "SELECT operator, action FROM deed WHERE about ->> 'office' = 'H70.2' ORDER BY id",
  );
  expect(deeds.rows).toHaveLength(6);
});

it('refuses a pack that nobody trusted signed, and keeps passwords as scrypt alone', async () => {
  const as = await tokenOf('admin');
  const pack = {
    format: 'quay-pack-1',
    kind: 'catalogue',
    version: 1,
    bodyText: '{}',
    signature: 'AAAA',
    keyId: 'quay-2026',
  };
  expect((await act(as, 'publish', { text: JSON.stringify(pack) })).body.done).toBe('packRefused');
  const { rows } = await hub.db.query<{ text: string }>('SELECT (operator.*)::text AS text FROM operator');
  for (const { text } of rows) expect(text).not.toContain(Buffer.from(password).toString('hex'));
  expect((await act(as, 'removeAccount', { name: 'admin' })).body.done).toBe('ownAccount');
});

it('is a page of forms that another site’s form cannot send, and that no wrong password opens', async () => {
  const form = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams(fields),
    });
  expect((await form('/console', { name: 'admin', password: 'wrong' })).status).toBe(403);
  const signedIn = await form('/console', { name: 'admin', password });
  const set = signedIn.headers.get('set-cookie') ?? '';
  expect([signedIn.status, set]).toEqual([303, expect.stringMatching(/HttpOnly.*SameSite=Strict/)]);
  const cookie = set.split(';')[0] ?? '';
  const page = await (await fetch(`${url}/console`, { headers: { cookie } })).text();
  const formKey = /name="formKey" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
  const wish = { office: 'H70.3', desk: '1', from: '1', to: '999', hours: '8' };
  expect((await form('/console/issueCode', wish, cookie)).status).toBe(403);
  const issued = await form('/console/issueCode', { ...wish, formKey }, cookie);
  expect(await issued.text()).toMatch(/class="code">[0-9A-Z-]{21}</);
  const { rows } = await hub.db.query("SELECT count(*) AS n FROM enrolment WHERE office = 'H70.3'");
  expect(rows).toEqual([{ n: 1 }]);
  // Who did what stands there in words, and that nothing came of it.
  await form('/console/end', { office: 'H70.3', desk: '7', why: 'stolen', formKey }, cookie);
  const after = await (await fetch(`${url}/console`, { headers: { cookie } })).text();
  expect(after).toMatch(/admin:\s+Cấp mã nối máy\. H70\.3 – quầy 1, 1–999, 8 giờ/u);
  expect(after).toMatch(/H70\.3 – quầy 7, Mất cắp\s+<span class="alarm">Không có quầy như vậy/u);
  await form('/console/signOut', { formKey }, cookie);
  expect((await form('/console/issueCode', { ...wish, formKey }, cookie)).status).toBe(403);
});

it('switches the national exchange for an office, and lets a person settle what the portal refused', async () => {
  const admin = await tokenOf('admin');
  const operator = await tokenOf('operator');
  const wish = { office: 'H70.4', procedure: '1.001193', on: 'on' };
  expect((await act(operator, 'setExchange', wish)).status).toBe(403);
  expect((await act(admin, 'setExchange', wish)).body.done).toBe('exchangeSet');
  expect((await act(admin, 'setExchange', wish)).body.done).toBe('exchangeAsItWas');
  await hub.db.query(
    `INSERT INTO exchange_dossier (dossier, office, code) VALUES ('d', 'H70.4', 'H70.4-261129-0001')`,
  );
  const { rows } = await hub.db.query<{ id: number }>(
    `INSERT INTO exchange_message (dossier, position, kind, state, reason, queued_at)
     VALUES ('d', 1, 'record', 'refused', 'otherRecord', 1) RETURNING id`,
  );
  const page = async (): Promise<string> => {
    const form = new URLSearchParams({ name: 'operator', password });
    const signedIn = await fetch(`${url}/console`, { method: 'POST', redirect: 'manual', body: form });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return (await fetch(`${url}/console`, { headers: { cookie } })).text();
  };
  const before = await page();
  expect(before).toContain('H70.4: 1.001193');
  expect(before).toMatch(/Tin số \d+: H70\.4, H70\.4-261129-0001[^]*hệ thống khác đã gửi/u);
  const settle = { message: rows[0]?.id, how: 'drop' };
  expect((await act(operator, 'settleMessage', settle)).body.done).toBe('messageSettled');
  expect((await act(operator, 'settleMessage', settle)).body.done).toBe('noMessage');
  expect(await page()).not.toContain('H70.4-261129-0001');
  expect((await act(admin, 'setExchange', { ...wish, on: 'off' })).body.done).toBe('exchangeSet');
});
