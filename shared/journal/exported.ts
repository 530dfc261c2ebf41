import * as z from 'zod';
import { isChainType } from './chain-payload.ts';
import { readHeader } from './header.ts';
import { fromHex, toHex } from './row.ts';
import type { JournalRow } from './row.ts';

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);
const exportedRow = z.strictObject({
  pos: z.number().int(),
  header: z.string(),
  salt: hex.nullable(),
  payload: z.string().nullable(),
  commitment: hex,
  hash: hex,
  signature: hex,
});

/** A row as one line of an exported journal, without its line end: texts exactly as they were hashed, bytes in hex (docs/journal.md). */
export const exportedLine = ({
  pos,
  header,
  salt,
  payload,
  commitment,
  hash,
  signature,
}: JournalRow): string =>
  JSON.stringify({
    pos,
    header,
    salt: salt && toHex(salt),
    payload,
    commitment: toHex(commitment),
    hash: toHex(hash),
    signature: toHex(signature),
  } satisfies z.input<typeof exportedRow>);

/** The row of an exported line; undefined when it is not one. */
export const readExportedLine = (line: string): JournalRow | undefined => {
  try {
    const read = exportedRow.safeParse(JSON.parse(line));
    if (!read.success) return undefined;
    const { salt, commitment, hash, signature, ...texts } = read.data;
    return {
      ...texts,
      salt: salt === null ? null : fromHex(salt),
      commitment: fromHex(commitment),
      hash: fromHex(hash),
      signature: fromHex(signature),
    };
  } catch {
    return undefined;
  }
};

/** The row as it would be after an erasure by law: enough to verify the chain, and nothing about a citizen. */
export const withoutContent = (row: JournalRow): JournalRow =>
  isChainType(readHeader(row.header)?.type ?? '') ? row : { ...row, salt: null, payload: null };
