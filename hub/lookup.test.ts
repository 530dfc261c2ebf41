import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainDossier } from '../shared/forms/testing-samples.ts';
import { receiptKeyMessage, receiptKeyText } from '../shared/dossier/receipt-key.ts';
import { makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, makeChain, makeHand } from './testing-desk.ts';
import type { Outside } from './testing-desk.ts';

const office = 'H62.1';
const phone = '0208 3000 000';
const clerk = makeHand();
const lookupKey = randomBytes(32);
/** The office's second desk has one of its own. */
const otherLookupKey = randomBytes(32);
const keyOf = (code: string, by = lookupKey): string =>
  receiptKeyText(createHmac('sha256', by).update(receiptKeyMessage(code)).digest());

let hub: TestHub;
const known = `${office}-261129-0001`;
const tellKey = ({ token }: Outside, key: Buffer) =>
  fetch(`${hub.hub.url}/v1/status`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      deskTime: Date.now(),
      application: 'test',
      waiting: 0,
      oldestWaitingAt: null,
      filesWaiting: 0,
      diskFree: null,
      diskSize: null,
      backupAt: null,
      lookupKey: key.toString('hex'),
    }),
  });
beforeAll(async () => {
  hub = await makeHub();
  const { url } = hub.hub;
  const desk = await enrolOutside(hub.db, url, { office });
  const chain = makeChain(clerk, { office });
  chain.add('officeFounded', 'office', {
    trial: false,
    profile: { name: 'Trung tâm xã Mẫu <b>', phone },
    founder: { id: 'clerk-1', publicKey: clerk.key },
  });
  chain.add('dossierAccepted', randomUUID(), { ...plainDossier, code: known, key: keyOf(known) });
  await desk.push(chain);
  while ((await desk.feed()).entries.length < 3) await desk.feed(undefined, 1);
  await tellKey(desk, lookupKey);
  await tellKey(await enrolOutside(hub.db, url, { office, desk: 2 }), otherLookupKey);
});
afterAll(() => hub.drop());

const ask = async (scan: string, url = hub.hub.url, lang = 'vi') => {
  const answer = await fetch(`${url}/tra-cuu?lang=${lang}`, {
    method: 'POST',
    body: new URLSearchParams({ scan }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

it('tells by the code alone how a dossier stands, by the receipt itself also which procedure, and never who', async () => {
  const { status, text } = await ask(known.toLowerCase());
  expect(status).toBe(200);
  expect(text).toContain('Đã tiếp nhận, đang chờ xử lý');
  expect(text).toContain('Trung tâm xã Mẫu &lt;b&gt;');
  expect(text).not.toContain(plainDossier.procedure.name);
  const held = await ask(`https://tra-cuu.example/#${known}.${keyOf(known)}`);
  expect(held.text).toContain(plainDossier.procedure.name);
  for (const secret of [
    plainDossier.owner.name,
    plainDossier.owner.idNumber,
    plainDossier.submitter.phone,
    keyOf(known),
  ])
    for (const page of [text, held.text]) if (secret !== '') expect(page).not.toContain(secret);
});

it('knows a genuine receipt whose dossier has not come, by the key of the desk that printed it', async () => {
  const code = `${office}-261129-0777`;
  expect((await ask(`${code}.${keyOf(code)}`)).text).toContain(
    `Giấy hợp lệ, hồ sơ chưa được gửi lên tỉnh vì nơi nhận đang mất mạng. Gọi ${phone}`,
  );
  for (const forged of [code, `${code}.${keyOf(known)}`, `${office}-261129-0778.${keyOf(code)}`]) {
    const { text } = await ask(forged);
    expect(text).toContain('Không tìm thấy hồ sơ này.');
    expect(text).not.toContain('Giấy hợp lệ');
  }
  expect((await ask(`${known}.${keyOf(code)}`)).text).toContain('Khóa trên giấy không khớp');
  // Two desks gave one code out: the paper of the one that has yet to send is as good.
  expect((await ask(`${known}.${keyOf(known, otherLookupKey)}`)).text).toContain('Giấy hợp lệ');
  expect((await ask('<script>alert(1)</script>', undefined, 'en')).text).toContain(
    'This is no dossier code.',
  );
});

it('loads nothing from elsewhere, keeps nothing, and takes no more than 30 look-ups a minute from one address', async () => {
  const { url } = await hub.more();
  const page = await fetch(`${url}/tra-cuu`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect([page.headers.get('cache-control'), page.headers.get('set-cookie')]).toEqual(['no-store', null]);
  const sources = [...(await page.text()).matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, path]) => path);
  expect(sources.every((path) => path?.startsWith('/'))).toBe(true);
  for (const path of sources) expect((await fetch(url + (path ?? ''))).status).toBe(200);
  const answers = await Promise.all(Array.from({ length: 31 }, () => ask(known, url)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  expect(answers.find(({ status }) => status === 429)?.text).toContain('Đã tra cứu quá nhiều lần.');
});
