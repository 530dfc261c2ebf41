import { EventEmitter, once } from 'node:events';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { feedPage } from '../../shared/sync/feed.ts';
import type { SyncFailure } from '../../shared/contract/sync.ts';
import { tellRows } from '../lookup/working-set.ts';
import { logFailure, note } from '../log.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { tellStrip } from '../desk/status.ts';
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
import { findHeld } from './outbox.ts';
import { pushAfter } from './push.ts';
import { HubRefusal, LineFault, askHub } from './reach.ts';
import type { Reach } from './reach.ts';
import { openHubSession } from './session.ts';
import type { HubSession } from './session.ts';
import { FeedAltered, pointsOf, rewindTo, takePage } from './take-page.ts';
import { countWaiting } from './waiting.ts';

/** What the counter shows of the line. */
export interface SyncState {
  phase: 'off' | 'connecting' | 'sending' | 'level' | 'retrying' | 'stopped';
  failure: SyncFailure | null;
  /** By this PC's clock; null before the first. */
  lastContactAt: number | null;
  /** This PC's clock less the province's, milliseconds. */
  clockOffset: number | null;
}

export interface Sync {
  state(): SyncState;
  /** Tries at once what waits for its next try; also after an enrolment. */
  nudge(): void;
  stop(): Promise<void>;
  readonly reach: Reach;
}

/** How often the journal's head in memory is looked at: an acceptance is never told to call. */
const lookMs = 500;
const pollSeconds = 25;
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

const syncs = new WeakMap<Desk, Sync>();
export const syncOf = (desk: Desk): Sync | undefined => syncs.get(desk);

const failureOf = (error: unknown): SyncFailure => {
  if (error instanceof HubRefusal) return error.reason;
  if (error instanceof LineFault) return error.kind;
  return error instanceof FeedAltered ? 'feedAltered' : 'offline';
};

/** Trying again mends nothing here: a person must. */
const needsHand = (failure: SyncFailure): boolean =>
  [
    'fork',
    'revoked',
    'unknownDesk',
    'trialVault',
    'otherHub',
    'chainBroken',
    'parentUnknown',
    'feedAltered',
  ].includes(failure);

interface Line {
  desk: Desk;
  cabinet: Cabinet;
  reach: Reach;
  state: SyncState;
  session: Promise<HubSession> | undefined;
  signal: AbortSignal;
}

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
    const waits = countWaiting(cabinet.db);
    const session = await openHubSession(
      reach,
      enrolment,
      deskSigner(enrolment.seed),
      {
        application: desk.versions.application,
        waiting: waits.rows,
        oldestWaitingAt: waits.since,
        now: desk.clock.now(),
      },
      signal,
    );
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

const contact = (line: Line): void => {
  line.state.lastContactAt = line.desk.clock.now();
  line.state.failure = null;
};

/** Sends what waits, as long as something does. */
const pushAll = async (line: Line): Promise<void> => {
  const { cabinet, reach, signal } = line;
  const { token } = await sessionOf(line);
  const enrolment = enrolmentOf(line);
  contact(line);
  const signer = deskSigner(enrolment.seed);
  for (;;) {
    const from = findAcknowledged(cabinet.db);
    if (from >= cabinet.journal.head.pos) break;
    line.state.phase = 'sending';
    await pushAfter(cabinet.db, from, { reach, enrolment, signer, token, signal }, () => {
      contact(line);
      tellStrip(line.desk);
    });
  }
  line.state.phase = 'level';
};

const takeFeed = async (line: Line): Promise<void> => {
  const { cabinet, reach, signal, desk } = line;
  const session = await sessionOf(line);
  if (!session.confirmed) throw new HubRefusal('unconfirmed');
  const enrolment = enrolmentOf(line);
  const own = getCertificate(enrolment).desk;
  let bodies = false;
  for (;;) {
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
    const page = await askHub(reach, `${enrolment.url}/v1/feed?${query.toString()}`, feedPage, {
      headers: { authorization: `Bearer ${session.token}` },
      signal,
    });
    signal.throwIfAborted();
    contact(line);
    if ('rewind' in page) {
      note('feed rewound', { from: position, to: page.rewind.position });
      rewindTo(cabinet.db, page.rewind);
      // What the hub lost of this desk's own is found by the next session.
      line.session = undefined;
      return;
    }
    const taken = takePage(cabinet.db, page.entries, page.end, own);
    bodies = taken.lost;
    if (taken.rows.length > 0) tellRows(desk, taken.rows);
    if (page.entries.length > 0) tellStrip(desk);
  }
};

/** Does `work` over and over until the line is cut for good; waits between failures, longer each time, and starts at once when nudged. */
const keepDoing = async (
  line: Line,
  bell: EventEmitter,
  work: (line: Line) => Promise<void>,
  rest: () => Promise<void>,
): Promise<void> => {
  const { signal } = line;
  const later = () => !signal.aborted;
  while (later()) {
    const nudged = new AbortController();
    const onNudge = (): void => nudged.abort();
    bell.once('nudge', onNudge);
    const policy = retry(handleWhen(later), {
      maxAttempts: Number.MAX_SAFE_INTEGER,
      backoff: new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: longestWaitMs }),
    });
    let working = false;
    try {
      await policy.execute(
        async () => {
          if (nudged.signal.aborted && !working) return;
          working = true;
          try {
            await work(line);
          } catch (error) {
            if (!later()) throw error;
            if (error instanceof HubRefusal || error instanceof LineFault) line.session = undefined;
            else logFailure('sync', error);
            line.state.failure = failureOf(error);
            line.state.phase = needsHand(line.state.failure) ? 'stopped' : 'retrying';
            tellStrip(line.desk);
            throw error;
          } finally {
            working = false;
          }
        },
        AbortSignal.any([signal, nudged.signal]),
      );
      await rest();
    } catch {
      // Nudged, or the vault was shut: the loop says which.
    }
    bell.off('nudge', onNudge);
  }
};

/** Joins an open, enrolled vault to its province, until it is shut. Begins after the first sign-in, which opens it. */
export const startSync = (desk: Desk, reach: Reach): Sync => {
  const bell = new EventEmitter();
  const off: SyncState = { phase: 'off', failure: null, lastContactAt: null, clockOffset: null };
  let running:
    { cabinet: Cabinet; state: SyncState; cut: AbortController; done: Promise<unknown> } | undefined;

  const begin = (cabinet: Cabinet): void => {
    const cut = new AbortController();
    const state: SyncState = { ...off, phase: 'connecting' };
    const line: Line = { desk, cabinet, reach, state, session: undefined, signal: cut.signal };
    const untilMore = async (): Promise<void> => {
      while (!cut.signal.aborted && findAcknowledgedSafely(cabinet) >= cabinet.journal.head.pos)
        await once(bell, 'look', { signal: cut.signal }).catch(() => undefined);
    };
    const done = Promise.all([
      keepDoing(line, bell, pushAll, untilMore),
      keepDoing(line, bell, takeFeed, () => Promise.resolve()),
    ]);
    running = { cabinet, state, cut, done };
  };
  const look = (): void => {
    const { cabinet } = desk;
    if (running && running.cabinet !== cabinet) {
      running.cut.abort();
      running = undefined;
    }
    if (!running && cabinet && !cabinet.office.trial && !cabinet.restored && findEnrolment(cabinet.db))
      begin(cabinet);
    bell.emit('look');
  };
  const timer = setInterval(look, lookMs);
  const sync: Sync = {
    reach,
    state: () => running?.state ?? off,
    nudge: () => {
      look();
      bell.emit('nudge');
    },
    stop: async () => {
      clearInterval(timer);
      running?.cut.abort();
      await running?.done;
      running = undefined;
    },
  };
  syncs.set(desk, sync);
  return sync;
};

/** The vault may be shut while the loop sleeps. */
const findAcknowledgedSafely = ({ db }: Cabinet): number => {
  try {
    return findAcknowledged(db);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};
