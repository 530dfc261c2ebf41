import { genesisHash, toHex } from '../shared/journal/row.ts';
import { readHeader } from '../shared/journal/header.ts';
import { readChainPayload } from '../shared/journal/chain-payload.ts';
import type { ReceiptClaim, Signed } from '../shared/sync/claims.ts';
import type { HeldHead } from '../shared/sync/messages.ts';
import { writeSentRow } from '../shared/sync/wire.ts';
import type { PlacedRow } from '../shared/sync/wire.ts';
import { inTransaction } from './database.ts';
import type { Connection, Database } from './database.ts';
import type { Identity } from './identity.ts';
import { Refused } from './refused.ts';
import { hexOf } from './sessions.ts';
import type { Batch } from './unpack.ts';

interface Epoch {
  held: number;
  hash: string;
}

/** Rows of one epoch in their order, and which. */
type Run = Pick<Batch, 'claim' | 'rows'>;

type Key = [office: string, desk: number, epoch: string];
const keyOf = ({ claim }: Pick<Batch, 'claim'>): Key => [claim.office, claim.desk, claim.epoch];

const lockEpoch = async (on: Connection, key: Key): Promise<Epoch | undefined> => {
  const { rows } = await on.query<Epoch>(
    "SELECT held, encode(held_hash, 'hex') AS hash FROM epoch WHERE office = $1 AND desk = $2 AND epoch = $3 FOR UPDATE",
    key,
  );
  return rows[0];
};

/** The row an epoch goes on from must be held, or be none at all in a desk that has sent nothing yet. */
const checkParent = async (
  on: Connection,
  { claim, rows }: Run,
): Promise<{ epoch: string; seq: number } | null> => {
  const [first] = rows;
  const header = first && readHeader(first.header);
  const opened = header ? readChainPayload(header, first.payload) : undefined;
  if (opened?.kind !== 'epoch') throw new Refused('chainBroken');
  if (opened.parent === null) {
    if (claim.previous !== toHex(genesisHash)) throw new Refused('chainBroken');
    return null;
  }
  const { epoch, seq, hash } = opened.parent;
  if (hash !== claim.previous) throw new Refused('chainBroken');
  const held = await on.query(
    "SELECT 1 FROM journal_row WHERE office = $1 AND desk = $2 AND epoch = $3 AND seq = $4 AND hash = decode($5, 'hex')",
    [claim.office, claim.desk, epoch, seq, hash],
  );
  if (held.rowCount !== 1) throw new Refused('parentUnknown');
  return { epoch, seq };
};

const openEpoch = async (on: Connection, batch: Run): Promise<Epoch> => {
  const { claim } = batch;
  if (claim.first !== 1) throw new Refused('ahead', { epoch: claim.epoch, seq: 0, hash: '' });
  const parent = await checkParent(on, batch);
  await on.query(
    `INSERT INTO epoch (office, desk, epoch, parent_epoch, parent_seq, held_hash)
     VALUES ($1, $2, $3, $4, $5, decode($6, 'hex')) ON CONFLICT DO NOTHING`,
    [...keyOf(batch), parent?.epoch ?? null, parent?.seq ?? null, claim.previous],
  );
  const opened = await lockEpoch(on, keyOf(batch));
  if (!opened) throw new Refused('busy');
  return opened;
};

/** Training is not business: a trial vault's founding is refused, whatever its desk thinks it is enrolled as. */
const refuseTrial = (rows: readonly PlacedRow[]): void => {
  for (const { header, payload } of rows) {
    if (!header.includes('"officeFounded"')) continue;
    if (payload !== null && /"trial":\s*true/u.test(payload)) throw new Refused('trialVault');
  }
};

/** Rows of the batch that are held already, by their place in it: those that are the same, and those that are another. */
const compare = async (
  on: Connection,
  batch: Run,
  held: number,
): Promise<{ known: number; others: number[] }> => {
  const { claim, rows } = batch;
  if (claim.first > held) return { known: 0, others: [] };
  const found = await on.query<{ seq: number; hash: string }>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM journal_row
     WHERE office = $1 AND desk = $2 AND epoch = $3 AND seq BETWEEN $4 AND $5 ORDER BY seq`,
    [...keyOf(batch), claim.first, Math.min(claim.last, held)],
  );
  const others = found.rows.flatMap(({ seq, hash }) => {
    const at = seq - claim.first;
    const sent = rows[at];
    return sent && hexOf(sent.hash) !== hash ? [at] : [];
  });
  return { known: found.rows.length, others };
};

const keepForks = async (
  db: Database,
  { claim, rows, signed }: Batch,
  others: readonly number[],
  now: number,
): Promise<void> => {
  for (const at of others) {
    const row = rows[at];
    if (!row) continue;
    await db.query(
      `INSERT INTO fork (office, desk, epoch, seq, hash, line, claim, noticed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT DO NOTHING`,
      [
        claim.office,
        claim.desk,
        claim.epoch,
        claim.first + at,
        Buffer.from(row.hash),
        writeSentRow(row),
        JSON.stringify(signed),
        now,
      ],
    );
  }
};

/** Between texts that are JSON, where no control character stands as such. */
const divider = '\u0001';
const joined = (rows: readonly PlacedRow[], pick: (row: PlacedRow) => string): string =>
  rows.map(pick).join(divider);
const list = (parameter: number): string => `string_to_array($${parameter}, E'\\x01')`;

// One text a column, split by PostgreSQL: an array of texts would have every quotation mark escaped on the way.
const insertRows = `INSERT INTO journal_row (office, desk, epoch, seq, hash, header, payload, salt, commitment, signature, broken)
  SELECT $1, $2, $3, $4::int - 1 + place, decode(hash, 'hex'), header, CASE WHEN bare = '1' THEN NULL ELSE payload END,
    CASE WHEN salt = '' THEN NULL ELSE decode(salt, 'hex') END, decode(commitment, 'hex'), decode(signature, 'hex'), broken = '1'
  FROM unnest(${[5, 6, 7, 8, 9, 10, 11, 12].map(list).join(', ')}) WITH ORDINALITY
    AS row (hash, header, payload, bare, salt, commitment, signature, broken, place)`;

const store = (on: Connection, batch: Run, from: number): Promise<unknown> => {
  const rows = batch.rows.slice(from);
  return on.query(insertRows, [
    ...keyOf(batch),
    batch.claim.first + from,
    joined(rows, ({ hash }) => hexOf(hash)),
    joined(rows, ({ header }) => header),
    joined(rows, ({ payload }) => payload ?? ''),
    joined(rows, ({ payload }) => (payload === null ? '1' : '0')),
    joined(rows, ({ salt }) => (salt ? hexOf(salt) : '')),
    joined(rows, ({ commitment }) => hexOf(commitment)),
    joined(rows, ({ signature }) => hexOf(signature)),
    joined(rows, ({ broken }) => (broken ? '1' : '0')),
  ]);
};

const receiptFor = ({ claim }: Batch, identity: Identity, now: number): Signed => {
  const { hub, office, desk, epoch, first, last, hash, digest } = claim;
  return identity.sign('receipt', {
    hub,
    office,
    desk,
    epoch,
    first,
    last,
    hash,
    digest,
    receivedAt: now,
  } satisfies ReceiptClaim);
};

/**
 * Puts rows behind those that are held of their epoch, or finds them there; how far the epoch is held now. `others` gets the places of
 * rows that are held as others. Throws Refused.
 */
export const keepRows = async (on: Connection, batch: Run, others: number[] = []): Promise<HeldHead> => {
  const { claim } = batch;
  const epoch = (await lockEpoch(on, keyOf(batch))) ?? (await openEpoch(on, batch));
  const head = { epoch: claim.epoch, seq: epoch.held, hash: epoch.hash };
  if (claim.first > epoch.held + 1) throw new Refused('ahead', head);
  const compared = await compare(on, batch, epoch.held);
  others.push(...compared.others);
  if (others.length === 0 && compared.known === 0 && claim.previous !== epoch.hash) others.push(0);
  if (others.length > 0) throw new Refused('fork', head);
  if (claim.last <= epoch.held) return head;
  await store(on, batch, compared.known);
  return { epoch: claim.epoch, seq: claim.last, hash: claim.hash };
};

export interface Kept {
  receipt: Signed;
  held: HeldHead;
}

/**
 * Keeps a batch, once, and answers with the hub's own word for it. Everything is durable when this returns. The same batch again is
 * acknowledged again; rows that are held as others are kept beside them and refused.
 */
export const keepBatch = async (
  db: Database,
  identity: Identity,
  batch: Batch,
  now: number,
): Promise<Kept> => {
  const { claim, signed } = batch;
  refuseTrial(batch.rows);
  const others: number[] = [];
  try {
    return await inTransaction(db, async (on) => {
      const held = await keepRows(on, batch, others);
      const receipt = receiptFor(batch, identity, now);
      await on.query(
        `WITH kept AS (
           INSERT INTO batch (office, desk, epoch, first, last, claim, signature, receipt, receipt_signature, received_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING),
         told AS (SELECT pg_notify('quay_pushed', $1))
         UPDATE epoch SET held = $11, held_hash = decode($12, 'hex') FROM told
         WHERE office = $1 AND desk = $2 AND epoch = $3`,
        [
          ...keyOf(batch),
          claim.first,
          claim.last,
          signed.text,
          signed.signature,
          receipt.text,
          receipt.signature,
          now,
          held.seq,
          held.hash,
        ],
      );
      return { receipt, held };
    });
  } catch (error) {
    if (error instanceof Refused && error.reason === 'fork') await keepForks(db, batch, others, now);
    throw error;
  }
};
