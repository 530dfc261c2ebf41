import { createHash, createPublicKey, hash as hashOf, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { gathered } from '../shared/journal/gather.ts';
import type { ChainCrypto } from '../shared/journal/row.ts';

/** RFC 8410: the DER before the 32 raw bytes of an Ed25519 public key. */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Clerks of one province; forgotten all at once rather than kept without end. */
const mostKeys = 20_000;
const known = new Map<string, KeyObject>();

/** A raw key, hex, as node:crypto takes it; throws for what is no key. */
export const publicKeyOf = (hex: string): KeyObject => {
  const found = known.get(hex);
  if (found) return found;
  if (known.size >= mostKeys) known.clear();
  const key = createPublicKey({
    key: Buffer.concat([publicHead, Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  known.set(hex, key);
  return key;
};

/** Chain arithmetic on node:crypto: SHA-256 and Ed25519. */
export const crypto: ChainCrypto = {
  sha256: (parts) => {
    const whole = gathered(parts);
    if (whole) return new Uint8Array(hashOf('sha256', whole, 'buffer'));
    const hash = createHash('sha256');
    for (const part of parts) {
      if (typeof part === 'string') hash.update(part, 'utf8');
      else hash.update(part);
    }
    return new Uint8Array(hash.digest());
  },
  verify: (publicKey, message, signature) => {
    try {
      return verify(null, message, publicKeyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};
