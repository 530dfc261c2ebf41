import * as z from 'zod';
import type { Refusal } from '../sync/messages.ts';
import { answers, id, none, text } from './method.ts';
import type { DossierPage } from './dossier-shapes.ts';

/** What keeps the line from working: the hub's own word, or that there is none. */
export type SyncFailure =
  | Refusal
  | 'offline'
  | 'proxy'
  | 'certificateDate'
  | 'certificateName'
  | 'certificate'
  | 'notHub'
  | 'feedAltered';

/** How the line stands. */
export type SyncPhase = 'off' | 'connecting' | 'sending' | 'level' | 'retrying' | 'stopped';

/** One thing that waits or needs a hand, for the sync page. */
export interface WaitingItem {
  /** 'waiting': not at the province yet; 'held': there, and not yet in its feed; 'aside', 'unverified': not taken in. */
  kind: 'waiting' | 'held' | 'aside' | 'unverified';
  /** The row that needs a hand, '' for what waits. */
  id: string;
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

/** A file of the office that another desk took in and that is not on this PC. */
export interface ForeignFile {
  dossier: string;
  code: string;
  ownerName: string;
  hash: string;
  name: string;
}

export interface WaitingItems {
  items: WaitingItem[];
  /** Things beyond those listed. */
  more: number;
  /** Files of other desks that are not here, the newest, and how many in all. */
  foreign: { files: ForeignFile[]; count: number };
}

export interface SyncStanding {
  joined: {
    url: string;
    hubName: string;
    /** Compared aloud with the one the province's administrator sees. */
    fingerprint: string;
    confirmed: boolean;
  } | null;
  phase: SyncPhase;
  failure: SyncFailure | null;
  lastContactAt: number | null;
  clockOffset: number | null;
  /** Not yet seen in the province's feed; `things`: dossiers, and the office's own affairs as one. */
  waiting: { dossiers: number; things: number; rows: number; since: number | null };
  /** Rows of this desk the province has shown and taken in, shown and kept aside, and of the office's other desks. */
  accepted: number;
  keptAside: number;
  fromOthers: number;
  /** Attachments the hub has not vouched for yet. */
  filesWaiting: number;
  aside: number;
  /** The release of the application the province gives out, where this one is older. */
  newest: string | null;
  /** Rows on their way: sent of those begun with, and milliseconds left at the pace so far, null before it is known. */
  progress: { sent: number; total: number; left: number | null } | null;
}

/** What went onto a stick, or came back on one. */
export interface CarryDone {
  rows: number;
  files: number;
  /** Why the province did not take the rest of it. */
  refused: Refusal[];
  file: string;
}

export const syncMethods = {
  'sync.get': answers<SyncStanding>()(none, 'any'),
  'sync.items': answers<WaitingItems>()(none, 'any'),
  /** She has looked at a row the province keeps aside and told of it: it asks for nobody any more. */
  'sync.settle': answers<null>()(z.strictObject({ id }), 'any'),
  'sync.join': answers<SyncStanding>()(z.strictObject({ url: text(300), code: text(60) }), ['admin']),
  /** Brings a dossier's file here that another desk of the office took in; the dossier's page as it then is. */
  'sync.fetchFile': answers<DossierPage>()(
    z.strictObject({ id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    'any',
  ),
  /** What waits, sealed to the province, onto a stick; another desk's stick over this desk's line; the province's word carried back. */
  'carry.pack': answers<CarryDone>()(none, 'any'),
  'carry.relay': answers<CarryDone>()(none, 'any'),
  'carry.takeBack': answers<CarryDone>()(none, 'any'),
  'sync.sendNow': answers<SyncStanding>()(none, 'any'),
} as const;
