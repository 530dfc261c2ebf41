import * as z from 'zod';
import type { Bytes, ChainCrypto } from '../journal/row.ts';
import { commitmentOf, fromHex, rowHash, sameBytes, toHex } from '../journal/row.ts';

/** A journal row between desk and hub: the exact texts that were hashed, and what cannot be computed from them. */
export interface SentRow {
  header: string;
  payload: string | null;
  salt: Bytes | null;
  signature: Bytes;
  /** Told where the content is erased by law, or does not give the stored one. */
  commitment?: Bytes | undefined;
  /** Told where the bytes do not give the stored one: a damaged row travels as it is and is judged by who receives it. */
  hash?: Bytes | undefined;
}

/** A sent row in its place: with commitment and hash, told or computed. */
export interface PlacedRow extends SentRow {
  commitment: Bytes;
  hash: Bytes;
  /** The hash told is not the one its bytes give. */
  broken: boolean;
}

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
/** JSON never holds a control character as such: the hub uses one between texts. */
const isPlain = (text: string): boolean => !text.includes('\0') && !text.includes('\u0001');
const line = z.tuple([
  z.string().max(4_000).refine(isPlain),
  z.string().refine(isPlain).nullable(),
  z
    .string()
    .regex(/^(?:[0-9a-f]{2})*$/)
    .max(128)
    .nullable(),
  hexOf(64),
  z.union([hexOf(32), z.literal('')]).optional(),
  z.union([hexOf(32), z.literal('')]).optional(),
]);

/** One line of a batch or of the feed, without its line end. */
export const writeSentRow = ({ header, payload, salt, signature, commitment, hash }: SentRow): string => {
  const told = [commitment ? toHex(commitment) : '', hash ? toHex(hash) : ''];
  while (told.at(-1) === '') told.pop();
  return JSON.stringify([header, payload, salt && toHex(salt), toHex(signature), ...told]);
};

/** The row of a parsed line; undefined when it is not one. */
export const takeSentRow = (value: unknown): SentRow | undefined => {
  const read = line.safeParse(value);
  if (!read.success) return undefined;
  const [header, payload, salt, signature, commitment, hash] = read.data;
  return {
    header,
    payload,
    salt: salt === null ? null : fromHex(salt),
    signature: fromHex(signature),
    ...(commitment ? { commitment: fromHex(commitment) } : {}),
    ...(hash ? { hash: fromHex(hash) } : {}),
  };
};

export const readSentRow = (text: string): SentRow | undefined => {
  try {
    return takeSentRow(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const noContent = new Uint8Array(32);

/** Puts a row behind the hash of the one before it. */
export const placeRow = (crypto: ChainCrypto, previous: Bytes, row: SentRow): PlacedRow => {
  const given = row.salt && row.payload !== null ? commitmentOf(crypto, row.salt, row.payload) : undefined;
  const commitment = row.commitment ?? given ?? noContent;
  const computed = rowHash(crypto, previous, row.header, commitment);
  const hash = row.hash ?? computed;
  const altered = given !== undefined && !sameBytes(given, commitment);
  return { ...row, commitment, hash, broken: altered || !sameBytes(hash, computed) };
};

interface StoredRow {
  header: string;
  payload: string | null;
  salt: Bytes | null;
  commitment: Bytes;
  hash: Bytes;
  signature: Bytes;
}

/** What must be told of a stored row so that the receiver has it exactly. */
export const sentOf = (crypto: ChainCrypto, previous: Bytes, row: StoredRow): SentRow => {
  const { header, payload, salt, signature } = row;
  const bare: SentRow = { header, payload, salt, signature };
  const placed = placeRow(crypto, previous, bare);
  const commitment = sameBytes(placed.commitment, row.commitment) ? undefined : row.commitment;
  const again = commitment ? placeRow(crypto, previous, { ...bare, commitment }) : placed;
  const hash = sameBytes(again.hash, row.hash) ? undefined : row.hash;
  return { ...bare, commitment, hash };
};

/**
 * A row as it stands in the feed. Readers chain each desk's rows themselves: the hash is told apart, the commitment only where content
 * does not give it.
 */
export const feedRowOf = (crypto: ChainCrypto, row: StoredRow): unknown =>
  JSON.parse(writeSentRow({ ...sentOf(crypto, noContent, row), hash: undefined }));
