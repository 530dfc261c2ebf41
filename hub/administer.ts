import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CarryMalformed } from '../shared/sync/carry.ts';
import { takeCarried } from './carried.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { actions, isChange } from './console/actions.ts';
import type { ActionName } from './console/actions.ts';
import { listDesks } from './console/desks.ts';
import { vi } from './console/messages.ts';
import { migrate, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { queueStanding } from './exchange/queue.ts';
import { openIdentity } from './identity.ts';
import { localUrl } from './local-database.ts';
import { Refused } from './refused.ts';
import { openShelf } from './shelf.ts';

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

const options = {
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
} as const;

interface Wish {
  command: string;
  /** What stands behind the command: a file, a choice. */
  argument: string;
  values: Partial<Record<keyof typeof options, string>>;
}

/** Undefined: an option nobody knows. */
const readWish = (args: readonly string[]): Wish | undefined => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [command = '', argument = ''] = positionals;
    return { command, argument, values };
  } catch {
    return undefined;
  }
};

/** What a command works on, and where it says what it did. */
interface Doing {
  db: Database;
  config: Config;
  say: (line: string) => void;
}

const laneOf = (text = ''): { from: string; to: string } => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const listAll = async ({ db, say }: Doing): Promise<number> => {
  for (const desk of await listDesks(db))
    say(
      JSON.stringify({
        ...desk,
        seenAt: instant(desk.seenAt),
        waitingSince: instant(desk.waitingSince),
        backupAt: instant(desk.backupAt),
      }),
    );
  return 0;
};

const act = async ({ db, say }: Doing, name: ActionName, wish: object): Promise<number> => {
  const outcome = await actions[name].perform(name, { db, operator: 'hub-admin', now: Date.now() }, wish);
  if (!outcome) {
    say(usage);
    return 2;
  }
  say(`${vi.done[outcome.done]} (${outcome.done})`);
  if (outcome.code !== undefined) say(outcome.code);
  return isChange(outcome) ? 0 : 1;
};

const whyNotTaken = (error: unknown): string => {
  if (error instanceof CarryMalformed || (error instanceof Refused && error.reason === 'otherHub'))
    return 'tệp hỏng, chép chưa hết, hoặc gửi cho máy chủ tỉnh khác. Chép lại từ máy quầy rồi nhận lại; phần đã nhận vẫn giữ. (damaged, cut short or sealed to another hub: copy it again)';
  if (error instanceof Refused)
    return `máy đã ghi gói này không được nhận (the PC that wrote it is not taken from): ${error.reason}`;
  return error instanceof Error ? error.message : String(error);
};

/** Takes a stick in and writes what is to be carried back beside it. */
const take = async ({ db, config, say }: Doing, file: string): Promise<number> => {
  const shelf = await openShelf(config.files, config.bucket);
  const taking = { db, identity: openIdentity(config.keyFile), shelf };
  const answer = await takeCarried(taking, createReadStream(file), Date.now()).catch((error: unknown) => {
    throw new Error(`${file}: ${whyNotTaken(error)}`, { cause: error });
  });
  const target = file.replace(/(\.quaygui)?$/u, '.quaynhan');
  writeFileSync(target, JSON.stringify(answer));
  const { receipts, files, refused } = answer;
  say(`Đã nhận ${receipts.length} gói, ${files.length} tệp. Mang giấy báo về quầy (carry back):\n${target}`);
  if (refused.length > 0) say(`Chưa nhận (refused): ${refused.join(', ')}`);
  return refused.length > 0 ? 1 : 0;
};

const end =
  (why: 'stolen' | 'retired' | 'replaced') =>
  (doing: Doing, { office, desk }: Wish['values']): Promise<number> =>
    act(doing, 'end', { office, desk, why });

const commands: Readonly<
  Record<string, (doing: Doing, values: Wish['values'], argument: string) => Promise<number>>
> = {
  list: listAll,
  enrol: (doing, { office, desk, lane, hours }) =>
    act(doing, 'issueCode', { office, desk, ...laneOf(lane), hours }),
  confirm: (doing, { office, desk, fingerprint }) => act(doing, 'confirm', { office, desk, fingerprint }),
  revoke: end('stolen'),
  retire: end('retired'),
  replace: end('replaced'),
  'move-lane': (doing, { office, desk, lane, to }) =>
    act(doing, 'moveLane', { office, desk, ...laneOf(lane), to_desk: to }),
  take: (doing, _, file) => take(doing, file),
  publish: (doing, { pack = '' }) => act(doing, 'publish', { text: readFileSync(pack, 'utf8') }),
  exchange: (doing, { office, procedure = '' }, on) => act(doing, 'setExchange', { office, procedure, on }),
  refused: async ({ db, say }) => {
    const { refused } = await queueStanding(db);
    for (const message of refused) say(JSON.stringify({ ...message, queuedAt: instant(message.queuedAt) }));
    return 0;
  },
  settle: (doing, { message }, how) => act(doing, 'settleMessage', { message, how }),
  account: async (doing, { name, role }) => {
    const password = randomBytes(12).toString('base64url');
    const code = await act(doing, 'saveAccount', { name, role, password });
    if (code === 0) doing.say(password);
    return code;
  },
};

/**
 * One run of the administrator's tool, on the hub's own database: 0 when it did what was asked, 1 when nothing was changed or a stick was
 * not taken whole, 2 when it could not begin. `say` and `complain` take a line each.
 */
export const administer = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> => {
  const wish = readWish(args);
  const run = wish && commands[wish.command];
  if (!run || (run === commands['take'] && wish.argument === '')) {
    say(usage);
    return 2;
  }
  try {
    const config = readConfig(environment);
    const db = openDatabase(config.databaseUrl ?? localUrl(config.data), 2);
    try {
      await migrate(db);
      return await run({ db, config, say }, wish.values, wish.argument);
    } finally {
      await db.end();
    }
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
};
