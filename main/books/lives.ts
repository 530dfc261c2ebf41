import { evolve } from '../../shared/dossier/evolve.ts';
import type { Placed } from '../../shared/dossier/evolve.ts';
import { isTaken } from '../../shared/dossier/state.ts';
import type { DossierState, Taken } from '../../shared/dossier/state.ts';
import { upcast } from '../../shared/journal/upcast.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { isDeed, rowAt } from '../vault/migrations/0080-find-deeds-by-day.ts';
import type { deedTypes } from '../vault/migrations/0080-find-deeds-by-day.ts';

/** A dossier as the books see it: its state and the events it was folded from, oldest first. */
export interface Life {
  state: Taken;
  events: Placed<StoredEvent>[];
}

/** What a book needs of a row: no hash, no signature, of the header the version and the time alone. */
interface NarrowRow {
  [column: string]: string | number | null;
  pos: number;
  id: string;
  type: string;
  subject: string;
  header: string;
  payload: string | null;
}

/** All that changes what a book says; the papers printed, the calls made and the places of files do not. */
const courseTypes = [
  'dossierAccepted',
  'intakeGuided',
  'intakeRefused',
  'supplementsRequested',
  'supplementsReceived',
  'deadlineExtended',
  'processingStopped',
  'dossierWithdrawn',
  'resultArrived',
  'resultReturned',
  'dossierCorrected',
  'conflictClosed',
] as const;
export const moneyTypes = [
  'feeCollected',
  'transferMatched',
  'feeRefunded',
  'feeReceiptRecorded',
] as const satisfies readonly DeedType[];
const endingTypes = [
  'resultArrived',
  'resultReturned',
  'dossierWithdrawn',
  'processingStopped',
] as const satisfies readonly DeedType[];
type DeedType = (typeof deedTypes)[number];

const listed = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');

/** Dossiers read at a time: few enough that what was parsed is let go of while it is young, which spares a tenth of the reading. */
const perRead = 100;

const rowsOf = (types: readonly string[]): string =>
  `SELECT row.pos, row.id, row.type, row.subject, row.header, CAST(row.payload AS TEXT) AS payload
   FROM journal AS first CROSS JOIN journal AS row ON row.subject = first.subject
   WHERE first.pos IN (SELECT value FROM json_each(?)) AND row.type IN (${listed(types)})`;

const parse = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A damaged header is verification's to name; here its row is of a version nobody knows. */
const versionAndTime = (header: string): { v: number; at: number } => {
  const read = parse(header);
  if (typeof read !== 'object' || read === null || !('v' in read) || !('at' in read)) return { v: 0, at: 0 };
  const { v, at } = read;
  return typeof v === 'number' && typeof at === 'number' ? { v, at } : { v: 0, at: 0 };
};

const placedOf = ({ id, type, subject, header, payload }: NarrowRow): Placed<StoredEvent> => {
  const { v, at } = versionAndTime(header);
  return { id, subject, at, witness: '', event: upcast({ type, v, payload: parse(payload) }) };
};

const lifeOf = (rows: NarrowRow[], until: number): Life | undefined => {
  const events = rows
    .sort((one, other) => one.pos - other.pos)
    .map(placedOf)
    .filter(({ at }) => at < until);
  let state: DossierState | null = null;
  for (const placed of events) state = evolve(state, placed);
  return state && isTaken(state) ? { state, events } : undefined;
};

/**
 * The dossiers whose first rows stand at these positions, in no order, as they stood at `until` (milliseconds). Only the rows a book
 * is made of are read, each only as far as it is needed: decoding whole rows costs ten times as much.
 */
export function* livesAt(
  db: ReadableDatabase,
  positions: readonly number[],
  { money, until }: { money: boolean; until: number },
): Generator<Life> {
  const select = db.prepare(rowsOf(money ? [...courseTypes, ...moneyTypes] : courseTypes));
  for (let from = 0; from < positions.length; from += perRead) {
    const wanted = positions.slice(from, from + perRead);
    const rows = new Map<string, NarrowRow[]>();
    for (const row of select.all<NarrowRow>([JSON.stringify(wanted)])) {
      const known = rows.get(row.subject);
      if (known) known.push(row);
      else rows.set(row.subject, [row]);
    }
    for (const own of rows.values()) {
      const life = lifeOf(own, until);
      if (life) yield life;
    }
  }
}

const positionsBy = (db: ReadableDatabase, query: string, params: readonly number[]): number[] =>
  db
    .prepare(query)
    .all<{ pos: number }>([...params])
    .map(({ pos }) => pos);

/** First rows of the dossiers taken in from `from` up to `until`. */
const receivedBetween = (db: ReadableDatabase, from: number, until: number): number[] =>
  positionsBy(
    db,
    `SELECT rowid AS pos FROM dossier WHERE status = 'accepted' AND received_at >= ? AND received_at < ? ORDER BY rowid`,
    [from, until],
  );

/** First rows of the dossiers to which one of these deeds was done from `from` up to `until`. */
export const touchedBetween = (
  db: ReadableDatabase,
  types: readonly DeedType[],
  from: number,
  until: number,
): number[] =>
  positionsBy(
    db,
    `SELECT DISTINCT (SELECT min(pos) FROM journal WHERE subject = deed.subject) AS pos
     FROM journal AS deed INDEXED BY journal_deed
     WHERE ${isDeed} AND ${rowAt} >= ? AND ${rowAt} < ? AND type IN (${listed(types)}) ORDER BY pos`,
    [from, until],
  );

/** First rows of the dossiers taken in before `until` on which work was still going on at `from`. */
export const openBetween = (db: ReadableDatabase, from: number, until: number): number[] => {
  const earlier = positionsBy(
    db,
    `SELECT rowid AS pos FROM dossier WHERE status = 'accepted' AND open = 1 AND received_at < ?`,
    [from],
  );
  const ended = touchedBetween(db, endingTypes, from, Number.MAX_SAFE_INTEGER);
  return [...new Set([...earlier, ...ended, ...receivedBetween(db, from, until)])].sort((a, b) => a - b);
};
