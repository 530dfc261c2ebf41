import type { SyncFailure, SyncPhase } from '../../shared/contract/sync.ts';
import type { StatusAnswer } from '../../shared/sync/messages.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { tellStrip } from '../desk/status.ts';
import type { Pace } from './push.ts';
import { HubRefusal, LineFault } from './reach.ts';
import type { Reach } from './reach.ts';
import type { HubSession } from './session.ts';
import type { SyncState } from './state.ts';
import { FeedAltered } from './take-page.ts';

/** An open vault on its way to its province. */
export interface Line {
  desk: Desk;
  cabinet: Cabinet;
  reach: Reach;
  state: SyncState;
  session: Promise<HubSession> | undefined;
  pace: Pace;
  /** Something on the way holds streams back: the feed is asked for page by page. */
  pollsOnly: boolean;
  /** What the province has for this desk and nobody has been there to take. */
  offered: StatusAnswer | undefined;
  /** Packs it offered that are not what they should be, by their hash: they are not fetched again before the next start. */
  declined: Set<string>;
  /** Files whose only request was cut off, by hash (files/send-files.ts). */
  cutOff: Set<string>;
  /** Whatever waits for something to do looks again now. */
  look: () => void;
  signal: AbortSignal;
}

/** The province has answered. */
export const contact = (line: Line): void => {
  line.state.lastContactAt = line.desk.clock.now();
  line.state.failure = null;
};

/** Every window shows it at once. */
export const enterPhase = (line: Line, phase: SyncPhase): void => {
  if (line.state.phase === phase) return;
  line.state.phase = phase;
  tellStrip(line.desk);
};

export const failureOf = (error: unknown): SyncFailure => {
  if (error instanceof HubRefusal) return error.reason;
  if (error instanceof LineFault) return error.kind;
  return error instanceof FeedAltered ? 'feedAltered' : 'offline';
};

/** Trying again mends nothing here: a person must. */
export const needsHand = (failure: SyncFailure): boolean =>
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
