import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Bytes, ChainCrypto } from '../../shared/journal/row.ts';
import { fromHex, toHex } from '../../shared/journal/row.ts';

/** DER heads that turn the 32 raw bytes of RFC 8410 keys into what node:crypto reads. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

const publicKeys = new Map<string, KeyObject>();

const publicKeyOf = (hex: string): KeyObject => {
  const known = publicKeys.get(hex);
  if (known) return known;
  const key = createPublicKey({
    key: Buffer.concat([publicHead, fromHex(hex)]),
    format: 'der',
    type: 'spki',
  });
  publicKeys.set(hex, key);
  return key;
};

/** Chain arithmetic on node:crypto: SHA-256 and Ed25519. */
export const chainCrypto: ChainCrypto = {
  sha256: (parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  verify: (publicKey, message, signature) => {
    try {
      return verify(null, message, publicKeyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};

/** Signs with one clerk's key; the seed stays inside. */
export interface Signer {
  clerk: string;
  publicKey: string;
  sign(message: Bytes): Bytes;
}

/** `seed`: the 32 bytes of an Ed25519 private key (RFC 8032). */
export const signerFrom = (clerk: string, seed: Bytes): Signer => {
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    clerk,
    publicKey: toHex(spki.subarray(publicHead.length)),
    sign: (message) => sign(null, message, key),
  };
};
