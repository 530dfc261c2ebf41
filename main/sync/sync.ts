import { EventEmitter, once } from 'node:events';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { tellStripSoon } from '../desk/status.ts';
import { standingOfWaiting } from '../online/submissions.ts';
import { deskSigner, findAcknowledged, findCursor, findEnrolment } from './enrolment.ts';
import { bringOnlineFiles } from './files/bring-online-files.ts';
import { countWaitingFiles } from './files/waiting-files.ts';
import { keepDoing } from './keep-doing.ts';
import { contact, enterPhase } from './line.ts';
import type { Line } from './line.ts';
import { enrolmentOf, sessionOf } from './line-session.ts';
import { beginPace, pushAfter } from './push.ts';
import { LineFault } from './reach.ts';
import type { Reach } from './reach.ts';
import { beginState, endState } from './state.ts';
import { takeFeed } from './take-feed.ts';
import { takeOffers } from './take-offers.ts';
import { findSeen } from './take-page.ts';
import { tellStatus } from './tell-status.ts';

export interface Sync {
  /** Tries at once what waits for its next try; also after an enrolment. */
  nudge(): void;
  stop(): Promise<void>;
  readonly reach: Reach;
}

/** How often the journal's head in memory is looked at: an acceptance is never told to call. */
const lookMs = 500;
/** How often the province hears how this desk stands. */
const statusEveryMs = 5 * 60_000;

const syncs = new WeakMap<Desk, Sync>();
export const syncOf = (desk: Desk): Sync | undefined => syncs.get(desk);

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
      const hasRead = () => findCursor(cabinet.db);
      const part = { reach, enrolment, signer, token, signal, hasRead };
      const told = (): void => {
        contact(line);
        tellStripSoon(line.desk);
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
  // What goes while no row waits looks again now: at the next look somebody may have accepted.
  line.look();
};

/** Attachments go while no row waits, and from a confirmed desk alone. */
const sendAttachments = async (
  line: Line,
  carried: () => void,
  rowsFirst: () => Promise<void>,
): Promise<void> => {
  const { desk, cabinet, reach, signal } = line;
  const { token, confirmed } = await sessionOf(line);
  if (!confirmed) return;
  const { db, databaseKey } = cabinet;
  if (countWaitingFiles(db) === 0) return;
  const enrolment = enrolmentOf(line);
  // Read with the first file there is to send: no sign-in waits for it.
  const { sendFiles } = await import('./files/send-files.ts');
  await sendFiles({
    db,
    folder: desk.places.data,
    databaseKey,
    reach,
    enrolment,
    token,
    rowsFirst,
    cutOff: line.cutOff,
    carried,
    told: () => tellStripSoon(desk),
    signal,
  });
};

/** What citizens sent with what they filed online comes before a clerk asks: taking it in then needs no line. */
const bringFiles = async (line: Line): Promise<void> => {
  const { desk, cabinet, reach, signal } = line;
  if (standingOfOnline(cabinet) === '') return;
  const { token, confirmed } = await sessionOf(line);
  if (!confirmed) return;
  const { db, databaseKey } = cabinet;
  const enrolment = enrolmentOf(line);
  await bringOnlineFiles({ db, folder: desk.places.data, databaseKey, reach, enrolment, token, signal });
};

const tellProvince = async (line: Line): Promise<void> => {
  const { desk, cabinet, reach, signal } = line;
  const { token } = await sessionOf(line);
  line.offered = await tellStatus(desk, cabinet, { reach, url: enrolmentOf(line).url, token, signal });
  await takeOffers(line);
};

/** Joins an open, enrolled vault to its province, until it is shut. Begins after the first sign-in, which opens it. */
export const startSync = (desk: Desk, reach: Reach): Sync => {
  // Every piece of a file that waits for rows to go first listens to it.
  const bell = new EventEmitter().setMaxListeners(0);
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
      offered: undefined,
      declined: new Set(),
      cutOff: new Set(),
      look: () => void bell.emit('look'),
      signal: cut.signal,
    };
    const untilMore = async (): Promise<void> => {
      while (!cut.signal.aborted && findAcknowledgedSafely(cabinet) >= cabinet.journal.head.pos)
        await once(bell, 'look', { signal: cut.signal }).catch(() => undefined);
    };
    const noRowWaits = async (): Promise<void> => {
      // What was accepted since the last look goes now, and whoever waits here goes on behind it.
      if (findAcknowledgedSafely(cabinet) < cabinet.journal.head.pos) line.look();
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
    let online = standingOfOnline(cabinet);
    const untilMoreOnline = async (): Promise<void> => {
      while (!cut.signal.aborted && standingOfOnline(cabinet) === online)
        await once(bell, 'look', { signal: cut.signal }).catch(() => undefined);
      online = standingOfOnline(cabinet);
    };
    // What the province offers is taken under a clerk's name: it waits for one to sign in.
    const untilStatusIsOld = async (): Promise<void> => {
      const old = performance.now() + statusEveryMs;
      const mayTake = (): boolean => line.offered !== undefined && desk.session !== null;
      while (!cut.signal.aborted && performance.now() < old && !mayTake())
        await once(bell, 'look', { signal: cut.signal }).catch(() => undefined);
    };
    const done = Promise.all([
      keepDoing(line, bell, pushAll, untilMore),
      keepDoing(line, bell, takeFeed, () => Promise.resolve()),
      keepDoing(line, bell, (one, carried) => sendAttachments(one, carried, noRowWaits), untilFiles),
      keepDoing(line, bell, bringFiles, untilMoreOnline),
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
  look();
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

const standingOfOnline = ({ db }: Cabinet): string => {
  try {
    return standingOfWaiting(db);
  } catch {
    return '';
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
