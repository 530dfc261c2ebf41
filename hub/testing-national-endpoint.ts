import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import documented from '../assets/exchange/dossier-exchange.json' with { type: 'json' };

/**
 * The other end of the national exchange on loopback, written from the documents alone (assets/exchange/dossier-exchange.json) and knowing
 * nothing of the sender: it checks every field against its documented type, keeps what had effect, and fails in each way that is known.
 */

/** How a call goes wrong. 'deaf…' acts and is not heard: the line breaks before the answer. */
export type Fault =
  | 'unreached'
  | 'deaf'
  | 'serverError'
  | 'serverErrorAfter'
  | 'notJson'
  | 'sessionOver'
  | 'loginRefused'
  | 'refused';

export interface Effect {
  service: 'DongBoHoSoMC' | 'CapNhatTienDoHoSoMC';
  isUpdating: boolean | null;
  code: string;
  data: Record<string, unknown>;
}

export interface NationalEndpoint {
  url: string;
  username: string;
  password: string;
  unit: string;
  destination: string;
  /** What every call to come meets, in order; then none fails. */
  faults: (Fault | null)[];
  /** Everything that had effect, in order. */
  effects: readonly Effect[];
  /** Every fault found in what was sent: the field and what is wrong with it. */
  flaws: readonly string[];
  /** Links of files that were told and could be fetched, with their bytes. */
  fetched: ReadonlyMap<string, Buffer>;
  /** Puts a dossier there that somebody else has reported. */
  plant(record: Record<string, unknown>): void;
  close(): Promise<void>;
}

interface Field {
  name: string;
  type: string;
  required: boolean;
  format: string | null;
  maxLength: number | null;
  codes: Record<string, unknown> | null;
}

const field = z.object({
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  format: z.string().nullable(),
  maxLength: z.number().nullable(),
  codes: z.record(z.string(), z.unknown()).nullable(),
});
const fields = z.array(field);
const nested = z.record(z.string(), fields).parse(documented.nested);
const record = z.record(z.string(), z.unknown());

const isStamp = (value: string): boolean => {
  const read = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(value);
  if (!read) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = read.slice(1).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && at.getUTCHours() === hour;
};

/** Codes of a field that are single values; some lists in the documents describe the fields of a nested object. */
const codesOf = ({ codes, type }: Field): string[] | undefined =>
  codes && type === 'string' ? Object.keys(codes) : undefined;

const flawsOfText = (one: Field, value: unknown): string[] => {
  if (typeof value !== 'string') return [`${one.name}: no string`];
  const flaws: string[] = [];
  if (one.required && value === '') flaws.push(`${one.name}: empty`);
  // The documents give "2" as the length of some codes; a code is judged by its list.
  if (one.maxLength !== null && Array.from(value).length > one.maxLength) flaws.push(`${one.name}: too long`);
  if (one.format?.startsWith('yyyyMMddHHmmss') === true && value !== '' && !isStamp(value))
    flaws.push(`${one.name}: no date`);
  const codes = codesOf(one);
  if (codes && value !== '' && !codes.includes(value)) flaws.push(`${one.name}: ${value} is no code of it`);
  if (one.type === 'string(url)' && !URL.canParse(value)) flaws.push(`${one.name}: no address`);
  if (one.type === 'string(number)' && !/^\d+$/u.test(value)) flaws.push(`${one.name}: no number`);
  return flaws;
};

const identity = z.strictObject({
  LoaiDinhDanh: z.enum(['1', '2']),
  SoDinhDanh: z.string().regex(/^\d{9,12}$/u),
});

const flawsOfField = (one: Field, value: unknown): string[] => {
  if (value === undefined) return one.required ? [`${one.name}: missing`] : [];
  if (value === null) return one.type.endsWith('|null') ? [] : [`${one.name}: null`];
  const list = /^array<(\w+)>$/u.exec(one.type)?.[1];
  if (list !== undefined) {
    if (!Array.isArray(value)) return [`${one.name}: no list`];
    return value.flatMap((item) => flawsOf(nested[list] ?? [], item).map((flaw) => `${one.name}.${flaw}`));
  }
  if (one.name === 'DinhDanhCHS')
    return z.array(identity).min(1).safeParse(value).success ? [] : [`${one.name}: no identities`];
  if (one.type.startsWith('array')) return Array.isArray(value) ? [] : [`${one.name}: no list`];
  if (one.type === 'int') return Number.isInteger(value) ? [] : [`${one.name}: no whole number`];
  if (one.type === 'bool') return typeof value === 'boolean' ? [] : [`${one.name}: no boolean`];
  return flawsOfText(one, value);
};

/** What of it is not as the documents have it, and what they do not know. */
const flawsOf = (known: readonly Field[], value: unknown): string[] => {
  const read = record.safeParse(value);
  if (!read.success) return ['no object'];
  const names = new Set(known.map(({ name }) => name));
  return [
    ...known.flatMap((one) => flawsOfField(one, read.data[one.name])),
    ...Object.keys(read.data).flatMap((name) => (names.has(name) ? [] : [`${name}: unknown`])),
  ];
};

const hoSo = fields.parse(documented.hoSo);
const tienDo = fields.parse(documented.tienDo);

const linksIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.startsWith('DuongDan') && typeof inner === 'string' ? [inner] : linksIn(inner),
  );
};

const write = z.strictObject({
  session: z.string(),
  madonvi: z.string(),
  service: z.enum(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']),
  isUpdating: z.enum(['True', 'False']).optional(),
  data: z.array(record).min(1),
});
const ask = z.looseObject({ session: z.string(), madonvi: z.string(), service: z.string() });

export const startNationalEndpoint = async (): Promise<NationalEndpoint> => {
  const [username, password, unit, destination] = [
    'tinh-mau',
    randomBytes(8).toString('hex'),
    'H55',
    'VN:GOV:DVCQG',
  ];
  const sessions = new Set<string>();
  const held = new Map<string, Record<string, unknown>>();
  const steps: Record<string, unknown>[] = [];
  const effects: Effect[] = [];
  const flaws: string[] = [];
  const fetched = new Map<string, Buffer>();
  const faults: (Fault | null)[] = [];
  const pulling = new Set<Promise<void>>();

  const pull = (links: readonly string[]): void => {
    for (const link of links) {
      const pulled = fetch(link)
        .then(async (answer) => {
          if (answer.ok) fetched.set(link, Buffer.from(await answer.arrayBuffer()));
        })
        .catch(() => undefined)
        .finally(() => pulling.delete(pulled));
      pulling.add(pulled);
    }
  };

  const change = ({ service, isUpdating, data }: z.infer<typeof write>): object => {
    const bad = data.flatMap((one) => flawsOf(service === 'DongBoHoSoMC' ? hoSo : tienDo, one));
    if (service === 'CapNhatTienDoHoSoMC' && data.length > 10) bad.push('data: more than 10 rows');
    if (service === 'DongBoHoSoMC' && isUpdating === undefined) bad.push('isUpdating: missing');
    flaws.push(...bad);
    if (bad.length > 0) return { error_code: '1', message: `Dữ liệu không hợp lệ: ${bad.join('; ')}` };
    for (const one of data) {
      const code = String(one['MaHoSo']);
      if (service === 'CapNhatTienDoHoSoMC') {
        if (!held.has(code)) return { error_code: '2', message: 'Hồ sơ không tồn tại' };
        steps.push(one);
        effects.push({ service, isUpdating: null, code, data: one });
        continue;
      }
      const updates = isUpdating === 'True';
      if (updates !== held.has(code))
        return updates
          ? { error_code: '2', message: 'Hồ sơ không tồn tại' }
          : { error_code: '-3', message: `Hồ sơ ${code} đã tồn tại` };
      held.set(code, one);
      effects.push({ service, isUpdating: updates, code, data: one });
      pull(linksIn(one));
    }
    return { error_code: '00', message: 'Thành công' };
  };

  const tell = ({ service, ...asked }: z.infer<typeof ask>): object => {
    if (service === 'TraCuuHoSo') {
      const code = String(asked['mahoso']);
      const found = held.get(code);
      const taken = steps.filter((step) => step['MaHoSo'] === code);
      return { error_code: 0, message: '', result: found ? [{ ...found, TienDo: taken }] : [] };
    }
    if (service === 'LayThuTuc')
      return {
        error_code: 0,
        message: '',
        result: [
          {
            MATTHC: String(asked['maTTHC']),
            TENTTHC: 'Thủ tục mẫu',
            LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-TP07', TENLINHVUC: 'Hộ tịch' }],
            KETQUATHUCHIEN: [{ MAKETQUA: 'KQ.G15.000031', TENKETQUA: 'Giấy xác nhận' }],
          },
        ],
      };
    return { error_code: '9', message: `Không có dịch vụ ${service}` };
  };

  const logIn = (body: unknown): object => {
    const given = z.strictObject({ username: z.string(), password: z.string() }).safeParse(body).data;
    if (given?.username !== username || given.password !== password)
      return { error_code: '1', message: 'Sai tên hoặc mật khẩu' };
    const session = randomBytes(8).toString('hex');
    sessions.add(session);
    return { error_code: 0, message: '', session };
  };

  const hear = (path: string, body: unknown): object => {
    if (path === '/login') return logIn(body);
    const shape = path === '/integration' ? write : ask;
    const read = shape.safeParse(body);
    if (!read.success) {
      flaws.push(z.prettifyError(read.error));
      return { error_code: '1', message: 'Sai cấu trúc' };
    }
    if (read.data.madonvi !== unit) flaws.push('madonvi: another');
    if (!sessions.has(read.data.session)) return { error_code: '5', message: 'Phiên (session) không hợp lệ' };
    return path === '/integration' ? change(write.parse(body)) : tell(ask.parse(body));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const body: unknown = JSON.parse(await text(request));
    const path = request.url ?? '';
    if (request.headers['dstcode'] !== destination) flaws.push('dstcode: another');
    const say = (status: number, told: string): unknown =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(told);
    const fault = faults.shift() ?? null;
    switch (fault) {
      case 'unreached':
        return request.socket.resetAndDestroy();
      case 'serverError':
        return say(502, 'Bad gateway');
      case 'notJson':
        return say(200, '<html>Bảo trì</html>');
      case 'sessionOver':
        sessions.clear();
        return say(200, JSON.stringify(hear(path, body)));
      case 'loginRefused':
        sessions.clear();
        return say(401, '{}');
      case 'refused':
        return say(200, JSON.stringify({ error_code: '7', message: 'Hệ thống từ chối' }));
      case 'deaf':
        hear(path, body);
        return request.socket.resetAndDestroy();
      case 'serverErrorAfter':
        hear(path, body);
        return say(504, 'Gateway timeout');
      case null:
        return say(200, JSON.stringify(hear(path, body)));
    }
  };

  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    username,
    password,
    unit,
    destination,
    faults,
    effects,
    flaws,
    fetched,
    plant: (one) => void held.set(String(one['MaHoSo']), one),
    close: async () => {
      await Promise.all(pulling);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
