import { admit, opens } from '../shared/dossier/admit.ts';
import { evolve, fold } from '../shared/dossier/evolve.ts';
import type { Placed } from '../shared/dossier/evolve.ts';
import type { DossierState } from '../shared/dossier/state.ts';
import { isDossierId } from '../shared/dossier/id.ts';
import { readHeader } from '../shared/journal/header.ts';
import { witnessOf } from '../shared/journal/row.ts';
import type { Bytes, RowHeader } from '../shared/journal/row.ts';
import { upcast } from '../shared/journal/upcast.ts';
import type { StoredEvent } from '../shared/journal/upcast.ts';
import { roll } from '../shared/sync/feed.ts';
import type { Quarantine } from '../shared/sync/feed.ts';
import { crypto } from './crypto.ts';
import { inTransaction } from './database.ts';
import type { Connection, Database, Queryable } from './database.ts';
import { bytesOf, expectedOf, judgeRows, parsed } from './judge-rows.ts';
import type { Judged, Keys, ReadRow, Waiting } from './judge-rows.ts';
import { noteCodes } from './dossier-codes.ts';
import { mayNameFiles, noteNamedFiles } from './named-files.ts';
import { hexOf } from './sessions.ts';
import { verifyAhead } from './verify-ahead.ts';

/** Rows admitted in one transaction: some 10 ms between two turns of the thread that answers desks. */
const atOnce = 250;

const placed = (header: RowHeader, hash: Bytes, event: StoredEvent): Placed<StoredEvent> => ({
  id: header.id,
  subject: header.subject,
  at: header.at,
  witness: witnessOf(hash),
  event,
});

/** How far the rows of an epoch may be admitted: of a confirmed desk all that is held, of any other what it had a right to once. */
const admissible = "CASE WHEN desk.state = 'confirmed' THEN epoch.held ELSE epoch.due END";

/** The next rows in the order their desks' epochs came. */
const takeWaiting = async (on: Connection, office: string): Promise<ReadRow[]> => {
  const { rows } = await on.query<Waiting>(
    // Epoch by epoch along the key: what is held already costs nothing, whatever the planner knows of the tables.
    `SELECT row.*
     FROM epoch JOIN desk USING (office, desk) CROSS JOIN LATERAL (
       SELECT desk, epoch, seq, hash, header, payload, signature, broken FROM journal_row
       WHERE (office, desk, epoch) = ($1, epoch.desk, epoch.epoch) AND seq > epoch.admitted AND seq <= ${admissible}
       ORDER BY seq LIMIT $2) AS row
     WHERE epoch.office = $1 AND epoch.admitted < epoch.held
     ORDER BY epoch.arrival, row.seq LIMIT $2`,
    [office, atOnce],
  );
  return rows.map((row) => ({ ...row, read: readHeader(row.header) }));
};

interface KnownDesk {
  clerks: Keys;
  /** It was enrolled anew: the founding of a new vault is believed, once. */
  awaitsRoot: boolean;
}

const takeKeys = async (
  on: Connection,
  office: string,
  desks: readonly number[],
): Promise<Map<number, KnownDesk>> => {
  const { rows } = await on.query<KnownDesk & { desk: number }>(
    'SELECT desk, clerks, awaits_root AS "awaitsRoot" FROM desk WHERE office = $1 AND desk = ANY($2)',
    [office, desks],
  );
  return new Map(rows.map(({ desk, ...known }) => [desk, known]));
};

/** Rows on dossiers of another office are kept aside: who opened a dossier holds it. */
const judgeHolders = async (
  on: Connection,
  office: string,
  judged: readonly Judged[],
  subjects: readonly string[],
): Promise<Judged[]> => {
  const opened = judged.flatMap(({ header, event, verdict }) =>
    header && event && verdict !== 'quarantined' && isDossierId(header.subject) && opens(event)
      ? [header.subject]
      : [],
  );
  // In one order: of two offices that open the same at once, the second waits for the first, and no two for each other.
  if (opened.length > 0)
    await on.query(
      'INSERT INTO holder (dossier, office) SELECT dossier, $2 FROM unnest($1::text[]) AS dossier ORDER BY dossier ON CONFLICT DO NOTHING',
      [opened, office],
    );
  const { rows } = await on.query<{ dossier: string }>(
    'SELECT dossier FROM holder WHERE dossier = ANY($1) AND office <> $2',
    [subjects, office],
  );
  if (rows.length === 0) return [...judged];
  const others = new Set(rows.map(({ dossier }) => dossier));
  return judged.map((one) =>
    one.header && one.verdict !== 'quarantined' && others.has(one.header.subject)
      ? { ...one, verdict: 'quarantined', detail: 'otherOffice' satisfies Quarantine }
      : one,
  );
};

/** Dossiers as admitted so far. */
export const statesOf = async (
  on: Queryable,
  office: string,
  subjects: readonly string[],
): Promise<Map<string, DossierState>> => {
  const { rows } = await on.query<{ subject: string; header: string; payload: string | null; hash: Buffer }>(
    `SELECT feed.subject, row.header, row.payload, row.hash FROM feed JOIN journal_row AS row USING (office, desk, epoch, seq)
     WHERE feed.office = $1 AND feed.subject = ANY($2) AND feed.verdict <> 'quarantined' ORDER BY feed.position`,
    [office, subjects],
  );
  const events = new Map<string, Placed<StoredEvent>[]>();
  for (const row of rows) {
    const header = readHeader(row.header);
    if (!header) continue;
    const event = upcast({ type: header.type, v: header.v, payload: parsed(row.payload) });
    events.set(row.subject, [...(events.get(row.subject) ?? []), placed(header, bytesOf(row.hash), event)]);
  }
  const states = new Map<string, DossierState>();
  for (const [subject, of] of events) {
    const state = fold(of);
    if (state) states.set(subject, state);
  }
  return states;
};

/** What each row does to its dossier as it stands when its turn comes. */
const judgeActs = (judged: readonly Judged[], states: Map<string, DossierState>): Judged[] =>
  judged.map((one) => {
    const { header, event, row } = one;
    if (one.verdict === 'quarantined' || !header || !event || !isDossierId(header.subject)) return one;
    const before = states.get(header.subject) ?? null;
    const found = admit(before, event);
    states.set(header.subject, evolve(before, placed(header, bytesOf(row.hash), event)));
    return { ...one, verdict: found.verdict, detail: found.verdict === 'conflict' ? found.with : '' };
  });

const insertFeed = `INSERT INTO feed (office, position, desk, epoch, seq, id, subject, type, verdict, detail, rolling)
  SELECT $1, $2::bigint + place, entry.desk, entry.epoch, entry.seq, entry.id, entry.subject, entry.type, entry.verdict,
    entry.detail, decode(entry.rolling, 'hex')
  FROM unnest($3::int[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
    WITH ORDINALITY AS entry (desk, epoch, seq, id, subject, type, verdict, detail, rolling, place)`;

const publish = async (
  on: Connection,
  office: string,
  from: { position: number; rolling: Bytes },
  judged: readonly Judged[],
): Promise<void> => {
  let rolling = from.rolling;
  const hashes = judged.map(({ row, verdict, detail }) => {
    rolling = roll(crypto, rolling, bytesOf(row.hash), { verdict, detail });
    return hexOf(rolling);
  });
  await on.query(insertFeed, [
    office,
    from.position,
    judged.map(({ row }) => row.desk),
    judged.map(({ row }) => row.epoch),
    judged.map(({ row }) => row.seq),
    judged.map(({ header }) => header?.id ?? ''),
    judged.map(({ header }) => header?.subject ?? ''),
    judged.map(({ header }) => header?.type ?? ''),
    judged.map(({ verdict }) => verdict),
    judged.map(({ detail }) => detail),
    hashes,
  ]);
  await on.query('UPDATE office SET position = $2, rolling = $3 WHERE office = $1', [
    office,
    from.position + judged.length,
    Buffer.from(rolling),
  ]);
};

/** How far each epoch is admitted with these rows. */
const markAdmitted = async (on: Connection, office: string, judged: readonly Judged[]): Promise<void> => {
  const ends = new Map(judged.map(({ row }) => [`${row.desk} ${row.epoch}`, row]));
  for (const { desk, epoch, seq } of ends.values())
    await on.query('UPDATE epoch SET admitted = $4 WHERE office = $1 AND desk = $2 AND epoch = $3', [
      office,
      desk,
      epoch,
      seq,
    ]);
};

/**
 * Admits what waits for one office, in order, under its lease: signatures, `admit` once, a position without a gap. Returns how many
 * rows; 0 when nothing waits or another instance holds the lease.
 */
export const admitOffice = (db: Database, office: string): Promise<number> =>
  inTransaction(db, async (on) => {
    await on.query(
      "INSERT INTO office (office, rolling) VALUES ($1, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING",
      [office],
    );
    const lease = await on.query<{ position: number; rolling: Buffer }>(
      'SELECT position, rolling FROM office WHERE office = $1 FOR UPDATE SKIP LOCKED',
      [office],
    );
    const [held] = lease.rows;
    if (!held) return 0;
    const waiting = await takeWaiting(on, office);
    if (waiting.length === 0) return 0;
    const desks = [...new Set(waiting.map(({ desk }) => desk))];
    const keys = await takeKeys(on, office, desks);
    const ready = new Map<ReadRow, Judged>();
    for (const desk of desks) {
      const rows = waiting.filter((row) => row.desk === desk);
      const { clerks: known, awaitsRoot } = keys.get(desk) ?? { clerks: {}, awaitsRoot: false };
      const proved = await verifyAhead(expectedOf(rows, known));
      const { judged, keys: told } = judgeRows(proved, office, rows, known, awaitsRoot);
      for (const one of judged) ready.set(one.row, one);
      const isRooted = judged.some(
        ({ header, verdict }) => header?.type === 'officeFounded' && verdict === 'fact',
      );
      if (judged.length > 0)
        await on.query(
          'UPDATE desk SET clerks = $3, awaits_root = awaits_root AND NOT $4 WHERE office = $1 AND desk = $2',
          [office, desk, JSON.stringify(told), isRooted],
        );
    }
    const sound = waiting.flatMap((row) => ready.get(row) ?? []);
    if (sound.length === 0) return 0;
    const subjects = [
      ...new Set(
        sound.flatMap(({ header }) => (header && isDossierId(header.subject) ? [header.subject] : [])),
      ),
    ];
    const ordered = await judgeHolders(on, office, sound, subjects);
    const judged = judgeActs(ordered, await statesOf(on, office, subjects));
    await publish(on, office, { position: held.position, rolling: bytesOf(held.rolling) }, judged);
    await noteNamedFiles(
      on,
      office,
      judged.flatMap(({ verdict, row, event }) =>
        verdict !== 'quarantined' && row.payload && mayNameFiles(row.payload) ? [event?.payload] : [],
      ),
    );
    await noteCodes(
      on,
      office,
      judged.flatMap(({ verdict, header, event }) =>
        header?.type === 'dossierAccepted' && (verdict === 'fact' || verdict === 'conflict')
          ? [{ subject: header.subject, payload: event?.payload }]
          : [],
      ),
    );
    await markAdmitted(on, office, judged);
    await on.query("SELECT pg_notify('quay_admitted', $1)", [office]);
    return judged.length;
  });

/** Offices with rows that wait for their turn. */
export const waitingOffices = async (db: Database): Promise<string[]> => {
  const { rows } = await db.query<{ office: string }>(
    `SELECT DISTINCT epoch.office FROM epoch JOIN desk USING (office, desk)
     WHERE epoch.admitted < epoch.held AND epoch.admitted < ${admissible}`,
  );
  return rows.map(({ office }) => office);
};
