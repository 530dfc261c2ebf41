import { setImmediate as turn } from 'node:timers/promises';
import { readHeader } from '../shared/journal/header.ts';
import { genesisHash } from '../shared/journal/row.ts';
import type { Bytes, ChainCrypto } from '../shared/journal/row.ts';
import { roll } from '../shared/sync/feed.ts';
import { crypto } from './crypto.ts';
import { inTransaction } from './database.ts';
import type { Connection, Database } from './database.ts';
import { judgeActs } from './judge-acts.ts';
import { bytesOf, expectedOf, judgeRows } from './judge-rows.ts';
import type { Judged, Keys, ReadRow, Waiting } from './judge-rows.ts';
import { noteCodes } from './dossier-codes.ts';
import { mayNameFiles, noteNamedFiles } from './named-files.ts';
import { hexOf } from './sessions.ts';
import { verifyAhead } from './verify-ahead.ts';

/** Rows judged at once: some 2 ms between two turns of the thread that answers desks. */
const chunk = 100;
/**
 * Rows of a page: while it is judged and written, the signatures of the next are verified. Long, since each statement is a way to PostgreSQL
 * and back; the first is short, since nothing is written while it is verified.
 */
const page = { first: chunk, rows: 3 * chunk };
/** Rows admitted in one transaction. */
const atOnce = page.first + 3 * page.rows;

const pagesOf = <T>(rows: readonly T[]): T[][] => {
  const pages: T[][] = [];
  for (let at = 0, end = page.first; at < rows.length; at = end, end += page.rows)
    pages.push(rows.slice(at, end));
  return pages;
};

/** How far the rows of an epoch may be admitted: of a confirmed desk all that is held, of any other what it had a right to once. */
const admissible = "CASE WHEN desk.state = 'confirmed' THEN epoch.held ELSE epoch.due END";

/** The next rows in the order their desks' epochs came. */
const takeWaiting = async (on: Connection, office: string): Promise<ReadRow[]> => {
  const { rows } = await on.query<Waiting>({
    name: 'take-waiting',
    // Epoch by epoch along the key: what is held already costs nothing, whatever the planner knows of the tables.
    text: `SELECT row.*
     FROM epoch JOIN desk USING (office, desk) CROSS JOIN LATERAL (
       SELECT desk, epoch, seq, hash, header, payload, signature, broken FROM journal_row
       WHERE (office, desk, epoch) = ($1, epoch.desk, epoch.epoch) AND seq > epoch.admitted AND seq <= ${admissible}
       ORDER BY seq LIMIT $2) AS row
     WHERE epoch.office = $1 AND epoch.admitted < epoch.held
     ORDER BY epoch.arrival, row.seq LIMIT $2`,
    values: [office, atOnce],
  });
  const waiting: ReadRow[] = [];
  for (const row of rows) {
    waiting.push({ ...row, read: readHeader(row.header) });
    if (waiting.length % chunk === 0) await turn();
  }
  return waiting;
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

/** Judges rows by themselves; what their desks have told of their clerks is noted in `desks`. */
const judgeChunk = (
  proved: ChainCrypto,
  office: string,
  chunkRows: readonly ReadRow[],
  desks: Map<number, KnownDesk>,
): Judged[] => {
  const ready = new Map<ReadRow, Judged>();
  for (const desk of new Set(chunkRows.map((row) => row.desk))) {
    const rows = chunkRows.filter((row) => row.desk === desk);
    const { clerks, awaitsRoot } = desks.get(desk) ?? { clerks: {}, awaitsRoot: false };
    const { judged, keys } = judgeRows(proved, office, rows, clerks, awaitsRoot);
    for (const one of judged) ready.set(one.row, one);
    const isRooted = judged.some(
      ({ header, verdict }) => header?.type === 'officeFounded' && verdict === 'fact',
    );
    if (judged.length > 0) desks.set(desk, { clerks: keys, awaitsRoot: awaitsRoot && !isRooted });
  }
  return chunkRows.flatMap((row) => ready.get(row) ?? []);
};

const saveKeys = async (
  on: Connection,
  office: string,
  desks: ReadonlyMap<number, KnownDesk>,
): Promise<void> => {
  for (const [desk, { clerks, awaitsRoot }] of desks)
    await on.query('UPDATE desk SET clerks = $3, awaits_root = $4 WHERE office = $1 AND desk = $2', [
      office,
      desk,
      JSON.stringify(clerks),
      awaitsRoot,
    ]);
};

const insertFeed = `INSERT INTO feed (office, position, desk, epoch, seq, id, subject, type, verdict, detail, rolling)
  SELECT $1, $2::bigint + place, entry.desk, entry.epoch, entry.seq, entry.id, entry.subject, entry.type, entry.verdict,
    entry.detail, decode(entry.rolling, 'hex')
  FROM unnest($3::int[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
    WITH ORDINALITY AS entry (desk, epoch, seq, id, subject, type, verdict, detail, rolling, place)`;

/** Puts rows behind a place of the feed; the sum at its end. */
const publish = async (
  on: Connection,
  office: string,
  from: { position: number; rolling: Bytes },
  judged: readonly Judged[],
): Promise<Bytes> => {
  let rolling = from.rolling;
  const hashes = judged.map(({ row, verdict, detail }) => {
    rolling = roll(crypto, rolling, bytesOf(row.hash), { verdict, detail });
    return hexOf(rolling);
  });
  await on.query({
    name: 'publish',
    text: insertFeed,
    values: [
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
    ],
  });
  return rolling;
};

/** Notes what the admitted rows say of files and codes. */
const noteContents = async (on: Connection, office: string, judged: readonly Judged[]): Promise<void> => {
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
};

/** How far the feed goes and each epoch is admitted, last of all: who pushes waits for an epoch no longer than for this. */
const markAdmitted = (
  on: Connection,
  office: string,
  end: { position: number; rolling: Bytes },
  judged: readonly Judged[],
): Promise<unknown> => {
  const ends = [...new Map(judged.map(({ row }) => [`${row.desk} ${row.epoch}`, row])).values()];
  return on.query(
    `WITH moved AS (UPDATE office SET position = $2, rolling = $3 WHERE office = $1),
       told AS (SELECT pg_notify('quay_admitted', $1))
     UPDATE epoch SET admitted = one.seq FROM told, unnest($4::int[], $5::text[], $6::int[]) AS one (desk, epoch, seq)
     WHERE epoch.office = $1 AND epoch.desk = one.desk AND epoch.epoch = one.epoch`,
    [
      office,
      end.position,
      Buffer.from(end.rolling),
      ends.map(({ desk }) => desk),
      ends.map(({ epoch }) => epoch),
      ends.map(({ seq }) => seq),
    ],
  );
};

/** Takes or waits for nothing: undefined where another instance holds the office. Its row is there from its first admission on. */
const takeLease = async (
  on: Connection,
  office: string,
): Promise<{ position: number; rolling: Bytes } | undefined> => {
  const take = async () => {
    const { rows } = await on.query<{ position: number; rolling: Buffer }>(
      'SELECT position, rolling FROM office WHERE office = $1 FOR UPDATE SKIP LOCKED',
      [office],
    );
    return rows[0];
  };
  const lease = await take();
  if (lease) return { position: lease.position, rolling: bytesOf(lease.rolling) };
  const begun = await on.query(
    "INSERT INTO office (office, rolling) VALUES ($1, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING",
    [office],
  );
  return begun.rowCount === 1 ? { position: 0, rolling: genesisHash } : undefined;
};

const hasChanged = (desks: ReadonlyMap<number, KnownDesk>, before: ReadonlyMap<number, KnownDesk>): boolean =>
  JSON.stringify([...desks]) !== JSON.stringify([...before]);

/** How many rows were admitted, whether more may wait, and whether another instance is at it. */
export interface Admitted {
  rows: number;
  more: boolean;
  busy: boolean;
}

const nothing: Admitted = { rows: 0, more: false, busy: false };

/**
 * Admits what waits for one office, in order, under its lease: signatures, `admit` once, a position without a gap. Nothing, when nothing
 * waits or another instance holds the lease.
 */
export const admitOffice = (db: Database, office: string): Promise<Admitted> =>
  inTransaction(db, async (on) => {
    const end = await takeLease(on, office);
    if (!end) return { ...nothing, busy: true };
    const waiting = await takeWaiting(on, office);
    if (waiting.length === 0) return nothing;
    const known = await takeKeys(on, office, [...new Set(waiting.map(({ desk }) => desk))]);
    const pages = pagesOf(waiting);
    const proofOf = (rows: readonly ReadRow[] = []) =>
      verifyAhead(rows.flatMap((row) => expectedOf([row], known.get(row.desk)?.clerks ?? {})));
    let proof = proofOf(pages[0]);
    const desks = new Map(known);
    const admitted: Judged[] = [];
    for (const [at, rows] of pages.entries()) {
      const proved = await proof;
      proof = proofOf(pages[at + 1]);
      const sound: Judged[] = [];
      for (let from = 0; from < rows.length && sound.length === from; from += chunk) {
        sound.push(...judgeChunk(proved, office, rows.slice(from, from + chunk), desks));
        // What follows a new key is verified by it.
        if (hasChanged(desks, known)) break;
        await turn();
      }
      const judged = await judgeActs(on, office, sound);
      end.rolling = await publish(on, office, end, judged);
      end.position += judged.length;
      await noteContents(on, office, judged);
      admitted.push(...judged);
      // What follows a row that must wait waits too.
      if (judged.length < rows.length || hasChanged(desks, known)) break;
    }
    if (admitted.length === 0) return nothing;
    if (hasChanged(desks, known)) await saveKeys(on, office, desks);
    await markAdmitted(on, office, end, admitted);
    const more = admitted.length < waiting.length || waiting.length === atOnce;
    return { rows: admitted.length, more, busy: false };
  });

/** Offices with rows that wait for their turn. */
export const waitingOffices = async (db: Database): Promise<string[]> => {
  const { rows } = await db.query<{ office: string }>(
    `SELECT DISTINCT epoch.office FROM epoch JOIN desk USING (office, desk)
     WHERE epoch.admitted < epoch.held AND epoch.admitted < ${admissible}`,
  );
  return rows.map(({ office }) => office);
};
