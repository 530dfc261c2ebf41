/**
 * One row of the journal: the only truth of the counter. Everything else is folded from rows.
 * The bytes that are hashed are the bytes that are stored: `header` and `payload` are kept as written, never re-serialised.
 */

/** Bytes as SQLite and node:crypto take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** How far the wall clock is trusted: told by the hub, consistent with the journal, entered by the clerk, or doubtful. */
export type ClockTrust = 'hub' | 'ok' | 'entered' | 'suspect';

export type Role = 'reception' | 'officer' | 'leader' | 'registrar' | 'admin' | 'auditor';

/** SHA-256 (hex, 16 characters) of the packs a row was judged by. */
export interface RulesUsed {
  catalogue: string;
  calendar: string;
  forms: string;
}

/** What a row says about itself; `at` and `recordedAt` are milliseconds since the epoch. */
export interface RowHeader {
  id: string;
  type: string;
  v: number;
  /** The dossier's random id, or the office code for events of the office. */
  subject: string;
  office: string;
  desk: number;
  /** 128 random bits, hex; one per opening of the vault. */
  epoch: string;
  /** 1-based within the epoch. */
  seq: number;
  clerk: string;
  role: Role;
  at: number;
  recordedAt: number;
  clock: ClockTrust;
  rules: RulesUsed;
}

/** A stored row. `salt` and `payload` are null once erased by law; the chain verifies without them. */
export interface JournalRow {
  pos: number;
  header: string;
  salt: Bytes | null;
  payload: string | null;
  commitment: Bytes;
  hash: Bytes;
  signature: Bytes;
}

/** The arithmetic a chain needs; injected so that shared/ stays free of any platform. */
export interface ChainCrypto {
  /** A text stands for its UTF-8 bytes: where the platform hashes those itself, they need not be made first. */
  sha256(parts: readonly (Bytes | string)[]): Bytes;
  /** Ed25519 (RFC 8032) over `message` with a raw 32-byte public key, hex. */
  verify(publicKey: string, message: Bytes, signature: Bytes): boolean;
}

const encoder = new TextEncoder();
const rowDomain = encoder.encode('quay-row-1\n');
const signatureDomain = encoder.encode('quay-signature-1\n');

/** The hash before the first row of the first epoch. */
export const genesisHash = new Uint8Array(32);

/** commit = SHA-256(salt ‖ payload bytes): lets a payload be erased without breaking the chain. */
export const commitmentOf = (crypto: ChainCrypto, salt: Bytes, payload: string): Bytes =>
  crypto.sha256([salt, payload]);

/** hash = SHA-256(domain ‖ previous hash ‖ header length, 4 bytes big-endian ‖ header bytes ‖ commitment). */
export const rowHash = (crypto: ChainCrypto, previous: Bytes, header: string, commitment: Bytes): Bytes => {
  const bytes = encoder.encode(header);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return crypto.sha256([rowDomain, previous, length, bytes, commitment]);
};

/** What a clerk signs: the row's hash under a domain of its own, so that a signature means nothing elsewhere. */
export const signedMessage = (hash: Bytes): Bytes => {
  const message = new Uint8Array(signatureDomain.length + hash.length);
  message.set(signatureDomain);
  message.set(hash, signatureDomain.length);
  return message;
};

/** The first ten characters of a row's hash, as printed on the receipt: every citizen is a witness of the ledger. */
export const witnessOf = (hash: Bytes): string => toHex(hash).slice(0, 10);

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const toHex = (bytes: Bytes): string => {
  let text = '';
  for (const byte of bytes) text += hexPairs[byte] ?? '';
  return text;
};

/** The value of a hex digit by its character code: letters of either case stand 9 above their low four bits. */
const digitOf = (code: number): number => (code & 15) + (code > 57 ? 9 : 0);

/** Reads hex of even length; the caller has it from toHex. */
export const fromHex = (text: string): Bytes => {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i += 1)
    bytes[i] = (digitOf(text.charCodeAt(i * 2)) << 4) | digitOf(text.charCodeAt(i * 2 + 1));
  return bytes;
};

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};
