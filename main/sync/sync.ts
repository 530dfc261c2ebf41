import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { tellRows } from '../lookup/working-set.ts';
import { note } from '../log.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { tellStrip } from '../desk/status.ts';
import { openDeskSession } from './desk-session.ts';
import {
  deskSigner,
  findAcknowledged,
  findCursor,
  findEnrolment,
  getCertificate,
  saveAcknowledged,
  saveEnrolment,
} from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import { readFeedPages, StreamHeldBack } from './feed-stream.ts';
import { sendFiles } from './files/send-files.ts';
import { countWaitingFiles } from './files/waiting-files.ts';
import { keepDoing } from './keep-doing.ts';
import { contact, enterPhase } from './line.ts';
import type { Line } from './line.ts';
import { findHeld } from './outbox.ts';
import { beginPace, pushAfter } from './push.ts';
import { HubRefusal, LineFault } from './reach.ts';
import type { Reach } from './reach.ts';
import type { HubSession } from './session.ts';
import { beginState, endState } from './state.ts';
import { findSeen, pointsOf, rewindTo, takePage } from './take-page.ts';
import { tellStatus } from './tell-status.ts';

export interface Sync {
  /** Tries at once what waits for its next try; also after an enrolment. */
  nudge(): void;
  stop(): Promise<void>;
  readonly reach: Reach;
}

/** How often the journal's head in memory is looked at: an acceptance is never told to call. */
const lookMs = 500;
const pollSeconds = 25;
/** How often the province hears how this desk stands. */
const statusEveryMs = 5 * 60_000;

const syncs = new WeakMap<Desk, Sync>();
export const syncOf = (desk: Desk): Sync | undefined => syncs.get(desk);

const enrolmentOf = ({ cabinet }: Line): Enrolment => {
  const found = findEnrolment(cabinet.db);
  if (!found) throw new Error('sync: not enrolled');
  return found;
};

/** One session for both directions; opened anew after the hub has ended it. */
const sessionOf = (line: Line): Promise<HubSession> => {
  line.session ??= (async () => {
    const { desk, cabinet, reach, signal } = line;
    const enrolment = enrolmentOf(line);
    const session = await openDeskSession(desk, cabinet, reach, enrolment, signal);
    line.state.clockOffset = session.clockOffset;
    if (session.confirmed !== enrolment.confirmed)
      saveEnrolment(cabinet.db, { ...enrolment, confirmed: session.confirmed });
    const held = findHeld(cabinet.db, session.held, findAcknowledged(cabinet.db));
    saveAcknowledged(cabinet.db, held);
    return session;
  })();
  line.session.catch(() => (line.session = undefined));
  return line.session;
};

/** Sends what waits, as long as something does. */
const pushAll = async (line: Line): Promise<void> => {
  const { cabinet, reach, signal } = line;
  const { token } = await sessionOf(line);
  const enrolment = enrolmentOf(line);
  contact(line);
  const signer = deskSigner(enrolment.seed);
  try {
    for (;;) {
      const from = findAcknowledged(cabinet.db);
      if (from >= cabinet.journal.head.pos) break;
      line.state.sending ??= { after: from, since: performance.now() };
      enterPhase(line, 'sending');
      const part = { reach, enrolment, signer, token, signal };
      const told = (): void => {
        contact(line);
        tellStrip(line.desk);
      };
      await pushAfter(cabinet.db, from, part, told, line.pace).catch((error: unknown) => {
        // A line that broke and had carried something is a bad one, not a lost one: it is used again at once.
        if (
          !(error instanceof LineFault) ||
          error.kind !== 'offline' ||
          findAcknowledged(cabinet.db) === from
        )
          throw error;
      });
    }
  } finally {
    line.state.sending = null;
  }
  enterPhase(line, 'level');
};

const takeFeed = async (line: Line): Promise<void> => {
  const { cabinet, reach, signal, desk } = line;
  const session = await sessionOf(line);
  if (!session.confirmed) throw new HubRefusal('unconfirmed');
  const enrolment = enrolmentOf(line);
  const own = getCertificate(enrolment).desk;
  let bodies = false;
  const place = (): string => {
    const { position, hash } = findCursor(cabinet.db);
    const query = new URLSearchParams({
      after: String(position),
      hash,
      wait: String(pollSeconds),
      own: bodies ? '1' : '0',
      points: pointsOf(cabinet.db)
        .map((point) => `${point.position}:${point.hash}`)
        .join(','),
    });
    return `${enrolment.url}/v1/feed?${query.toString()}`;
  };
  for (;;) {
    try {
      for await (const page of readFeedPages(reach, place(), session.token, signal, !line.pollsOnly)) {
        signal.throwIfAborted();
        contact(line);
        // A line that was lost while nothing waited is found again by reading.
        if (findAcknowledged(cabinet.db) >= cabinet.journal.head.pos) enterPhase(line, 'level');
        if ('rewind' in page) {
          note('feed rewound', { from: findCursor(cabinet.db).position, to: page.rewind.position });
          rewindTo(cabinet.db, page.rewind);
          // What the hub lost of this desk's own is found by the next session.
          line.session = undefined;
          return;
        }
        const taken = takePage(cabinet.db, page.entries, page.end, own);
        if (taken.rows.length > 0) tellRows(desk, taken.rows);
        if (taken.online) desk.tell({ kind: 'online' });
        if (page.entries.length > 0) tellStrip(desk);
        const asksOtherwise = taken.lost !== bodies;
        bodies = taken.lost;
        if (asksOtherwise) break;
      }
    } catch (error) {
      if (!(error instanceof StreamHeldBack)) throw error;
      line.pollsOnly = true;
    }
  }
};

/** Attachments go while no row waits, and from a confirmed desk alone. */
const sendAttachments = async (line: Line, rowsFirst: () => Promise<void>): Promise<void> => {
  const { desk, cabinet, reach, signal } = line;
  const { token, confirmed } = await sessionOf(line);
  if (!confirmed) return;
  const { db, databaseKey } = cabinet;
  const enrolment = enrolmentOf(line);
  await sendFiles({
    db,
    folder: desk.places.data,
    databaseKey,
    reach,
    enrolment,
    token,
    rowsFirst,
    told: () => tellStrip(desk),
    signal,
  });
};

const tellProvince = async (line: Line): Promise<void> => {
  const { desk, cabinet, reach, signal } = line;
  const { token } = await sessionOf(line);
  await tellStatus(desk, cabinet, { reach, url: enrolmentOf(line).url, token, signal });
};

/** Joins an open, enrolled vault to its province, until it is shut. Begins after the first sign-in, which opens it. */
export const startSync = (desk: Desk, reach: Reach): Sync => {
  const bell = new EventEmitter();
  let running: { cabinet: Cabinet; cut: AbortController; done: Promise<unknown> } | undefined;

  const begin = (cabinet: Cabinet): void => {
    const cut = new AbortController();
    const line: Line = {
      desk,
      cabinet,
      reach,
      state: beginState(desk),
      session: undefined,
      pace: beginPace(),
      pollsOnly: false,
      signal: cut.signal,
    };
    const untilMore = async (): Promise<void> => {
      while (!cut.signal.aborted && findAcknowledgedSafely(cabinet) >= cabinet.journal.head.pos)
        await once(bell, 'look', { signal: cut.signal }).catch(() => undefined);
    };
    const noRowWaits = async (): Promise<void> => {
      while (!cut.signal.aborted && findAcknowledgedSafely(cabinet) < cabinet.journal.head.pos)
        await once(bell, 'look', { signal: cut.signal }).catch(() => undefined);
    };
    // What the hub did not want yet it may want once its feed has shown more.
    let asked = '';
    const untilFiles = async (): Promise<void> => {
      for (; !cut.signal.aborted; await once(bell, 'look', { signal: cut.signal }).catch(() => undefined)) {
        const standing = standingOfFiles(cabinet);
        if (standing === asked || standing.startsWith('0 ')) continue;
        asked = standing;
        return;
      }
    };
    const untilStatusIsOld = async (): Promise<void> => {
      await sleep(statusEveryMs, undefined, { signal: cut.signal }).catch(() => undefined);
    };
    const done = Promise.all([
      keepDoing(line, bell, pushAll, untilMore),
      keepDoing(line, bell, takeFeed, () => Promise.resolve()),
      keepDoing(line, bell, (one) => sendAttachments(one, noRowWaits), untilFiles),
      keepDoing(line, bell, tellProvince, untilStatusIsOld),
    ]);
    running = { cabinet, cut, done };
  };
  const look = (): void => {
    const { cabinet } = desk;
    if (running && running.cabinet !== cabinet) {
      running.cut.abort();
      running = undefined;
      endState(desk);
    }
    if (!running && cabinet && !cabinet.office.trial && !cabinet.restored && findEnrolment(cabinet.db))
      begin(cabinet);
    bell.emit('look');
  };
  const timer = setInterval(look, lookMs);
  const sync: Sync = {
    reach,
    nudge: () => {
      look();
      bell.emit('nudge');
    },
    stop: async () => {
      clearInterval(timer);
      running?.cut.abort();
      await running?.done;
      running = undefined;
      endState(desk);
    },
  };
  syncs.set(desk, sync);
  return sync;
};

/** How many files wait, and how far the feed has been read. */
const standingOfFiles = ({ db }: Cabinet): string => {
  try {
    return `${countWaitingFiles(db)} ${findSeen(db)}`;
  } catch {
    return '0 ';
  }
};

/** The vault may be shut while the loop sleeps. */
const findAcknowledgedSafely = ({ db }: Cabinet): number => {
  try {
    return findAcknowledged(db);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};
