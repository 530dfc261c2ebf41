import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Bytes, ChainCrypto } from '../shared/journal/row.ts';
import { crypto, publicKeyOf } from './crypto.ts';

/** A signature somebody is about to be asked for; all messages are of one length. */
export interface Expected {
  publicKey: string;
  message: Bytes;
  signature: Bytes;
}

/**
 * Given to its thread as text, so that it needs no file of its own however the hub was put together. libsodium verifies in half of OpenSSL's
 * time and is the stricter of the two: what it calls sound is sound to both, and of all else OpenSSL has the word, as everywhere.
 */
const prover = `
const { verify } = require('node:crypto');
const { createRequire } = require('node:module');
const { parentPort, workerData } = require('node:worker_threads');
const loadQuick = () => {
  try {
    return createRequire(workerData)('sodium-native').crypto_sign_verify_detached;
  } catch {
    // Not installed, or not built for this system.
  }
};
const quick = loadQuick();
const isSound = ({ key, raw }, message, signature) =>
  quick?.(signature, message, raw) === true || verify(null, message, key, signature);
parentPort.on('message', ({ keys, keyOf, messages, signatures }) => {
  const nth = (bytes, at) => bytes.subarray((at * bytes.length) / keyOf.length, ((at + 1) * bytes.length) / keyOf.length);
  const soundAt = (key, at) => {
    try {
      return isSound(keys[key], nth(messages, at), nth(signatures, at));
    } catch {
      return false;
    }
  };
  parentPort.postMessage(keyOf.map(soundAt));
});`;

/** MB; what a page needs is far less. */
const limits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 };

interface Prover {
  worker: Worker;
  /** Pages are answered in the order in which they were given. */
  waiting: ((answers: boolean[]) => void)[];
}

const startProver = (gone: () => void): Prover => {
  const worker = new Worker(prover, { eval: true, workerData: import.meta.url, resourceLimits: limits });
  const waiting: Prover['waiting'] = [];
  worker.on('message', (answers: boolean[]) => waiting.shift()?.(answers));
  const end = (): void => {
    gone();
    for (const answer of waiting.splice(0)) answer([]);
  };
  worker.on('error', end).on('exit', end);
  worker.unref();
  return { worker, waiting };
};

/** One core is the hub's own; beyond a few threads PostgreSQL is what is waited for. */
const most = Math.max(1, Math.min(3, availableParallelism() - 1));
const provers: Prover[] = [];

/** The one with the least before it; a new one while all have something and there may be more. */
const takeProver = (): Prover => {
  const [first] = provers.toSorted((a, b) => a.waiting.length - b.waiting.length);
  if (first && (first.waiting.length === 0 || provers.length === most)) return first;
  const fresh = startProver(() => {
    const at = provers.indexOf(fresh);
    if (at >= 0) provers.splice(at, 1);
  });
  provers.push(fresh);
  return fresh;
};

const isKey = ({ publicKey }: Expected): boolean => {
  try {
    return publicKeyOf(publicKey).type === 'public';
  } catch {
    return false;
  }
};

/** Whether each signature is sound; nothing of those whose thread ended. */
const prove = (page: readonly Expected[]): Promise<boolean[]> =>
  new Promise((resolve) => {
    const { worker, waiting } = takeProver();
    const hexes = [...new Set(page.map(({ publicKey }) => publicKey))];
    waiting.push(resolve);
    worker.postMessage({
      keys: hexes.map((hex) => ({ key: publicKeyOf(hex), raw: Buffer.from(hex, 'hex') })),
      keyOf: page.map(({ publicKey }) => hexes.indexOf(publicKey)),
      messages: Buffer.concat(page.map(({ message }) => message)),
      signatures: Buffer.concat(page.map(({ signature }) => signature)),
    });
  });

/** Bytes as text, without a copy of them. */
const textOf = ({ buffer, byteOffset, byteLength }: Bytes): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
const nameOf = ({ publicKey, message, signature }: Expected): string =>
  `${publicKey}${textOf(message)}${textOf(signature)}`;

/**
 * Verifies a page of signatures in a thread of its own, so that requests are answered meanwhile and every core has its share; the same
 * arithmetic as ever, with its answers at hand. What was not expected is verified when it is asked for. Never rejects.
 */
export const verifyAhead = async (expected: readonly Expected[]): Promise<ChainCrypto> => {
  const page = expected.filter(isKey);
  const answers = page.length > 0 ? await prove(page) : [];
  const known = new Map(
    page.flatMap((one, at) => {
      const sound = answers[at];
      return sound === undefined ? [] : [[nameOf(one), sound]];
    }),
  );
  return {
    ...crypto,
    verify: (publicKey, message, signature) =>
      known.get(nameOf({ publicKey, message, signature })) ?? crypto.verify(publicKey, message, signature),
  };
};
