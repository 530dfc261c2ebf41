import { X509Certificate } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import { SigningFault } from '../faults.ts';
import type { TokenCertificate } from '../protocol.ts';
import { findObjects, readAttribute } from './module.ts';
import type { Cryptoki } from './module.ts';

export interface Key {
  readonly handle: Buffer;
  readonly kind: 'RSA' | 'EC';
  /** CKA_ALWAYS_AUTHENTICATE: the PIN belongs to each signature. */
  readonly alwaysAuthenticate: boolean;
}

const kindOf = ({ der }: TokenCertificate): Key['kind'] | undefined => {
  const type = new X509Certificate(der).publicKey.asymmetricKeyType;
  return type === 'rsa' ? 'RSA' : type === 'ec' ? 'EC' : undefined;
};

/** The private key of a certificate: same CKA_ID. Some makers leave it empty: then only a lone key is taken. Seen after login alone. */
export const findKey = (
  cryptoki: Cryptoki,
  session: Buffer,
  certificate: TokenCertificate,
): Key | undefined => {
  const kind = kindOf(certificate);
  if (kind === undefined) return undefined;
  const all = { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY };
  const found =
    certificate.id === ''
      ? findObjects(cryptoki, session, [all])
      : findObjects(cryptoki, session, [
          all,
          { type: pkcs11js.CKA_ID, value: Buffer.from(certificate.id, 'hex') },
        ]);
  const [handle, ...others] = found;
  if (handle === undefined || (others.length > 0 && certificate.id === '')) return undefined;
  const always = readAttribute(cryptoki, session, handle, pkcs11js.CKA_ALWAYS_AUTHENTICATE);
  return { handle, kind, alwaysAuthenticate: always?.[0] === 1 };
};

/** DigestInfo of SHA-256 before the digest: RSA PKCS#1 v1.5 as the oldest tokens know it, the hash staying here (RFC 8017 §9.2). */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** Room for any signature: a buffer too small leaves the operation open and the session useless (docs/signing.md). */
const roomBytes = 1024;

/** The raw signature: RSA as it is, EC as r‖s. */
export const signDigest = (
  cryptoki: Cryptoki,
  session: Buffer,
  key: Key,
  digest: Uint8Array,
  authenticate: () => void,
): Buffer => {
  if (digest.length !== 32) throw new SigningFault('tokenCannotSign', { ckr: 0, method: 'digest' });
  const isRsa = key.kind === 'RSA';
  cryptoki.C_SignInit(session, { mechanism: isRsa ? pkcs11js.CKM_RSA_PKCS : pkcs11js.CKM_ECDSA }, key.handle);
  authenticate();
  const input = isRsa ? Buffer.concat([sha256Prefix, digest]) : Buffer.from(digest);
  return cryptoki.C_Sign(session, input, Buffer.alloc(roomBytes));
};
