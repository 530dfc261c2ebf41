import { verify } from 'node:crypto';
import type { Bytes, ChainCrypto } from '../shared/journal/row.ts';
import { crypto, publicKeyOf } from './crypto.ts';

/** A signature somebody is about to be asked for. */
export interface Expected {
  publicKey: string;
  message: Bytes;
  signature: Bytes;
}

const prove = ({ publicKey, message, signature }: Expected): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      verify(null, message, publicKeyOf(publicKey), signature, (fault, sound) =>
        resolve(fault === null && sound),
      );
    } catch {
      resolve(false);
    }
  });

const nameOf = ({ publicKey, message, signature }: Expected): string =>
  `${publicKey}${Buffer.from(message).toString('latin1')}${Buffer.from(signature).toString('latin1')}`;

/**
 * Verifies on the pool of threads, so that requests are answered meanwhile and every core has its share; then the same arithmetic as ever,
 * with these answers at hand. What was not expected is verified when it is asked for.
 */
export const verifyAhead = async (expected: readonly Expected[]): Promise<ChainCrypto> => {
  const answers = new Map(
    await Promise.all(expected.map(async (one) => [nameOf(one), await prove(one)] as const)),
  );
  return {
    ...crypto,
    verify: (publicKey, message, signature) =>
      answers.get(nameOf({ publicKey, message, signature })) ?? crypto.verify(publicKey, message, signature),
  };
};
