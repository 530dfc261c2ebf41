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
import { insertRows, rowColumns } from './row-columns.ts';
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

const store = (on: Connection, batch: Run, from: number): Promise<unknown> => {
  const rows = rowColumns(batch.rows.slice(from));
  return on.query(insertRows(), [...keyOf(batch), batch.claim.first + from, ...rows]);
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

/** Parameters of a batch's own line, from $13. */
const lineOf = ({ claim, signed }: Batch, receipt: Signed, now: number): (string | number)[] => [
  claim.last,
  signed.text,
  signed.signature,
  receipt.text,
  receipt.signature,
  now,
];

const next = `WITH head AS MATERIALIZED (
    SELECT held, held_hash FROM epoch WHERE office = $1 AND desk = $2 AND epoch = $3 FOR NO KEY UPDATE),
  next AS MATERIALIZED (SELECT 1 FROM head WHERE held = $4::int - 1 AND held_hash = decode($19, 'hex')),
  stored AS (${insertRows('next')}),
  kept AS (
    INSERT INTO batch (office, desk, epoch, first, last, claim, signature, receipt, receipt_signature, received_at)
    SELECT $1, $2, $3, $4, $13, $14, $15, $16, $17, $18 FROM next ON CONFLICT DO NOTHING)
  UPDATE epoch SET held = $13, held_hash = decode($20, 'hex') FROM next WHERE office = $1 AND desk = $2 AND epoch = $3`;

/**
 * Keeps a batch that follows what is held, as nearly all do, in one statement: who else waits for its epoch, a small push of the same desk
 * or admission, waits for PostgreSQL alone and never for this instance's thread. False: it does not follow, and nothing is changed.
 */
const keepNext = async (db: Database, batch: Batch, receipt: Signed, now: number): Promise<boolean> => {
  const { claim, rows } = batch;
  const { rowCount } = await db.query({
    name: 'keep-next',
    text: next,
    values: [
      ...keyOf(batch),
      claim.first,
      ...rowColumns(rows),
      ...lineOf(batch, receipt, now),
      claim.previous,
      claim.hash,
    ],
  });
  return rowCount === 1;
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
  const { claim } = batch;
  refuseTrial(batch.rows);
  const receipt = receiptFor(batch, identity, now);
  if (await keepNext(db, batch, receipt, now))
    return { receipt, held: { epoch: claim.epoch, seq: claim.last, hash: claim.hash } };
  const others: number[] = [];
  try {
    return await inTransaction(db, async (on) => {
      const held = await keepRows(on, batch, others);
      await on.query(
        `WITH kept AS (
           INSERT INTO batch (office, desk, epoch, first, last, claim, signature, receipt, receipt_signature, received_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING)
         UPDATE epoch SET held = $11, held_hash = decode($12, 'hex') WHERE office = $1 AND desk = $2 AND epoch = $3`,
        [...keyOf(batch), claim.first, ...lineOf(batch, receipt, now), held.seq, held.hash],
      );
      return { receipt, held };
    });
  } catch (error) {
    if (error instanceof Refused && error.reason === 'fork') await keepForks(db, batch, others, now);
    throw error;
  }
};

/** Whether rows before this batch are still to come. */
export const isAhead = async (db: Database, { claim }: Batch): Promise<boolean> => {
  const { rows } = await db.query<{ held: number }>(
    'SELECT held FROM epoch WHERE office = $1 AND desk = $2 AND epoch = $3',
    [claim.office, claim.desk, claim.epoch],
  );
  return claim.first > (rows[0]?.held ?? 0) + 1;
};
