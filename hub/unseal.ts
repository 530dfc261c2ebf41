import type { KeyObject } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';
import { Decrypter } from 'age-encryption';
import { CarryMalformed } from '../shared/sync/carry.ts';
import { piecesOf, toWebStream } from '../shared/sync/web-stream.ts';
import { Refused } from './refused.ts';

/** A piece that does not fit is of a stick that was damaged or cut short. */
async function* untilDamaged(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw new CarryMalformed('the seal', { cause: error });
  }
}

/** Opens what was sealed to this key (age, its Ed25519 key on the Montgomery curve); what is of another key is refused. */
export const unsealWith =
  (privateKey: KeyObject) =>
  async (source: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> => {
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
    const decrypter = new Decrypter();
    decrypter.addIdentity(
      bech32.encodeFromBytes('age-secret-key-', ed25519.utils.toMontgomerySecret(seed)).toUpperCase(),
    );
    try {
      return untilDamaged(piecesOf(await decrypter.decrypt(toWebStream(source))));
    } catch {
      throw new Refused('otherHub');
    }
  };
