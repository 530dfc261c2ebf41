import { randomBytes } from 'node:crypto';
import { isTaken } from '../../shared/dossier/state.ts';
import type { Database } from '../database.ts';
import { livesOf, stateWith } from '../dossier-life.ts';
import type { LifeEvent } from '../dossier-life.ts';
import { NotSent, progressChunk, Unread, Unsure } from './adapter.ts';
import type { ExchangeAdapter, Written } from './adapter.ts';
import { sameRecord, sameStep } from './documents.ts';
import type { DossierRecord, ProgressRow } from './documents.ts';
import { filesOf, recordOf, stepAt } from './record.ts';

/** What sending needs of an instance. */
export interface Sending {
  db: Database;
  adapter: ExchangeAdapter;
  /** Link of a file that lies here. */
  linkTo: (office: string, sha256: string) => string;
  now: () => number;
}

/** Longer than any one call may take: who is gone does not hold a dossier for ever. */
const leaseMs = 5 * 60_000;

interface Head {
  dossier: string;
  office: string;
  inserted: boolean;
  lease: string;
}

interface Message {
  id: number;
  position: number;
  kind: 'record' | 'progress';
  state: 'waiting' | 'begun';
}

/** The dossier whose next message has waited longest, none of its own refused before it; what keeps failing comes last. */
const claim = async ({ db, now }: Sending): Promise<Head | undefined> => {
  const lease = randomBytes(8).toString('hex');
  const { rows } = await db.query<Omit<Head, 'lease'>>(
    `UPDATE exchange_dossier SET lease = $1, lease_until = $2::bigint + ${leaseMs} WHERE dossier = (
       SELECT dossier FROM exchange_dossier JOIN LATERAL (
         SELECT id, state FROM exchange_message AS message
         WHERE message.dossier = exchange_dossier.dossier AND state IN ('waiting', 'begun', 'refused') ORDER BY id LIMIT 1
       ) AS next ON next.state <> 'refused'
       WHERE lease_until < $2 ORDER BY failures, next.id LIMIT 1 FOR UPDATE OF exchange_dossier SKIP LOCKED)
     RETURNING dossier, office, inserted`,
    [lease, now()],
  );
  return rows[0] && { ...rows[0], lease };
};

/** The record that is next, or the steps up to ten that follow each other. */
const nextOf = async ({ db }: Sending, { dossier }: Head): Promise<Message[]> => {
  const { rows } = await db.query<Message>(
    `SELECT id, position, kind, state FROM exchange_message
     WHERE dossier = $1 AND state IN ('waiting', 'begun', 'refused') ORDER BY id LIMIT $2`,
    [dossier, progressChunk],
  );
  const [first] = rows;
  if (!first || first.kind === 'record') return first ? [first] : [];
  const until = rows.findIndex(({ kind, state }) => kind !== 'progress' || state !== first.state);
  return until < 0 ? rows : rows.slice(0, until);
};

const heldOf = async (
  { db }: Sending,
  office: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await db.query<{ sha256: string }>(
    "SELECT encode(sha256, 'hex') AS sha256 FROM kept_file WHERE office = $1 AND sha256 = ANY($2::bytea[])",
    // As bytes, which the key is of.
    [office, hashes.map((hash) => Buffer.from(hash, 'hex'))],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
};

/** Refused by this hub itself, before anything left it. */
class Unfit extends Error {}

const recordAt = async (
  sending: Sending,
  office: string,
  life: readonly LifeEvent[],
  position: number,
): Promise<{ record: DossierRecord; leftOut: string[] }> => {
  const state = stateWith(life, (one) => one.position <= position);
  if (!state || !isTaken(state)) throw new Unfit('dossierGone');
  const service = await sending.adapter.service(state.accepted.procedure.code);
  if (!service) throw new Unfit(`MaTTHC ${state.accepted.procedure.code}`);
  const files = filesOf(state);
  const held = await heldOf(sending, office, files);
  return {
    record: recordOf(state, service, (sha256) =>
      held.has(sha256) ? sending.linkTo(office, sha256) : undefined,
    ),
    leftOut: files.filter((sha256) => !held.has(sha256)),
  };
};

type Settled = { kind: 'sent' } | { kind: 'refused'; reason: string };
const sent: Settled = { kind: 'sent' };
const settledBy = (written: Written): Settled =>
  written.kind === 'refused' ? written : { kind: written.kind === 'done' ? 'sent' : 'refused', reason: '' };

/**
 * One record. An insertion is preceded by a look-up: what another system reported under this code is compared and never touched. A record
 * that may have come through already is looked up before it is sent again.
 */
const sendRecord = async (
  { adapter }: Sending,
  head: Head,
  message: Message,
  record: DossierRecord,
  begin: () => Promise<void>,
): Promise<Settled> => {
  const other: Settled = { kind: 'refused', reason: 'otherRecord' };
  if (!head.inserted || message.state === 'begun') {
    const held = await adapter.lookUp(record.MaHoSo);
    if (held && sameRecord(record, held.record)) return sent;
    if (held && !head.inserted) return other;
  }
  await begin();
  const written = await adapter.writeRecord(record, head.inserted);
  if (written.kind !== 'exists') return settledBy(written);
  const held = await adapter.lookUp(record.MaHoSo);
  return held && sameRecord(record, held.record) ? sent : other;
};

/** Steps that may have come through are looked up; where the other end lists none, a person decides. */
const sendSteps = async (
  { adapter }: Sending,
  messages: readonly Message[],
  rows: readonly ProgressRow[],
  begin: () => Promise<void>,
): Promise<Settled> => {
  let left = rows;
  const [first] = rows;
  if (first && messages.some(({ state }) => state === 'begun')) {
    const held = await adapter.lookUp(first.MaHoSo);
    if (held?.progress === null) return { kind: 'refused', reason: 'unsure' };
    left = rows.filter((row) => !(held?.progress ?? []).some((one) => sameStep(one, row)));
  }
  if (left.length === 0) return sent;
  await begin();
  return settledBy(await adapter.writeProgress(left));
};

const settle = async (
  { db, now }: Sending,
  { dossier, lease }: Head,
  messages: readonly Message[],
  settled: Settled,
  leftOut: readonly string[] = [],
): Promise<void> => {
  const isSent = settled.kind === 'sent';
  // Of who has lost the lease nothing is believed: what it did is found again by the look-up.
  await db.query(
    `WITH held AS (
       UPDATE exchange_dossier SET failures = 0, lease = NULL, lease_until = 0, inserted = inserted OR $5
       WHERE dossier = $1 AND lease = $2 RETURNING dossier, office),
     left_out AS (
       INSERT INTO exchange_left_out (office, sha256, dossier)
       SELECT office, decode(hash, 'hex'), dossier FROM held, unnest($8::text[]) AS named (hash) ON CONFLICT DO NOTHING)
     UPDATE exchange_message SET state = $4, reason = $6, sent_at = $7 FROM held
     WHERE exchange_message.dossier = held.dossier AND id = ANY($3)`,
    [
      dossier,
      lease,
      messages.map(({ id }) => id),
      settled.kind,
      isSent && messages.some(({ kind }) => kind === 'record'),
      isSent ? '' : settled.reason.slice(0, 500),
      isSent ? now() : null,
      isSent ? leftOut : [],
    ],
  );
};

/** Takes back what surely had no effect; what may have had one stays begun. */
const giveUp = async (
  { db }: Sending,
  { dossier, lease }: Head,
  isUnsure: boolean,
  ids: number[],
): Promise<void> => {
  await db.query(
    `WITH held AS (
       UPDATE exchange_dossier SET failures = failures + 1, lease = NULL, lease_until = 0
       WHERE dossier = $1 AND lease = $2 RETURNING dossier)
     UPDATE exchange_message SET state = 'waiting' FROM held
     WHERE exchange_message.dossier = held.dossier AND id = ANY($3) AND state = 'begun' AND NOT $4`,
    [dossier, lease, ids, isUnsure],
  );
};

/**
 * Sends the next message of one dossier, in order, and writes down what came of it. False when nothing waits. Throws NotSent or Unsure:
 * the message is tried again, after a look-up where it may have come through.
 */
export const sendNext = async (sending: Sending): Promise<boolean> => {
  const { db } = sending;
  const head = await claim(sending);
  if (!head) return false;
  const messages = await nextOf(sending, head);
  const ids = messages.map(({ id }) => id);
  const [first] = messages;
  if (!first) return false;
  let began = first.state === 'begun';
  // Committed before anything leaves: an instance that dies in between leaves behind that it may have.
  const begin = async (): Promise<void> => {
    await db.query("UPDATE exchange_message SET state = 'begun' WHERE id = ANY($1)", [ids]);
    began = true;
  };
  try {
    const life = (await livesOf(db, head.office, [head.dossier])).get(head.dossier) ?? [];
    if (first.kind === 'record') {
      const { record, leftOut } = await recordAt(sending, head.office, life, first.position);
      const settled = await sendRecord(sending, head, first, record, begin);
      await settle(sending, head, messages, settled, leftOut);
    } else {
      const rows = messages.flatMap(({ position }) => stepAt(life, position) ?? []);
      await settle(sending, head, messages, await sendSteps(sending, messages, rows, begin));
    }
    return true;
  } catch (error) {
    if (error instanceof Unfit || error instanceof Unread) {
      await settle(sending, head, messages, { kind: 'refused', reason: error.message });
      return true;
    }
    // A write that surely failed leaves no doubt behind, unless an earlier try of it had left one.
    const isUnsure = began && (first.state === 'begun' || !(error instanceof NotSent));
    await giveUp(sending, head, isUnsure, ids);
    if (error instanceof NotSent || error instanceof Unsure) throw error;
    throw new Unsure('sending failed', { cause: error });
  }
};
