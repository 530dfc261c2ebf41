import * as z from 'zod';
import type { Refusal } from '../sync/messages.ts';
import { answers, none, text } from './method.ts';

/** What keeps the line from working: the hub's own word, or that there is none. */
export type SyncFailure = Refusal | 'offline' | 'certificate' | 'notHub' | 'feedAltered';

/** One kind of thing that waits or needs a hand, for the sync page. */
export interface WaitingItem {
  kind: 'waiting' | 'aside' | 'unverified';
  dossier: string;
  code: string;
  ownerName: string;
  /** Rows of it. */
  count: number;
  /** When the oldest was written, milliseconds. */
  since: number;
  /** The province's reason where it keeps something aside. */
  reason: string;
}

export interface SyncStanding {
  joined: {
    url: string;
    hubName: string;
    /** Compared aloud with the one the province's administrator sees. */
    fingerprint: string;
    confirmed: boolean;
  } | null;
  phase: 'off' | 'connecting' | 'sending' | 'level' | 'retrying' | 'stopped';
  failure: SyncFailure | null;
  lastContactAt: number | null;
  clockOffset: number | null;
  /** Dossiers and rows not yet seen in the province's feed. */
  waiting: { dossiers: number; rows: number; since: number | null };
  /** Rows of this desk the province has shown, and of the office's other desks. */
  accepted: number;
  fromOthers: number;
  aside: number;
}

export const syncMethods = {
  'sync.get': answers<SyncStanding>()(none, 'any'),
  'sync.items': answers<WaitingItem[]>()(none, 'any'),
  'sync.join': answers<SyncStanding>()(z.strictObject({ url: text(300), code: text(60) }), ['admin']),
  'sync.sendNow': answers<SyncStanding>()(none, 'any'),
} as const;
