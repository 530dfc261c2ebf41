import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import { buffer } from 'node:stream/consumers';
import { carryClaim, openSigned } from '../shared/sync/claims.ts';
import type { Signed } from '../shared/sync/claims.ts';
import { CarryMalformed, readRecords } from '../shared/sync/carry.ts';
import type { Acknowledgement, CarryHead } from '../shared/sync/carry.ts';
import { batchLimits } from '../shared/sync/messages.ts';
import { admitOffice } from './admission.ts';
import type { HubContext } from './context.ts';
import { crypto } from './crypto.ts';
import type { Database } from './database.ts';
import { recallDesk } from './enrolment.ts';
import { beginUpload, finishUpload, standingOf } from './files.ts';
import type { Identity } from './identity.ts';
import { keepBatch } from './ingest.ts';
import { Refused } from './refused.ts';
import { findDesk } from './sessions.ts';
import type { Caller } from './sessions.ts';
import { unpack } from './unpack.ts';

/** The desk a stick speaks for: certified by this province, not revoked since, and the one that signed it. */
const carrierOf = async (
  db: Database,
  identity: Identity,
  head: Extract<CarryHead, { kind: 'carry' }>,
  now: number,
): Promise<Caller> => {
  const certified = await recallDesk(db, identity, head.certificate, '', now);
  if (!certified) throw new Refused('unknownDesk');
  const known = await findDesk(db, certified.office, certified.desk);
  if (!known || known.state === 'revoked' || known.key !== certified.key) throw new Refused('revoked');
  const claim = openSigned(crypto, 'carry', carryClaim, known.key, head.claim);
  if (claim?.office !== certified.office || claim.desk !== certified.desk)
    throw new Refused('signatureWrong');
  if (claim.hub !== identity.hub) throw new Refused('otherHub');
  return {
    office: certified.office,
    desk: certified.desk,
    key: known.key,
    confirmed: known.state === 'confirmed',
  };
};

/** What was just kept is admitted; another instance that is at it is waited for by its lease. */
const admitAll = async (db: Database, office: string): Promise<void> => {
  while ((await admitOffice(db, office)).more);
};

/** Keeps one file as a finished upload of this desk, once its hash is proved; the hub's word for it. */
export const keepFile = async (
  { db, identity, shelf }: Pick<HubContext, 'db' | 'identity' | 'shelf'>,
  from: Caller,
  sha256: string,
  size: number,
  now: number,
  body: AsyncIterable<Uint8Array>,
): Promise<Signed> => {
  const receiptOf = async (): Promise<Signed | undefined> =>
    (await standingOf(db, from.office, [sha256])).files[0]?.receipt;
  const before = await receiptOf();
  if (before) return before;
  const id = await beginUpload(db, from, { sha256, size, now });
  await shelf.store.create(new Upload({ id, offset: 0, size }));
  if (size > 0) await shelf.store.write(Readable.from(body), id, 0);
  const kept = await finishUpload(db, shelf, identity, id, now);
  const receipt = kept ? await receiptOf() : undefined;
  if (!receipt) throw new Refused('digestWrong');
  return receipt;
};

/**
 * Takes in what was carried on a stick, exactly as a push would have been, and answers with what is to be carried back. Taking the same
 * again gives the same receipts. What is refused stops nothing behind it but batches of the same desk that continue it.
 */
export const takeCarried = async (
  hub: Pick<HubContext, 'db' | 'identity' | 'shelf'>,
  source: AsyncIterable<Uint8Array>,
  now: number,
): Promise<Acknowledgement> => {
  const { db, identity } = hub;
  let from: Caller | undefined;
  const answer = { receipts: [] as Signed[], files: [] as Signed[], refused: [] as Refused['reason'][] };
  const opened = await identity.unseal(source);
  for await (const { head, body } of readRecords(opened)) {
    if (head.kind === 'carry') from = await carrierOf(db, identity, head, now);
    if (!from) throw new CarryMalformed('the first record says nobody');
    try {
      if (head.kind === 'file') {
        // The rows that name it came before it on the stick.
        await admitAll(db, from.office);
        answer.files.push(await keepFile(hub, from, head.sha256, head.bytes, now, body));
      }
      if (head.kind !== 'batch') continue;
      if (head.bytes > batchLimits.sentBytes) throw new Refused('tooLarge');
      const batch = await unpack(identity, from, head.claim, await buffer(Readable.from(body)));
      answer.receipts.push((await keepBatch(db, identity, batch, now)).receipt);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answer.refused.push(error.reason);
    }
  }
  if (!from) throw new CarryMalformed('nothing is in it');
  return { kind: 'acknowledgement', format: 1, office: from.office, desk: from.desk, ...answer };
};
