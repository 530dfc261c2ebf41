import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { takeCarried } from './carried.ts';
import { readConfig } from './config.ts';
import { actions } from './console/actions.ts';
import type { ActionName } from './console/actions.ts';
import { listDesks } from './console/desks.ts';
import { vi } from './console/messages.ts';
import { migrate, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { queueStanding } from './exchange/queue.ts';
import { openIdentity } from './identity.ts';
import { localUrl } from './local-database.ts';
import { openShelf } from './shelf.ts';

// The administrator's tool, on the hub's own database: `npm run hub-admin -- list`. What the console does, by the same actions.

const usage = `Cách dùng (How to use):
  hub-admin list                                                        các máy đã nối (desks and how they stand)
  hub-admin enrol --office H55.242 --desk 1 --lane 1-999 [--hours 8]   cấp mã nối máy (a code for one desk)
  hub-admin confirm --office H55.242 --desk 1 --fingerprint XXXX-…      xác nhận máy sau khi so vân tay khóa
  hub-admin revoke --office H55.242 --desk 1                            thu hồi máy mất cắp (a stolen PC)
  hub-admin retire --office H55.242 --desk 1                            cho máy nghỉ hẳn (a PC that is used no more)
  hub-admin replace --office H55.242 --desk 1                           thay máy khác, cấp mã cho máy mới
  hub-admin move-lane --office H55.242 --desk 2 --lane 1000-1999 --to 1 chuyển dải số của máy đã nghỉ
  hub-admin take TỆP.quaygui                                            nhận gói mang bằng USB, ghi giấy báo cạnh nó
  hub-admin publish --pack FILE                                         phát hành gói đã ký (a signed pack)
  hub-admin exchange on|off --office H55.242 [--procedure 1.001193]     bật, tắt gửi Cổng quốc gia (national exchange)
  hub-admin refused                                                     các tin Cổng quốc gia từ chối (what it refused)
  hub-admin settle resend|drop --message 12                             gửi lại hoặc bỏ một tin bị từ chối
  hub-admin account --name NAME --role viewer|operator|admin|system     tạo tài khoản, in mật khẩu (an account)
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    office: { type: 'string' },
    desk: { type: 'string' },
    lane: { type: 'string' },
    to: { type: 'string' },
    hours: { type: 'string' },
    fingerprint: { type: 'string' },
    pack: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    procedure: { type: 'string' },
    message: { type: 'string' },
  },
});

const laneOf = (text = ''): { from: string; to: string } => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};

const listAll = async (db: Database): Promise<void> => {
  const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  for (const desk of await listDesks(db))
    say(
      JSON.stringify({
        ...desk,
        seenAt: instant(desk.seenAt),
        waitingSince: instant(desk.waitingSince),
        backupAt: instant(desk.backupAt),
      }),
    );
};

const act = async (db: Database, name: ActionName, wish: object): Promise<number> => {
  const doing = { db, operator: 'hub-admin', now: Date.now() };
  const outcome = await actions[name].perform(name, doing, wish);
  if (!outcome) {
    say(usage);
    return 2;
  }
  say(`${vi.done[outcome.done]} (${outcome.done})`);
  if (outcome.code !== undefined) say(outcome.code);
  const isDone = [
    'codeIssued',
    'confirmed',
    'ended',
    'laneMoved',
    'published',
    'accountSaved',
    'exchangeSet',
    'messageSettled',
  ];
  return isDone.includes(outcome.done) ? 0 : 1;
};

const run = async (db: Database): Promise<number> => {
  const { office, desk, hours, fingerprint, name, role } = values;
  const place = { office, desk };
  switch (positionals[0]) {
    case 'take': {
      const [, file] = positionals;
      if (file === undefined) throw new Error('take TỆP.quaygui (the file on the stick)');
      const answer = await takeCarried(
        {
          db,
          identity: openIdentity(config.keyFile),
          shelf: await openShelf(config.files, config.bucket),
        },
        createReadStream(file),
        Date.now(),
      );
      const target = file.replace(/(\.quaygui)?$/u, '.quaynhan');
      writeFileSync(target, JSON.stringify(answer));
      const { receipts, files, refused } = answer;
      say(
        `Đã nhận ${receipts.length} gói, ${files.length} tệp. Mang giấy báo về quầy (carry back):\n${target}`,
      );
      if (refused.length > 0) say(`Chưa nhận (refused): ${refused.join(', ')}`);
      return refused.length > 0 ? 1 : 0;
    }
    case 'list':
      await listAll(db);
      return 0;
    case 'enrol':
      return act(db, 'issueCode', { ...place, ...laneOf(values.lane), hours });
    case 'confirm':
      return act(db, 'confirm', { ...place, fingerprint });
    case 'revoke':
      return act(db, 'end', { ...place, why: 'stolen' });
    case 'retire':
      return act(db, 'end', { ...place, why: 'retired' });
    case 'replace':
      return act(db, 'end', { ...place, why: 'replaced' });
    case 'move-lane':
      return act(db, 'moveLane', { ...place, ...laneOf(values.lane), to_desk: values.to });
    case 'publish':
      return act(db, 'publish', { text: readFileSync(values.pack ?? '', 'utf8') });
    case 'exchange':
      return act(db, 'setExchange', { office, procedure: values.procedure ?? '', on: positionals[1] });
    case 'refused':
      for (const message of (await queueStanding(db)).refused) say(JSON.stringify(message));
      return 0;
    case 'settle':
      return act(db, 'settleMessage', { message: values.message, how: positionals[1] });
    case 'account': {
      const password = randomBytes(12).toString('base64url');
      const code = await act(db, 'saveAccount', { name, role, password });
      if (code === 0) say(password);
      return code;
    }
    default:
      say(usage);
      return 2;
  }
};

const config = readConfig(process.env);
const db = openDatabase(config.databaseUrl ?? localUrl(config.data), 2);
try {
  await migrate(db);
  process.exitCode = await run(db);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
} finally {
  await db.end();
}
