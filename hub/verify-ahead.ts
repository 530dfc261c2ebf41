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

/** Bytes as text, without a copy of them. */
const textOf = ({ buffer, byteOffset, byteLength }: Bytes): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
const nameOf = ({ publicKey, message, signature }: Expected): string =>
  `${publicKey}${textOf(message)}${textOf(signature)}`;

/** So few in the pool's one queue that what a desk waits for there never stands behind a whole page of them. */
const lanes = 3;

const verifyPage = async (page: readonly Expected[]): Promise<ChainCrypto> => {
  const answers = new Map<string, boolean>();
  const waiting = page.values();
  const lane = async (): Promise<void> => {
    for (const one of waiting) answers.set(nameOf(one), await prove(one));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return {
    ...crypto,
    verify: (publicKey, message, signature) =>
      answers.get(nameOf({ publicKey, message, signature })) ?? crypto.verify(publicKey, message, signature),
  };
};

/**
 * Verifies on the pool of threads, page after page, so that requests are answered meanwhile and every core has its share; for each page the
 * same arithmetic as ever, with its answers at hand. What was not expected is verified when it is asked for. Never rejects.
 */
export const verifyAhead = (pages: readonly (readonly Expected[])[]): Promise<ChainCrypto>[] => {
  let before: Promise<unknown> = Promise.resolve();
  return pages.map((page) => {
    const proved = before.then(() => verifyPage(page));
    before = proved;
    return proved;
  });
};
