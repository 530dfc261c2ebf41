import { createHash } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import { ckrOf } from '../ckr.ts';
import type { TokenCertificate, TokenInfo, TokenRef } from '../protocol.ts';
import { findObjects, readAttribute, withSession } from './module.ts';
import type { Cryptoki } from './module.ts';

export interface SlotToken extends Omit<TokenInfo, 'certificates' | 'loggedIn'> {
  readonly slot: Buffer;
}

const pinState = (flags: number): TokenInfo['pin'] => {
  if ((flags & pkcs11js.CKF_USER_PIN_LOCKED) !== 0) return 'locked';
  if ((flags & pkcs11js.CKF_USER_PIN_FINAL_TRY) !== 0) return 'last';
  return (flags & pkcs11js.CKF_USER_PIN_COUNT_LOW) !== 0 ? 'low' : 'ok';
};

/** Asked of the token anew each time: its flags say how many tries are left. Undefined: no usable token in this slot any more. */
const readSlot = (cryptoki: Cryptoki, slot: Buffer): SlotToken | undefined => {
  try {
    const { flags, serialNumber, label, manufacturerID, model } = cryptoki.C_GetTokenInfo(slot);
    // SoftHSM always lists one blank slot; a real reader may hold a card never set up.
    if ((flags & pkcs11js.CKF_TOKEN_INITIALIZED) === 0) return undefined;
    return {
      slot,
      serial: serialNumber.trim(),
      label: label.trim(),
      maker: manufacturerID.trim(),
      model: model.trim(),
      pin: pinState(flags),
      protectedPath: (flags & pkcs11js.CKF_PROTECTED_AUTHENTICATION_PATH) !== 0,
    };
  } catch (error) {
    // A card pulled between the two calls, or one this driver does not know, is no token of ours; the rest still are.
    if (ckrOf(error) === undefined) throw error;
    return undefined;
  }
};

export const readSlots = (cryptoki: Cryptoki): SlotToken[] =>
  cryptoki
    .C_GetSlotList(true)
    .map((slot) => readSlot(cryptoki, slot))
    .filter((token) => token !== undefined);

export const isSame = (one: TokenRef, other: TokenRef): boolean =>
  one.serial === other.serial && one.label === other.label;

export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

/** The certificates on a token, readable before any PIN. */
export const readCertificates = (cryptoki: Cryptoki, slot: Buffer): TokenCertificate[] =>
  withSession(cryptoki, slot, (session) =>
    findObjects(cryptoki, session, [
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
      { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
    ]).flatMap((object) => {
      const der = readAttribute(cryptoki, session, object, pkcs11js.CKA_VALUE);
      if (der === undefined || der.length === 0) return [];
      const id = readAttribute(cryptoki, session, object, pkcs11js.CKA_ID) ?? Buffer.alloc(0);
      return [{ der: Uint8Array.from(der), id: id.toString('hex'), fingerprint: fingerprintOf(der) }];
    }),
  );
