/**
 * One row of the journal: the only truth of the counter. Everything else is folded from rows.
 * The bytes that are hashed are the bytes that are stored: `header` and `payload` are kept as written, never re-serialised.
 */

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
  salt: Uint8Array | null;
  payload: string | null;
  commitment: Uint8Array;
  hash: Uint8Array;
  signature: Uint8Array;
}

/** The arithmetic a chain needs; injected so that shared/ stays free of any platform. */
export interface ChainCrypto {
  sha256(parts: readonly Uint8Array[]): Uint8Array;
  /** Ed25519 (RFC 8032) over `message` with a raw 32-byte public key, hex. */
  verify(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean;
}

const encoder = new TextEncoder();
const rowDomain = encoder.encode('quay-row-1\n');
const signatureDomain = encoder.encode('quay-signature-1\n');

/** The hash before the first row of the first epoch. */
export const genesisHash = new Uint8Array(32);

/** commit = SHA-256(salt ‖ payload bytes): lets a payload be erased without breaking the chain. */
export const commitmentOf = (crypto: ChainCrypto, salt: Uint8Array, payload: string): Uint8Array =>
  crypto.sha256([salt, encoder.encode(payload)]);

/** hash = SHA-256(domain ‖ previous hash ‖ header length, 4 bytes big-endian ‖ header bytes ‖ commitment). */
export const rowHash = (
  crypto: ChainCrypto,
  previous: Uint8Array,
  header: string,
  commitment: Uint8Array,
): Uint8Array => {
  const bytes = encoder.encode(header);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return crypto.sha256([rowDomain, previous, length, bytes, commitment]);
};

/** What a clerk signs: the row's hash under a domain of its own, so that a signature means nothing elsewhere. */
export const signedMessage = (hash: Uint8Array): Uint8Array => {
  const message = new Uint8Array(signatureDomain.length + hash.length);
  message.set(signatureDomain);
  message.set(hash, signatureDomain.length);
  return message;
};

/** The first ten characters of a row's hash, as printed on the receipt: every citizen is a witness of the ledger. */
export const witnessOf = (hash: Uint8Array): string => toHex(hash).slice(0, 10);

export const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};
