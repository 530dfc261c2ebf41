import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  scrypt,
  sign,
} from 'node:crypto';
import { passwordForm } from '../../shared/vault/password-rule.ts';

/** scrypt cost: memory is 128 · N · r bytes, 128 MiB, about half a second on a counter's PC. */
export const SCRYPT = { log2N: 17, r: 8, p: 1 } as const;
export const KEY_BYTES = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** Room for scrypt's own bookkeeping over 128 · N · r. */
const scryptSpareBytes = 16 * 1024 * 1024;

export interface PasswordHashing {
  readonly salt: string;
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** `log2N` is lowered by tests alone. */
export const newPasswordHashing = (log2N: number = SCRYPT.log2N): PasswordHashing => ({
  salt: randomBytes(16).toString('hex'),
  log2N,
  r: SCRYPT.r,
  p: SCRYPT.p,
});

const hashNow = (password: Buffer, hashing: PasswordHashing): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** hashing.log2N;
    const maxmem = 128 * N * hashing.r + scryptSpareBytes;
    scrypt(
      password,
      Buffer.from(hashing.salt, 'hex'),
      KEY_BYTES,
      { N, r: hashing.r, p: hashing.p, maxmem },
      (error, key) => {
        if (error) reject(error);
        else resolve(key);
      },
    );
  });

let lastHash: Promise<unknown> = Promise.resolve();

/** The key a password opens its slot with. Runs off the main thread, one at a time: each needs 128 MiB. The caller zeroes the key. */
export const deriveFromPassword = (password: string, hashing: PasswordHashing): Promise<Buffer> => {
  const bytes = Buffer.from(passwordForm(password), 'utf8');
  const hash = lastHash
    .catch(() => undefined)
    .then(() => hashNow(bytes, hashing))
    .finally(() => bytes.fill(0));
  lastHash = hash.catch(() => undefined);
  return hash;
};

/** A key of its own for each use of a secret: HKDF-SHA-256. The caller zeroes it. */
export const deriveSubkey = (
  secret: Uint8Array,
  purpose: string,
  salt: Uint8Array = new Uint8Array(0),
): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`quay ${purpose}`), KEY_BYTES));

/** AES-256-GCM: nonce ‖ ciphertext ‖ tag. `bound` is not stored but must be the same to open. */
export const seal = (key: Uint8Array, plain: Uint8Array, bound: string): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** The sealed bytes, or undefined when the key, the binding or any byte is not the one they were sealed with. */
export const findUnsealed = (key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined => {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  } finally {
    plain.fill(0);
  }
};

/** RFC 8410: the DER before the 32 bytes of an Ed25519 seed. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyBytes = 32;

/** A clerk's hand: signs while she is signed in. */
export interface Signer {
  /** Raw Ed25519 public key, hex. */
  readonly publicKey: string;
  /** Ed25519 signature, 64 bytes. */
  readonly sign: (message: Uint8Array) => Buffer;
}

/** Makes the signer and zeroes the seed: from here on the key lives in OpenSSL alone, until the signer is dropped. */
export const takeSigner = (seed: Buffer): Signer => {
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  seed.fill(0);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(spki.length - publicKeyBytes).toString('hex'),
    sign: (message) => sign(null, message, privateKey),
  };
};
