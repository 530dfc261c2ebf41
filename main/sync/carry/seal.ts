import { ed25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import { piecesOf, toWebStream } from '../../../shared/sync/web-stream.ts';

/** The age recipient of a hub: its Ed25519 key on the Montgomery curve, as age does with SSH keys. */
const recipientOf = (hubKey: string): string =>
  bech32.encodeFromBytes('age', ed25519.utils.toMontgomery(Buffer.from(hubKey, 'hex')));

/** Seals a stream so that only the hub of this key opens it. */
export const sealTo = async (
  hubKey: string,
  source: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientOf(hubKey));
  return piecesOf(await encrypter.encrypt(toWebStream(source)));
};
