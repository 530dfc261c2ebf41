import pg from 'pg';
import { fold } from '../../shared/dossier/evolve.ts';
import type { Placed } from '../../shared/dossier/evolve.ts';
import { isDossierId } from '../../shared/dossier/id.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { readHeader } from '../../shared/journal/header.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import { upcast } from '../../shared/journal/upcast.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';

/** A row as the province keeps it, in the order it was admitted. */
export interface HubRow {
  position: number;
  desk: number;
  epoch: string;
  seq: number;
  type: string;
  subject: string;
  verdict: string;
  detail: string;
  /** SHA-256 of the row in its chain, hex. */
  hash: string;
  /** The rolling hash there: equal hashes are equal histories. */
  rolling: string;
}

export interface HubReport {
  office: string;
  rows: HubRow[];
  /** Every dossier as the province's own rows fold to. */
  states: { dossier: string; state: DossierState }[];
  /** Signed receipts the desk was answered with. */
  receipts: { epoch: string; first: number; last: number; receivedAt: string; signature: string }[];
  attachments: { sha256: string; size: number; keptAt: string }[];
  /** What was reported to the national portal, each message in its order, without content. */
  messages: {
    code: string;
    position: number;
    kind: string;
    state: string;
    reason: string;
    queuedAt: string;
    sentAt: string | null;
  }[];
  desks: { desk: number; name: string; state: string; held: number; admitted: number; aside: number }[];
}

interface Stored extends HubRow {
  header: string;
  payload: string | null;
}

const statesOf = (rows: readonly Stored[]): HubReport['states'] => {
  const bySubject = new Map<string, Placed<StoredEvent>[]>();
  for (const row of rows) {
    const header = readHeader(row.header);
    if (!header || !isDossierId(row.subject) || row.verdict === 'quarantined') continue;
    const payload: unknown = row.payload === null ? null : JSON.parse(row.payload);
    const placed = {
      id: header.id,
      subject: row.subject,
      at: header.at,
      witness: witnessOf(new Uint8Array(Buffer.from(row.hash, 'hex'))),
      event: upcast({ type: header.type, v: header.v, payload }),
    };
    bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), placed]);
  }
  return [...bySubject].flatMap(([dossier, events]) => {
    const state = fold(events);
    return state ? [{ dossier, state }] : [];
  });
};

/** Whether everything the office's feed brought is queued, and the portal has taken all of it, with the files that came up after their rows. */
export const isReported = async (databaseUrl: string, office: string): Promise<boolean> => {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const { rowCount } = await db.query(
      `SELECT 1 FROM office JOIN followed USING (office) WHERE office.office = $1 AND followed.position = office.position
         AND NOT EXISTS (SELECT 1 FROM exchange_message WHERE state IN ('waiting', 'begun'))
         AND NOT EXISTS (SELECT 1 FROM exchange_left_out)`,
      [office],
    );
    return rowCount === 1;
  } finally {
    await db.end();
  }
};

/** Reads what one office has at the province, from PostgreSQL itself. */
export const readHub = async (databaseUrl: string, office: string): Promise<HubReport> => {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  const rowsOf = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> =>
    (await db.query<T>(sql, [office])).rows;
  try {
    const stored = await rowsOf<Stored>(
      `SELECT feed.position::int AS position, feed.desk, feed.epoch, feed.seq, feed.type, feed.subject, feed.verdict, feed.detail,
         encode(row.hash, 'hex') AS hash, encode(feed.rolling, 'hex') AS rolling, row.header, row.payload
       FROM feed JOIN journal_row AS row USING (office, desk, epoch, seq) WHERE feed.office = $1 ORDER BY feed.position`,
    );
    return {
      office,
      rows: stored.map(({ header: _header, payload: _payload, ...row }) => row),
      states: statesOf(stored),
      receipts: await rowsOf(
        `SELECT epoch, first, last, to_timestamp(received_at / 1000.0) AS "receivedAt", receipt_signature AS signature
         FROM batch WHERE office = $1 ORDER BY received_at, first`,
      ),
      attachments: await rowsOf(
        `SELECT encode(sha256, 'hex') AS sha256, size::int AS size, to_timestamp(kept_at / 1000.0) AS "keptAt"
         FROM kept_file WHERE office = $1 ORDER BY kept_at, sha256`,
      ),
      messages: await rowsOf(
        `SELECT code, position::int AS position, kind, state, reason, to_timestamp(queued_at / 1000.0) AS "queuedAt",
           to_timestamp(sent_at / 1000.0) AS "sentAt"
         FROM exchange_message JOIN exchange_dossier USING (dossier) WHERE office = $1 ORDER BY id`,
      ),
      desks: await rowsOf(
        `SELECT desk, name, state,
           (SELECT coalesce(sum(held), 0)::int FROM epoch WHERE (epoch.office, epoch.desk) = (desk.office, desk.desk)) AS held,
           (SELECT coalesce(sum(admitted), 0)::int FROM epoch WHERE (epoch.office, epoch.desk) = (desk.office, desk.desk)) AS admitted,
           (SELECT count(*)::int FROM feed WHERE (feed.office, feed.desk, verdict) = (desk.office, desk.desk, 'quarantined')) AS aside
         FROM desk WHERE office = $1 ORDER BY desk`,
      ),
    };
  } finally {
    await db.end();
  }
};
