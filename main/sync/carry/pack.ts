import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { signedText } from '../../../shared/sync/claims.ts';
import type { BatchClaim, CarryClaim, Signed } from '../../../shared/sync/claims.ts';
import { writeHead } from '../../../shared/sync/carry.ts';
import { readAttachment } from '../../vault/attachments.ts';
import type { ReadableDatabase } from '../../vault/database.ts';
import { syncFolder } from '../../vault/durable-file.ts';
import type { Signer } from '../../vault/keys.ts';
import { deskSigner, findAcknowledged, getCertificate } from '../enrolment.ts';
import type { Enrolment } from '../enrolment.ts';
import { waitingFiles } from '../files/waiting-files.ts';
import { gatherAfter, pack } from '../outbox.ts';
import { usualLimits } from '../push.ts';
import { sealTo } from './seal.ts';
import { onStick } from './stick.ts';

/** Files of one stick; the rest goes with the next. */
const mostFiles = 10_000;

export interface Carried {
  rows: number;
  files: number;
}

const sign = (signer: Signer, domain: 'batch' | 'carry', claim: object): Signed => {
  const text = JSON.stringify(claim);
  return { text, signature: signer.sign(signedText(domain, text)).toString('hex') };
};

/** Everything the hub has not acknowledged, as records; what was put in is counted in `carried`. No cursor moves. */
async function* recordsOf(
  { db, folder, databaseKey }: { db: ReadableDatabase; folder: string; databaseKey: Uint8Array },
  enrolment: Enrolment,
  now: number,
  carried: Carried,
): AsyncGenerator<Uint8Array> {
  const { hub } = enrolment;
  const { office, desk } = getCertificate(enrolment);
  const signer = deskSigner(enrolment.seed);
  const claim = sign(signer, 'carry', { hub, office, desk, madeAt: now } satisfies CarryClaim);
  yield writeHead({ kind: 'carry', format: 1, claim, certificate: enrolment.certificate, bytes: 0 });
  let pos = findAcknowledged(db);
  for (;;) {
    const stretch = await gatherAfter(db, pos, usualLimits);
    if (!stretch) break;
    const { epoch, first, last, previous, hash, digest, body } = await pack(stretch);
    const batch: BatchClaim = { hub, office, desk, epoch, first, last, previous, hash, digest };
    yield writeHead({ kind: 'batch', claim: sign(signer, 'batch', batch), bytes: body.length });
    yield body;
    carried.rows += last - first + 1;
    pos = stretch.to;
  }
  for (const { hash, size } of waitingFiles(db, mostFiles)) {
    yield writeHead({ kind: 'file', sha256: hash, bytes: size });
    yield* readAttachment(folder, databaseKey, hash);
    carried.files += 1;
  }
}

/** Writes what waits to one sealed file on a stick, whole or not at all: it takes its name once it is on the stick. Throws stickFailed. */
export const packCarry = async (
  from: { db: ReadableDatabase; folder: string; databaseKey: Uint8Array },
  enrolment: Enrolment,
  file: string,
  now: number,
): Promise<Carried> => {
  const carried: Carried = { rows: 0, files: 0 };
  const sealed = await sealTo(enrolment.hubKey, recordsOf(from, enrolment, now, carried));
  const temporary = `${file}.part`;
  try {
    const handle = await onStick('stickFailed', () => open(temporary, 'w'));
    try {
      for await (const piece of sealed) await onStick('stickFailed', () => handle.appendFile(piece));
      await onStick('stickFailed', () => handle.sync());
    } finally {
      await handle.close();
    }
    await onStick('stickFailed', () => rename(temporary, file));
    syncFolder(dirname(file));
    return carried;
  } catch (error) {
    // Of a stick that is gone nothing can be taken away.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
};
