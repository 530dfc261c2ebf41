import type { PlacedRow } from '../shared/sync/wire.ts';
import { hexOf } from './sessions.ts';

/** Between texts that are JSON, where no control character stands as such. */
const divider = '\u0001';
const texts = (rows: readonly PlacedRow[], pick: (row: PlacedRow) => string): string =>
  rows.map(pick).join(divider);
const bytes = (rows: readonly PlacedRow[], pick: (row: PlacedRow) => Uint8Array): Buffer =>
  Buffer.concat(rows.map(pick));

/**
 * Rows as parameters of a statement, one a column, taken apart by PostgreSQL: an array of texts would have every quotation mark escaped on
 * the way, an array of bytes would go as hex.
 */
export const rowColumns = (rows: readonly PlacedRow[]): (string | Buffer)[] => [
  bytes(rows, ({ hash }) => hash),
  texts(rows, ({ header }) => header),
  texts(rows, ({ payload }) => payload ?? ''),
  texts(rows, ({ payload }) => (payload === null ? '1' : '0')),
  texts(rows, ({ salt }) => (salt ? hexOf(salt) : '')),
  bytes(rows, ({ commitment }) => commitment),
  bytes(rows, ({ signature }) => signature),
  texts(rows, ({ broken }) => (broken ? '1' : '0')),
];

const textsOf = (parameter: number): string => `string_to_array($${parameter}, E'\\x01')`;
/** The place-th run of so many bytes. */
const bytesOf = (parameter: number, size: number): string =>
  `substring($${parameter}::bytea FROM (place::int - 1) * ${size} + 1 FOR ${size})`;

/** Puts rows behind the place before $4 of the epoch ($1, $2, $3); `rowColumns` are $5 to $12. `when`: a table without whose row nothing is put. */
export const insertRows = (when?: string): string => `
  INSERT INTO journal_row (office, desk, epoch, seq, hash, header, payload, salt, commitment, signature, broken)
  SELECT $1, $2, $3, $4::int - 1 + place, ${bytesOf(5, 32)}, header, CASE WHEN bare = '1' THEN NULL ELSE payload END,
    CASE WHEN salt = '' THEN NULL ELSE decode(salt, 'hex') END, ${bytesOf(10, 32)}, ${bytesOf(11, 64)}, broken = '1'
  FROM ${when === undefined ? '' : `${when} CROSS JOIN `}unnest(${[6, 7, 8, 9, 12].map(textsOf).join(', ')}) WITH ORDINALITY
    AS row (header, payload, bare, salt, broken, place)`;
