import type { Commands } from '../dispatch.ts';
import type { SyncStanding, WaitingItem } from '../../shared/contract/sync.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { toHex } from '../../shared/journal/row.ts';
import { certificateClaim, fingerprintOf, openSigned, signedText } from '../../shared/sync/claims.ts';
import type { EnrolmentClaim } from '../../shared/sync/claims.ts';
import { enrolAnswer, hubCard } from '../../shared/sync/messages.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { tellStrip } from '../desk/status.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findSummary } from '../journal/projections.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { deskSigner, drawSeed, findEnrolment, saveEnrolment } from './enrolment.ts';
import { HubRefusal, LineFault, askHub, askJson, isHubAddress } from './reach.ts';
import { syncOf } from './sync.ts';
import { findSeen } from './take-page.ts';
import { countAside, countWaiting } from './waiting.ts';

const countOf = (db: ReadableDatabase, table: 'seen' | 'pulled'): number =>
  db.prepare(`SELECT count(*) AS n FROM ${table}`).get<{ n: number }>([])?.n ?? 0;

const standingOf = (desk: Desk): SyncStanding => {
  const { db } = getCabinet(desk);
  const enrolment = findEnrolment(db);
  const state = syncOf(desk)?.state();
  return {
    joined: enrolment
      ? {
          url: enrolment.url,
          hubName: enrolment.hubName,
          fingerprint: fingerprintOf(chainCrypto, deskSigner(enrolment.seed).publicKey),
          confirmed: enrolment.confirmed,
        }
      : null,
    phase: state?.phase ?? 'off',
    failure: state?.failure ?? null,
    lastContactAt: state?.lastContactAt ?? null,
    clockOffset: state?.clockOffset ?? null,
    waiting: countWaiting(db),
    accepted: countOf(db, 'seen'),
    fromOthers: countOf(db, 'pulled'),
    aside: countAside(db),
  };
};

/** Items of the page at once; the count says how many there are. */
const mostItems = 200;

interface ItemRow {
  dossier: string;
  count: number;
  since: number;
  reason: string;
}

const itemsOf = (db: ReadableDatabase): WaitingItem[] => {
  const list = (kind: WaitingItem['kind'], sql: string, params: (string | number)[]): WaitingItem[] =>
    db
      .prepare(sql)
      .all<ItemRow & Record<string, string | number>>(params)
      .map(({ dossier, count, since, reason }) => {
        const row = findSummary(db, dossier);
        return {
          kind,
          dossier: row ? dossier : '',
          code: row?.code ?? '',
          ownerName: row?.ownerName ?? '',
          count,
          since,
          reason,
        };
      });
  const recordedAt = "CAST(coalesce(header ->> 'recordedAt', 0) AS INTEGER)";
  return [
    ...list(
      'aside',
      `SELECT subject AS dossier, 1 AS count, ${recordedAt} AS since, detail AS reason
       FROM seen JOIN journal USING (pos) WHERE verdict = 'quarantined' ORDER BY pos DESC LIMIT ${mostItems}`,
      [],
    ),
    ...list(
      'unverified',
      `SELECT subject AS dossier, 1 AS count, ${recordedAt} AS since, '' AS reason
       FROM pulled WHERE verdict = 'unverified' ORDER BY position DESC LIMIT ${mostItems}`,
      [],
    ),
    ...list(
      'waiting',
      `SELECT subject AS dossier, count(*) AS count, min(${recordedAt}) AS since, '' AS reason
       FROM journal WHERE pos > ? GROUP BY subject ORDER BY min(pos) LIMIT ${mostItems}`,
      [findSeen(db)],
    ),
  ];
};

const faultOf = (error: unknown): Result<never> => {
  if (error instanceof HubRefusal) return fail('joinRefused', { reason: error.reason });
  if (error instanceof LineFault) return fail('hubUnreachable', { reason: error.kind });
  throw error;
};

const joinMs = 20_000;

/** Joins this desk to its province: the code is used up, the hub's key is pinned. Nothing is sent before the certificate is proved. */
const join = async (
  desk: Desk,
  { url, code }: { url: string; code: string },
): Promise<Result<SyncStanding>> => {
  const { db, office } = getCabinet(desk);
  const sync = syncOf(desk);
  if (office.trial || !sync) return fail('joinTrial');
  if (findEnrolment(db)?.confirmed) return fail('joinedAlready');
  const address = url.trim().replace(/\/+$/u, '');
  if (!isHubAddress(address)) return fail('hubAddress');
  const signal = AbortSignal.timeout(joinMs);
  const seed = drawSeed();
  const signer = deskSigner(seed);
  try {
    const card = await askHub(sync.reach, `${address}/v1/hub`, hubCard, { signal });
    const claim: EnrolmentClaim = {
      code,
      office: office.profile.code,
      desk: office.desk.number,
      name: office.desk.name,
      key: signer.publicKey,
      lanes: office.lanes,
      application: desk.versions.application,
    };
    const text = JSON.stringify(claim);
    const request = { text, signature: toHex(new Uint8Array(signer.sign(signedText('enrolment', text)))) };
    const { certificate, confirmed } = await askJson(
      sync.reach,
      `${address}/v1/enrol`,
      enrolAnswer,
      request,
      signal,
    );
    const proved = openSigned(chainCrypto, 'certificate', certificateClaim, card.key, certificate);
    if (proved?.key !== signer.publicKey || proved.hub !== card.hub) throw new LineFault('notHub');
    saveEnrolment(db, {
      url: address,
      hub: card.hub,
      hubKey: card.key,
      hubName: card.name,
      certificate,
      seed,
      confirmed,
    });
  } catch (error) {
    return faultOf(signal.aborted ? new LineFault('offline', error) : error);
  }
  sync.nudge();
  tellStrip(desk);
  return succeed(standingOf(desk));
};

export const syncCommands: Pick<Commands, 'sync.get' | 'sync.items' | 'sync.join' | 'sync.sendNow'> = {
  'sync.get': ({ desk }) => succeed(standingOf(desk)),
  'sync.items': ({ desk }) => succeed(itemsOf(getCabinet(desk).db)),
  'sync.join': ({ desk }, input) => join(desk, input),
  'sync.sendNow': ({ desk }) => {
    syncOf(desk)?.nudge();
    return succeed(standingOf(desk));
  },
};
