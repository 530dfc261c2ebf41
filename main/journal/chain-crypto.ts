import { createHash, createPublicKey, hash as hashOf, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { gathered } from '../../shared/journal/gather.ts';
import type { ChainCrypto } from '../../shared/journal/row.ts';
import { fromHex } from '../../shared/journal/row.ts';

/** The DER head that turns the 32 raw bytes of an RFC 8410 public key into what node:crypto reads. */
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
    const whole = gathered(parts);
    if (whole) return hashOf('sha256', whole, 'buffer');
    const hash = createHash('sha256');
    for (const part of parts) {
      if (typeof part === 'string') hash.update(part, 'utf8');
      else hash.update(part);
    }
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
