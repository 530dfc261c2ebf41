import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { makeHub, psql } from '../testing.ts';
import type { TestHub } from '../testing.ts';
import { followAll } from '../testing-follow.ts';
import { startNationalEndpoint } from '../testing-national-endpoint.ts';
import type { Fault, NationalEndpoint } from '../testing-national-endpoint.ts';
import { keepFile } from '../carried.ts';
import { openIdentity } from '../identity.ts';
import { openShelf } from '../shelf.ts';
import { Readable } from 'node:stream';
import { Unread, Unsure } from './adapter.ts';
import type { ExchangeAdapter } from './adapter.ts';
import { foundIn } from './call.ts';
import { linkTo } from './links.ts';
import { openNationalAxis } from './national-axis.ts';
import { openProvincialAdapter } from './provincial-adapter.ts';
import { enqueue, queueForFiles, queueStanding, settleRefused } from './queue.ts';
import { setScope } from './scope.ts';
import { sendNext } from './send.ts';
import { pushLives } from './testing-life.ts';
import type { Life } from './testing-life.ts';

const office = 'H55.242';
const bytes = Buffer.from('%PDF-1.7 tờ khai mẫu');
const file = {
  hash: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  name: 'tờ khai.pdf',
  mime: 'application/pdf',
};

let hub: TestHub;
let lives: Life[];
const opened: NationalEndpoint[] = [];
/** The file comes up from its desk. */
const bringFile = async (hash: string, content: Buffer): Promise<void> => {
  const keeping = {
    db: hub.db,
    identity: openIdentity(hub.keyFile),
    shelf: await openShelf(`${hub.folder}/files`, undefined),
  };
  const from = { office, desk: 1, key: '', confirmed: true };
  await keepFile(keeping, from, hash, content.length, Date.now(), Readable.from([content]));
};
beforeAll(async () => {
  hub = await makeHub();
  lives = await pushLives(hub, office, 3, file);
  await bringFile(file.hash, bytes);
  // Switched on before they were received; the hub's own follower is out of it: the tests follow themselves.
  await setScope(hub.db, { office, procedure: '*', on: true, now: 0 });
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await hub.drop();
});

const endpoint = async (): Promise<NationalEndpoint> => {
  const one = await startNationalEndpoint();
  opened.push(one);
  return one;
};
const axis = ({ url, username, password, unit, destination }: NationalEndpoint): ExchangeAdapter =>
  openNationalAxis({
    url,
    auth: 'login',
    integration: 'integration',
    share: 'share',
    username,
    password,
    unit,
    destination,
  });
const sendingOf = (adapter: ExchangeAdapter) => {
  const identity = openIdentity(hub.keyFile);
  return {
    db: hub.db,
    adapter,
    linkTo: (place: string, sha256: string) =>
      linkTo(identity, hub.hub.url, { office: place, sha256 }, Date.now()),
    now: Date.now,
  };
};
/** Queues everything anew. */
const beginAnew = async (): Promise<void> => {
  await hub.db.query('TRUNCATE exchange_message, exchange_left_out, exchange_dossier, followed');
  await followAll(hub.db, office, (on, place, lives, after) => enqueue(on, place, lives, after, Date.now()));
};

/** Sends until nothing is left, as an instance would, a person sending again what was refused. */
const sendAll = async (adapter: ExchangeAdapter, workers = 1): Promise<void> => {
  const sending = sendingOf(adapter);
  const work = async (): Promise<void> => {
    for (;;) {
      try {
        while (await sendNext(sending));
        const { refused, waiting } = await queueStanding(hub.db);
        for (const { id } of refused) await settleRefused(hub.db, id, 'resend');
        if (refused.length + waiting === 0) return;
      } catch {
        // Tried again, as after a rest.
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
};

/** What is to have effect of each life, once, in this order. */
const expected = [
  'DongBoHoSoMC False 2',
  'CapNhatTienDoHoSoMC 2 Tiếp nhận hồ sơ',
  'DongBoHoSoMC True 4',
  'CapNhatTienDoHoSoMC 4 Chuyển xử lý: Phòng Mẫu',
  'DongBoHoSoMC True 9',
  'CapNhatTienDoHoSoMC 9 Kết thúc xử lý hồ sơ',
  'DongBoHoSoMC True 10',
  'CapNhatTienDoHoSoMC 10 Trả kết quả',
];
const toldOf = ({ effects }: NationalEndpoint, code: string): string[] =>
  effects
    .filter((one) => one.code === code)
    .map(({ service, isUpdating, data }) =>
      service === 'DongBoHoSoMC'
        ? `${service} ${isUpdating === true ? 'True' : 'False'} ${String(data['TrangThaiHoSo'])}`
        : `${service} ${String(data['TrangThai'])} ${String(data['NoiDungXuLy'])}`,
    );

it('reports every change once, in order, every field as documented, files by links that can be fetched and expire', async () => {
  await beginAnew();
  const there = await endpoint();
  await sendAll(axis(there), 2);
  expect(there.flaws).toEqual([]);
  for (const { code } of lives) expect(toldOf(there, code)).toEqual(expected);
  await there.close();
  expect(there.fetched.size).toBeGreaterThan(0);
  for (const [link, fetched] of there.fetched) {
    expect(fetched).toEqual(bytes);
    expect((await fetch(link.replace(/.$/u, (last) => (last === '0' ? '1' : '0')))).status).toBe(404);
  }
  const past = linkTo(openIdentity(hub.keyFile), hub.hub.url, { office, sha256: file.hash }, 0);
  expect((await fetch(past)).status).toBe(404);
  const rows = await psql(
    hub.url,
    z.object({ state: z.string(), count: z.number() }),
    'SELECT state, count(*)::int AS count FROM exchange_message GROUP BY state',
  );
  expect(rows).toEqual([{ state: 'sent', count: lives.length * expected.length }]);
});

it('reports a dossier at once, and once more when a file it names has come up', async () => {
  await hub.db.query(
    "UPDATE kept_file SET office = 'elsewhere' WHERE office = $1 AND sha256 = decode($2, 'hex')",
    [office, file.hash],
  );
  await beginAnew();
  const there = await endpoint();
  const adapter = axis(there);
  await sendAll(adapter, 2);
  expect(there.fetched.size).toBe(0);
  for (const { code } of lives) expect(toldOf(there, code)).toEqual(expected);

  await queueForFiles(hub.db);
  expect((await queueStanding(hub.db)).waiting).toBe(0);
  await hub.db.query("UPDATE kept_file SET office = $1 WHERE office = 'elsewhere'", [office]);
  // Two instances look at the same time.
  await Promise.all([queueForFiles(hub.db), queueForFiles(hub.db)]);
  expect((await queueStanding(hub.db)).waiting).toBe(lives.length);
  await sendAll(adapter, 2);
  expect(there.flaws).toEqual([]);
  for (const { code } of lives) {
    expect(toldOf(there, code)).toEqual([...expected, 'DongBoHoSoMC True 10']);
    const last = there.effects.findLast((one) => one.code === code)?.data;
    expect(last).toMatchObject({
      HoSoCoThanhPhanSoHoa: '1',
      TaiLieuNop: [{ TepDinhKemId: file.hash }],
      DanhSachGiayToKetQua: [{ GiayToId: file.hash }],
    });
  }
  await queueForFiles(hub.db);
  expect((await queueStanding(hub.db)).waiting).toBe(0);
  expect(
    await psql(hub.url, z.object({ n: z.number() }), 'SELECT count(*) AS n FROM exchange_left_out'),
  ).toEqual([{ n: 0 }]);
});

const fault = fc.constantFrom<Fault | null>(
  null,
  'unreached',
  'deaf',
  'serverError',
  'serverErrorAfter',
  'notJson',
  'sessionOver',
  'loginRefused',
  'refused',
);

it('whatever fails and in whatever order, each message has effect once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 60 }),
      fc.integer({ min: 1, max: 2 }),
      async (faults, workers) => {
        await beginAnew();
        const there = await endpoint();
        there.faults.push(...faults);
        await sendAll(axis(there), workers);
        expect(there.flaws).toEqual([]);
        for (const { code } of lives) expect(toldOf(there, code)).toEqual(expected);
      },
    ),
    { numRuns: 5 },
  );
});

it('touches no dossier that another system has reported, shows it with the reason, and goes on with the others', async () => {
  await beginAnew();
  const there = await endpoint();
  const [first] = lives;
  there.plant({ MaHoSo: first?.code, MaTTHC: '9.999999', TrangThaiHoSo: '4' });
  const sending = sendingOf(axis(there));
  while (await sendNext(sending));
  expect(toldOf(there, first?.code ?? '')).toEqual([]);
  for (const { code } of lives.slice(1)) expect(toldOf(there, code)).toEqual(expected);
  const { refused, waiting } = await queueStanding(hub.db);
  expect(refused).toMatchObject([{ code: first?.code, office, kind: 'record', reason: 'otherRecord' }]);
  expect(waiting).toBe(expected.length - 1);
});

it('takes a look-up for "none" only where it says so plainly', () => {
  const none = [
    { error_code: 0, message: '', result: [] },
    { error_code: '00', message: '', result: null },
    { error_code: '3', message: 'Không tìm thấy hồ sơ' },
  ];
  for (const answer of none) expect(foundIn(answer)).toBeUndefined();
  const unread = [
    { error_code: 0, message: '', data: [] },
    { error_code: 0, message: '', result: { MaHoSo: 'H55.242-261130-0001' } },
    { error_code: 0, message: '', result: [{ maHoSo: 'H55.242-261130-0001' }] },
    { error_code: '7', message: 'Hệ thống đang bận' },
  ];
  for (const answer of unread) expect(() => foundIn(answer)).toThrow(Unread);
});

it('writes nothing behind a look-up it cannot read, and asks a person instead', async () => {
  await beginAnew();
  const there = await endpoint();
  const plain = axis(there);
  const strange: ExchangeAdapter = { ...plain, lookUp: () => Promise.reject(new Unread('lookUpUnread')) };
  const reasons = async (): Promise<string[]> =>
    (await queueStanding(hub.db)).refused.map(({ kind, reason }) => `${kind} ${reason}`);
  while (await sendNext(sendingOf(strange)));
  expect(there.effects).toEqual([]);
  expect(await reasons()).toEqual(lives.map(() => 'record lookUpUnread'));

  // Known there by now, a step's answer is lost: whether it came through is not guessed.
  for (const { id } of (await queueStanding(hub.db)).refused) await settleRefused(hub.db, id, 'resend');
  const losing: ExchangeAdapter = {
    ...plain,
    writeProgress: async (rows) => {
      await plain.writeProgress(rows);
      throw new Unsure('the answer is lost');
    },
  };
  for (let lost = 0; lost < lives.length;) {
    try {
      await sendNext(sendingOf(losing));
    } catch (error) {
      expect(error).toBeInstanceOf(Unsure);
      lost += 1;
    }
  }
  const effects = there.effects.length;
  while (await sendNext(sendingOf(strange)));
  expect(there.effects).toHaveLength(effects);
  expect(await reasons()).toEqual(lives.map(() => 'progress lookUpUnread'));
});

it('is off where it was not switched on, and says nothing of what was received before', async () => {
  await setScope(hub.db, { office, procedure: '*', on: false, now: 0 });
  await beginAnew();
  expect(await queueStanding(hub.db)).toMatchObject({ waiting: 0, sent: 0, refused: [] });
  await setScope(hub.db, { office, procedure: '*', on: true, now: Date.now() + 86_400_000 * 3_650 });
  await beginAnew();
  expect((await queueStanding(hub.db)).waiting).toBe(0);
  await setScope(hub.db, { office, procedure: '*', on: false, now: 0 });
  await setScope(hub.db, { office, procedure: '*', on: true, now: 0 });
});

it('a province’s own system takes the same documents as a bare array', async () => {
  await beginAnew();
  const held = new Map<string, unknown>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      const service = pathname.split('/').at(-1) ?? '';
      const rows = z.array(z.looseObject({ MaHoSo: z.string().optional() })).parse(JSON.parse(body));
      asked.push(
        `${service} ${searchParams.get('MaDinhDanhDV')} ${searchParams.get('isUpdating') ?? ''}`.trim(),
      );
      const code = searchParams.get('mahoso') ?? '';
      if (service === 'DongBoHoSoMC') held.set(rows[0]?.MaHoSo ?? '', rows[0]);
      const found = held.get(code);
      const services = [
        { TENTTHC: 'Thủ tục', LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-TP07', TENLINHVUC: 'Hộ tịch' }] },
      ];
      const result = service === 'LayThuTuc' ? services : found ? [found] : [];
      response.end(JSON.stringify({ error_code: 0, message: '', result }));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const adapter = openProvincialAdapter({
    url: `http://127.0.0.1:${address.port}`,
    unit: 'H55',
    token: 'sample',
  });
  await sendAll(adapter);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(held.size).toBe(lives.length);
  expect(asked.filter((one) => one === 'DongBoHoSoMC H55 False')).toHaveLength(lives.length);
  expect(asked.filter((one) => one === 'DongBoHoSoMC H55 True')).toHaveLength(lives.length * 3);
  expect(asked.filter((one) => one === 'CapNhatTienDoHoSoMC H55')).toHaveLength(lives.length * 4);
});
