import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { toHex } from '../shared/journal/row.ts';
import type { Bytes } from '../shared/journal/row.ts';
import { signedText } from '../shared/sync/claims.ts';
import type { Signed } from '../shared/sync/claims.ts';
import { crypto } from './crypto.ts';
import type { Queryable } from './database.ts';
import { unsealWith } from './unseal.ts';

/** The province as desks know it: pinned by each at its enrolment. */
export interface Identity {
  hub: string;
  /** Raw Ed25519 public key, hex. */
  key: string;
  sign(domain: Parameters<typeof signedText>[0], claim: object): Signed;
  /** Signs a row of the province's own. */
  signRow(message: Bytes): Bytes;
  /** Opens what was sealed to the province's key. */
  unseal: ReturnType<typeof unsealWith>;
}

const readOrMake = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  mkdirSync(dirname(file), { recursive: true });
  // 'wx': of two instances that start at once one makes it, the other reads it.
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    return pem;
  } catch {
    return readFileSync(file, 'utf8');
  }
};

export const openIdentity = (file: string): Identity => {
  const privateKey = createPrivateKey(readOrMake(file));
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const key = spki.subarray(spki.length - 32).toString('hex');
  return {
    hub: toHex(crypto.sha256([key])).slice(0, 16),
    key,
    sign: (domain, claim) => {
      const text = JSON.stringify(claim);
      return { text, signature: sign(null, signedText(domain, text), privateKey).toString('hex') };
    },
    signRow: (message) => new Uint8Array(sign(null, message, privateKey)),
    unseal: unsealWith(privateKey),
  };
};

/** A database belongs to one province's key: with another, desks would be told of a hub they never enrolled at. */
export const claimDatabase = async (db: Queryable, { hub, key }: Identity): Promise<void> => {
  await db.query(
    "INSERT INTO hub (id, key) SELECT $1, decode($2, 'hex') WHERE NOT EXISTS (SELECT 1 FROM hub)",
    [hub, key],
  );
  const { rows } = await db.query<{ id: string }>('SELECT id FROM hub');
  if (rows.length !== 1 || rows[0]?.id !== hub)
    throw new Error('hub: this database belongs to another key: give HUB_KEY_FILE the key it was made with');
};
