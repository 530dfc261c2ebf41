import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { readChainPayload } from '../../shared/journal/chain-payload.ts';
import { readHeader } from '../../shared/journal/header.ts';
import { fromHex, genesisHash, toHex } from '../../shared/journal/row.ts';
import type { Bytes, JournalRow } from '../../shared/journal/row.ts';
import type { HeldHead } from '../../shared/sync/messages.ts';
import { sentOf, writeSentRow } from '../../shared/sync/wire.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { rowsToVerify } from '../journal/read.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { inTurn } from './in-turn.ts';
import { openLines } from './lines.ts';

const zip = promisify(gzip);

/**
 * A usual parcel in few pieces: each is a way to the pool of threads and back. Three percent more bytes than at zlib's usual level, for
 * half of the processor's time.
 */
const zipping = { chunkSize: 256 * 1024, level: 3, memLevel: 9 };

/** Rows made ready in one turn of the counter's thread: some 4 ms. */
const chunk = 50;

/** A stretch of one epoch. */
export interface Stretch {
  epoch: string;
  first: number;
  last: number;
  previous: string;
  hash: string;
  /** As they are sent, a line each. */
  rows: Buffer;
  /** Places in this journal. */
  from: number;
  to: number;
}

/** Ready to be signed and sent. */
export interface Parcel extends Stretch {
  digest: string;
  body: Buffer;
}

export interface ParcelLimits {
  rows: number;
  bytes: number;
}

export const placeAt = (db: ReadableDatabase, pos: number): { epoch: string; seq: number } | undefined =>
  db.prepare('SELECT epoch, seq FROM journal WHERE pos = ?').get<{ epoch: string; seq: number }>([pos]);

/**
 * The last row of this journal that the hub holds with all before it. `known`: where it was last time, which a hub that lost
 * nothing confirms at once; otherwise the journal is walked.
 */
export const findHeld = (db: ReadableDatabase, held: readonly HeldHead[], known: number): number => {
  const ends = new Map(held.map(({ epoch, seq }) => [epoch, seq]));
  const isHeld = (place: { epoch: string; seq: number } | undefined): boolean =>
    place !== undefined && (ends.get(place.epoch) ?? 0) >= place.seq;
  let pos = known > 0 && isHeld(placeAt(db, known)) ? known : 0;
  while (isHeld(placeAt(db, pos + 1))) pos += 1;
  return pos;
};

/** The hash the row continues. */
const previousOf = (db: ReadableDatabase, row: JournalRow): Bytes => {
  const header = readHeader(row.header);
  const opened = header ? readChainPayload(header, row.payload) : undefined;
  if (opened?.kind === 'epoch') return opened.parent ? fromHex(opened.parent.hash) : genesisHash;
  const before = db
    .prepare('SELECT lower(hex(hash)) AS hash FROM journal WHERE pos = ?')
    .get<{ hash: string }>([row.pos - 1]);
  return before ? fromHex(before.hash) : genesisHash;
};

/** What follows `pos`, of one epoch and within the limits; undefined when nothing does. */
export const gatherAfter = async (
  db: ReadableDatabase,
  pos: number,
  limits: ParcelLimits,
): Promise<Stretch | undefined> => {
  const start = placeAt(db, pos + 1);
  if (!start) return undefined;
  const lines = openLines();
  let rows = 0;
  let previous: Bytes | undefined;
  let hash: Bytes = genesisHash;
  let last = start.seq - 1;
  let to = pos;
  // Read page by page: no statement stays open while other work has its turn.
  const gatherPage = (): boolean => {
    const page = [...take(rowsToVerify(db, to, chunk), chunk)];
    const isFull = (): boolean => rows >= limits.rows || (lines.length > limits.bytes && rows > 0);
    for (const row of page) {
      const place = row.columns;
      if (place?.epoch !== start.epoch || isFull()) break;
      const before: Bytes = previous === undefined ? previousOf(db, row) : hash;
      previous ??= before;
      lines.add(writeSentRow(sentOf(chainCrypto, before, row)));
      rows += 1;
      hash = row.hash;
      last = place.seq;
      to = row.pos;
    }
    return page.length === chunk && page.at(-1)?.pos === to && !isFull();
  };
  while (await inTurn(gatherPage));
  if (!previous) return undefined;
  return {
    epoch: start.epoch,
    first: start.seq,
    last,
    previous: toHex(new Uint8Array(previous)),
    hash: toHex(new Uint8Array(hash)),
    rows: lines.bytes(),
    from: pos + 1,
    to,
  };
};

/** Packs on the pool of threads: the next stretch is gathered meanwhile. */
export const pack = async (stretch: Stretch): Promise<Parcel> => {
  const body = await zip(stretch.rows, zipping);
  return { ...stretch, digest: createHash('sha256').update(body).digest('hex'), body };
};

function* take<T>(from: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const one of from) {
    yield one;
    count += 1;
    if (count >= most) return;
  }
}
