import { setTimeout as rest } from 'node:timers/promises';
import { issueCode, confirmDesk } from '../../hub/enrolment.ts';
import type { TestHub } from '../../hub/testing.ts';
import { openTestDesk, sampleFounding } from '../testing-desk.ts';
import { signInSample } from '../testing-intake.ts';
import type { TestDesk } from '../testing-desk.ts';
import { wallClock } from '../desk/clock.ts';
import type { Clock } from '../desk/clock.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Dialogs } from '../desk/desk.ts';
import { findCursor } from './enrolment.ts';
import type { Reach } from './reach.ts';
import { startSync } from './sync.ts';
import type { Sync } from './sync.ts';

/** A desk without windows, its vault for real work, and its line to a real hub. */
export interface LineDesk extends TestDesk {
  sync: Sync;
}

const laneOf = (number: number) => ({ from: (number - 1) * 1000 + 1, to: number * 1000 - 1 });

export const openLineDesk = async (
  number: number,
  office: string,
  {
    reach = fetch,
    folder,
    dialogs = {},
    clock = wallClock,
  }: { reach?: Reach; folder?: string; dialogs?: Partial<Dialogs>; clock?: Clock } = {},
): Promise<LineDesk> => {
  const desk = openTestDesk({ clock, trialOnly: false, dialogs, ...(folder ? { folder } : {}) });
  const founding = sampleFounding({
    trial: false,
    desk: { number, name: `Quầy ${number}` },
    lane: laneOf(number),
    clerk: { name: `Cán bộ Mẫu ${number}`, username: `mau${number}`, password: 'bốn từ tiếng việt' },
  });
  const founded = await desk.ask('setup.found', {
    ...founding,
    profile: { ...founding.profile, code: office },
  });
  if (!founded.ok) throw new Error(JSON.stringify(founded.fault));
  return { ...desk, sync: startSync(desk.desk, reach) };
};

/** The same vault again, as after a night or a cut: opened, signed in, and on the line. */
export const reopenLineDesk = async (folder: string, reach: Reach = fetch): Promise<LineDesk> => {
  const desk = openTestDesk({ clock: wallClock, trialOnly: false, folder });
  await signInSample(desk);
  return { ...desk, sync: startSync(desk.desk, reach) };
};

/** Takes a desk in at `url`, as its administrator and the province's do it. */
export const joinHub = async (
  hub: Pick<TestHub, 'db'> & { hub: { url: string } },
  desk: LineDesk,
  { url = hub.hub.url, confirm = true }: { url?: string; confirm?: boolean } = {},
): Promise<void> => {
  const { office } = getCabinet(desk.desk);
  const place = { office: office.profile.code, desk: office.desk.number };
  const code = await issueCode(hub.db, { ...place, lanes: [laneOf(place.desk)], hours: 8, now: Date.now() });
  const joined = await desk.ask('sync.join', { url, code });
  if (!joined.ok || !joined.value.joined) throw new Error(JSON.stringify(joined));
  if (!confirm) return;
  const done = await confirmDesk(hub.db, {
    ...place,
    fingerprint: joined.value.joined.fingerprint,
    now: Date.now(),
  });
  if (done !== 'confirmed') throw new Error(done);
  await desk.ask('sync.sendNow', {});
};

/** Waits for a state, never for a time; the test's own limit ends it. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await rest(20);
};

/** Everything of these desks is at the hub, and every one has read all of it. */
export const level = (hub: Pick<TestHub, 'db'>, desks: readonly LineDesk[]): Promise<void> =>
  until(async () => {
    for (const { desk } of desks) {
      const { db, office, journal } = getCabinet(desk);
      const seen = db.prepare('SELECT count(*) AS n FROM seen').get<{ n: number }>([])?.n ?? 0;
      const { rows } = await hub.db.query<{ position: number; rolling: string }>(
        "SELECT position, encode(rolling, 'hex') AS rolling FROM office WHERE office = $1",
        [office.profile.code],
      );
      const cursor = findCursor(db);
      const at = rows[0];
      if (seen < journal.head.pos || at?.position !== cursor.position || at.rolling !== cursor.hash)
        return false;
    }
    return true;
  });

export const closeLine = async (desk: LineDesk): Promise<void> => {
  await desk.sync.stop();
  desk.close();
};
