import { openSigned, receiptClaim, signedText } from '../../shared/sync/claims.ts';
import type { BatchClaim, Signed } from '../../shared/sync/claims.ts';
import { claimHeader, cursorHeader, pushAnswer, signatureHeader } from '../../shared/sync/messages.ts';
import { writeCursor } from '../../shared/sync/feed.ts';
import type { Cursor } from '../../shared/sync/feed.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { lightTransaction } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import type { Signer } from '../vault/keys.ts';
import { getCertificate, saveAcknowledged } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import { inTurn } from './in-turn.ts';
import { gatherAfter, pack } from './outbox.ts';
import type { Parcel, ParcelLimits, Stretch } from './outbox.ts';
import { HubRefusal, LineFault, askHub } from './reach.ts';
import type { Reach } from './reach.ts';

/** Batches on their way at once, the newest still being packed: the line's round trip is paid once, not once a batch. */
const inFlight = 4;

/** How much goes into one batch: half as much after the line broke under one, twice as much again after each that arrived. */
export interface Pace {
  now: ParcelLimits;
  /** Lowered for good where the hub takes no more. */
  most: ParcelLimits;
}

export const usualLimits: ParcelLimits = { rows: 500, bytes: 2 * 1024 * 1024 };
export const beginPace = (): Pace => ({ now: usualLimits, most: usualLimits });

const halved = ({ rows, bytes }: ParcelLimits): ParcelLimits => ({
  rows: Math.max(1, rows >> 1),
  bytes: Math.max(1, bytes >> 1),
});

const quicken = (pace: Pace): void => {
  pace.now = {
    rows: Math.min(pace.most.rows, pace.now.rows * 2),
    bytes: Math.min(pace.most.bytes, pace.now.bytes * 2),
  };
};

export interface PushPart {
  reach: Reach;
  enrolment: Enrolment;
  signer: Signer;
  token: string;
  signal: AbortSignal;
  /** How far this desk has read the feed: the hub takes nothing that may be about rows it has lost since. */
  hasRead: () => Cursor;
}

const sendParcel = async (
  { reach, enrolment, signer, token, signal, hasRead }: PushPart,
  { epoch, first, last, previous, hash, digest, body }: Parcel,
): Promise<Signed> => {
  const { office, desk } = getCertificate(enrolment);
  const claim: BatchClaim = { hub: enrolment.hub, office, desk, epoch, first, last, previous, hash, digest };
  const text = JSON.stringify(claim);
  const { receipt } = await askHub(reach, `${enrolment.url}/v1/push`, pushAnswer, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      authorization: `Bearer ${token}`,
      [claimHeader]: Buffer.from(text).toString('base64'),
      [signatureHeader]: signer.sign(signedText('batch', text)).toString('hex'),
      [cursorHeader]: writeCursor(hasRead()),
    },
    body: new Uint8Array(body),
    signal,
  });
  const said = openSigned(chainCrypto, 'receipt', receiptClaim, enrolment.hubKey, receipt);
  // Only the province's own word frees a row from being sent again.
  if (
    said?.epoch !== epoch ||
    said.first !== first ||
    said.last !== last ||
    said.hash !== hash ||
    said.digest !== digest
  )
    throw new LineFault('notHub');
  return receipt;
};

/** What a power cut takes of it is sent once more, and acknowledged once more: nobody waits for the disk. */
const keepReceipt = (db: WritableDatabase, stretch: Stretch, receipt: Signed): void =>
  lightTransaction(db, () => {
    db.prepare(
      'INSERT OR REPLACE INTO receipt (epoch, first, last, text, signature) VALUES (?, ?, ?, ?, ?)',
    ).run([stretch.epoch, stretch.first, stretch.last, receipt.text, receipt.signature]);
    saveAcknowledged(db, stretch.to);
  });

/**
 * Sends everything after `pos`, several batches at once, kept in order. Returns the last place acknowledged; throws what stopped it,
 * after what was acknowledged before it is noted.
 */
export const pushAfter = async (
  db: WritableDatabase,
  pos: number,
  part: PushPart,
  told: (pos: number) => void,
  pace: Pace = beginPace(),
): Promise<number> => {
  const flying: { stretch: Stretch; answer: Promise<Signed> }[] = [];
  let packed = pos;
  let acknowledged = pos;
  let more = true;
  try {
    while (more || flying.length > 0) {
      while (more && flying.length < inFlight) {
        const stretch = await gatherAfter(db, packed, pace.now);
        if (!stretch) {
          more = false;
          break;
        }
        packed = stretch.to;
        const answer = pack(stretch).then((parcel) => sendParcel(part, parcel));
        answer.catch(() => undefined);
        flying.push({ stretch, answer });
      }
      const [next] = flying;
      if (!next) break;
      const receipt = await next.answer;
      flying.shift();
      await inTurn(() => {
        part.signal.throwIfAborted();
        keepReceipt(db, next.stretch, receipt);
      });
      acknowledged = next.stretch.to;
      quicken(pace);
      told(acknowledged);
    }
    return acknowledged;
  } catch (error) {
    await Promise.allSettled(flying.map(({ answer }) => answer));
    if (error instanceof LineFault && error.kind === 'offline') pace.now = halved(pace.now);
    if (!(error instanceof HubRefusal) || error.reason !== 'tooLarge' || pace.now.rows <= 1) throw error;
    pace.most = halved(pace.now);
    pace.now = pace.most;
    return pushAfter(db, acknowledged, part, told, pace);
  }
};
