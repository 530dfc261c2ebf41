import { isTaken } from '../../shared/dossier/state.ts';
import type { Taken } from '../../shared/dossier/state.ts';
import type { Connection, Queryable } from '../database.ts';
import { stateWith } from '../dossier-life.ts';
import type { LifeEvent } from '../dossier-life.ts';
import { isReported, isStep } from './record.ts';
import { everyProcedure, listScopes } from './scope.ts';
import type { Scope } from './scope.ts';

const isIn = (scopes: readonly Scope[], office: string, { accepted }: Taken): boolean =>
  scopes.some(
    (one) =>
      one.office === office &&
      (one.procedure === everyProcedure || one.procedure === accepted.procedure.code) &&
      accepted.receivedAt >= one.since,
  );

/**
 * Queues what rows behind `after` have changed, one message a change and one a step, in the feed's order; in the transaction that follows
 * the feed, so that nothing is queued twice and nothing is left out. Begun once, a dossier is reported to its end.
 */
export const enqueue = async (
  on: Connection,
  office: string,
  lives: ReadonlyMap<string, readonly LifeEvent[]>,
  after: number,
  now: number,
): Promise<void> => {
  const scopes = await listScopes(on);
  const { rows } = await on.query<{ dossier: string }>(
    'SELECT dossier FROM exchange_dossier WHERE dossier = ANY($1)',
    [[...lives.keys()]],
  );
  const begun = new Set(rows.map(({ dossier }) => dossier));
  if (scopes.length === 0 && begun.size === 0) return;
  const messages: { dossier: string; position: number; kind: 'record' | 'progress' }[] = [];
  for (const [dossier, life] of lives) {
    const state = stateWith(life, () => true);
    if (!state || !isTaken(state)) continue;
    if (!begun.has(dossier) && !isIn(scopes, office, state)) continue;
    // Only an acceptance begins one: what was accepted earlier, before it was switched on, has its life elsewhere.
    const opened = life.find(({ placed }) => placed.id === state.openedBy)?.position ?? 0;
    if (!begun.has(dossier) && opened <= after) continue;
    await on.query(
      'INSERT INTO exchange_dossier (dossier, office, code) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [dossier, office, state.accepted.code],
    );
    for (const { position, placed } of life) {
      if (position <= after || position < opened || !isReported(placed.event.type)) continue;
      messages.push({ dossier, position, kind: 'record' });
      if (isStep(placed.event.type)) messages.push({ dossier, position, kind: 'progress' });
    }
  }
  if (messages.length === 0) return;
  // One after the other in the feed's order, a change before its step: ids rise with it.
  messages.sort((a, b) => a.position - b.position || (a.kind === b.kind ? 0 : a.kind === 'record' ? -1 : 1));
  await on.query(
    `INSERT INTO exchange_message (dossier, position, kind, state, queued_at)
     SELECT dossier, position, kind, 'waiting', $4
     FROM unnest($1::text[], $2::bigint[], $3::text[]) WITH ORDINALITY AS one (dossier, position, kind, place)
     ORDER BY place ON CONFLICT DO NOTHING`,
    [
      messages.map(({ dossier }) => dossier),
      messages.map(({ position }) => position),
      messages.map(({ kind }) => kind),
      now,
    ],
  );
};

/**
 * Lets a dossier's newest record be sent once more for files that have come up since it was sent without them; one that is still to be sent
 * takes them along by itself.
 */
export const queueForFiles = async (db: Queryable): Promise<void> => {
  await db.query(
    `WITH come AS (
       DELETE FROM exchange_left_out AS left_out USING kept_file AS kept
       WHERE kept.office = left_out.office AND kept.sha256 = left_out.sha256 RETURNING dossier),
     newest AS (
       SELECT max(id) AS id FROM exchange_message WHERE kind = 'record' AND dossier IN (SELECT dossier FROM come) GROUP BY dossier)
     UPDATE exchange_message SET state = 'waiting', sent_at = NULL
     FROM newest WHERE exchange_message.id = newest.id AND state = 'sent'`,
  );
};

/** How the queue stands; instants in milliseconds. */
export interface QueueStanding {
  waiting: number;
  oldestAt: number | null;
  sent: number;
  refused: { id: number; code: string; office: string; kind: string; reason: string; queuedAt: number }[];
}

export const queueStanding = async (db: Queryable): Promise<QueueStanding> => {
  const counted = await db.query<{ waiting: number; oldestAt: number | null; sent: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('waiting', 'begun')) AS waiting,
       min(queued_at) FILTER (WHERE state IN ('waiting', 'begun')) AS "oldestAt",
       count(*) FILTER (WHERE state = 'sent') AS sent FROM exchange_message`,
  );
  const refused = await db.query<QueueStanding['refused'][number]>(
    `SELECT id, code, office, kind, reason, queued_at AS "queuedAt"
     FROM exchange_message JOIN exchange_dossier USING (dossier) WHERE state = 'refused' ORDER BY id LIMIT 200`,
  );
  return { waiting: 0, oldestAt: null, sent: 0, ...counted.rows[0], refused: refused.rows };
};

/** What a person decides of a refused message: sent again as it now reads, or left out for good. False: it is not refused. */
export const settleRefused = async (db: Queryable, id: number, how: 'resend' | 'drop'): Promise<boolean> => {
  const { rowCount } = await db.query(
    "UPDATE exchange_message SET state = $2, reason = '' WHERE id = $1 AND state = 'refused'",
    [id, how === 'resend' ? 'waiting' : 'dropped'],
  );
  return rowCount === 1;
};
