import { parseArgs } from 'node:util';
import { fingerprintOf } from '../shared/sync/claims.ts';
import { readConfig } from './config.ts';
import { crypto } from './crypto.ts';
import { migrate, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { confirmDesk, issueCode, revokeDesk } from './enrolment.ts';
import { localUrl } from './postgres.ts';

// The administrator's tool, on the hub's own database: `npm run hub-admin -- list`.

const usage = `Cách dùng (How to use):
  hub-admin enrol --office H55.242 --desk 1 --lane 1-999 [--hours 8]   cấp mã nối máy (a code for one desk)
  hub-admin confirm --office H55.242 --desk 1 --fingerprint XXXX-…      xác nhận máy sau khi so vân tay khóa
  hub-admin revoke --office H55.242 --desk 1                            thu hồi máy (stolen, broken or replaced)
  hub-admin list                                                        các máy đã nối (desks and how they stand)
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const whole = (text: string | undefined, name: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name}: số nguyên từ 1 (a whole number from 1)`);
  return number;
};
const laneOf = (text: string | undefined): { from: number; to: number } => {
  const [from, to] = (text ?? '').split('-').map((part) => Number(part));
  if (from === undefined || to === undefined || !(from >= 1 && to >= from && to <= 9999))
    throw new Error('--lane: dải số như 1-999 (a range such as 1-999)');
  return { from, to };
};

const listDesks = async (db: Database): Promise<void> => {
  const { rows } = await db.query<Record<string, string | number | null>>(
    `SELECT office, desk, name, state, encode(key, 'hex') AS key, lanes::text AS lanes, application, seen_at, clock_offset, waiting,
       waiting_since,
       (SELECT coalesce(sum(held), 0) FROM epoch WHERE (epoch.office, epoch.desk) = (desk.office, desk.desk)) AS held,
       (SELECT coalesce(sum(admitted), 0) FROM epoch WHERE (epoch.office, epoch.desk) = (desk.office, desk.desk)) AS admitted,
       (SELECT count(*) FROM feed WHERE (feed.office, feed.desk, verdict) = (desk.office, desk.desk, 'quarantined')) AS aside,
       (SELECT count(*) FROM fork WHERE (fork.office, fork.desk) = (desk.office, desk.desk)) AS forks
     FROM desk ORDER BY office, desk`,
  );
  const instant = (at: string | number | null | undefined): string =>
    typeof at === 'number' ? new Date(at).toISOString() : '';
  for (const { key, seen_at: seen, waiting_since: since, ...row } of rows)
    say(
      JSON.stringify({
        ...row,
        fingerprint: fingerprintOf(crypto, String(key)),
        seen: instant(seen),
        waitingSince: instant(since),
      }),
    );
};

const run = async (db: Database): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      office: { type: 'string' },
      desk: { type: 'string' },
      lane: { type: 'string' },
      hours: { type: 'string' },
      fingerprint: { type: 'string' },
    },
  });
  const [what] = positionals;
  const place = () => {
    if (!values.office) throw new Error('--office: mã đơn vị (the office code)');
    return { office: values.office, desk: whole(values.desk, 'desk') };
  };
  switch (what) {
    case 'enrol': {
      const hours = values.hours === undefined ? 8 : whole(values.hours, 'hours');
      const code = await issueCode(db, { ...place(), lane: laneOf(values.lane), hours, now: Date.now() });
      say(`Mã nối máy, dùng một lần, trong ${hours} giờ (used once, within ${hours} hours):\n${code}`);
      return 0;
    }
    case 'confirm': {
      const found = await confirmDesk(db, {
        ...place(),
        fingerprint: values.fingerprint ?? '',
        now: Date.now(),
      });
      if (found === 'confirmed') say('Đã xác nhận (confirmed)');
      else if (found === 'unknown') say('Không có máy nào chờ xác nhận với mã này (no desk waits)');
      else say('Vân tay khóa khác: đừng xác nhận, gọi cho quầy (another fingerprint: call the desk)');
      return found === 'confirmed' ? 0 : 1;
    }
    case 'revoke': {
      const { office, desk } = place();
      const done = await revokeDesk(db, office, desk);
      say(done ? 'Đã thu hồi (revoked)' : 'Không có máy như vậy (no such desk)');
      return done ? 0 : 1;
    }
    case 'list':
      await listDesks(db);
      return 0;
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
