import { setTimeout as rest } from 'node:timers/promises';
import { endedAt } from '../shared/books/on-time-book.ts';
import { businessOf } from '../shared/dossier/acts/axes.ts';
import { isDossierId } from '../shared/dossier/id.ts';
import { isTaken } from '../shared/dossier/state.ts';
import { inTransaction } from './database.ts';
import type { Connection, Database, Queryable } from './database.ts';
import { livesOf, stateWith } from './dossier-life.ts';
import type { LifeEvent } from './dossier-life.ts';
import type { Logger } from './log.ts';
import type { Traffic } from './traffic.ts';

/** Rows followed in one transaction, how often it is looked for more, and how long desks that still send, and admission, come first. */
const atOnce = 250;
const lookMs = 1_000;
const giveWayMs = 2_000;
/** After each page twice as long is left to everything else: there is always more to follow, and somebody waits for an answer. */
const restShare = 2;

/** What else is done with the dossiers that rows behind `after` have changed, in the same transaction. */
export type AlsoWith = (
  on: Connection,
  office: string,
  lives: ReadonlyMap<string, readonly LifeEvent[]>,
  after: number,
) => Promise<void>;

const saveStanding = async (
  on: Connection,
  office: string,
  lives: ReadonlyMap<string, readonly LifeEvent[]>,
): Promise<void> => {
  const lines = [...lives].flatMap(([dossier, life]) => {
    const state = stateWith(life, () => true);
    if (!state || !isTaken(state)) return [];
    const { code, procedure, receivedAt } = state.accepted;
    const ended = endedAt(state) ?? null;
    const position = life.at(-1)?.position ?? 0;
    return [
      { dossier, code, procedure: procedure.code, receivedAt, ended, business: businessOf(state), position },
    ];
  });
  if (lines.length === 0) return;
  await on.query(
    `INSERT INTO dossier_standing (dossier, office, code, procedure, received_at, ended_at, business, position)
     SELECT dossier, $1, code, procedure, received_at, ended_at, business, position
     FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::bigint[])
       AS line (dossier, code, procedure, received_at, ended_at, business, position)
     ON CONFLICT (dossier) DO UPDATE SET (ended_at, business, position) =
       (excluded.ended_at, excluded.business, excluded.position)`,
    [
      office,
      lines.map(({ dossier }) => dossier),
      lines.map(({ code }) => code),
      lines.map(({ procedure }) => procedure),
      lines.map(({ receivedAt }) => receivedAt),
      lines.map(({ ended }) => ended),
      lines.map(({ business }) => business),
      lines.map(({ position }) => position),
    ],
  );
};

/** Takes in the next page of an office's feed under its lease; how many rows, 0 when there are none or another instance is at it. */
export const followOffice = (db: Database, office: string, also: AlsoWith): Promise<number> =>
  inTransaction(db, async (on) => {
    // What a power cut takes is followed again: no desk's receipt waits behind the disk for it.
    await on.query('SET LOCAL synchronous_commit = off');
    await on.query('INSERT INTO followed (office) VALUES ($1) ON CONFLICT DO NOTHING', [office]);
    const lease = await on.query<{ position: number }>(
      'SELECT position FROM followed WHERE office = $1 FOR UPDATE SKIP LOCKED',
      [office],
    );
    const after = lease.rows[0]?.position;
    if (after === undefined) return 0;
    const { rows } = await on.query<{ position: number; subject: string; verdict: string }>(
      'SELECT position, subject, verdict FROM feed WHERE office = $1 AND position > $2 ORDER BY position LIMIT $3',
      [office, after, atOnce],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    const dossiers = rows.flatMap(({ subject, verdict }) =>
      verdict !== 'quarantined' && isDossierId(subject) ? [subject] : [],
    );
    const lives = new Map(
      [...(await livesOf(on, office, [...new Set(dossiers)]))].map(([dossier, life]) => [
        dossier,
        // What was admitted while this page is read is the next page's.
        life.filter(({ position }) => position <= last.position),
      ]),
    );
    await saveStanding(on, office, lives);
    await also(on, office, lives, after);
    await on.query('UPDATE followed SET position = $2 WHERE office = $1', [office, last.position]);
    return rows.length;
  });

const officesAhead = async (db: Queryable): Promise<string[]> =>
  (
    await db.query<{ office: string }>(
      `SELECT office.office FROM office LEFT JOIN followed USING (office)
       WHERE office.position > coalesce(followed.position, 0)`,
    )
  ).rows.map(({ office }) => office);

/** Follows every office's feed until it is told to stop; admission and the desks come first. */
export const startFollowing = (
  db: Database,
  traffic: Traffic,
  log: Logger,
  also: AlsoWith,
): (() => Promise<void>) => {
  let stopped = false;
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    for (const office of await officesAhead(db))
      for (let rows = 1; rows > 0 && !stopped;) {
        await traffic.untilAdmitted(giveWayMs);
        const begun = performance.now();
        rows = await followOffice(db, office, also);
        if (rows > 0) await rest((performance.now() - begun) * restShare);
      }
  };
  const look = setInterval(() => {
    running ??= runAll()
      .catch((error: unknown) => log.error({ err: error }, 'following failed'))
      .finally(() => (running = undefined));
  }, lookMs);
  return async () => {
    stopped = true;
    clearInterval(look);
    await running;
  };
};
