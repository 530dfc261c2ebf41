import type { Commands } from '../dispatch.ts';
import type { DossierPage, InputOf } from '../../shared/contract.ts';
import type { SyncStanding } from '../../shared/contract/sync.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { fingerprintOf } from '../../shared/sync/claims.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { tellStrip } from '../desk/status.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findDossierState } from '../journal/projections.ts';
import { dossierPage } from '../lookup/dossier-page.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { hasAttachment } from '../vault/attachments.ts';
import { openDeskSession } from './desk-session.ts';
import { deskSigner, findAcknowledged, findEnrolment } from './enrolment.ts';
import { fetchFile } from './files/fetch-file.ts';
import { countWaitingFiles } from './files/waiting-files.ts';
import { listItems } from './items.ts';
import { joinProvince, lineFault } from './join.ts';
import { HubRefusal, LineFault } from './reach.ts';
import { syncState } from './state.ts';
import { syncOf } from './sync.ts';
import { countAside, countKeptAside, countWaiting } from './waiting.ts';

const countOf = (db: ReadableDatabase, table: 'seen' | 'pulled'): number =>
  db.prepare(`SELECT count(*) AS n FROM ${table}`).get<{ n: number }>([])?.n ?? 0;

/** How far the rows on their way have come, and how long the rest takes at the pace so far. */
const progressOf = (desk: Desk): SyncStanding['progress'] => {
  const { sending } = syncState(desk);
  if (!sending) return null;
  const { db, journal } = getCabinet(desk);
  const sent = findAcknowledged(db) - sending.after;
  const total = journal.head.pos - sending.after;
  const taken = performance.now() - sending.since;
  return { sent, total, left: sent > 0 ? (taken / sent) * (total - sent) : null };
};

/** Releases are numbered with dots: 1.10.0 comes after 1.9.3. */
const isNewer = (release: string | null, own: string): boolean =>
  release !== null && release.localeCompare(own, 'en', { numeric: true }) > 0;

const standingOf = (desk: Desk): SyncStanding => {
  const { db } = getCabinet(desk);
  const enrolment = findEnrolment(db);
  const { phase, failure, lastContactAt, clockOffset, newest } = syncState(desk);
  const { rows: keptAside } = countKeptAside(db);
  return {
    joined: enrolment
      ? {
          url: enrolment.url,
          hubName: enrolment.hubName,
          fingerprint: fingerprintOf(chainCrypto, deskSigner(enrolment.seed).publicKey),
          confirmed: enrolment.confirmed,
        }
      : null,
    phase,
    failure,
    lastContactAt,
    clockOffset,
    waiting: countWaiting(db),
    accepted: countOf(db, 'seen') - keptAside,
    keptAside,
    fromOthers: countOf(db, 'pulled'),
    filesWaiting: countWaitingFiles(db),
    aside: countAside(db),
    newest: isNewer(newest, desk.versions.application) ? newest : null,
    progress: progressOf(desk),
  };
};

const fetchMs = 120_000;

/** Brings a file of the office that lies at the province into the vault; nothing to do when it is here. */
export const bringFile = async (desk: Desk, hash: string): Promise<Result<null>> => {
  const cabinet = getCabinet(desk);
  const { data: folder } = desk.places;
  const { db, databaseKey } = cabinet;
  if (hasAttachment(folder, databaseKey, hash)) return succeed(null);
  const enrolment = findEnrolment(db);
  const reach = syncOf(desk)?.reach;
  if (!enrolment || !reach) return fail('fileElsewhere');
  const signal = AbortSignal.timeout(fetchMs);
  try {
    const { token } = await openDeskSession(desk, cabinet, reach, enrolment, signal);
    await fetchFile({ folder, databaseKey, reach, enrolment, token, signal }, hash);
    return succeed(null);
  } catch (error) {
    if (error instanceof HubRefusal && error.reason === 'fileUnknown') return fail('fileElsewhere');
    return lineFault(signal.aborted ? new LineFault('offline', error) : error);
  }
};

/** The same for a dossier's file, which from then on is one of this vault's. */
const bringDossierFile = async (
  desk: Desk,
  { id, hash }: InputOf<'sync.fetchFile'>,
): Promise<Result<DossierPage>> => {
  const cabinet = getCabinet(desk);
  const state = findDossierState(cabinet.db, id);
  const file = state && filesOf(state).find((one) => one.file.hash === hash)?.file;
  if (!file) return fail('fileNotHere');
  const brought = await bringFile(desk, hash);
  if (!brought.ok) return brought;
  keepAttachments(cabinet.db, id, [file], desk.clock.now());
  return dossierPage(cabinet, id);
};

export const syncCommands: Pick<
  Commands,
  'sync.get' | 'sync.items' | 'sync.join' | 'sync.sendNow' | 'sync.settle' | 'sync.fetchFile'
> = {
  'sync.get': ({ desk }) => succeed(standingOf(desk)),
  'sync.items': ({ desk }) => succeed(listItems(getCabinet(desk).db)),
  'sync.join': async ({ desk }, input) => {
    const joined = await joinProvince(desk, input);
    return joined.ok ? succeed(standingOf(desk)) : joined;
  },
  'sync.sendNow': ({ desk }) => {
    syncOf(desk)?.nudge();
    return succeed(standingOf(desk));
  },
  'sync.fetchFile': ({ desk }, input) => bringDossierFile(desk, input),
  'sync.settle': ({ desk }, { id }) => {
    getCabinet(desk)
      .db.prepare('INSERT OR IGNORE INTO settled (id, at, clerk) VALUES (?, ?, ?)')
      .run([id, desk.clock.now(), getSession(desk).clerk]);
    tellStrip(desk);
    return succeed(null);
  },
};
