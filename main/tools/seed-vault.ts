import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultOfficeHours } from '../../shared/calendar/office-hours.ts';
import { instantOf, localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { listProcedures } from '../../shared/catalogue/find.ts';
import { blankForm, withProcedure, withRequiredReceived } from '../../shared/dossier/blank-form.ts';
import { dossierCode } from '../../shared/dossier/code.ts';
import { dossierId } from '../../shared/dossier/id.ts';
import type { DossierAccepted } from '../../shared/dossier/events.ts';
import { weighIntake } from '../../shared/dossier/weigh.ts';
import { commands } from '../commands.ts';
import { dispatch } from '../dispatch.ts';
import { trialClock } from '../desk/clock.ts';
import { authorOf, getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { remember } from '../desk/guarding.ts';
import { makeDesk } from '../desk/make-desk.ts';
import { withoutWindows } from '../desk/without-windows.ts';
import { receiptKey } from '../intake/lookup-key.ts';
import { record } from '../journal/journal.ts';
import type { NewEvent } from '../journal/journal.ts';
import { gatherText, mergeText } from '../journal/dossier-text.ts';
import { project } from '../journal/projections.ts';
import { checkpoint } from '../vault/database.ts';
import { SCRYPT } from '../vault/keys.ts';

/**
 * Fills a fresh trial vault with accepted dossiers, for benches and load tests: the same events, rows and projections as at the
 * counter, many to a transaction. `seed-vault --dir DIR --assets assets --dossiers 100000` leaves DIR/vault, DIR/guard and DIR/seed.json.
 */

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string' },
    assets: { type: 'string', default: 'assets' },
    dossiers: { type: 'string', default: '1000' },
    until: { type: 'string', default: '2026-11-20' },
  },
});
if (!options.dir) throw new Error('seed-vault: --dir is needed');
const folder = resolve(options.dir);
const wanted = Number(options.dossiers);
const password = 'mật khẩu của bản thử';
const perBatch = 500;
const perDay = 400;
const dayMs = 86_400_000;

/** A small generator with a fixed seed (mulberry32), so that every run seeds the same people. */
const random = ((seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
})(20_261_122);
const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
const family =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai'.split(' ');
const middle =
  'Văn Thị Hữu Đức Minh Ngọc Thanh Quốc Xuân Thu Hồng Gia Bảo Kim Phương Đình Công Quang Diệu Khánh'.split(
    ' ',
  );
const given =
  'Mẫu An Ánh Bình Châu Chi Cường Dũng Duy Đạt Giang Hà Hải Hằng Hạnh Hiếu Hoa Hùng Hương Huy Khoa Lan Linh Long Nam Nga Nhung Phúc Quân Sơn Tâm Thảo Thủy Trang Trung Tuấn Tùng Vân Vinh Yến'.split(
    ' ',
  );

const start = instantOf(options.until, 8 * 60) - Math.ceil(wanted / perDay) * dayMs;

const desk: Desk = makeDesk({
  ...withoutWindows,
  places: {
    data: join(folder, 'vault'),
    guard: join(folder, 'guard'),
    assets: resolve(options.assets),
    settings: join(folder, 'machine.json'),
  },
  clock: trialClock(start),
  trialOnly: true,
  passwordLog2N: SCRYPT.log2N,
  versions: { application: 'seed', electron: '', platform: process.platform },
});

const acceptedAt = (
  cabinet: Cabinet,
  index: number,
): { id: string; at: number; payload: DossierAccepted } => {
  const at = start + Math.floor(index / perDay) * dayMs + (index % perDay) * 60_000;
  const id = dossierId(at, randomBytes(10));
  const day = localDateAt(at);
  const procedures = listProcedures(cabinet.rules.catalogue, day);
  const procedure = procedures[Math.floor(random() * procedures.length)];
  if (!procedure) throw new Error('seed-vault: no procedures');
  const form = withRequiredReceived(withProcedure(blankForm(), procedure, []), procedure);
  const year = 1950 + Math.floor(random() * 55);
  const submitter = {
    ...form.submitter,
    name: `${pick(family)} ${pick(middle)} ${random() < 0.4 ? `${pick(middle)} ` : ''}${pick(given)}`,
    idNumber: `019${year < 2000 ? 1 : 3}${String(year).slice(2)}${String(index).padStart(6, '0')}`,
    birthDate: `${year}-05-12`,
    sex: year < 2000 ? ('nữ' as const) : ('nữ' as const),
    address: `Thôn Mẫu ${index % 40}, xã Mẫu`,
    phone: `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
  };
  const code = dossierCode(cabinet.office.profile.code, day, 1 + (index % perDay));
  const weighed = weighIntake(
    { ...form, submitter },
    {
      at,
      businessDay: day,
      calendar: cabinet.calendar,
      procedure: { procedure, schema: null, askedAs: null, catalogueVersion: 1 },
      amounts: [],
      clerk: { name: 'Cán bộ Mẫu', roles: ['reception'] },
      profile: cabinet.office.profile,
      desk: 1,
    },
  );
  if ('fault' in weighed || !weighed.deadline) throw new Error('seed-vault: a form that cannot be weighed');
  const payload: DossierAccepted = {
    ...weighed.frozen.intake,
    ...weighed.frozen.accepted,
    deadline: weighed.deadline,
    code,
    key: receiptKey(cabinet.lookupKey, code),
    channel: 'counter',
    possibleDuplicates: [],
  };
  return { id, at, payload };
};

const founded = await dispatch(commands, desk, 'counter', 'setup.found', {
  profile: {
    code: 'H55.242',
    name: 'Trung tâm Phục vụ hành chính công xã Mẫu',
    superior: 'UBND xã Mẫu',
    address: 'Thôn Mẫu, xã Mẫu',
    phone: '0208 3000 000',
    province: 'Thái Nguyên',
    lookupBase: '',
  },
  desk: { number: 1, name: 'Quầy 1' },
  lane: { from: 1, to: 999 },
  provinceNumbers: false,
  hours: defaultOfficeHours(),
  clerk: { name: 'Cán bộ Mẫu', username: 'mau', password },
  trial: true,
});
if (!founded.ok) throw new Error(`seed-vault: ${JSON.stringify(founded.fault)}`);
const cabinet = getCabinet(desk);

/** Older papers are in their citizens' hands: only the last day's are still to be asked about. */
const printedBefore = wanted - 5;
for (let done = 0; done < wanted; done += perBatch) {
  const events: NewEvent[] = [];
  let at = start;
  for (let index = done; index < Math.min(done + perBatch, wanted); index += 1) {
    const { id, at: acceptance, payload } = acceptedAt(cabinet, index);
    at = acceptance;
    events.push({ subject: id, event: { type: 'dossierAccepted', v: 1, payload } });
    if (index < printedBefore)
      events.push({
        subject: id,
        event: {
          type: 'paperPrinted',
          v: 2,
          payload: {
            form: 'receipt',
            about: '',
            outcome: 'printed',
            printer: 'MAU',
            paper: 'A5',
            copies: 2,
            reprint: false,
            detail: '',
          },
        },
      });
  }
  record(
    cabinet.journal,
    authorOf(desk, 'reception'),
    { at, recordedAt: at, clock: 'ok', rules: cabinet.rules.used },
    events,
    (recorded) => {
      for (const one of recorded) project(cabinet.db, one);
    },
  );
  mergeText(cabinet.db, 64);
  if (done % 10_000 === 0) {
    checkpoint(cabinet.db);
    process.stderr.write(`seed-vault: ${done} of ${wanted}\n`);
  }
}
// As an idle hour leaves it.
mergeText(cabinet.db, 64);
gatherText(cabinet.db, 1_000_000);
remember(desk.places.guard, cabinet.vaultId, cabinet.journal.head);
const slotId = desk.session?.slotId ?? '';
const lastAt = cabinet.journal.head.at;
desk.close();
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'seed.json'),
  JSON.stringify({ dossiers: wanted, slotId, username: 'mau', password, lastAt }),
);
