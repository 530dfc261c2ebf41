import { generateKeyPairSync } from 'node:crypto';
import { certificateClaim, openSigned, readClaim, signed } from '../../shared/sync/claims.ts';
import type { CertificateClaim } from '../../shared/sync/claims.ts';
import { cursor, feedStart } from '../../shared/sync/feed.ts';
import type { Cursor } from '../../shared/sync/feed.ts';
import * as z from 'zod';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findSetting, saveSetting } from '../desk/settings-store.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { takeSigner } from '../vault/keys.ts';
import type { Signer } from '../vault/keys.ts';

const enrolment = z.strictObject({
  url: z.string(),
  hub: z.string(),
  /** The province's public key, pinned. */
  hubKey: z.string(),
  hubName: z.string(),
  certificate: signed,
  /** The desk's own Ed25519 seed, hex; the vault around it is encrypted. */
  seed: z.string().length(64),
  confirmed: z.boolean(),
});
export type Enrolment = z.infer<typeof enrolment>;

const read = <T>(db: ReadableDatabase, name: string, shape: z.ZodType<T>): T | undefined => {
  const body = findSetting(db, name);
  return body === undefined ? undefined : readClaim(shape, body);
};

/** The province this desk is joined to; undefined where it is joined to none. */
export const findEnrolment = (db: ReadableDatabase): Enrolment | undefined =>
  read(db, 'enrolment', enrolment);

export const saveEnrolment = (db: WritableDatabase, body: Enrolment): void =>
  saveSetting(db, 'enrolment', JSON.stringify(body));

/** What the province signed for this desk; throws when the vault holds another's word. */
export const getCertificate = ({
  hubKey,
  certificate,
}: Pick<Enrolment, 'hubKey' | 'certificate'>): CertificateClaim => {
  const claim = openSigned(chainCrypto, 'certificate', certificateClaim, hubKey, certificate);
  if (!claim) throw new Error('sync: the certificate is not the province’s');
  return claim;
};

export const findCursor = (db: ReadableDatabase): Cursor => read(db, 'feedCursor', cursor) ?? feedStart;

export const saveCursor = (db: WritableDatabase, at: Cursor): void =>
  saveSetting(db, 'feedCursor', JSON.stringify(at));

/** Up to which row of the journal the hub has said that it keeps everything. */
export const findAcknowledged = (db: ReadableDatabase): number =>
  Number(findSetting(db, 'acknowledged') ?? 0);

export const saveAcknowledged = (db: WritableDatabase, pos: number): void =>
  saveSetting(db, 'acknowledged', String(pos));

/** A new key for the desk itself: its seed in hex. */
export const drawSeed = (): string =>
  generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .subarray(-32)
    .toString('hex');

export const deskSigner = (seed: string): Signer => takeSigner(Buffer.from(seed, 'hex'));
